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
      var records: [Record] = []
      records.reserveCapacity(count)
      visit { records.append($0) }
      made = records
      return records
    }
  }

  func visit(_ body: (Record) throws -> Void) rethrows {
    for line in 0..<lines.total where !lines.succession.later.contains(line) {
      let latest = lines.succession.latest(line)
      if lines.succession.live.contains(latest), let record = record(latest) { try body(record) }
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

  private func record(_ line: Int) -> Record? {
    // The line was found right when the file was read.
    guard case .record(let record)? = try? lines.entry(line) else { return nil }
    return record
  }
}
