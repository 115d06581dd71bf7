public import Ledger
public import Portfolio

/// A case that stands at a stage longer than it may.
public struct OverdueCase: Sendable {
  /// The case.
  public let record: Record
  /// The last day on which it was in time.
  public let due: Day
  /// The days since then.
  public let daysLate: Int
}

extension CaseDesk {
  /// Returns the open cases whose day is past, the latest first.
  ///
  /// The day is the one that the case names; for an application without one it is reckoned from the
  /// receipt.
  public var overdue: [OverdueCase] {
    cases.records.compactMap { record in
      guard let stage = record[Case.stage], !stage.isFinal else { return nil }
      let reckoned = period(CaseStages.term(at: stage), from: record[Case.receivedOn]?.day).0
      guard let due = record[Case.dueOn]?.last ?? reckoned?.day, due < today else { return nil }
      return OverdueCase(record: record, due: due, daysLate: today - due)
    }.sorted { ($0.due, $0.record.id) < ($1.due, $1.record.id) }
  }
}
