import JSONLines
import Synchronization

/// The keys of a data file: those that were kept, a part behind the other, and those of the lines behind them.
struct KeyIndex: Sendable {
  /// The keys of some lines that stand one after the other.
  struct Part: Sendable {
    let tables: KeyTables
    /// The bytes of the lines.
    let range: Range<Int>
  }

  /// In the order of the file; of the first one the others know the making.
  let parts: [Part]
  /// A number that no other making of the first part has.
  let making: UInt64
  static var newMaking: UInt64 { .random(in: .min ... .max) }

  /// The lines behind.
  private let rest: ByKey<[UInt64]>
  private let wild = Wild()

  /// The lines with a key whose hash cannot be told, which every look-up asks for.
  private final class Wild: Sendable {
    let offsets = Mutex(ByKey<[Int]>())
  }

  init(_ parts: [Part], making: UInt64) {
    self.parts = parts
    self.making = making
    rest = ByKey()
  }

  /// The same parts with lines behind them.
  init(_ kept: KeyIndex, _ fields: [KeyField], behind read: KeyReader.Result) {
    parts = kept.parts
    making = kept.making
    rest = ByKey(zip(fields, read.entries))
  }

  /// Up to which byte of the file the parts go.
  var covered: Int { parts.last?.range.upperBound ?? 0 }

  /// Adds a table of the whole file.
  func add(_ table: KeyTable, of field: KeyField) {
    parts[0].tables.add(table, of: field)
  }

  /// Whether it knows some keys.
  func knows(_ field: KeyField) -> Bool { parts.first?.tables.knows(field) == true }

  /// Finds lines by the hash of a key.
  ///
  /// - Returns: Where lines begin that may have it, in order; `nil` where a table was altered.
  func offsets(_ field: KeyField, _ hash: UInt32) -> [Int]? {
    guard var offsets = kept(field, hash) else { return nil }
    if field != .id {
      guard let wild = wild(field) else { return nil }
      if !wild.isEmpty { offsets = Set(offsets + wild).sorted() }
    }
    for entry in rest[field] ?? []
    where entry >> 32 == UInt64(hash) || field != .id && entry >> 32 == UInt64(KeyHash.wild) {
      offsets.append(covered + Int(entry & 0xFFFF_FFFF))
    }
    return offsets
  }

  /// The keys of one field, to be asked for very many.
  func filter(_ field: KeyField) -> KeyFilter {
    KeyFilter(parts.map { $0.tables[field] }, behind: rest[field] ?? [])
  }

  private func kept(_ field: KeyField, _ hash: UInt32) -> [Int]? {
    guard knows(field) else { return nil }
    var offsets: [Int] = []
    for part in parts where part.tables.knows(field) {
      guard let found = part.tables[field]?.offsets(hash) else { return nil }
      offsets += found
    }
    return offsets
  }

  private func wild(_ field: KeyField) -> [Int]? {
    wild.offsets.withLock { known in
      if let offsets = known[field] { return offsets }
      let offsets = kept(field, KeyHash.wild)
      known[field] = offsets
      return offsets
    }
  }
}
