import JSONLines

/// The keys of a data file: those that were kept, and those of the lines behind them.
struct KeyIndex: Sendable {
  /// The tables by what they find.
  private(set) var tables: [KeyField: KeyTable]
  /// Up to which byte of the file they go.
  let covered: Int
  /// The lines behind.
  private let rest: [KeyField: [UInt64]]

  init(_ tables: [KeyField: KeyTable], covered: Int) {
    self.tables = tables
    self.covered = covered
    rest = [:]
  }

  /// The same tables with lines behind them.
  init(_ kept: KeyIndex, _ fields: [KeyField], behind read: KeyReader.Result) {
    tables = kept.tables
    covered = kept.covered
    rest = Dictionary(uniqueKeysWithValues: zip(fields, read.entries))
  }

  /// Adds a table of the whole file.
  mutating func add(_ table: KeyTable, of field: KeyField) {
    tables[field] = table
  }

  /// Whether it knows some keys.
  func knows(_ field: KeyField) -> Bool { tables[field] != nil }

  /// Finds lines by the hash of a key.
  ///
  /// - Returns: Where lines begin that may have it, in order; `nil` where the table was altered.
  func offsets(_ field: KeyField, _ hash: UInt32) -> [Int]? {
    guard let table = tables[field], var offsets = table.offsets(hash) else { return nil }
    if field != .id {
      guard let wild = table.offsets(KeyHash.wild) else { return nil }
      if !wild.isEmpty { offsets = Set(offsets + wild).sorted() }
    }
    for entry in rest[field] ?? []
    where entry >> 32 == UInt64(hash) || field != .id && entry >> 32 == UInt64(KeyHash.wild) {
      offsets.append(covered + Int(entry & 0xFFFF_FFFF))
    }
    return offsets
  }
}
