import Bilingual
import JSONLines

extension LedgerStore {
  /// Writes what a plan says, all of it or nothing.
  ///
  /// The plan is made under the lock from the latest records, so that it cannot be overtaken.
  ///
  /// - Parameters:
  ///   - by: Who writes.
  ///   - at: When.
  ///   - command: The command, for the log.
  ///   - plan: Says what to write after a look at the records; every put has an id.
  /// - Returns: The commit, after the last `fsync`; none where the plan is empty.
  /// - Throws: What the plan throws, or ``Diagnostics`` where it takes away what another record names, the ledger is
  ///   busy, does not fit its commits, or the disk fails.
  public func write(
    by: String,
    at: Timestamp,
    command: String,
    _ plan: (Snapshot) throws -> [Change]
  ) throws -> Written {
    let lock = try lock(LockHolder(by: by, since: at, command: command))
    defer { withExtendedLifetime(lock) {} }
    let log = try commitLog()
    guard let last = try log.last() else { throw missing() }
    var stamps = stamps(of: last.commit)
    var (proof, changes) = try proveAll(log, last.commit, stamps) {
      let snapshot = snapshot(at: last.commit)
      let changes = try plan(snapshot)
      try References.refuseLone(changes, in: snapshot)
      return changes
    }
    guard !changes.isEmpty else {
      // What is there already may be of a command that was killed before it could tell.
      let warnings = try translating { () throws(StorageError) in
        try perform(Rescue(), at: at, committing: proof == nil)
      }
      return Written(commit: nil, warnings: warnings)
    }
    // A plan may ask a person, who has an editor open.
    let now = self.stamps(of: last.commit)
    if proof != nil, now != stamps {
      stamps = now
      proof = try proveAll(log, last.commit, self.proof(now))
    }
    let foreign = try foreignBytes(last.commit, log, now)
    let watch = AppendWatch(self)
    let written = try append(
      Batch(changes, after: last, log, by: by, at: last.commit.next(at), command: command),
      lock,
      moving: foreign,
      isDurable: proof != nil,
      watch: watch
    )
    if let commit = written.commit { self.proof(stamps?.following(watch, to: commit))?.keep() }
    let behind = last.commit.clockBehind(at).map { [$0] } ?? []
    return Written(commit: written.commit, warnings: written.warnings + behind)
  }

  /// Takes the lock of a ledger that is there; a directory without a ledger gets no lock file.
  func lock(_ holder: LockHolder) throws -> any StorageLock {
    guard try commitLog().wholeCount > 0 else { throw missing() }
    return try translating { () throws(StorageError) in try storage.lock(holder) }
  }

  /// Makes a plan, with all committed bytes proved, so that nothing is built on altered ones.
  ///
  /// Where all files are as this program left them when they were proved last, only the end of what the last commit
  /// appended is read again: disks alter bytes without a trace, and lose the last ones first.
  ///
  /// - Returns: That all is proved, and the last commit on the disk; `nil` where it cannot be known later without reading
  ///   all again. And the plan.
  private func proveAll(
    _ log: CommitLog,
    _ last: Commit,
    _ stamps: FileStamps?,
    _ plan: () throws -> [Change]
  ) throws -> (Proof?, [Change]) {
    let proof = proof(stamps)
    guard proof?.isKept != true else {
      try verifyEnds(last) { $0.hash != nil }
      return (proof, try plan())
    }
    guard last.files.values.reduce(0, { $0 + $1.bytes }) > Self.manyBytes else {
      return (try proveAll(log, last, proof), try plan())
    }
    let (proved, changes) = Workers.beside(
      { Result { try proveAll(log, last, proof) } },
      { Result { try plan() } }
    )
    // A plan that failed may have met what was altered.
    return (try proved.get(), try changes.get())
  }

  /// Proving so many bytes and making a plan take their time side by side.
  private static let manyBytes = 4 << 20

  private func proveAll(_ log: CommitLog, _ last: Commit, _ proof: Proof?) throws -> Proof? {
    try verifyEnds(last) { _ in true }
    let found = try prove(log).filter { $0.severity == .error }
    guard found.isEmpty else { throw Diagnostics(found, outcome: .needsRecovery) }
    guard let proof else { return nil }
    // Whoever made the commit may have been killed before it was on the disk.
    try translating { () throws(StorageError) in try storage.synchronize(Commit.file) }
    proof.keep()
    return proof
  }

  /// Checks that files end as a commit says, and what it appended to them.
  ///
  /// Of a large addition only the end is looked at, where the commit says its hash.
  private func verifyEnds(_ commit: Commit, _ isWanted: (Commit.Extent) -> Bool) throws {
    for (name, extent) in commit.files.sorted(by: { $0.key < $1.key }) where isWanted(extent) {
      let bytes = try read(name, atLeast: extent.bytes)
      guard let hash = extent.tail ?? extent.hash else { continue }
      let count = extent.tail == nil ? extent.appended : Commit.Extent.tailCount
      guard bytes.hash(of: extent.bytes - count..<extent.bytes) == hash else {
        let range = (extent.bytes - extent.appended)..<extent.bytes
        var lines = LineCount()
        throw Diagnostics(
          .altered(name, schema(ofFile: name), commit, range, in: bytes, &lines),
          outcome: .needsRecovery
        )
      }
    }
  }

  /// The kind whose records a file holds.
  func schema(ofFile name: String) -> Schema? { catalog.schemas.first { $0.file == name } }

  /// Runs file calls and tells a failed one as a diagnostic.
  func translating<Result>(_ calls: () throws(StorageError) -> Result) throws -> Result {
    do throws(StorageError) {
      return try calls()
    } catch {
      throw Diagnostics(error)
    }
  }
}
