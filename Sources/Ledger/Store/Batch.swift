/// What one command appends: lines of data files, and the commit that makes them true.
struct Batch {
  /// Bytes behind the end of a data file.
  struct Addition {
    let file: String
    let offset: Int
    let count: Int
    /// The changes whose lines they are, in order.
    fileprivate let changes: [Change]

    var end: Int { offset + count }

    /// Hands out the bytes, a few lines or very many at a time.
    func pieces(_ take: ([UInt8]) throws(StorageError) -> Void) throws(StorageError) {
      try Self.pieces(of: changes, take)
    }

    fileprivate static func pieces<Failure: Error>(
      of changes: [Change],
      _ take: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      var piece: [UInt8] = []
      for change in changes {
        piece += change.line
        piece.append(0x0A)
        guard piece.count >= pieceSize else { continue }
        try take(piece)
        piece.removeAll(keepingCapacity: true)
      }
      if !piece.isEmpty { try take(piece) }
    }

    private static let pieceSize = 1 << 20
  }

  let additions: [Addition]
  /// Whether a data file gets its first bytes, and perhaps its name.
  let hasNewFiles: Bool
  let commit: Commit
  /// The line of the commit as it is appended to `commits.jsonl`.
  let line: [UInt8]
  /// How many bytes of `commits.jsonl` are true before.
  let offset: Int
}

extension LedgerStore {
  /// Works out what changes append to which file.
  func plan(
    _ changes: [Change],
    after last: CommitLog.Entry?,
    _ log: CommitLog,
    by: String,
    at: Timestamp,
    command: String
  ) -> Batch {
    var files = (last?.commit.files ?? [:]).mapValues { Commit.Extent(bytes: $0.bytes) }
    // Most commits are about one kind: its changes are not copied.
    let file = changes.first?.schema.file
    let isOne = changes.allSatisfy { $0.schema.file == file }
    let groups =
      isOne
      ? file.map { [$0: changes] } ?? [:]
      : Dictionary(grouping: changes, by: \.schema.file)
    let additions =
      groups
      .sorted { $0.key < $1.key }
      .map { name, changes in
        let start = files[name]?.bytes ?? 0
        var extent = Commit.ExtentBuilder(from: start)
        Batch.Addition.pieces(of: changes) { extent.append($0) }
        let whole = extent.finish()
        files[name] = whole
        return Batch.Addition(file: name, offset: start, count: whole.appended, changes: changes)
      }
    let commit = Commit(
      number: (last?.commit.number ?? 0) + 1,
      at: at,
      by: by,
      command: command,
      files: files,
      parent: last?.hash,
      offset: log.wholeCount + (log.lacksLineEnd ? 1 : 0)
    )
    return Batch(
      additions: additions,
      hasNewFiles: additions.contains { last?.commit.files[$0.file] == nil },
      commit: commit,
      line: (log.lacksLineEnd ? [0x0A] : []) + commit.line + [0x0A],
      offset: log.wholeCount
    )
  }

  /// Saves what no commit holds, appends to each data file, brings it to the disk, then commits.
  ///
  /// - Parameters:
  ///   - batch: What to append.
  ///   - lock: The lock, which is held.
  ///   - foreign: What no commit holds.
  ///   - isDurable: Whether the last commit is known to be on the disk.
  /// - Returns: The commit.
  /// - Throws: ``Diagnostics`` where the disk fails or somebody else wrote.
  func append(
    _ batch: Batch,
    _ lock: any StorageLock,
    moving foreign: [ForeignBytes],
    isDurable: Bool = false
  ) throws -> Written {
    let storage = storage
    let caches = batch.additions.filter { $0.offset >= LinesCache.usefulSize }
      .compactMap { addition in
        catalog.schemas.first { $0.file == addition.file }.flatMap { cache($0) }
      }
    let moved = try translating { () throws(StorageError) in
      let moved = try perform(
        Rescue(cuts: foreign),
        at: batch.commit.at,
        committing: !isDurable,
        synchronizedLater: Set(batch.additions.map(\.file))
      )
      for addition in batch.additions {
        var size = addition.offset
        try addition.pieces { (piece) throws(StorageError) in
          try storage.append(piece, to: addition.file, at: size)
          size += piece.count
        }
        try storage.synchronize(addition.file)
      }
      if batch.hasNewFiles { try storage.synchronizeFolder("") }
      // Somebody may have put another file in the place of one that was just appended to.
      for addition in batch.additions
      where try storage.size(of: addition.file) != addition.end {
        throw .changed(.append, addition.file)
      }
      try lock.verify()
      return moved
    }
    do throws(StorageError) {
      try storage.append(batch.line, to: Commit.file, at: batch.offset)
      try storage.synchronize(Commit.file)
    } catch {
      throw Diagnostics(error, unsureOf: mayStand(batch.commit) ? batch.commit : nil)
    }
    for cache in caches where foreign.isEmpty { cache.follow() }
    return Written(commit: batch.commit, warnings: moved)
  }

  /// Whether the line of a commit may stand in its file although a call failed: nobody is told that
  /// it does not unless that is seen.
  func mayStand(_ commit: Commit) -> Bool {
    guard let log = try? commitLog() else { return true }
    return (try? log.last()?.commit) == commit
  }
}
