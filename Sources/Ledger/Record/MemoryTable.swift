import JSONLines

/// Records in memory.
struct MemoryTable: Sendable {
  let records: [Record]
  let removals: [RecordID: String]

  private let indices: [RecordID: Int]

  init(_ records: [Record]) {
    self.records = records
    removals = [:]
    indices = Dictionary(records.enumerated().map { ($1.id, $0) }) { _, last in last }
  }

  /// Reads the lines of a data file.
  init(reading source: FileSource) throws {
    let reader = RecordReader(source.schema)
    var versions: [Record?] = []
    var indices: [RecordID: Int] = [:]
    var removals: [RecordID: String] = [:]
    var faults: [Diagnostic] = []
    var splitter = LineSplitter(0..<source.size)
    while let line = source.bytes.withSpan({ splitter.line($0) }) {
      do throws(Diagnostic) {
        switch try reader.read(line, source.bytes, file: source.schema.file) {
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
    self.init(versions, indices, removals: removals)
  }

  private init(
    _ versions: [Record?],
    _ indices: [RecordID: Int],
    removals: [RecordID: String]
  ) {
    self.removals = removals
    records = versions.compactMap(\.self)
    // Places shift where a record was ended.
    self.indices =
      records.count == versions.count
      ? indices : Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) })
  }

  subscript(id: RecordID) -> Record? {
    indices[id].map { records[$0] }
  }

  func applying(_ changes: [Change]) -> MemoryTable {
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
    return MemoryTable(versions, indices, removals: removals)
  }
}
