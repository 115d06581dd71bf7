import Bilingual
import JSONLines

extension Diagnostic {
  /// Says that bytes of a file are not those that were committed, and which lines hold them.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - schema: The kind whose records it holds.
  ///   - commit: The first commit that does not fit.
  ///   - range: What that commit appended.
  ///   - bytes: The file as it stands.
  ///   - lines: The lines that were counted so far.
  /// - Returns: The finding, at the first line of them that is no record any more; else at the first of all.
  static func altered(
    _ file: String,
    _ schema: Schema?,
    _ commit: Commit,
    _ range: Range<Int>,
    in bytes: Bytes,
    _ lines: inout LineCount
  ) -> Diagnostic {
    var place = bytes.place(of: range.lowerBound, in: file, &lines)
    let first = place.line ?? 1
    let last = lines.number(at: max(range.lowerBound, range.upperBound - 1), in: bytes)
    var span =
      first < last
      ? Phrase(en: " in lines \(first) to \(last)", zh: "第 \(first) 至 \(last) 行")
      : Phrase(en: "", zh: "")
    var excerpt: Diagnostic?
    if let schema, let fault = unreadable(file, schema, range, first, in: bytes) {
      excerpt = fault
      place = fault.place ?? place
      if let line = place.line, first < last {
        span = Phrase(
          en: "\(span.en) (line \(line) is no record any more)",
          zh: "\(span.zh)（第 \(line) 行已不是记录）"
        )
      }
    }
    return Diagnostic(
      "altered-bytes",
      Phrase(
        en: "the bytes that commit \(commit.number) appended\(span.en) were altered since",
        zh: "提交 \(commit.number) 写入的内容\(span.zh)此后被改动"
      ),
      help: Phrase(
        en: "bring the file back from a copy or from git ('git checkout -- \(file)') and make the "
          + "change with 'set'; or take it as it is with 'brandledger adopt --rewrite'",
        zh: "请从备份或 git 恢复该文件（git checkout -- \(file)），再用 set 修改；"
          + "或用 brandledger adopt --rewrite 按现状接受"
      ),
      at: place,
      excerpt: excerpt?.excerpt,
      excerptColumn: excerpt?.excerptColumn ?? 1
    )
  }

  /// The first line within a range that is no record.
  private static func unreadable(
    _ file: String,
    _ schema: Schema,
    _ range: Range<Int>,
    _ firstLine: Int,
    in bytes: Bytes
  ) -> Diagnostic? {
    let reader = RecordReader(schema)
    var splitter = LineSplitter(range.lowerBound..<bytes.count, firstNumber: firstLine)
    while let line = bytes.withSpan({ splitter.line($0) }), line.start < range.upperBound {
      do throws(Diagnostic) {
        _ = try reader.read(line, bytes, file: file)
      } catch {
        return error
      }
    }
    return nil
  }
}

extension Bytes {
  /// Whether a line of this program ends before an offset: it writes no CR.
  func endsLine(at offset: Int) -> Bool {
    offset == 0
      || withSpan { $0[offset - 1] == 0x0A && (offset < 2 || $0[offset - 2] != 0x0D) }
  }

  /// What a commit appended, without as many bytes at its end as the file lacks: they were taken out of it, or moved.
  func moved(_ range: Range<Int>, ofCommitted committed: Int) -> Range<Int> {
    range.lowerBound..<max(range.lowerBound, range.upperBound - max(0, committed - count))
  }
}
