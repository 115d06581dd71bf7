import JSONLines

/// The records of one kind: of each id its latest version, in the order in which ids first appeared.
public struct Table: Sendable {
  /// The kind.
  public let schema: Schema
  /// The records that stand.
  public let records: [Record]
  /// The records that were ended, with their reasons.
  public let removals: [RecordID: String]

  private let indices: [RecordID: Int]

  /// Creates a table in memory.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - records: The records, no two with the same id.
  public init(_ schema: Schema, _ records: [Record] = []) {
    self.schema = schema
    self.records = records
    removals = [:]
    indices = Dictionary(records.enumerated().map { ($1.id, $0) }) { _, last in last }
  }

  /// Reads the lines of a data file.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - bytes: The file.
  ///   - count: How many of its bytes are true.
  /// - Throws: ``Diagnostics`` with every line that cannot be read.
  public init(_ schema: Schema, reading bytes: Bytes, count: Int) throws {
    let reader = RecordReader(schema)
    var versions: [Record?] = []
    var indices: [RecordID: Int] = [:]
    var removals: [RecordID: String] = [:]
    var faults: [Diagnostic] = []
    var splitter = LineSplitter(0..<count)
    while let line = bytes.withSpan({ splitter.line($0) }) {
      do throws(Diagnostic) {
        switch try reader.read(line, bytes, file: schema.file) {
        case .record(let record):
          removals[record.id] = nil
          if let index = indices[record.id] {
            versions[index] = record
          } else {
            indices[record.id] = versions.count
            versions.append(record)
          }
        case .removal(let id, let reason, _):
          removals[id] = reason
          if let index = indices[id] { versions[index] = nil }
        }
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    self.init(schema, versions, indices, removals: removals)
  }

  private init(
    _ schema: Schema,
    _ versions: [Record?],
    _ indices: [RecordID: Int],
    removals: [RecordID: String]
  ) {
    self.schema = schema
    self.removals = removals
    records = versions.compactMap(\.self)
    // Places shift where a record was ended.
    self.indices =
      records.count == versions.count
      ? indices : Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) })
  }

  /// Finds a record by its id.
  public subscript(id: RecordID) -> Record? {
    indices[id].map { records[$0] }
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
    var versions: [Record?] = records
    var indices = indices
    var removals = removals
    for change in changes {
      switch change {
      case .put(let draft):
        let record = draft.record()
        removals[record.id] = nil
        if let index = indices[record.id] {
          versions[index] = record
        } else {
          indices[record.id] = versions.count
          versions.append(record)
        }
      case .remove(_, let id, let reason):
        removals[id] = reason
        if let index = indices[id] { versions[index] = nil }
      }
    }
    return Table(schema, versions, indices, removals: removals)
  }
}
