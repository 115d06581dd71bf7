import Ledger
import Portfolio

/// The recognitions of each title, found by their rows: sixteen bytes for each.
struct TitleRows: Sendable {
  private struct Entry: Sendable {
    let hash: Int
    /// The first day on which it may have been won, counted.
    let day: Int32
    let row: Int32
  }

  private let table: Table
  // In the order of their hashes.
  private let entries: [Entry]

  init(_ snapshot: Snapshot) throws {
    table = try snapshot.table(Recognition.self)
    entries = try table.flatMapRows { row, record in
      guard let key = TitleKey(record), let day = record[Recognition.awarded]?.first else {
        return []
      }
      return [Entry(hash: key.hashValue, day: Int32(day.ordinal), row: Int32(row))]
    }
    .sorted { $0.hash < $1.hash }
  }

  /// Returns the recognitions of a title that were won after a day.
  func won(_ key: TitleKey, after day: Day) -> [Record] {
    let hash = key.hashValue
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    let rows = entries[low...].prefix { $0.hash == hash }
      .filter { $0.day > day.ordinal }
      .map { Int($0.row) }
    // Two titles may have the same hash.
    return table.records(at: rows).compactMap(\.self).filter { TitleKey($0) == key }
  }
}
