import JSONLines
import Ledger

/// The bytes of a file with its lines, to find where a member of a record stands.
struct SourceText: Sendable {
  let name: String
  private let bytes: [UInt8]
  private let lines: [Line]

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
    var lines: [Line] = []
    var splitter = LineSplitter(0..<bytes.count)
    let span = bytes.span
    while let line = splitter.line(span) { lines.append(line) }
    self.lines = lines
  }

  /// Finds a member of the object in a line; `nil` where there is no such line.
  func place(line number: Int, _ path: [PathStep], isKey: Bool) -> (at: Place, excerpt: String)? {
    guard lines.indices.contains(number - 1) else { return nil }
    let line = lines[number - 1]
    let offset = MemberLocator(bytes, line).offset(of: path, isKey: isKey)
    let position = Position(of: offset, in: line, bytes.span)
    return (
      Place(file: name, line: number, column: position.column, offset: offset),
      bytes.span.extracting(line.range).text
    )
  }
}
