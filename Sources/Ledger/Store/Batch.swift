/// What one command appends: lines of data files, and the commit that makes them true.
struct Batch {
  /// Bytes behind the end of a data file.
  struct Addition {
    let file: String
    let offset: Int
    /// The changes whose lines they are, in order.
    fileprivate let changes: [Change]

    /// Hands out the bytes, a few lines or very many at a time.
    func pieces<Failure: Error>(_ take: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
      var piece: [UInt8] = []
      for change in changes {
        if case .lines(let spool) = change {
          if !piece.isEmpty { try take(piece) }
          piece = []
          try spool.pieces(take)
          continue
        }
        for line in change.lines { piece += line + [0x0A] }
        guard piece.count >= Self.pieceSize else { continue }
        try take(piece)
        piece = []
        piece.reserveCapacity(Self.pieceSize + Self.pieceSize / 4)
      }
      if !piece.isEmpty { try take(piece) }
    }

    private static let pieceSize = 1 << 20

    /// Where all the lines wait that are added, most of which were hashed.
    var spool: Spool? {
      guard changes.count == 1, case .lines(let spool) = changes[0], spool.isInFile else {
        return nil
      }
      return spool
    }
  }

  let additions: [Addition]
  /// Whether a data file gets its first bytes, and perhaps its name.
  let hasNewFiles: Bool
  /// How many bytes of `commits.jsonl` are true before.
  let offset: Int
  /// Whether the last commit has no line end.
  let lacksLineEnd: Bool
  /// The commit without what is true of the files that are appended to.
  private let draft: Commit

  /// Works out what changes append to which file.
  init(
    _ changes: [Change],
    after last: CommitLog.Entry?,
    _ log: CommitLog,
    by: String,
    at: Timestamp,
    command: String
  ) {
    // Most commits are about one kind: its changes are not copied.
    let file = changes.first?.schema.file
    let isOne = changes.allSatisfy { $0.schema.file == file }
    let groups =
      isOne
      ? file.map { [$0: changes] } ?? [:]
      : Dictionary(grouping: changes, by: \.schema.file)
    let files = last?.commit.files ?? [:]
    additions = groups.sorted { $0.key < $1.key }.map { name, changes in
      Addition(file: name, offset: files[name]?.bytes ?? 0, changes: changes)
    }
    hasNewFiles = additions.contains { files[$0.file] == nil }
    offset = log.wholeCount
    lacksLineEnd = log.lacksLineEnd
    draft = Commit(
      number: (last?.commit.number ?? 0) + 1,
      at: at,
      by: by,
      command: command,
      files: files.mapValues { Commit.Extent(bytes: $0.bytes) },
      parent: last?.hash,
      offset: offset + (lacksLineEnd ? 1 : 0)
    )
  }

  /// The commit that says what is true after the additions.
  func commit(_ extents: [Commit.Extent]) -> Commit {
    var files = draft.files
    for (addition, extent) in zip(additions, extents) { files[addition.file] = extent }
    return Commit(
      number: draft.number,
      at: draft.at,
      by: draft.by,
      command: draft.command,
      files: files,
      parent: draft.parent,
      offset: draft.offset
    )
  }

  var at: Timestamp { draft.at }
}

extension LedgerStore {
  /// Saves what no commit holds, appends to each data file, brings it to the disk, then commits.
  ///
  /// - Parameters:
  ///   - batch: What to append.
  ///   - lock: The lock, which is held.
  ///   - foreign: What no commit holds.
  ///   - isDurable: Whether the last commit is known to be on the disk.
  ///   - watch: Sees what others write to the files meanwhile.
  /// - Returns: The commit.
  /// - Throws: ``Diagnostics`` where the disk fails or somebody else wrote.
  func append(
    _ batch: Batch,
    _ lock: any StorageLock,
    moving foreign: [ForeignBytes],
    isDurable: Bool = false,
    watch: AppendWatch? = nil
  ) throws -> Written {
    let storage = storage
    let watch = watch ?? AppendWatch(self)
    let (moved, extents) = try translating { () throws(StorageError) in
      let moved = try perform(
        Rescue(cuts: foreign),
        at: batch.at,
        committing: !isDurable,
        synchronizedLater: Set(batch.additions.map(\.file))
      )
      do throws(StorageError) {
        return (moved, try append(batch, lock, watch, toWhatStood: foreign.isEmpty))
      } catch {
        takeBack(batch, after: error)
        throw error
      }
    }
    let commit = batch.commit(extents)
    let line = (batch.lacksLineEnd ? [0x0A] : []) + commit.line + [0x0A]
    do throws(StorageError) {
      try watch.append(line, to: Commit.file, at: batch.offset)
      try storage.synchronize(Commit.file)
    } catch {
      let isUnsure = mayStand(commit)
      if !isUnsure { takeBack(batch, line, after: error) }
      throw Diagnostics(error, unsureOf: isUnsure ? commit : nil)
    }
    return Written(commit: commit, warnings: moved)
  }

