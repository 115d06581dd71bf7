import JSONLines

/// Records in memory.
struct MemoryTable: Sendable {
  let records: [Record]
  let removals: [RecordID: String]

  // The latest line of every id that ever appeared, in the order in which they did.
  private let entries: [Entry]
  private let indices: [RecordID: Int]
  private let ended: [RecordID: Record]

  init(_ records: [Record]) {
    self.init(
      records.map { .record($0) },
      Dictionary(records.enumerated().map { ($1.id, $0) }) { _, last in last },
      [:]
    )
  }

  /// Reads the lines of a data file.
  init(reading source: FileSource) throws {
    let reader = RecordReader(source.schema)
    var entries: [Entry] = []
    var indices: [RecordID: Int] = [:]
    var merged: [RecordID: Record] = [:]
    var faults: [Diagnostic] = []
    var splitter = LineSplitter(0..<source.size)
    while let line = source.bytes.withSpan({ splitter.line($0) }) {
      do throws(Diagnostic) {
        let entry = try reader.read(line, source.bytes, file: source.schema.file)
        Self.put(entry, &entries, &indices, &merged)
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    self.init(entries, indices, merged)
  }

  private init(
    _ entries: [Entry],
    _ indices: [RecordID: Int],
    _ merged: [RecordID: Record]
  ) {
    var records: [Record] = []
    records.reserveCapacity(entries.count)
    var removals: [RecordID: String] = [:]
    for entry in entries {
      switch entry {
      case .record(let record): records.append(record)
      case .removal(let id, let reason, _): removals[id] = reason
      }
    }
    self.records = records
    self.removals = removals
    ended = merged
    self.entries = entries
    self.indices = indices
  }

  private static func put(
    _ entry: Entry,
    _ entries: inout [Entry],
    _ indices: inout [RecordID: Int],
    _ merged: inout [RecordID: Record]
  ) {
    let index = indices[entry.id]
    if let index {
      if case .removal(let id, let reason, _) = entry, Pointer(reason) != nil {
        merged[id] = entries[index].record ?? merged[id]
      } else if !merged.isEmpty {
        merged[entry.id] = nil
      }
      entries[index] = entry
    } else {
      indices[entry.id] = entries.count
      entries.append(entry)
    }
  }

  /// The records that were merged into others, as they were last.
  var merged: [Record] { ended.isEmpty ? [] : entries.compactMap { ended[$0.id] } }

  subscript(id: RecordID) -> Record? {
    guard let index = indices[id], case .record(let record) = entries[index] else { return nil }
    return record
  }

  func visitEntries(_ body: (Entry) throws -> Void) rethrows {
    for entry in entries { try body(entry) }
  }

  func applying(_ changes: [Change]) -> MemoryTable {
    var entries = entries
    var indices = indices
    var merged = ended
    for entry in changes.lazy.flatMap(\.entries) { Self.put(entry, &entries, &indices, &merged) }
    return MemoryTable(entries, indices, merged)
  }
}
