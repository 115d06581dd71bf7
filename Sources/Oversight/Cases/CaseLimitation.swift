public import Ledger
public import Portfolio

extension CaseDesk {
  /// The last day before limitation runs out, by the law of the right and the day on which the harm was
  /// known.
  ///
  /// - Parameter record: The case.
  /// - Returns: The day, the earliest that it may be, and the rule; `nil` where it is not told when the harm
  ///   was known.
  public func limitation(of record: Record) -> (end: Reckoning, term: LegalTerm)? {
    record[Case.knownOn].flatMap { limitation(of: record, knownOn: $0.first) }
  }

  /// The days on which limitation may run out: more than one where the harm was known in some month or year.
  func limitationEnds(of record: Record) -> ClosedRange<Day>? {
    guard let known = record[Case.knownOn],
      let first = limitation(of: record, knownOn: known.first)?.end.day,
      let last = limitation(of: record, knownOn: known.last)?.end.day
    else { return nil }
    return first...max(first, last)
  }

  private func limitation(
    of record: Record,
    knownOn known: Day
  ) -> (end: Reckoning, term: LegalTerm)? {
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
  /// - Parameters:
  ///   - record: The case.
  ///   - day: The day on which it is asked; the present day where none is named.
  /// - Returns: Whether it is; a case whose time has run out is not.
  public func isUrgent(_ record: Record, on day: Day? = nil) -> Bool {
    let day = day ?? today
    guard let ends = limitationEnds(of: record), day <= ends.upperBound,
      let lane = try? terms.term("legal-aid-urgent", on: day)
    else { return false }
    return ends.lowerBound - day < lane.length.count
  }
}
