import Ledger
import Portfolio

/// What renewing a mark costs for each class, and what is added when it is late.
struct RenewalFees: Sendable {
  let ordinary: Money
  let late: Money

  /// Reads the fees that hold on a day; `nil` where the ledger has them not.
  init?(_ snapshot: Snapshot, on day: Day) throws {
    let fees = try snapshot.table(Fee.self)
    func fee(_ name: RecordID) -> Money? {
      guard let record = fees[name],
        PartialDate(day).lies(
          from: record[Fee.inForceFrom]?.first,
          until: record[Fee.inForceUntil]?.last
        ) == true
      else { return nil }
      return record[Fee.amountFen]
    }
    guard let ordinary = fee("trademark-renewal"), let late = fee("trademark-renewal-late") else {
      return nil
    }
    self.ordinary = ordinary
    self.late = late
  }
}
