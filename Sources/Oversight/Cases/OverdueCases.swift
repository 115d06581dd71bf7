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
  public var overdue: [OverdueCase] {
    cases.records.compactMap { record in
      guard let due = stageEnd(of: record), due < today else { return nil }
      return OverdueCase(record: record, due: due, daysLate: today - due)
    }.sorted { ($0.due, $0.record.id) < ($1.due, $1.record.id) }
  }
}
