import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// The annuity of a patent year is paid before the year begins, or within six months at a price.
  ///
  /// Source: Patent Law 2020, article 43; its implementing regulations 2023, article 115.
  static let patentAnnuity: Self = DueSource(
    "patent-annuity",
    Phrase(en: "patent annuity", zh: "专利年费"),
    of: Patent.self,
    cost: annuityCost
  ) { record, docket in
    guard let next = docket.rights.nextAnnuity(of: record, on: docket.today) else { return [] }
    var notes: [Phrase] = []
    if !next.isPaymentKnown {
      notes.append(
        Phrase(
          en:
            "what was paid so far is not known: enter the payments with 'patent event … annuity-paid'",
          zh: "已缴年度不详，请用 patent event … annuity-paid 登记缴费"
        )
      )
    }
    if let gap = docket.rights.life(of: record, on: docket.today).annuityGap { notes.append(gap) }
    return [
      DueDate(
        .patentAnnuity,
        record,
        key: "\(next.year)",
        action: Phrase(en: "pay the annuity of year \(next.year)", zh: "缴纳第 \(next.year) 年度年费"),
        subject: record[Patent.title] ?? record.id.text,
        holder: docket.rights.life(of: record, on: docket.today).owners.first,
        opens: next.opens,
        due: next.due,
        latest: next.latest.day,
        grace: next.grace,
        term: next.term,
        cost: docket.cost(of: next, record, on: docket.today),
        notes: notes
      )
    ]
  }

  /// A patent ends with its term, whatever was paid.
  ///
  /// Source: Patent Law 2020, article 42.
  static let patentExpiry: Self = DueSource(
    "patent-expiry",
    Phrase(en: "patent term", zh: "专利期满"),
    of: Patent.self
  ) { record, docket in
    let life = docket.rights.life(of: record, on: docket.today)
    guard life.stands, let name = RightBook.validity(of: record),
      let filed = record[Patent.filedOn]?.first, let term = docket.term(name, on: filed),
      let lawful = term.end(from: filed, in: docket.calendar)
    else { return [] }
    let end = life.namedEnd?.day.map { Reckoning(from: $0, extendedEnd) } ?? lawful
    return [
      DueDate(
        .patentExpiry,
        record,
        nature: .milestone,
        action: Phrase(en: "the patent's term ends", zh: "专利权期限届满"),
        subject: record[Patent.title] ?? record.id.text,
        holder: life.owners.first,
        due: end,
        latest: docket.rights.termEnds(of: record, life)?.upperBound,
        term: term,
        notes: life.namedEnd == nil ? [] : [extendedAnnuities]
      )
    ]
  }
}

/// What an end on record is, of a patent.
private let extendedEnd = Phrase(
  en: "the office extended the term until then",
  zh: "补偿后的专利权期限末日"
)

/// What is to be said of the years by which a term was extended.
private let extendedAnnuities = Phrase(
  en: "annuities of the extended years are not reckoned here; see the notice of the office",
  zh: "补偿期年费未作推算，请按国家知识产权局通知缴纳"
)

/// What paying the next annuity of a patent on a day costs.
private func annuityCost(
  _ patent: Record,
  on day: Day,
  isLate _: Bool,
  _ docket: Docket
) -> DueCost? {
  docket.rights.nextAnnuity(of: patent, on: docket.today)
    .flatMap { docket.cost(of: $0, patent, on: day) }
}

extension Docket {
  fileprivate func cost(of annuity: Annuity, _ patent: Record, on day: Day) -> DueCost? {
    // A patent that was not paid for in the grace has lapsed, and nothing is paid for it any longer.
    guard day <= annuity.grace?.day ?? annuity.latest.day,
      let fee = annuities.fee(of: patent, year: annuity.year, terms)
    else { return nil }
    let percent = annuity.term.lateFees?.percent(on: day, after: annuity.latest.nominal) ?? 0
    let isLate = day > annuity.latest.day
    let late = isLate ? fee.late(percent) : .zero
    return DueCost(fee: fee.payable, late: late) {
      guard isLate else { return fee.steps }
      return fee.steps + [
        Phrase(en: "late fee today: \(percent)% of the full annuity", zh: "今日滞纳金：全额年费的 \(percent)%")
      ]
    }
  }
}
