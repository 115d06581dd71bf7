import Bilingual
import JSONLines

/// Bytes behind the committed size of a file: left by a crash, or by hands.
struct ForeignBytes {
  let file: String
  let range: Range<Int>

  var warning: Diagnostic {
    Diagnostic(
      "uncommitted-bytes",
      Phrase(
        en: "\(range.count) bytes stand behind the last commit and are not looked at",
        zh: "最后一次提交之后还有 \(range.count) 字节，未被读取"
      ),
      help: Phrase(
        en: "the next command that writes moves them, byte for byte, to recovered/",
        zh: "下一次写入时会原样移入 recovered/"
      ),
      severity: .warning,
      at: Place(file: file, offset: range.lowerBound)
    )
  }
}

/// What a command did to a ledger.
public struct Written: Sendable {
  /// The commit that it made; `nil` where nothing was to be written.
  public let commit: Commit?
  /// What was moved to `recovered/` before.
  public let warnings: [Diagnostic]
}

extension LedgerStore {
  /// Starts a ledger in a directory that holds none.
  ///
  /// - Parameters:
  ///   - by: Who starts it.
  ///   - at: When.
  ///   - command: The command, for the log.
  ///   - changes: The first records, each with an id.
  /// - Returns: The first commit.
  /// - Throws: ``Diagnostics`` where a ledger is there already or the disk fails.
  public func create(
    by: String,
    at: Timestamp,
    command: String,
    _ changes: [Change]
  ) throws -> Commit {
    try translating { () throws(StorageError) in try storage.createFolder("") }
    let lock = try translating { () throws(StorageError) in
      try storage.lock(holder: "\(by): \(command)")
    }
    defer { withExtendedLifetime(lock) {} }
    guard try translating({ () throws(StorageError) in try storage.read(Commit.file) }) == nil
    else {
      throw Diagnostics(
        Diagnostic(
          "ledger-exists",
          Phrase(
            en: "a ledger is in '\(storage.location)' already",
            zh: "“\(storage.location)”中已有账本"
          ),
          help: Phrase(en: "choose another directory", zh: "请选择其他目录"),
          at: Place(file: Commit.file)
        )
      )
    }
    for name in Set(catalog.schemas.map(\.file)) {
      let isThere = try translating { () throws(StorageError) in try storage.read(name) != nil }
      guard !isThere else {
        throw Diagnostics(
          Diagnostic(
            "file-exists",
            Phrase(
              en: "\(name) is here already, but no commits.jsonl",
              zh: "此处已有 \(name)，但没有 commits.jsonl"
            ),
            help: Phrase(
              en: "choose an empty directory, or bring commits.jsonl back",
              zh: "请选择空目录，或恢复 commits.jsonl"
            ),
            at: Place(file: name)
          )
        )
      }
    }
    return try append(changes, after: nil, by: by, at: at, command: command)
  }

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
    // A directory without a ledger gets no lock file.
    _ = try snapshot()
    let lock = try translating { () throws(StorageError) in
      try storage.lock(holder: "\(by): \(command)")
    }
    defer { withExtendedLifetime(lock) {} }
    let log = try commitLog()
    guard let last = try log.last() else { return Written(commit: nil, warnings: []) }
    try verifyTail(last.commit)
    let changes = try plan(snapshot(at: last.commit))
    guard !changes.isEmpty else { return Written(commit: nil, warnings: []) }
    let moved = try saveForeignBytes(last.commit, log, at: at)
    let commit = try append(changes, after: last, by: by, at: at, command: command)
    return Written(commit: commit, warnings: moved)
  }

  /// Finds what stands behind the committed sizes.
  func foreignBytes(_ commit: Commit, _ log: CommitLog) throws -> [ForeignBytes] {
    var found: [ForeignBytes] = []
    if log.wholeCount < log.bytes.count {
      found.append(ForeignBytes(file: Commit.file, range: log.wholeCount..<log.bytes.count))
    }
    for schema in catalog.schemas {
      let count = commit.files[schema.file]?.bytes ?? 0
      let size = try read(schema.file, atLeast: count).count
      guard size > count else { continue }
      found.append(ForeignBytes(file: schema.file, range: count..<size))
    }
    return found
  }

  /// Checks what the last commit appended, so that nothing is built on altered bytes.
  private func verifyTail(_ commit: Commit) throws {
    for (name, extent) in commit.files {
      let bytes = try read(name, atLeast: extent.bytes)
      guard let hash = extent.hash else { continue }
      let actual = bytes.withSpan {
        SHA256.hash($0.extracting((extent.bytes - extent.appended)..<extent.bytes))
      }
      guard actual == hash else {
        throw Diagnostics(.altered(name, commit), outcome: .needsRecovery)
      }
    }
  }

  /// Moves bytes that were never promised to `recovered/`, byte for byte, before anything is written.
  private func saveForeignBytes(
    _ commit: Commit,
    _ log: CommitLog,
    at: Timestamp
  ) throws -> [Diagnostic] {
    let foreign = try foreignBytes(commit, log)
    guard !foreign.isEmpty else { return [] }
    // More bytes than were committed may be a crash's tail, or an edit before it that moved everything.
    let names = Set(foreign.map(\.file)).subtracting([Commit.file])
    let altered = try names.isEmpty ? [] : prove(log.all(), only: names)
    guard altered.isEmpty else { throw Diagnostics(altered, outcome: .needsRecovery) }
    let storage = storage
    return try translating { () throws(StorageError) in
      try storage.createFolder("recovered")
      try storage.synchronizeFolder("")
      var moved: [Diagnostic] = []
      for item in foreign {
        guard let bytes = try storage.read(item.file) else { continue }
        let copy = bytes.withSpan { $0.extracting(item.range).copied }
        let name = "recovered/\(at.seconds)-\(item.range.lowerBound)-\(item.file)"
        try storage.append(copy, to: name)
        try storage.synchronize(name)
        try storage.synchronizeFolder("recovered")
        try storage.truncate(item.file, to: item.range.lowerBound)
        try storage.synchronize(item.file)
        moved.append(
          Diagnostic(
            "bytes-recovered",
            Phrase(
              en: "\(item.range.count) bytes that no commit holds were moved to \(name)",
              zh: "未提交的 \(item.range.count) 字节已移入 \(name)"
            ),
            severity: .warning,
            at: Place(file: item.file, offset: item.range.lowerBound)
          )
        )
      }
      return moved
    }
  }

  /// Appends to each data file, brings it to the disk, then commits.
  private func append(
    _ changes: [Change],
    after last: CommitLog.Entry?,
    by: String,
    at: Timestamp,
    command: String
  ) throws -> Commit {
    var additions: [String: [UInt8]] = [:]
    for change in changes {
      additions[change.schema.file, default: []] += change.line + [0x0A]
    }
    var files = (last?.commit.files ?? [:]).mapValues { Commit.Extent(bytes: $0.bytes) }
    for (name, bytes) in additions {
      files[name] = Commit.Extent(
        bytes: (files[name]?.bytes ?? 0) + bytes.count,
        appended: bytes.count,
        hash: SHA256.hash(bytes)
      )
    }
    let commit = Commit(
      number: (last?.commit.number ?? 0) + 1,
      at: at,
      by: by,
      command: command,
      files: files,
      parent: last?.hash
    )
    let hasNewFiles = additions.keys.contains { last?.commit.files[$0] == nil }
    let storage = storage
    try translating { () throws(StorageError) in
      for (name, bytes) in additions.sorted(by: { $0.key < $1.key }) {
        try storage.append(bytes, to: name)
        try storage.synchronize(name)
      }
      if hasNewFiles { try storage.synchronizeFolder("") }
      try storage.append(commit.line + [0x0A], to: Commit.file)
    }
    do throws(StorageError) {
      try storage.synchronize(Commit.file)
      if last == nil { try storage.synchronizeFolder("") }
    } catch {
      throw Diagnostics(error, unsureOf: commit)
    }
    return commit
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
  /// Says that bytes of a file are not those that were committed.
  static func altered(_ file: String, _ commit: Commit, at offset: Int? = nil) -> Diagnostic {
    Diagnostic(
      "altered-bytes",
      Phrase(
        en: "the bytes that commit \(commit.number) appended were altered since",
        zh: "提交 \(commit.number) 写入的内容此后被改动"
      ),
      help: Phrase(
        en: "bring the file back from a copy or from git; 'check' names every such place",
        zh: "请从备份或 git 恢复该文件；check 会列出所有此类位置"
      ),
      at: Place(file: file, offset: offset)
    )
  }
}
