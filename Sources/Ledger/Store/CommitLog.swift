import Bilingual
import JSONLines

/// The commits of a ledger as `commits.jsonl` tells them.
struct CommitLog: Sendable {
  /// A commit with the hash by which the next one names it.
  struct Entry: Sendable {
    let commit: Commit
    let hash: String
    let line: Line
  }

  let bytes: Bytes
  /// The offset behind the last whole line: what follows was never promised.
  let wholeCount: Int
  /// Whether the line end of the last commit is missing, as after an editor's save.
  let lacksLineEnd: Bool

  init(_ bytes: Bytes) {
    self.bytes = bytes
    var end = Self.start(ofLineBefore: bytes.count + 1, bytes)
    var whole = Self.wholeCommit(in: end..<bytes.count, bytes)
    // A line with zeros in it was torn by a power cut: JSON has none.
    while whole == nil, end > 0 {
      let start = Self.start(ofLineBefore: end, bytes)
      guard bytes.lastOffset(of: 0, in: start..<end) != nil else { break }
      whole = Self.wholeCommit(in: start..<end, bytes)
      end = start
    }
    lacksLineEnd = whole != nil
    wholeCount = whole ?? end
  }

  /// The end of a commit that has no line end; `nil` where none stands there, whole and in its place.
  ///
  /// Zeros may follow it: a command that wrote behind it was torn.
  private static func wholeCommit(in range: Range<Int>, _ bytes: Bytes) -> Int? {
    bytes.withSpan { span in
      var end = range.lowerBound
      while end < range.upperBound, span[end] != 0, span[end] != 0x0A { end += 1 }
      guard end > range.lowerBound, span[end - 1] == UInt8(ascii: "}"),
        let (commit, _) = try? Commit.read(range.lowerBound..<end, in: span)
      else { return nil }
      return commit.offset == range.lowerBound ? end : nil
    }
  }

  /// The start of the line that ends with the line end before an offset.
  private static func start(ofLineBefore end: Int, _ bytes: Bytes) -> Int {
    bytes.lastOffset(of: 0x0A, in: 0..<(end - 1)).map { $0 + 1 } ?? 0
  }

  /// Reads the last whole line; `nil` where there is none.
  ///
  /// - Throws: ``Diagnostics`` where it is no commit, or lines were put in or taken out before it.
  func last() throws -> Entry? {
    guard wholeCount > 0 else { return nil }
    let start = Self.start(ofLineBefore: lacksLineEnd ? wholeCount + 1 : wholeCount, bytes)
    let end = lacksLineEnd ? wholeCount : wholeCount - 1
    let entry = try entry(Line(number: 0, start: start, end: end, isWhole: true))
    guard entry.commit.offset ?? start == start, isInPlace(entry) else {
      throw Diagnostics(.moved(entry.commit, place(entry.line)), outcome: .needsRecovery)
    }
    return entry
  }

  /// Lines of the first ledgers do not say where they begin; their number does.
  private func isInPlace(_ entry: Entry) -> Bool {
    entry.commit.offset != nil || number(of: entry.line) == entry.commit.number
  }

  /// Reads every commit, first to last.
  func all() throws -> [Entry] {
    try lines().map { try $0.entry.get() }
  }

  /// Reads every line, first to last: a commit, or why it is none.
  func lines() -> [(line: Line, entry: Result<Entry, any Error>)] {
    var lines: [(line: Line, entry: Result<Entry, any Error>)] = []
    var splitter = LineSplitter(0..<wholeCount)
    while let line = bytes.withSpan({ splitter.line($0) }) {
      lines.append((line, Result { try entry(line) }))
    }
    return lines
  }

  func entry(_ line: Line) throws -> Entry {
    try bytes.withSpan { span in
      do throws(Commit.Fault) {
        let (commit, hash) = try Commit.read(line.range, in: span)
        return Entry(commit: commit, hash: hash, line: line)
      } catch {
        throw Diagnostics(
          Diagnostic(error, Line(line, number: number(of: line)), span),
          outcome: { if case .newerFormat = error { .refused } else { .needsRecovery } }()
        )
      }
    }
  }

  /// The last line is read without counting those before it; its number is found where it is told.
  private func number(of line: Line) -> Int {
    guard line.number == 0 else { return line.number }
    return bytes.withSpan { span in
      var number = 1
      for index in 0..<line.start where span[index] == 0x0A { number += 1 }
      return number
    }
  }

  func place(_ line: Line) -> Place {
    Place(file: Commit.file, line: number(of: line), column: 1, offset: line.start)
  }
}

extension Bytes {
  /// Finds the last byte of a value within a range.
  fileprivate func lastOffset(of value: UInt8, in range: Range<Int>) -> Int? {
    withSpan { span in
      // The pointer is used within the closure only, within the range that was extracted.
      unsafe span.extracting(range).withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return nil }
        var index = buffer.count
        while index > 0 {
          index &-= 1
          if unsafe start.load(fromByteOffset: index, as: UInt8.self) == value {
            return range.lowerBound + index
          }
        }
        return nil
      }
    }
  }
}

extension Line {
  fileprivate init(_ line: Line, number: Int) {
    self.init(number: number, start: line.start, end: line.end, isWhole: line.isWhole)
  }
}

extension Diagnostic {
  /// Tells why a line of `commits.jsonl` is no commit.
  fileprivate init(_ fault: Commit.Fault, _ line: Line, _ span: Span<UInt8>) {
    let place = Place(file: Commit.file, line: line.number, column: 1, offset: line.start)
    switch fault {
    case .json(let error):
      self.init(error, file: Commit.file, line: line, span)
    case .newerFormat(let format):
      self.init(
        "newer-format",
        Phrase(
          en: "the ledger was written in format \(format), this program knows \(Commit.format)",
          zh: "账本格式为 \(format)，本程序只认识 \(Commit.format)"
        ),
        help: Phrase(en: "use a newer brandledger", zh: "请使用较新版本的 brandledger"),
        at: place
      )
    case .shape:
      self.init(
        "bad-commit",
        Phrase(en: "this line is not a commit", zh: "该行不是有效的提交"),
        help: Phrase(
          en: "bring commits.jsonl back from a copy; the data files were not touched",
          zh: "请从备份恢复 commits.jsonl;数据文件没有被改动"
        ),
        at: place
      )
    case .altered:
      self.init(
        "altered-commit",
        Phrase(
          en: "this commit was altered since it was written: its hash does not fit",
          zh: "该提交写入后被改动：哈希不符"
        ),
        help: Phrase(
          en: "bring commits.jsonl back from a copy or from git; the data files were not touched",
          zh: "请从备份或 git 恢复 commits.jsonl；数据文件没有被改动"
        ),
        at: place
      )
    }
  }

  /// Says that a commit does not stand where it was written.
  static func moved(_ commit: Commit, _ place: Place) -> Diagnostic {
    Diagnostic(
      "commits-moved",
      Phrase(
        en: "commit \(commit.number) does not stand where it was written: lines before it were "
          + "added or removed",
        zh: "提交 \(commit.number) 不在写入时的位置：之前有行被增加或删除"
      ),
      help: Phrase(
        en: "after a merge of two branches run 'brandledger adopt'; else bring commits.jsonl back "
          + "from a copy or from git",
        zh: "若刚合并了两个分支，请运行 brandledger adopt；否则请从备份或 git 恢复 commits.jsonl"
      ),
      at: place
    )
  }
}
