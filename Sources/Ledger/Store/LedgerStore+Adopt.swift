import Bilingual
import JSONLines

/// What `adopt` is about to commit: records that stand in the files, but in no commit.
public struct Adoption: Sendable {
  /// The records as they were committed.
  public let before: Snapshot
  /// The records as they will be.
  public let after: Snapshot
  /// The lines, each with its place.
  public let lines: [Entry]
  /// What deserves a look: records that both branches changed, commits that become one.
  public let warnings: [Diagnostic]

  let firstLines: [String: Int]

  /// Whether a place is among the lines that no commit holds yet.
  public func holds(_ place: Place) -> Bool {
    guard let first = firstLines[place.file], let line = place.line else { return false }
    return line >= first
  }
}

extension LedgerStore {
  /// Commits what stands in the files behind the last commit: records appended by hand, or by another
  /// branch that git merged.
  ///
  /// After a merge `commits.jsonl` holds the commits of both branches. The chain is followed as far
  /// as it holds; what the other commits appended is committed anew, in one.
  ///
  /// - Parameters:
  ///   - by: Who adopts.
  ///   - at: When.
  ///   - command: The command, for the log.
  ///   - rewriting: Whether files of which the committed part was edited are taken as they are: the
  ///     commits from the first edited one on become one.
  ///   - isDryRun: Whether nothing is to be written.
  ///   - check: Looks at what is about to be committed, and throws to refuse it.
  /// - Returns: The commit; none where there was nothing to adopt.
  /// - Throws: What the check throws, or ``Diagnostics`` with every line that is no record, or where
  ///   a file does not hold what was committed, the ledger is busy, or the disk fails.
  public func adopt(
    by: String,
    at: Timestamp,
    command: String,
    rewriting: Bool = false,
    isDryRun: Bool = false,
    _ check: (Adoption) throws -> Void
  ) throws -> Written {
    let lock = try lock(LockHolder(by: by, since: at, command: command))
    defer { withExtendedLifetime(lock) {} }
    let survey = try survey()
    let proven = try Self.basis(survey, rewriting: rewriting)
    let last = proven > 0 ? survey.chain[proven - 1] : nil
    let tails = try survey.files.map { try Tail($0, after: last?.commit, catalog) }
    let unreadable = tails.flatMap(\.faults)
    guard unreadable.isEmpty else { throw Diagnostics(unreadable) }
    let isRewritten = survey.breach != nil || proven < survey.chain.count
    guard isRewritten || tails.contains(where: { !$0.isEmpty }) else {
      return Written(commit: nil, warnings: [])
    }
    let adoption = adoption(survey, tails, last)
    try check(adoption)
    guard !isDryRun else { return Written(commit: nil, warnings: adoption.warnings) }

    var files = (last?.commit.files ?? [:]).mapValues { Commit.Extent(bytes: $0.bytes) }
    for tail in tails where !tail.isEmpty { files[tail.file] = tail.extent }
    let end = survey.end(ofCommits: proven)
    let lacksLineEnd = survey.log.lacksLineEnd && proven == survey.chain.count
    let commit = Commit(
      number: proven + 1,
      at: at,
      by: by,
      command: command,
      files: files,
      parent: last?.hash,
      offset: end + (lacksLineEnd ? 1 : 0)
    )
    let line = (lacksLineEnd ? [0x0A] : []) + commit.line + [0x0A]
    var rescue = Rescue()
    rescue.replacements = tails.filter(\.isPutRight).map {
      Rescue.Replacement(file: $0.file, old: $0.raw, new: $0.whole.copy(of: 0..<$0.whole.count))
    }
    let renews = isRewritten || survey.hasCommitsPutRight
    if renews {
      rescue.copies = [(Commit.file, survey.rawCommits)]
    } else {
      rescue.cuts = survey.foreign(afterCommits: proven).filter { $0.file == Commit.file }
    }
    let isNew = tails.contains { !$0.isEmpty && last?.commit.files[$0.file] == nil }
    let renamed = !rescue.replacements.isEmpty
    let told = try translating { () throws(StorageError) in
      let told = try perform(rescue, at: at, synchronizedLater: [""])
      for tail in tails where !tail.isEmpty && !tail.isPutRight {
        try storage.synchronize(tail.file)
      }
      if isNew || renamed { try storage.synchronizeFolder("") }
      for tail in tails where !tail.isEmpty
      {
        guard try storage.size(of: tail.file) == tail.whole.count else {
          throw .changed(.append, tail.file)
        }
      }
      try lock.verify()
      return told
    }
    do throws(StorageError) {
      if renews {
        try replace(Commit.file, with: survey.log.bytes.copy(of: 0..<end) + line)
        try storage.synchronizeFolder("")
      } else {
        try storage.append(line, to: Commit.file, at: end)
        try storage.synchronize(Commit.file)
      }
    } catch {
      let isThere = (try? commitLog().last()?.commit) == commit
      throw Diagnostics(error, unsureOf: isThere ? commit : nil)
    }
    return Written(commit: commit, warnings: adoption.warnings + told)
  }

