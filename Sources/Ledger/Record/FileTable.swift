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
      let records = Self.onAllCores(rows) { self.record($0) }.compactMap(\.self)
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

  private static let fewRecords = 256

  /// Finds the lines of many ids.
  func rows(of ids: Set<RecordID>) -> [Int] {
    let table = lines.index.table(lines)
    return ids.compactMap { table.find(Array($0.text.utf8).span, lines.places) }
  }

  /// Finds the records of many ids.
  func records(of ids: [RecordID]) -> [Record?] {
    guard ids.count > Self.fewRecords else { return ids.map { self[$0] } }
    let table = lines.index.table(lines)
    let places = lines.places
    return Self.onAllCores(ids) { id in
      table.find(Array(id.text.utf8).span, places).flatMap { self.record($0) }
    }
  }

  /// Makes something of every element, each core of a part of them.
  private static func onAllCores<Element: Sendable>(
    _ elements: [Element],
    _ body: @escaping @Sendable (Element) -> Record?
  ) -> [Record?] {
    Workers.mapParts(of: elements, ifMoreThan: fewRecords) { $0.map(body) }.flatMap(\.self)
  }

  func visit(_ body: (Record) throws -> Void) rethrows {
    try lines.forEachRow { line in
      if let record = record(line) { try body(record) }
    }
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