  /// Appends to all data files, and sees that they are what the commit will say.
  private func append(
    _ batch: Batch,
    _ lock: any StorageLock,
    _ watch: AppendWatch,
    toWhatStood isWhole: Bool
  ) throws(StorageError) -> [Commit.Extent] {
    var extents: [Commit.Extent] = []
    for addition in batch.additions {
      extents.append(try append(addition, watch, toWhatStood: isWhole))
    }
    if batch.hasNewFiles { try storage.synchronizeFolder("") }
    // Somebody may have put another file in the place of one that was just appended to.
    for (addition, extent) in zip(batch.additions, extents)
    where try storage.size(of: addition.file) != extent.bytes {
      throw .changed(.append, addition.file)
    }
    try lock.verify()
    return extents
  }

  /// Appends to a data file and brings it to the disk; what was not hashed before is hashed on another core meanwhile.
  ///
  /// What was kept of the file holds for the longer one as well, whether a commit follows or not: nobody looks behind the
  /// committed bytes, and whoever cuts them off changes the file.
  ///
  /// - Parameters:
  ///   - addition: What to append.
  ///   - watch: Sees what others write to the file meanwhile.
  ///   - isWhole: Whether nothing was cut off before.
  /// - Returns: What is true of the file then.
  /// - Throws: ``StorageError`` where the disk fails.
  private func append(_ addition: Batch.Addition, _ watch: AppendWatch, toWhatStood isWhole: Bool)
    throws(StorageError) -> Commit.Extent
  {
    let storage = storage
    let schema = schema(ofFile: addition.file)
    let kept = isWhole && addition.offset >= LinesCache.usefulSize ? schema.flatMap(cache) : nil
    let extent = GrowingExtent()
    var sync = RunningSync(storage, addition.file, at: addition.offset)
    var size = addition.offset
    var written: [UInt8] = []
    let spool = addition.spool
    try addition.pieces { (piece) throws(StorageError) in
      try extent.append(written) { () throws(StorageError) in
        try watch.append(piece, to: addition.file, at: size)
      }
      size += piece.count
      if spool == nil { written = piece }
      try sync.reach(size)
    }
    try sync.finish()
    if let kept { kept.follow(watch.stamp(of: addition.file, behind: kept.stamp)) }
    let whole = try extent.finish(written, behind: addition.offset) { () throws(StorageError) in
      // The next command would have to read the keys of very many lines: the disk takes its time meanwhile.
      let keys =
        size - addition.offset >= LinesCache.usefulSize
        ? Workers.Later { [size] in schema.map { keepKeys($0, size) } } : nil
      defer { _ = keys?.value() }
      try storage.synchronize(addition.file)
    }
    return spool?.extent(behind: addition.offset) ?? whole
  }

  /// Keeps the keys of all lines of a file.
  private func keepKeys(_ schema: Schema, _ size: Int) {
    guard let cache = cache(schema), let bytes = try? read(schema.file, atLeast: size) else {
      return
    }
    // Who finds no keys reads them.
    try? DataFile(schema, bytes, size: size, cache: cache).keepKeys()
  }

  /// Whether the line of a commit may stand in its file although a call failed: nobody is told that
  /// it does not unless that is seen.
  func mayStand(_ commit: Commit) -> Bool {
    guard let log = try? commitLog() else { return true }
    return (try? log.last()?.commit) == commit
  }
}
