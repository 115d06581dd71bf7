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
  /// Whether each record is asked for, and not only how many there are.
  private let isEachAskedFor: Bool

  init(_ bytes: Bytes, _ path: String, _ schema: Schema, isEachAskedFor: Bool) {
    self.path = path
    self.schema = schema
    self.bytes = bytes
    self.isEachAskedFor = isEachAskedFor
    partSize = min(max(bytes.count / 16, 8 << 10), 256 << 10)
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
      next = (end, first.number + span.extracting(first.start..<end).lineEndCount)
    }
    return Part(
      path: path,
      schema: schema,
      bytes: bytes,
      range: first.start..<next.start,
      number: first.number,
      isEachAskedFor: isEachAskedFor
    )
  }

  private struct Part: ImportPart {
    let path: String
    let schema: Schema
    let bytes: Bytes
    let range: Range<Int>
    /// The number of the first line.
    let number: Int

    let isEachAskedFor: Bool

    func read(_ foresight: inout Foresight, _ take: (ImportRow) -> Void) {
      var hasLines = false
      if isEachAskedFor {
        var splitter = LineSplitter(range, firstNumber: number)
        while let line = bytes.withSpan({ splitter.line($0) }) { take(row(line, &foresight)) }
      } else {
        for sight in foresight.look(at: range, of: bytes, from: number) {
          switch sight {
          case .line(let line): take(row(line, &foresight))
          case .lines(let lines):
            hasLines = hasLines || lines.bytes === bytes
            let content = ImportRow.Content.lines(lines) { index in
              row(lines.line(index), of: lines.bytes) { _ in nil }
            }
            take(ImportRow(line: lines.number, content: content))
          }
        }
      }
      // Who reads the file again has the pages again; lines are read again when they are written.
      if !hasLines { bytes.giveBack(range) }
    }

    private func row(_ line: Line, _ foresight: inout Foresight) -> ImportRow {
      let place = Place(file: path, line: line.number)
      return row(line, of: bytes) { foresight.foresee($0, at: place) }
    }

    private func row(
      _ line: Line,
      of bytes: Bytes,
      _ foresee: (Draft) -> Foreseen?
    ) -> ImportRow {
      do throws(Diagnostic) {
        let draft = try RecordReader(schema).draft(line, bytes, file: path)
        let lost = draft.lostDigits(at: Place(file: path, line: line.number))
        guard lost.isEmpty else { return ImportRow(line: line.number, content: .problems(lost)) }
        let record = ImportRecord(unknownKeys: draft.unknownKeys, foreseen: foresee(draft)) {
          [path] editor in
          try editor.add(draft, at: Place(file: path, line: line.number), merging: true)
        }
        return ImportRow(line: line.number, content: .record(record))
      } catch {
        return ImportRow(line: line.number, content: .problems([error]))
      }
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

extension Diagnostic {
  /// Says that a key of a line is no field of the kind, and which field may be meant.
  static func unknownKey(_ key: String, _ schema: Schema, at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-field",
      Phrase(
        en: "a record of kind \(schema.kind) has no field '\(key)': it is kept as one of your own, "
          + "which no command reads",
        zh: "\(schema.label.zh)没有“\(key)”字段：按自有内容保存，各命令均不使用"
      ),
      help: schema.field(meantBy: key).map { field in
        if case .money = field.type.form {
          return Phrase(
            en: "did you mean '\(field.name)', which is in fen? Rename it in the file; "
              + "--map \(key)=\(field.name) reads it in yuan",
            zh: "是否指“\(field.name)”（\(field.label.zh)，以分为单位）？请在文件中改名；"
              + "加 --map \(key)=\(field.name) 则按元读入"
          )
        }
        return Phrase(
          en: "did you mean '\(field.name)'? Rename it in the file, or --map \(key)=\(field.name)",
          zh: "是否指“\(field.name)”（\(field.label.zh)）？请在文件中改名，或加 --map \(key)=\(field.name)"
        )
      },
      severity: .warning,
      at: place
    )
  }
}
