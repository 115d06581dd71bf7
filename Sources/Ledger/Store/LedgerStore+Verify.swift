import Bilingual
import JSONLines

extension LedgerStore {
  /// Proves that nothing was altered since it was committed.
  ///
  /// Every commit carries the hash of what it appended and of the commit line before it; all of them
  /// are computed again.
  ///
  /// - Returns: What does not fit, in the order of commits; empty where all is as it was.
  /// - Throws: ``Diagnostics`` where a commit cannot be read at all.
  public func verify() throws -> [Diagnostic] {
    let log = try commitLog()
    guard log.wholeCount > 0 else { throw missing() }
    var findings = try prove(log)
    if let last = try? log.last(), !storage.isLocked() {
      let altered = Set(findings.filter { $0.name == "altered-bytes" }.map(\.place?.file))
      for item in (try? foreignBytes(last.commit, log)) ?? [] {
        let bytes = try read(item.file)
        // What an insertion moved beyond the end was told with it.
        guard !altered.contains(item.file) || bytes.endsLine(at: item.range.lowerBound) else {
          continue
        }
        findings.append(item.placed(in: bytes))
      }
    }
    guard !findings.isEmpty else { return [] }
    // Line ends that an editor changed are one thing, not one in every commit.
    let files = (try? survey())?.files ?? []
    let mended = files.filter { $0.isPutRight && $0.fault == nil }.map(\.name)
    return findings.filter { !mended.contains($0.place?.file ?? "") } + mended.map { .lineEnds($0) }
  }

  private func read(_ file: String) throws -> Bytes {
    try translating { () throws(StorageError) in try storage.read(file) } ?? Bytes([])
  }

  /// Computes the hashes again, of the chain and of all data files or of some; what is odd without being altered is a warning.
  func prove(_ log: CommitLog, only wanted: Set<String>? = nil) throws -> [Diagnostic] {
    let committed = ((try? log.last())?.commit.files ?? [:]).mapValues(\.bytes)
    let read = log.lines()
    let commits = read.compactMap { try? $0.entry.get().commit }
    var files: [String: Bytes] = [:]
    for name in Set(commits.flatMap(\.files.keys)).sorted() where wanted?.contains(name) ?? true {
      files[name] = try self.read(name)
    }
    let hashes = AppendedHashes(commits, files)
    var findings: [Diagnostic] = []
    var sizes: [String: Int] = [:]
    var lines: [String: LineCount] = [:]
    var moved: Set<String> = []
    var before: CommitLog.Entry?
    for (line, result) in read {
      let entry: CommitLog.Entry
      do {
        entry = try result.get()
      } catch let error as Diagnostics {
        guard error.outcome == .needsRecovery else { throw error }
        findings += error.list
        before = nil
        continue
      }
      let commit = entry.commit
      let place = log.place(line)
      if line.number == 1 || before != nil,
        commit.number != line.number || commit.parent != before?.hash
          || commit.offset ?? line.start != line.start
      {
        findings.append(.brokenChain(commit, place))
      }
      if let before, commit.at < before.commit.at {
        findings.append(Commit.ranBack(commit, before: before.commit, at: place))
      }
      // Behind a line that cannot be read, sizes start anew.
      let isKnown = line.number == 1 || before != nil
      for name in sizes.keys.sorted() where commit.files[name] == nil {
        findings.append(.brokenSizes(name, commit, place))
      }
      for (name, extent) in commit.files.sorted(by: { $0.key < $1.key })
      where wanted?.contains(name) ?? true {
        let start = isKnown ? sizes[name] ?? 0 : extent.bytes - extent.appended
        let found = verify(
          name,
          extent,
          commit,
          files[name],
          from: start,
          of: committed[name] ?? extent.bytes,
          hashes,
          place,
          &lines[name, default: LineCount()]
        )
        // What was put in or taken out moved all that stands behind it: that is one thing, told once.
        if !moved.contains(name) { findings += found }
        if found.contains(where: { $0.name == "altered-bytes" }),
          files[name]?.count != committed[name]
        {
          moved.insert(name)
        } else if found.isEmpty, extent.hash != nil {
          moved.remove(name)
        }
        sizes[name] = extent.bytes
      }
      before = entry
    }
    return findings
  }

  private func verify(
    _ name: String,
    _ extent: Commit.Extent,
    _ commit: Commit,
    _ bytes: Bytes?,
    from start: Int,
    of committed: Int,
    _ hashes: AppendedHashes,
    _ place: Place,
    _ lines: inout LineCount
  ) -> [Diagnostic] {
    guard start + extent.appended == extent.bytes else {
      return [.brokenSizes(name, commit, place)]
    }
    guard let bytes, bytes.count >= extent.bytes else {
      return [
        Diagnostic(
          "file-too-short",
          Phrase(
            en: "\(name) has \(bytes?.count ?? 0, of: "byte"), commit \(commit.number) holds "
              + "\(extent.bytes)",
            zh: "\(name) 有 \(bytes?.count ?? 0) 字节，提交 \(commit.number) 应有 \(extent.bytes) 字节"
          ),
          help: Phrase(en: "bring it back from a copy or from git", zh: "请从备份或 git 恢复"),
          at: Place(file: name, offset: bytes?.count ?? 0)
        )
      ]
    }
    guard let hash = extent.hash else { return [] }
    guard hashes.hash(name, start..<extent.bytes, in: bytes) != hash else { return [] }
    let range = bytes.moved(start..<extent.bytes, ofCommitted: committed)
    return [.altered(name, schema(ofFile: name), commit, range, in: bytes, &lines)]
  }
}

extension Diagnostic {
  fileprivate static func brokenChain(_ commit: Commit, _ place: Place) -> Diagnostic {
    Diagnostic(
      "broken-chain",
      Phrase(
        en: "commit \(commit.number) does not follow the line before it",
        zh: "提交 \(commit.number) 与前一行不衔接"
      ),
      help: Phrase(
        en:
          "a line before it was altered, added or removed; compare with a copy or git, or, after a "
          + "merge of two branches, run 'brandledger adopt'",
        zh: "之前的行被改动、增加或删除；请与备份或 git 比较；若刚合并了分支，请运行 brandledger adopt"
      ),
      at: place
    )
  }

  fileprivate static func brokenSizes(_ name: String, _ commit: Commit, _ place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "broken-sizes",
      Phrase(
        en: "commit \(commit.number) does not continue \(name) where the one before ended",
        zh: "提交 \(commit.number) 与 \(name) 先前的大小不衔接"
      ),
      at: place
    )
  }
}
