import Bilingual
import Ledger
import Portfolio

extension Check {
  /// What was paid for a patent year comes up to its annuity, with what is added for paying late.
  ///
  /// Source: the implementing regulations of the Patent Law 2023, article 115 (2010: 98): the surcharge is counted to the
  /// last payment.
  static let annuityShort = Check(
    "right-annuity-short",
    demand: Phrase(
      en:
        "What was paid for a patent year comes up to its annuity and its late fee, or has a reason.",
      zh: "已缴年费不少于应缴年费及滞纳金；少缴的须写明理由。"
    ),
    severity: .warning,
    ledger: { audit in
      let annuities = try Annuities(audit.snapshot)
      return try untimely(in: audit) { shortAnnuities($0, $1, $2, annuities) }
    }
  )

  /// Finds the patent years for which less was paid than they cost.
  static func shortAnnuities(
    _ patent: Record,
    _ events: [Record],
    _ law: RightBook,
    _ annuities: Annuities
  ) -> [Finding] {
    let payments = events.filter { $0[RightEvent.action] == .annuityPaid }
    // The record tells of the owners, and the reduction, of today only: those of before paid what was theirs.
    let sold = events.last { $0[RightEvent.action] == .transferred }?[RightEvent.date]?.last
    let years = Dictionary(grouping: payments) { $0[RightEvent.year] }
    return years.compactMap { year, payments in
      // Where one amount is not told, nobody knows what was paid.
      guard let year, let last = payments.last, let day = last[RightEvent.date]?.first,
        sold.map({ day >= $0 }) ?? true,
        payments.allSatisfy({ $0[RightEvent.amountFen] != nil && $0[RightEvent.reason] == nil }),
        let annuity = law.annuity(of: patent, year: year),
        let cost = annuities.fee(of: patent, year: year, law.terms)
      else { return nil }
      let isLate = day > annuity.latest.day
      let percent = annuity.term.lateFees?.percent(on: day, after: annuity.latest.nominal) ?? 0
      let late = isLate ? cost.late(percent) : .zero
      let paid = try? payments.reduce(Money.zero) { sum, payment in
        try sum.adding(payment[RightEvent.amountFen] ?? .zero)
      }
      guard let paid, let owed = try? cost.payable.adding(late), paid < owed else { return nil }
      let end = annuity.grace?.day ?? annuity.latest.day
      return Finding(
        last,
        Phrase(
          en:
            "\(paid) yuan for year \(year); on \(day) it cost \(owed) yuan, of which \(late) because it was "
            + "late; the rest can be paid until \(end)",
          zh: "第 \(year) 年度已缴 \(paid) 元；\(day) 应缴 \(owed) 元，其中滞纳金 \(late) 元；差额须于 \(end) 前补足"
        ),
        help: reasonHelp
      )
    }
    .sorted { $0.record.id < $1.record.id }
  }
}
