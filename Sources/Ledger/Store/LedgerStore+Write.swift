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
    let changes = try plan(snapshot(at: last.commit))
    guard !changes.isEmpty else {
      // What is there already may be of a command that was killed before it could tell.
      let warnings = try translating { () throws(StorageError) in try perform(Rescue(), at: at) }
      return Written(commit: nil, warnings: warnings)
    }
    let foreign = try foreignBytes(last.commit, log)
    try refuseEdited(foreign, log)
    return try append(
      self.plan(changes, after: last, log, by: by, at: at, command: command),
      lock,
      moving: foreign
    )
  }

  /// Takes the lock of a ledger that is there; a directory without a ledger gets no lock file.
  func lock(_ holder: LockHolder) throws -> any StorageLock {
    guard try commitLog().wholeCount > 0 else { throw missing() }
    return try translating { () throws(StorageError) in try storage.lock(holder) }
  }

  /// Checks what the last commit appended, so that nothing is built on altered bytes.
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
          .altered(name, commit, range, in: bytes, &lines),
          outcome: .needsRecovery
        )
      }
    }
  }

  /// Refuses to move bytes away from a file of which the committed part was edited.
  ///
  /// More bytes than were committed may be a crash's tail, or an edit before it that moved everything.
  func refuseEdited(_ foreign: [ForeignBytes], _ log: CommitLog) throws {
    let names = Set(foreign.map(\.file)).subtracting([Commit.file])
    guard !names.isEmpty else { return }
    let altered = try prove(log, only: names)
    guard altered.isEmpty else { throw Diagnostics(altered, outcome: .needsRecovery) }
  }

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

extension Diagnostic {
  /// Says that bytes of a file are not those that were committed, and which lines hold them.
  static func altered(
    _ file: String,
    _ commit: Commit,
    _ range: Range<Int>,
    in bytes: Bytes,
    _ lines: inout LineCount
  ) -> Diagnostic {
    let place = bytes.place(of: range.lowerBound, in: file, &lines)
    let first = place.line ?? 1
    let last = lines.number(at: max(range.lowerBound, range.upperBound - 1), in: bytes)
    let span =
      first < last
      ? Phrase(en: " in lines \(first) to \(last)", zh: "第 \(first) 至 \(last) 行")
      : Phrase(en: "", zh: "")
    return Diagnostic(
      "altered-bytes",
      Phrase(
        en: "the bytes that commit \(commit.number) appended\(span.en) were altered since",
        zh: "提交 \(commit.number) 写入的内容\(span.zh)此后被改动"
      ),
      help: Phrase(
        en: "bring the file back from a copy or from git, or see 'brandledger recover --show'; "
          + "'check' names every such place",
        zh: "请从备份或 git 恢复该文件，或用 brandledger recover --show 查看；check 会列出所有此类位置"
      ),
      at: place
    )
  }
}
