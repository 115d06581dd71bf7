import Synchronization

/// The tables of some lines by what they find; those of a cache file are opened when they are first asked for.
final class KeyTables: Sendable {
  private let file: CacheFile?
  /// What the file holds, in the order of its blocks.
  private let fields: [KeyField]
  /// The tables that are open; `nil` for one that was altered.
  private let opened: Mutex<ByKey<KeyTable?>>

  /// Takes tables that were made.
  init(_ tables: [(KeyField, KeyTable)]) {
    file = nil
    fields = []
    opened = Mutex(ByKey(tables.map { ($0.0, .some($0.1)) }))
  }

  /// Takes those of a file.
  init(_ file: CacheFile, _ fields: [KeyField]) {
    self.file = file
    self.fields = fields
    opened = Mutex(ByKey())
  }

  /// Whether there is a table, altered or not.
  func knows(_ field: KeyField) -> Bool {
    fields.contains(field) || opened.withLock { $0[field] != nil }
  }

  /// The table of a key; `nil` where there is none, or it was altered.
  subscript(field: KeyField) -> KeyTable? {
    opened.withLock { opened in
      if let known = opened[field] { return known }
      guard let file, let index = fields.firstIndex(of: field) else { return nil }
      let table = KeyTable(file, at: index * KeyTable.blockCount)
      opened[field] = .some(table)
      return table
    }
  }

  /// Adds a table.
  func add(_ table: KeyTable, of field: KeyField) {
    opened.withLock { $0[field] = .some(table) }
  }
}
