import Bilingual
import JSONLines
import Ledger

/// Records as JSON lines, each with the keys of the schema.
struct LinesSource: ImportSource {
  let path: String
  let findings: [Diagnostic] = []
  private let schema: Schema
  private let bytes: Bytes
  /// Where the next line begins, and its number.
  private var next = (start: 0, number: 1)
  /// How many bytes a part has: of a small file as well all cores get some.
  private let partSize: Int

  init(_ bytes: Bytes, _ path: String, _ schema: Schema) {
    self.path = path
    self.schema = schema
    self.bytes = bytes
    partSize = min(max(bytes.count / 16, 8 << 10), 128 << 10)
  }

  mutating func part() -> (any ImportPart)? {
    guard next.start < bytes.count else { return nil }
    let first = next
    bytes.withSpan { span in
      // A part ends with a line.
      let most = min(first.start + partSize, span.count)
      var end = most
      while end > first.start, span[end - 1] != 0x0A { end -= 1 }
      if end == first.start { end = most }
      while end < span.count, span[end - 1] != 0x0A { end += 1 }
      let part = span.extracting(first.start..<end)
      // Without a branch, so that many bytes are counted at once.
      let lines = part.indices.reduce(0) { $0 &+ (part[$1] == 0x0A ? 1 : 0) }
      next = (end, first.number + lines)
    }
    return Part(
      path: path,
      schema: schema,
      bytes: bytes,
      range: first.start..<next.start,
      number: first.number
    )
  }

  private struct Part: ImportPart {
    let path: String
    let schema: Schema
    let bytes: Bytes
    let range: Range<Int>
    /// The number of the first line.
    let number: Int

    func read(_ foresight: inout Foresight, _ take: (ImportRow) -> Void) {
      let reader = RecordReader(schema)
      var splitter = LineSplitter(range, firstNumber: number)
      while let line = bytes.withSpan({ splitter.line($0) }) {
        let place = Place(file: path, line: line.number)
        do throws(Diagnostic) {
          let draft = try reader.draft(line, bytes, file: path)
          let foreseen = foresight.foresee(draft, at: place)
          let record = ImportRecord(foreseen: foreseen) { editor in
            try editor.add(draft, at: place, merging: true)
          }
          take(ImportRow(line: line.number, content: .record(record)))
        } catch {
          take(ImportRow(line: line.number, content: .problems([error])))
        }
      }
      // Who reads the file again has the pages again.
      bytes.giveBack(range)
    }
  }

  func refused(_ reasons: [Int: String], in language: Language) -> [UInt8] {
    var splitter = LineSplitter(0..<bytes.count)
    var result: [UInt8] = []
    bytes.withSpan { span in
      while let line = splitter.line(span) {
        guard reasons[line.number] != nil else { continue }
        result += span.extracting(line.range).copied + [0x0A]
      }
    }
    return result
  }
}
