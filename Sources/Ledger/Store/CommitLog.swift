import Bilingual
import JSONLines

/// The commits of a ledger as `commits.jsonl` tells them.
struct CommitLog: Sendable {
  /// A commit with the hash of its line.
  struct Entry: Sendable {
    let commit: Commit
    let hash: String
    let line: Line
  }

  let bytes: Bytes
  /// The offset behind the last whole line: what follows was never promised.
  let wholeCount: Int

  init(_ bytes: Bytes) {
    self.bytes = bytes
    wholeCount = bytes.withSpan { span in
      var end = span.count
      while end > 0, span[end - 1] != 0x0A { end -= 1 }
      return end
    }
  }

  /// Reads the last whole line; `nil` where there is none.
  func last() throws -> Entry? {
    guard wholeCount > 0 else { return nil }
    let start = bytes.withSpan { span in
      var start = wholeCount - 1
      while start > 0, span[start - 1] != 0x0A { start -= 1 }
      return start
    }
    return try entry(Line(number: 0, start: start, end: wholeCount - 1, isWhole: true))
  }

  /// Reads every commit, first to last.
  func all() throws -> [Entry] {
    var entries: [Entry] = []
    var splitter = LineSplitter(0..<wholeCount)
    while let line = bytes.withSpan({ splitter.line($0) }) {
      entries.append(try entry(line))
    }
    return entries
  }

  private func entry(_ line: Line) throws -> Entry {
    try bytes.withSpan { span in
      do throws(Commit.Fault) {
        return Entry(
          commit: try Commit(line.range, in: span),
          hash: SHA256.hash(span.extracting(line.range)),
          line: line
        )
      } catch {
        throw Self.diagnostics(error, line, span)
      }
    }
  }

  private static func diagnostics(
    _ fault: Commit.Fault,
    _ line: Line,
    _ span: Span<UInt8>
  ) -> Diagnostics {
    // The last line is read without counting those before it; its number is found now.
    var number = 1
    for index in 0..<line.start where span[index] == 0x0A { number += 1 }
    let line = Line(number: number, start: line.start, end: line.end, isWhole: line.isWhole)
    let place = Place(file: Commit.file, line: number, column: 1, offset: line.start)
    switch fault {
    case .json(let error):
      return Diagnostics(
        Diagnostic(error, file: Commit.file, line: line, span),
        outcome: .needsRecovery
      )
    case .newerFormat(let format):
      return Diagnostics(
        Diagnostic(
          "newer-format",
          Phrase(
            en: "the ledger was written in format \(format), this program knows \(Commit.format)",
            zh: "账本格式为 \(format)，本程序只认识 \(Commit.format)"
          ),
          help: Phrase(en: "use a newer brandledger", zh: "请使用较新版本的 brandledger"),
          at: place
        )
      )
    case .shape:
      return Diagnostics(
        Diagnostic(
          "bad-commit",
          Phrase(en: "this line is not a commit", zh: "该行不是有效的提交"),
          help: Phrase(
            en: "bring commits.jsonl back from a copy; the data files were not touched",
            zh: "请从备份恢复 commits.jsonl;数据文件没有被改动"
          ),
          at: place
        ),
        outcome: .needsRecovery
      )
    }
  }
}
