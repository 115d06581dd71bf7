import Bilingual
import JSONLines

extension LedgerStore {
  /// Finds in the files what the commits that are not continued appended.
  ///
  /// Git joins lines that both sides wrote: what both began with stands once, where they parted. A file
  /// that was never added to git is missing.
  ///
  /// - Returns: Up to where each tail holds what was committed before, to its end where git or hands mixed
  ///   it; the commits with the places at which they stand; and what the files do not hold as it was.
  static func found(_ survey: Survey, _ tails: [Tail], _ last: CommitLog.Entry?) -> (
    ends: [String: Int], joined: [JoinedCommit], missing: [Diagnostic]
  ) {
    let others = survey.others(afterCommits: last?.commit.number ?? 0)
    let base = survey.chain.last { $0.hash == others.first?.commit.parent }
    var ends = Dictionary(uniqueKeysWithValues: tails.map { ($0.file, $0.start) })
    var shared = (base?.commit.files ?? [:]).mapValues(\.bytes)
    var mixed: Set<String> = []
    let tails = Dictionary(uniqueKeysWithValues: tails.map { ($0.file, $0) })
    var joined: [JoinedCommit] = []
    let missing = others.flatMap { entry -> [Diagnostic] in
      var places: [String: Range<Int>] = [:]
      defer {
        joined += entry.commit.joined.map { $0.moved(with: entry.commit, to: places) }
        joined.append(JoinedCommit(entry, files: places))
      }
      return entry.commit.files.sorted { $0.key < $1.key }.compactMap {
        name,
        extent -> Diagnostic? in
        guard let hash = extent.hash else { return nil }
        func isHeld(at start: Int) -> Bool {
          guard let whole = tails[name]?.whole, start + extent.appended <= whole.count else {
            return false
          }
          return whole.withSpan {
            SHA256.hash($0.extracting(start..<start + extent.appended)) == hash
          }
        }
        if let end = ends[name], isHeld(at: end) {
          places[name] = end..<end + extent.appended
          ends[name] = end + extent.appended
          return nil
        }
        if base != nil, isHeld(at: shared[name] ?? 0) {
          let start = shared[name] ?? 0
          places[name] = start..<start + extent.appended
          shared[name, default: 0] += extent.appended
          return nil
        }
        mixed.insert(name)
        let isGone = tails[name]?.isEmpty ?? true
        return .incomplete(entry, name, extent.appended, isGone, survey.log.place(entry.line))
      }
    }
    for name in mixed { ends[name] = tails[name]?.whole.count }
    return (ends, joined, missing)
  }

  /// The commits that are not continued: what they appended becomes part of the new one.
  static func joined(_ survey: Survey, _ last: CommitLog.Entry?) -> [Diagnostic] {
    survey.others(afterCommits: last?.commit.number ?? 0).prefix(20).map { entry in
      let commit = entry.commit
      return Diagnostic(
        "commit-joined",
        Phrase(
          en: "what \(commit.by) committed at \(commit.at) becomes part of this commit: "
            + commit.command,
          zh: "\(commit.by) 于 \(commit.at) 提交的内容并入本次提交：\(commit.command)"
        ),
        severity: .warning,
        at: survey.log.place(entry.line)
      )
    }
  }

  /// Records that both branches changed since they parted, and those that lines of an unknown branch hold twice.
  ///
  /// That one branch changed a record again and again is no news to anybody.
  static func changedTwice(
    _ survey: Survey,
    _ tails: [Tail],
    _ last: CommitLog.Entry?,
    _ joined: [JoinedCommit]
  ) -> [Diagnostic] {
    let parent = survey.others(afterCommits: last?.commit.number ?? 0).first?.commit.parent
    let base = survey.chain.last { $0.hash == parent }
    return tails.flatMap { tail -> [Diagnostic] in
      let ours = base.map { tail.ids(from: $0.commit.files[tail.file]?.bytes ?? 0) } ?? [:]
      let ranges = joined.compactMap { $0.files[tail.file] }
      let theirs = Set(
        tail.entries.indices.filter { index in
          let start = tail.entries[index].start.offset
          return ranges.contains { $0.contains(start) }
        }
      )
      let lastOfTheirs = Dictionary(
        theirs.map { (tail.entries[$0].id, $0) },
        uniquingKeysWith: max
      )
      var seen = ours
      return tail.entries.indices.compactMap { index in
        let entry = tail.entries[index]
        defer { seen[entry.id] = entry.place }
        if theirs.contains(index) {
          guard lastOfTheirs[entry.id] == index else { return nil }
          return ours[entry.id].map { .changedTwice(entry, tail.schema, $0) }
        }
        return seen[entry.id].map { .changedTwice(entry, tail.schema, $0) }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func changedTwice(_ entry: Entry, _ schema: Schema?, _ other: Place) -> Self {
    Diagnostic(
      "changed-twice",
      Phrase(
        en: "\(schema?.kind ?? "") \(entry.id) was changed in line \(other.line ?? 0) too; "
          + "this later line counts",
        zh: "\(schema?.label.zh ?? "") \(entry.id) 在第 \(other.line ?? 0) 行也有改动；以较后的本行为准"
      ),
      help: Phrase(
        en: "see both with 'history', and mend the record with 'set' if the other was right",
        zh: "用 history 查看两者；若另一方正确，请用 set 更正"
      ),
      severity: .warning,
      at: entry.place
    )
  }

  fileprivate static func incomplete(
    _ entry: CommitLog.Entry,
    _ name: String,
    _ count: Int,
    _ isGone: Bool,
    _ place: Place
  ) -> Diagnostic {
    let commit = entry.commit
    return Diagnostic(
      "commit-incomplete",
      Phrase(
        en:
          "\(name) does not hold the \(count, of: "byte") of '\(commit.command)' as they were written",
        zh: "\(name) 中没有“\(commit.command)”原样写入的 \(count) 字节"
      ),
      help: isGone
        ? Phrase(
          en: "bring the file of the other branch: was it added to git? 'adopt --rewrite' goes on "
            + "without it",
          zh: "请取回另一分支的该文件：是否已加入 git？adopt --rewrite 可在没有它的情况下继续"
        )
        : Phrase(
          en: "git may have joined lines that both sides wrote; see whether all records are there",
          zh: "git 可能合并了双方写下的相同行；请确认记录齐全"
        ),
      severity: isGone ? .error : .warning,
      at: place
    )
  }
}
