import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// A registered mark is renewed within twelve months before its term ends, or six after.
  ///
  /// Source: Trademark Law 2019, articles 39 and 40; as the term `trademark-validity` has it.
  static let markRenewal: Self = DueSource(
    "mark-renewal",
    Phrase(en: "trademark renewal", zh: "商标续展"),
    of: Trademark.self,
    likenesses: Likeness.marks,
    cost: renewalCost
  ) { record, docket in
    guard RightBook.validity(of: record) == "trademark-validity" else { return [] }
    return docket.renewal(
      of: record,
      term: "trademark-validity",
      source: .markRenewal,
      action: Phrase(en: "renew the mark", zh: "办理商标续展")
    )
  }

  /// An international registration is renewed once, at the top, for all its designations.
  ///
  /// Source: the Madrid Protocol, article 7; as the term `madrid-validity` has it.
  static let madridRenewal: Self = DueSource(
    "madrid-renewal",
    Phrase(en: "Madrid renewal", zh: "马德里续展"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    guard record[Trademark.route] == .madrid else { return [] }
    return docket.renewal(
      of: record,
      term: "madrid-validity",
      source: .madridRenewal,
      action: Phrase(
        en: "renew the international registration, once for all designations",
        zh: "办理国际注册续展（一次续展及于全部指定）"
      )
    )
  }
}

extension Docket {
  /// The end of a mark's term: that of the register, else by law from the registration; the earliest that it may be.
  private func validity(
    of mark: Record,
    _ life: RightLife,
    term name: String
  ) -> (end: Reckoning, term: LegalTerm?)? {
    let registered = mark[Trademark.registeredOn]
    guard let recorded = life.namedEnd?.first else {
      guard let registered, let term = term(name, on: registered.first),
        let end = term.end(from: registered.first, in: calendar)
      else { return nil }
      return (end, term)
    }
    let reason = Phrase(en: "the register has it as the end of the term", zh: "登记的专用期末日")
    let end = registered?.day.flatMap { reckoned(recorded, from: $0, term: name) }
    return (end ?? Reckoning(from: recorded, reason), term(name, on: recorded))
  }

  /// The way from the registration over each renewal to an end that the register has, where the law leads
  /// there; each term begins on the day after the one before.
  private func reckoned(_ recorded: Day, from registered: Day, term name: String) -> Reckoning? {
    var whole: Reckoning?
    var start = registered
    while start <= recorded {
      guard let next = term(name, on: start)?.end(from: start, in: calendar), next.day >= start
      else {
        return nil
      }
      whole = whole.map { $0.followed(by: next) } ?? next
      start = next.day + 1
    }
    return whole?.day == recorded ? whole : nil
  }

  /// The renewal of a mark that stands as registered.
  fileprivate func renewal(
    of mark: Record,
    term name: String,
    source: DueSource,
    action: Phrase
  ) -> [DueDate] {
    let life = rights.life(of: mark, on: today)
    guard life.stands, let (end, term) = validity(of: mark, life, term: name) else { return [] }
    // The law of the day on which the term ends governs its renewal.
    let rule = self.term(name, on: end.day) ?? term
    let latest = rights.termEnds(of: mark, life)?.upperBound ?? end.day
    let grace = rule?.graceEnd(after: latest, in: calendar)
    let isOver = today > max(latest, grace?.day ?? latest)
    return [
      DueDate(
        source,
        mark,
        action: action,
        subject: mark[Trademark.mark] ?? mark.id.text,
        holder: life.owners.first,
        opens: rule?.opening(before: end.day),
        due: end,
        latest: latest,
        grace: grace,
        term: rule,
        // What can no longer be renewed costs nothing.
        cost: isOver ? nil : source.cost?(mark, today > latest, self)
      )
    ]
  }
}

/// What renewing a mark costs: the fee for each class, and for each class what is added when late.
private func renewalCost(_ mark: Record, isLate: Bool, _ docket: Docket) -> DueCost? {
  let classes = Int64(max(1, mark[Trademark.classes]?.count ?? 1))
  guard let fees = docket.renewalFees, let sum = try? fees.ordinary.multiplied(by: classes),
    let added = try? fees.late.multiplied(by: classes)
  else { return nil }
  return DueCost(fee: sum, late: isLate ? added : .zero) {
    var steps = [
      Phrase(
        en: "\(classes) × \(fees.ordinary) yuan for each class",
        zh: "每类 \(fees.ordinary) 元 × \(classes) 类"
      )
    ]
    if isLate {
      steps.append(
        Phrase(
          en: "\(classes) × \(fees.late) yuan for each class, because the term has ended",
          zh: "期满后每类另缴 \(fees.late) 元 × \(classes) 类"
        )
      )
    }
    return steps
  }
}
