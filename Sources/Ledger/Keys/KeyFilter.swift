import Synchronization

/// Says of many keys whether a line may have them, as far as their hashes tell, on any core.
final class KeyFilter: Sendable {
  /// One for each part of the keys; `nil` where it was altered, and may have held any.
  private let tables: [KeyTable?]
  /// The hashes behind them.
  private let rest: OrdinalMap
  /// How many more hashes are looked for without mapping what stands around them.
  private let peeks: Atomic<Int>

  // To read a few entries by a call takes as long as to map so many of them with all others.
  private static let entriesPerPeek = 1 << 11

  init(_ tables: [KeyTable?], behind entries: [UInt64]) {
    self.tables = tables
    rest = Self.map(entries.map { UInt32(truncatingIfNeeded: $0 >> 32) })
    peeks = Atomic(tables.reduce(0) { $0 + ($1?.count ?? 0) } / Self.entriesPerPeek)
  }

  /// Takes the hashes of keys.
  init(_ hashes: [UInt32]) {
    tables = []
    rest = Self.map(hashes)
    peeks = Atomic(0)
  }

  private static func map(_ hashes: [UInt32]) -> OrdinalMap {
    var map = OrdinalMap()
    for hash in hashes { map.insert(hash, 0) }
    return map
  }

  /// Whether a line may have a key of a hash.
  func mayHave(_ hash: UInt32) -> Bool {
    if rest.contains(hash) { return true }
    guard !tables.isEmpty else { return false }
    let left = peeks.subtract(1, ordering: .relaxed).newValue
    if left == 0 { for table in tables { table?.expectLookups() } }
    // Of an altered table those find out who look for the lines.
    for index in tables.indices where tables[index]?.mayHave(hash, isOneOfFew: left > 0) ?? true {
      return true
    }
    return false
  }
}
