import JSONLines

/// The records of one kind: of each id its latest version, in the order in which ids first appeared.
///
/// A line that ends a record is an appearance too: who comes back stands where it first stood.
public struct Table: Sendable {
  /// The kind.
  public let schema: Schema

  private enum Storage: Sendable {
    /// Records in memory.
    case memory(MemoryTable)
    /// The lines of a large file, read when they are touched.
    case file(FileTable)
    /// Another table with changes over it.
    case overlay(OverlayTable)
  }

  private let storage: Storage

  /// Creates a table in memory.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - records: The records, no two with the same id.
  public init(_ schema: Schema, _ records: [Record] = []) {
    self.schema = schema
    storage = .memory(MemoryTable(records))
  }

  /// Reads the lines of a data file.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - bytes: The file.
  ///   - count: How many of its bytes are true.
  /// - Throws: ``Diagnostics`` with every line that cannot be read.
  public init(_ schema: Schema, reading bytes: Bytes, count: Int) throws {
    try self.init(DataFile(schema, bytes, size: count))
  }

  /// Reads a data file; the records of a large one are read when they are touched.
  ///
  /// - Parameter file: The file.
  /// - Throws: ``Diagnostics`` with every line that cannot be read.
  package init(_ file: DataFile) throws {
    schema = file.source.schema
    storage =
      file.isLarge
      ? .file(try FileTable(file))
      : .memory(try MemoryTable(reading: file.source))
  }

  private init(_ schema: Schema, _ storage: Storage) {
    self.schema = schema
    self.storage = storage
  }

  /// The records that stand.
  ///
  /// - Complexity: Of a large file every record is made at the first call; ``visit(_:)`` keeps none.
  public var records: [Record] {
    switch storage {
    case .memory(let table): table.records
    case .file(let table): table.records
    case .overlay(let table): table.records
    }
  }

  /// How many records stand.
  public var count: Int {
    switch storage {
    case .memory(let table): table.records.count
    case .file(let table): table.count
    case .overlay(let table): table.records.count
    }
  }

  /// Hands out the records that stand, one after the other, without keeping them in memory.
  ///
  /// - Parameter body: Takes each.
  /// - Throws: What the body throws.
  public func visit(_ body: (Record) throws -> Void) rethrows {
    switch storage {
    case .memory(let table): for record in table.records { try body(record) }
    case .file(let table): try table.visit(body)
    case .overlay(let table): try table.visit(body)
    }
  }

  /// Makes something of the records that stand, on all cores, without keeping them in memory.
  ///
  /// - Parameter body: Takes the row of each, by which ``record(at:)`` finds it again, and the record.
  /// - Returns: What was made, in the order of the records.
  /// - Throws: What the body throws.
  public func flatMapRows<Made: Sendable>(
    _ body: @escaping @Sendable (Int, Record) throws -> [Made]
  ) throws -> [Made] {
    let (rows, known): ([Int], [Record])
    if case .file(let table) = storage {
      (rows, known) = (table.rows, [])
    } else {
      known = records
      rows = Array(known.indices)
    }
    let parts = Workers.mapParts(of: rows, ifMoreThan: 256) { rows in
      Result { () throws -> [Made] in
        var made: [Made] = []
        for first in stride(from: rows.startIndex, to: rows.endIndex, by: Self.step) {
          // So few of a large file are in memory at a time, and ask for no more threads.
          let some = Array(rows[first..<min(first + Self.step, rows.endIndex)])
          let records = known.isEmpty ? records(at: some) : some.map { known[$0] }
          for (row, record) in zip(some, records) {
            if let record { made += try body(row, record) }
          }
        }
        return made
      }
    }
    return try parts.flatMap { try $0.get() }
  }

  private static var step: Int { 256 }

  /// Reads the records of many rows.
  ///
  /// - Parameter rows: Rows that ``flatMapRows(_:)`` handed out.
  /// - Returns: The record of each, in the same order; `nil` for no such row.
  /// - Complexity: With changes over a table every record is visited.
  public func records(at rows: [Int]) -> [Record?] {
    switch storage {
    case .memory(let table): return rows.map { table.records[$0] }
    case .file(let table): return table.records(at: rows)
    case .overlay(let table):
      let records = table.records
      return rows.map { records[$0] }
    }
  }

  /// Finds the rows of many ids, by which ``record(at:)`` finds the records.
  ///
  /// - Parameter ids: The ids.
  /// - Returns: The rows, in no order; an id that has been ended may have one without a record.
  public func rows(of ids: Set<RecordID>) -> [Int] {
    guard !ids.isEmpty else { return [] }
    if case .file(let table) = storage { return table.rows(of: ids) }
    let records = records
    return records.indices.filter { ids.contains(records[$0].id) }
  }

  /// Hands out the latest line of every id, ends among them.
  func visitEntries(_ body: (Entry) throws -> Void) rethrows {
    switch storage {
    case .memory(let table): try table.visitEntries(body)
    case .file(let table): try table.visitEntries(body)
    case .overlay(let table): try table.visitEntries(body)
    }
  }

  /// The records that were ended, with their reasons.
  public var removals: [RecordID: String] {
    switch storage {
    case .memory(let table): table.removals
    case .file(let table): table.removals
    case .overlay(let table): table.removals
    }
  }

  /// The records that were merged into others, as they were last.
  var merged: [Record] {
    switch storage {
    case .memory(let table): table.merged
    case .file(let table): table.merged
    case .overlay(let table): table.merged
    }
  }

  /// Finds a record by its id.
  public subscript(id: RecordID) -> Record? {
    switch storage {
    case .memory(let table): table[id]
    case .file(let table): table[id]
    case .overlay(let table): table[id]
    }
  }

  /// Finds the records of many ids; those of a large file are read on all cores.
  ///
  /// - Parameter ids: The ids.
  /// - Returns: The record of each id, in the same order; `nil` where there is none.
  public func records(of ids: [RecordID]) -> [Record?] {
    if case .file(let table) = storage { return table.records(of: ids) }
    return ids.map { self[$0] }
  }

  /// Finds the record that a reference names; `nil` where the reference is missing or dangles.
  public subscript(id: RecordID?) -> Record? {
    id.flatMap { self[$0] }
  }

  /// Returns the table as it would be after changes.
  ///
  /// - Parameter changes: Changes of this kind, the later overriding the earlier; every put has an id.
  /// - Returns: The new table; this one does not change.
  func applying(_ changes: [Change]) -> Table {
    guard !changes.isEmpty else { return self }
    if case .memory(let table) = storage {
      return Table(schema, .memory(table.applying(changes)))
    }
    return Table(schema, .overlay(OverlayTable(self, changes)))
  }
}
