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

  /// Whether a place is among the lines that no commit ever held, neither of this branch nor of another.
  public func isNew(_ place: Place) -> Bool {
    guard let first = firstLines[place.file], let line = place.line else { return false }
    return line >= first
  }
}

extension LedgerStore {
  /// Commits what stands in the files behind the last commit: records appended by hand, or by another
  /// branch that git merged.
  ///
  /// After a merge `commits.jsonl` holds the commits of both branches. The chain is followed as far
  /// as it holds; what the other commits appended is committed anew, in one, which says who wrote what.
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
      // It may be that a command committed them which was killed before it could tell.
      if !isDryRun {
        _ = try translating { () throws(StorageError) in try perform(Rescue(), at: at) }
      }
      return Written(commit: nil, warnings: [])
    }
    let found = Self.found(survey, tails, last)
    let missing = survey.shared == nil ? [] : found.missing
    let lost = missing.filter { $0.severity == .error }
    guard lost.isEmpty || rewriting else { throw Diagnostics(lost, outcome: .needsRecovery) }
    let adoption = adoption(survey, tails, last, found, missing)
    try check(adoption)
    guard !isDryRun else { return Written(commit: nil, warnings: adoption.warnings) }

    var files = (last?.commit.files ?? [:]).mapValues { Commit.Extent(bytes: $0.bytes) }
    for tail in tails where !tail.isEmpty { files[tail.file] = tail.extent }
    let end = survey.end(ofCommits: proven)
    let lacksLineEnd = survey.log.lacksLineEnd && proven == survey.chain.count
    let commit = Commit(
      number: proven + 1,
      at: last?.commit.next(at) ?? at,
      by: by,
      command: command,
      files: files,
      parent: last?.hash,
      offset: end + (lacksLineEnd ? 1 : 0),
      joined: found.joined
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
    let told = try translating { () throws(StorageError) in
      let told = try perform(rescue, at: at, committing: !renews, synchronizedLater: [""])
      for tail in tails where !tail.isEmpty && !tail.isPutRight {
        try storage.synchronize(tail.file)
      }
      // Editors and git make new files and rename them, and leave that to the caches; whoever saves
      // to `recovered/` has brought the folder to the disk already.
      if rescue.isEmpty || !rescue.replacements.isEmpty { try storage.synchronizeFolder("") }
      for tail in tails where !tail.isEmpty {
        guard try storage.size(of: tail.file) == tail.whole.count else {
          throw .changed(.append, tail.file)
        }
      }
      try lock.verify()
      return told
    }
    do throws(StorageError) {
      if renews {
        try refuseGrown(Commit.file, behind: survey.rawCommits.count)
        try replace(Commit.file, with: survey.log.bytes.copy(of: 0..<end) + line)
        try storage.synchronizeFolder("")
      } else {
        try storage.append(line, to: Commit.file, at: end)
        try storage.synchronize(Commit.file)
      }
    } catch {
      throw Diagnostics(error, unsureOf: mayStand(commit) ? commit : nil)
    }
    let behind = last?.commit.clockBehind(at).map { [$0] } ?? []
    return Written(commit: commit, warnings: adoption.warnings + told + behind)
  }

  /// Behind which commit everything is committed anew.
  private static func basis(_ survey: Survey, rewriting: Bool) throws -> Int {
    // A line that git left is no edit: somebody has to say which records stay.
    let markers = survey.faults.filter { $0.name == "merge-marker" }
    guard markers.isEmpty else { throw Diagnostics(markers, outcome: .needsRecovery) }
    let isMerge = survey.shared.map { survey.proven >= $0 } ?? false
    guard rewriting || isMerge || survey.faults.isEmpty else {
      throw Diagnostics(survey.faults, outcome: .needsRecovery)
    }
    return rewriting || isMerge ? survey.proven : survey.chain.count
  }

  private func adoption(
    _ survey: Survey,
    _ tails: [Tail],
    _ last: CommitLog.Entry?,
    _ found: (ends: [String: Int], joined: [JoinedCommit], missing: [Diagnostic]),
    _ missing: [Diagnostic]
  ) -> Adoption {
    let wholes = Dictionary(uniqueKeysWithValues: tails.map { ($0.file, $0.whole) })
    func snapshot(_ count: @escaping @Sendable (String) -> Int) -> Snapshot {
      Snapshot(catalog, commit: last?.commit.number ?? 0) { schema in
        guard let bytes = wholes[schema.file] else { return Table(schema) }
        return try Table(schema, reading: bytes, count: count(schema.file))
      }
    }
    let sizes = (last?.commit.files ?? [:]).mapValues(\.bytes)
    let both = Self.changedTwice(survey, tails, last, found.joined)
    return Adoption(
      before: snapshot { sizes[$0] ?? 0 },
      after: snapshot { wholes[$0]?.count ?? 0 },
      lines: tails.flatMap(\.entries),
      warnings: Self.joined(survey, last) + missing + both,
      firstLines: Dictionary(
        uniqueKeysWithValues: tails.compactMap { tail in
          let end = found.ends[tail.file] ?? tail.start
          return end < tail.whole.count ? (tail.file, tail.whole.lineNumber(at: end)) : nil
        }
      )
    )
  }
}
