import Bilingual

/// What a command did to a ledger.
public struct Written: Sendable {
  /// The commit that it made; `nil` where nothing was to be written.
  public let commit: Commit?
  /// What was moved to `recovered/` before, or put right.
  public let warnings: [Diagnostic]
}

extension LedgerStore {
  /// Files beside the records that tell git what they are.
  static let companions = [
    ".gitattributes": """
    # Two branches that both append are joined line by line; 'brandledger adopt' commits the result.
    # 两个分支各自追加的行会逐行合并；之后请运行 brandledger adopt 提交。
    *.jsonl text eol=lf merge=union

    """,
    ".gitignore": """
    .lock
    *.new

    """,
  ]

  /// Starts a ledger in a directory that holds none.
  ///
  /// An empty `commits.jsonl` comes first: a creation that was broken off is known by it, and can be
  /// made again in the same directory.
  ///
  /// - Parameters:
  ///   - by: Who starts it.
  ///   - at: When.
  ///   - command: The command, for the log.
  ///   - changes: The first records, each with an id.
  /// - Returns: The first commit, and what a creation that was broken off had left.
  /// - Throws: ``Diagnostics`` where a ledger is there already or the disk fails.
  public func create(
    by: String,
    at: Timestamp,
    command: String,
    _ changes: [Change]
  ) throws -> Written {
    let holder = LockHolder(by: by, since: at, command: command)
    let lock = try translating { () throws(StorageError) in
      try storage.createFolder("")
      return try storage.lock(holder)
    }
    defer { withExtendedLifetime(lock) {} }
    let bytes = try translating { () throws(StorageError) in try storage.read(Commit.file) }
    let log = CommitLog(bytes ?? Bytes([]))
    guard log.wholeCount == 0 else { throw Diagnostics(.exists(storage.location)) }
    if bytes == nil { try refuseData() }
    try translating { () throws(StorageError) in
      try storage.synchronizePath()
      for (name, text) in Self.companions.sorted(by: { $0.key < $1.key })
      where try storage.size(of: name) == nil {
        try replace(name, with: Array(text.utf8))
      }
      if bytes == nil { try storage.append([], to: Commit.file, at: 0) }
      try storage.synchronizeFolder("")
    }
    let foreign = try foreignBytes(nil, log)
    return try append(
      Batch(changes, after: nil, CommitLog(Bytes([])), by: by, at: at, command: command),
      lock,
      moving: foreign
    )
  }

  /// Refuses to start a ledger among records that have lost their commits.
  private func refuseData() throws {
    for name in Set(catalog.schemas.map(\.file)).sorted() {
      let isThere = try translating { () throws(StorageError) in
        try storage.size(of: name) != nil
      }
      guard !isThere else { throw Diagnostics(.dataExists(name)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func exists(_ location: String) -> Diagnostic {
    Diagnostic(
      "ledger-exists",
      Phrase(en: "a ledger is in '\(location)' already", zh: "“\(location)”中已有账本"),
      help: Phrase(en: "choose another directory", zh: "请选择其他目录"),
      at: Place(file: Commit.file)
    )
  }

  fileprivate static func dataExists(_ name: String) -> Diagnostic {
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
  }
}
