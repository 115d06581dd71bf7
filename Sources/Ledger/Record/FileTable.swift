import JSONLines
import Synchronization

/// The records of a large file, whose lines were found right before; each is read when it is touched.
final class FileTable: Sendable {
  private let lines: Lines
  private let made = Mutex<[Record]?>(nil)
  private let file: DataFile

  init(_ file: DataFile) throws {
    self.file = file
    lines = try file.lines(isStrict: true)
  }

  var count: Int { lines.succession.live.count }

  var records: [Record] {
    made.withLock { made in
      if let made { return made }
      let records = records(at: rows).compactMap(\.self)
      made = records
      return records
    }
  }

  /// The lines of the records that stand, in the order in which their ids first appeared.
  var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    lines.forEachRow { rows.append($0) }
    return rows
  }

  /// Up to so many records a thread costs more than it saves.
  private static let fewRecords = 256
  /// So many records are read at a time where they are not kept.
  private static let step = 512

  /// Finds the lines of many ids.
  func rows(of ids: Set<RecordID>) -> [Int] {
    let table = lines.index.table(lines)
    return ids.compactMap { table.find(Array($0.text.utf8).span, lines.places) }
  }

  /// Finds the records of many ids.
  func records(of ids: [RecordID]) -> [Record?] {
    guard ids.count > DataFile.fewLookups else { return ids.map { self[$0] } }
    let table = lines.index.table(lines)
    let places = lines.places
    return Workers.mapParts(of: ids, ifMoreThan: Self.fewRecords) { ids -> [Record?] in
      let rows = ids.map { table.find(Array($0.text.utf8).span, places) }
      var found = self.read(rows.compactMap(\.self)[...])[...]
      return rows.map { $0 == nil ? nil : found.removeFirst() }
    }
    .flatMap(\.self)
  }

  /// Reads the records of many lines, on all cores.
  func records(at rows: [Int]) -> [Record?] {
    Workers.mapParts(of: rows, ifMoreThan: Self.fewRecords) { self.read($0) }.flatMap(\.self)
  }

  private func read(_ rows: ArraySlice<Int>) -> [Record?] {
    // Every line was found right when the file was read.
    (try? lines.records(rows)) ?? rows.map { record($0) }
  }

  func visit(_ body: (Record) throws -> Void) rethrows {
    var rows: [Int] = []
    func hand() throws {
      for record in read(rows[...]) { if let record { try body(record) } }
      rows.removeAll(keepingCapacity: true)
    }
    try lines.forEachRow { line in
      rows.append(line)
      if rows.count == Self.step { try hand() }
    }
    try hand()
  }

  func visitEntries(_ body: (Entry) throws -> Void) rethrows {
    for line in 0..<lines.total where !lines.succession.later.contains(line) {
      // The line was found right when the file was read.
      if let entry = try? lines.entry(lines.succession.latest(line)) { try body(entry) }
    }
  }

  subscript(id: RecordID) -> Record? {
    // Every line was found right when the file was read.
    try? file.record(id)
  }

  var removals: [RecordID: String] {
    var removals: [RecordID: String] = [:]
    for (segment, base) in zip(lines.segments, lines.bases) {
      for index in 0..<segment.removals.count {
        let number = base + Int(segment.removals[index])
        guard lines.succession.next(number) == nil,
          case .removal(let id, let reason, _)? = try? lines.entry(number)
        else { continue }
        removals[id] = reason
      }
    }
    return removals
  }

  /// The records that were merged into others, as they were last.
  var merged: [Record] {
    let ended = removals.compactMap { id, reason in Pointer(reason).map { _ in id } }
    guard !ended.isEmpty else { return [] }
    var last: [RecordID: Record] = [:]
    let wanted = Set(ended)
    for line in 0..<lines.total {
      if let record = record(line), wanted.contains(record.id) { last[record.id] = record }
    }
    return last.values.sorted { $0.place.line ?? 0 < $1.place.line ?? 0 }
  }

  func record(_ line: Int) -> Record? {
    // The line was found right when the file was read.
    guard case .record(let record)? = try? lines.entry(line) else { return nil }
    return record
  }
}
