/// What one command appends: lines of data files, and the commit that makes them true.
struct Batch {
  /// Bytes behind the end of a data file.
  struct Addition {
    let file: String
    let offset: Int
    let bytes: [UInt8]

    var end: Int { offset + bytes.count }
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
    var additions: [String: [UInt8]] = [:]
    for change in changes {
      additions[change.schema.file, default: []] += change.line + [0x0A]
    }
    var files = (last?.commit.files ?? [:]).mapValues { Commit.Extent(bytes: $0.bytes) }
    for (name, bytes) in additions {
      files[name] = Commit.Extent(from: files[name]?.bytes ?? 0, appending: bytes.span)
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
      additions: additions.sorted { $0.key < $1.key }.map { name, bytes in
        Batch.Addition(
          file: name,
          offset: last?.commit.files[name]?.bytes ?? 0,
          bytes: bytes
        )
      },
      hasNewFiles: additions.keys.contains { last?.commit.files[$0] == nil },
      commit: commit,
      line: (log.lacksLineEnd ? [0x0A] : []) + commit.line + [0x0A],
      offset: log.wholeCount
    )
  }

  /// Saves what no commit holds, appends to each data file, brings it to the disk, then commits.
  func append(_ batch: Batch, _ lock: any StorageLock, moving foreign: [ForeignBytes]) throws
    -> Written
  {
    let storage = storage
    let caches = batch.additions.filter { $0.offset >= LinesCache.usefulSize }
      .compactMap { addition in
        catalog.schemas.first { $0.file == addition.file }.flatMap { cache($0) }
      }
    let moved = try translating { () throws(StorageError) in
      let moved = try perform(
        Rescue(cuts: foreign),
        at: batch.commit.at,
        synchronizedLater: Set(batch.additions.map(\.file))
      )
      for addition in batch.additions {
        try storage.append(addition.bytes, to: addition.file, at: addition.offset)
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
