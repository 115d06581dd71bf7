public import Ledger
public import Portfolio

extension CaseDesk {
  /// The last day before limitation runs out, by the law of the right and the day on which the harm was
  /// known.
  ///
  /// - Parameter record: The case.
  /// - Returns: The day and the rule; `nil` where the day of knowledge is not known.
  public func limitation(of record: Record) -> (end: Reckoning, term: LegalTerm)? {
    guard let known = record[Case.knownOn]?.first else { return nil }
    let own = record[Case.right].flatMap { try? terms.term("\($0.rawValue)-limitation", on: known) }
    guard let term = own ?? (try? terms.term("limitation", on: known)),
      let end = term.end(from: known, in: calendar)
    else { return nil }
    return (end, term)
  }

  /// Whether a case is in the urgent lane: fewer days are left before limitation than the law sets.
  ///
  /// Source: Legal Aid Law 2021, article 44: aid may be granted first, and the papers come later.
  ///
  /// - Parameter record: The case.
  /// - Returns: Whether it is; a case whose time has run out is not.
  public func isUrgent(_ record: Record) -> Bool {
    guard let end = limitation(of: record)?.end.day, end >= today,
      let lane = try? terms.term("legal-aid-urgent", on: today)
    else { return false }
    return end - today < lane.length.count
  }
}
