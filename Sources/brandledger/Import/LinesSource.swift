import JSONLines
import Ledger

/// Records as JSON lines, each with the keys of the schema.
struct LinesSource: ImportSource {
  let path: String
  let findings: [Diagnostic] = []
  private let schema: Schema
  private let bytes: Bytes
  private var splitter: LineSplitter
  /// Up to which byte the pages of the file were given back.
  private var givenBack = 0
  private static let pieceSize = 4 << 20

  init(_ bytes: Bytes, _ path: String, _ schema: Schema) throws {
    self.path = path
    self.schema = schema
    self.bytes = bytes
    splitter = LineSplitter(0..<bytes.count)
  }

  mutating func next() throws -> ImportRow? {
    guard let line = bytes.withSpan({ splitter.line($0) }) else { return nil }
    if line.start - givenBack > Self.pieceSize {
      bytes.giveBack(givenBack..<line.start)
      givenBack = line.start
    }
    let place = Place(file: path, line: line.number)
    do throws(Diagnostic) {
      let draft = try RecordReader(schema).draft(line, bytes, file: path)
      return ImportRow(line: line.number) { editor in
        try editor.add(draft, at: place, merging: true)
      }
    } catch {
      return ImportRow(line: line.number, problems: [error])
    }
  }

  func refused(_ lines: Set<Int>) -> [UInt8] {
    var splitter = LineSplitter(0..<bytes.count)
    var result: [UInt8] = []
    bytes.withSpan { span in
      while let line = splitter.line(span) {
        guard lines.contains(line.number) else { continue }
        result += span.extracting(line.range).copied + [0x0A]
      }
    }
    return result
  }
}