  /// Behind which commit everything is committed anew.
  private static func basis(_ survey: Survey, rewriting: Bool) throws -> Int {
    let isMerge = survey.shared.map { survey.proven >= $0 } ?? false
    // A line that git left is no edit: somebody has to say which records stay.
    guard rewriting || isMerge || survey.faults.isEmpty,
      survey.faults.allSatisfy({ $0.name != "merge-marker" })
    else { throw Diagnostics(survey.faults, outcome: .needsRecovery) }
    return rewriting || isMerge ? survey.proven : survey.chain.count
  }

  private func adoption(_ survey: Survey, _ tails: [Tail], _ last: CommitLog.Entry?) -> Adoption {
    let wholes = Dictionary(uniqueKeysWithValues: tails.map { ($0.file, $0.whole) })
    func snapshot(_ count: @escaping @Sendable (String) -> Int) -> Snapshot {
      Snapshot(catalog, commit: last?.commit.number ?? 0) { schema in
        guard let bytes = wholes[schema.file] else { return Table(schema) }
        return try Table(schema, reading: bytes, count: count(schema.file))
      }
    }
    let sizes = (last?.commit.files ?? [:]).mapValues(\.bytes)
    let both = Self.changedTwice(survey, tails, last)
    return Adoption(
      before: snapshot { sizes[$0] ?? 0 },
      after: snapshot { wholes[$0]?.count ?? 0 },
      lines: tails.flatMap(\.entries),
      warnings: Self.joined(survey, last) + both,
      firstLines: Dictionary(
        uniqueKeysWithValues: tails.filter { !$0.isEmpty }.map { ($0.file, $0.firstLine) }
      )
    )
  }

  /// The commits that are not continued: what they appended becomes part of the new one.
  private static func joined(_ survey: Survey, _ last: CommitLog.Entry?) -> [Diagnostic] {
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

  /// Records that stand in the tails twice, or that both branches changed since they parted.
  private static func changedTwice(
    _ survey: Survey,
    _ tails: [Tail],
    _ last: CommitLog.Entry?
  ) -> [Diagnostic] {
    let parent = survey.others(afterCommits: last?.commit.number ?? 0).first?.commit.parent
    let base = survey.chain.last { $0.hash == parent }
    return tails.flatMap { tail -> [Diagnostic] in
      let parted = base.map { $0.commit.files[tail.file]?.bytes ?? 0 }
      var seen = parted.map { tail.ids(from: $0) } ?? [:]
      return tail.entries.compactMap { entry in
        defer { seen[entry.id] = entry.place }
        guard let other = seen[entry.id] else { return nil }
        return Diagnostic(
          "changed-twice",
          Phrase(
            en: "\(tail.schema?.kind ?? "") \(entry.id) was changed in line \(other.line ?? 0) too; "
              + "this later line counts",
            zh: "\(tail.schema?.label.zh ?? "") \(entry.id) 在第 \(other.line ?? 0) 行也有改动；以较后的本行为准"
          ),
          help: Phrase(
            en: "see both with 'history', and mend the record with 'set' if the other was right",
            zh: "用 history 查看两者；若另一方正确，请用 set 更正"
          ),
          severity: .warning,
          at: entry.place
        )
      }
    }
  }
}
