import Bilingual
import JSONLines

/// What the files of a ledger hold, against what its commits say of them.
struct Survey {
  /// A data file.
  struct File {
    let name: String
    /// The bytes as they stand on the disk.
    let raw: Bytes
    /// The bytes as they are taken: as they stand, or put right where that alone makes them fit.
    let bytes: Bytes
    /// Up to which commit of the chain they fit.
    let proven: Int
    /// Why not to the end of it.
    let fault: Diagnostic?

    var isPutRight: Bool { raw !== bytes }
  }

  /// `commits.jsonl` as it stands on the disk.
  let rawCommits: Bytes
  /// `commits.jsonl` as it is taken.
  let log: CommitLog
  /// The commits from the first on, as long as each continues the one before.
  let chain: [CommitLog.Entry]
  /// Why the lines behind the chain do not continue it; `nil` where there are none.
  let breach: Diagnostic?
  /// The data files, by name.
  let files: [File]

  /// Whether `commits.jsonl` was put right.
  var hasCommitsPutRight: Bool { rawCommits !== log.bytes }
  /// Up to which commit of the chain all files fit.
  var proven: Int { files.map(\.proven).min() ?? chain.count }

  /// What `recover` cannot put right.
  var faults: [Diagnostic] { (breach.map { [$0] } ?? []) + files.compactMap(\.fault) }

  /// The commits behind a number of the chain, as far as they can be read.
  func others(afterCommits count: Int) -> [CommitLog.Entry] {
    let start = end(ofCommits: count)
    guard start < log.wholeCount else { return [] }
    var splitter = LineSplitter(start..<log.wholeCount, firstNumber: count + 1)
    var others: [CommitLog.Entry] = []
    while let line = log.bytes.withSpan({ splitter.line($0) }) {
      if let entry = try? log.entry(line) { others.append(entry) }
    }
    return others
  }

  /// How many commits two merged branches share; `nil` where what stands behind the chain is anything
  /// but the commits of another branch.
  var shared: Int? {
    guard breach != nil else { return nil }
    let others = others(afterCommits: chain.count)
    let lines = log.bytes.withSpan { span in
      span.extracting(end(ofCommits: chain.count)..<log.wholeCount).lineEndCount
    }
    guard let first = others.first, others.count == lines,
      let base = chain.firstIndex(where: { $0.hash == first.commit.parent })
    else { return nil }
    var known = Set(chain.map(\.hash))
    for other in others {
      guard let parent = other.commit.parent, known.contains(parent) else { return nil }
      known.insert(other.hash)
    }
    return base + 1
  }

  /// Where the lines of a number of commits end.
  func end(ofCommits count: Int) -> Int {
    guard count > 0 else { return 0 }
    return min(chain[count - 1].line.end + 1, log.wholeCount)
  }

  /// What stands behind the end of `commits.jsonl` and of each file.
  func foreign(afterCommits count: Int) -> [ForeignBytes] {
    var found: [ForeignBytes] = []
    if log.wholeCount < log.bytes.count {
      found.append(ForeignBytes(file: Commit.file, range: log.wholeCount..<log.bytes.count))
    }
    let commit = count > 0 ? chain[count - 1].commit : nil
    for file in files {
      let size = commit?.files[file.name]?.bytes ?? 0
      guard file.bytes.count > size else { continue }
      found.append(ForeignBytes(file: file.name, range: size..<file.bytes.count))
    }
    return found
  }
}

extension LedgerStore {
  /// Reads all files and proves them.
  ///
  /// - Complexity: O(*n*) in their bytes.
  func survey() throws -> Survey {
    let raw = try translating { () throws(StorageError) in try storage.read(Commit.file) }
    guard let raw else { throw missing() }
    var log = CommitLog(raw)
    var (chain, breach) = try Self.chain(log)
    if breach != nil, let plain = PlainText.putRight(raw) {
      let other = CommitLog(Bytes(plain))
      let (longer, rest) = try Self.chain(other)
      if longer.count > chain.count { (log, chain, breach) = (other, longer, rest) }
    }
    guard log.wholeCount > 0 else { throw missing() }
    let known = chain.last.map { Set($0.commit.files.keys) } ?? []
    let names = known.union(catalog.schemas.map(\.file))
    let files = try names.sorted().map { name in
      let raw =
        try translating { () throws(StorageError) in try storage.read(name) } ?? Bytes([])
      let (proven, fault) = proof(name, raw, chain)
      if fault != nil, let plain = PlainText.putRight(raw) {
        let plain = Bytes(plain)
        let (further, rest) = proof(name, plain, chain)
        if further > proven {
          return Survey.File(name: name, raw: raw, bytes: plain, proven: further, fault: rest)
        }
      }
      return Survey.File(name: name, raw: raw, bytes: raw, proven: proven, fault: fault)
    }
    return Survey(rawCommits: raw, log: log, chain: chain, breach: breach, files: files)
  }

  /// Follows the commits from the first on, and says why it ends before the last line.
  private static func chain(_ log: CommitLog) throws -> ([CommitLog.Entry], Diagnostic?) {
    var chain: [CommitLog.Entry] = []
    var splitter = LineSplitter(0..<log.wholeCount)
    while let line = log.bytes.withSpan({ splitter.line($0) }) {
      let entry: CommitLog.Entry
      do {
        entry = try log.entry(line)
      } catch let error as Diagnostics {
        guard error.outcome == .needsRecovery, let first = error.list.first else { throw error }
        return (chain, first)
      }
      guard entry.commit.number == line.number, entry.commit.parent == chain.last?.hash,
        entry.commit.offset ?? line.start == line.start
      else { return (chain, .moved(entry.commit, log.place(line))) }
      chain.append(entry)
    }
    return (chain, nil)
  }

  /// Up to which commit a file holds what was appended to it, and what does not fit behind that.
  private func proof(_ name: String, _ bytes: Bytes, _ chain: [CommitLog.Entry]) -> (
    Int, Diagnostic?
  ) {
    var size = 0
    for (index, entry) in chain.enumerated() {
      guard let extent = entry.commit.files[name] else { continue }
      guard extent.bytes <= bytes.count else {
        let fault =
          PlainText.mergeMarker(bytes, file: name)
          ?? Diagnostic.tooShort(name, bytes.count, chain.last?.commit.files[name]?.bytes ?? 0)
        return (index, fault)
      }
      let actual = bytes.withSpan { SHA256.hash($0.extracting(size..<max(size, extent.bytes))) }
      if size + extent.appended != extent.bytes || extent.hash ?? actual != actual {
        return (
          index, PlainText.mergeMarker(bytes, file: name) ?? edited(name, size, entry, bytes, chain)
        )
      }
      size = extent.bytes
    }
    return (chain.count, nil)
  }

  /// Tells that a commit's part of a file was edited.
  private func edited(
    _ name: String,
    _ start: Int,
    _ entry: CommitLog.Entry,
    _ bytes: Bytes,
    _ chain: [CommitLog.Entry]
  ) -> Diagnostic {
    let end = min(bytes.count, entry.commit.files[name]?.bytes ?? start)
    let committed = chain.last?.commit.files[name]?.bytes ?? end
    let range = bytes.moved(start..<max(start, end), ofCommitted: committed)
    var lines = LineCount()
    return .altered(name, schema(ofFile: name), entry.commit, range, in: bytes, &lines)
  }
}
