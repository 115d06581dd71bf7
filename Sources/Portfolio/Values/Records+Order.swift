public import Ledger

extension [Record] {
  /// Returns records in the order of their dates; those of one day as they stand, those without a date first.
  ///
  /// - Parameter date: The field that has the date.
  /// - Returns: The records.
  public func inOrder(of date: Field<PartialDate>) -> [Record] {
    let days = map { $0[date]?.first.ordinal ?? Int.min }
    return indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { self[$0] }
  }
}
