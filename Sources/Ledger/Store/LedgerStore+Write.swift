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
  /// - Throws: What the plan throws, or ``Diagnostics`` where the ledger is busy, does not fit its
  ///   commits, or the disk fails.
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
    try verifyTail(last.commit)
    let proof = try verifyAll(log)
    let changes = try plan(snapshot(at: last.commit))
    guard !changes.isEmpty else {
      // What is there already may be of a command that was killed before it could tell.
      let warnings = try translating { () throws(StorageError) in try perform(Rescue(), at: at) }
      return Written(commit: nil, warnings: warnings)
    }
    // A plan may ask a person, who has an editor open.
    if proof?.holds == false { _ = try verifyAll(log) }
    let foreign = try foreignBytes(last.commit, log)
    let written = try append(
      self.plan(changes, after: last, log, by: by, at: at, command: command),
      lock,
      moving: foreign
    )
    if let commit = written.commit { newProof(of: commit)?.keep() }
    return written
  }

  /// Takes the lock of a ledger that is there; a directory without a ledger gets no lock file.
  func lock(_ holder: LockHolder) throws -> any StorageLock {
    guard try commitLog().wholeCount > 0 else { throw missing() }
    return try translating { () throws(StorageError) in try storage.lock(holder) }
  }

  /// Checks what the last commit appended: disks alter bytes without a trace, and lose the last ones first.
  ///
  /// Of a large one only the end is looked at, where the commit says its hash.
  private func verifyTail(_ commit: Commit) throws {
    for (name, extent) in commit.files.sorted(by: { $0.key < $1.key }) {
      let bytes = try read(name, atLeast: extent.bytes)
      guard let hash = extent.tail ?? extent.hash else { continue }
      let count = extent.tail == nil ? extent.appended : Commit.Extent.tailCount
      let actual = bytes.withSpan {
        SHA256.hash($0.extracting((extent.bytes - count)..<extent.bytes))
      }
      guard actual == hash else {
        let range = (extent.bytes - extent.appended)..<extent.bytes
        var lines = LineCount()
        throw Diagnostics(
          .altered(name, schema(ofFile: name), commit, range, in: bytes, &lines),
          outcome: .needsRecovery
        )
      }
    }
  }

  /// Proves every committed byte, so that nothing is built on altered ones.
  ///
  /// Nothing is read where all files are as this program left them when they were proved last.
  ///
  /// - Returns: That all is proved; `nil` where it cannot be known later without reading all again.
  private func verifyAll(_ log: CommitLog) throws -> Proof? {
    let proof = try log.last().flatMap { newProof(of: $0.commit) }
    guard proof?.isKept != true else { return proof }
    let found = try prove(log)
    guard found.isEmpty else { throw Diagnostics(found, outcome: .needsRecovery) }
    proof?.keep()
    return proof
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

extension Change {
  /// The change as one line of JSON without its line end.
  public var line: [UInt8] {
    switch self {
    case .put(let draft):
      return draft.line
    case .remove(_, let id, let reason):
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("id", id.text)
        writer.member(RecordReader.removed, reason)
      }
      return writer.bytes
    }
  }
}
