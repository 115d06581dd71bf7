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
    let entries = try log.all()
    guard let last = entries.last else {
      _ = try snapshot()
      return []
    }
    return try prove(entries) + foreignBytesIfReadable(last.commit, log)
  }

  /// Computes the hashes again, of the chain and of all data files or of some.
  func prove(_ entries: [CommitLog.Entry], only wanted: Set<String>? = nil) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var files: [String: Bytes] = [:]
    for name in wanted ?? Set(entries.flatMap(\.commit.files.keys)) {
      files[name] =
        try translating { () throws(StorageError) in try storage.read(name) }
        ?? Bytes([])
    }
    var sizes: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      let commit = entry.commit
      let parent = index > 0 ? entries[index - 1].hash : nil
      let place = Place(
        file: Commit.file,
        line: entry.line.number,
        column: 1,
        offset: entry.line.start
      )
      if commit.number != index + 1 || commit.parent != parent {
        findings.append(
          Diagnostic(
            "broken-chain",
            Phrase(
              en: "commit \(commit.number) does not follow the line before it",
              zh: "提交 \(commit.number) 与前一行不衔接"
            ),
            help: Phrase(
              en: "a line before it was altered, added or removed; compare with a copy or git",
              zh: "之前的行被改动、增加或删除；请与备份或 git 比较"
            ),
            at: place
          )
        )
      }
      for name in sizes.keys.sorted() where commit.files[name] == nil {
        findings.append(Self.brokenSizes(name, commit, place))
      }
      for (name, extent) in commit.files.sorted(by: { $0.key < $1.key })
      where wanted?.contains(name) ?? true {
        findings += verify(name, extent, commit, files[name], from: sizes[name] ?? 0, place)
        sizes[name] = extent.bytes
      }
    }
    return findings
  }

  private func verify(
    _ name: String,
    _ extent: Commit.Extent,
    _ commit: Commit,
    _ bytes: Bytes?,
    from start: Int,
    _ place: Place
  ) -> [Diagnostic] {
    guard start + extent.appended == extent.bytes else {
      return [Self.brokenSizes(name, commit, place)]
    }
    guard let bytes, bytes.count >= extent.bytes else {
      return [
        Diagnostic(
          "file-too-short",
          Phrase(
            en: "\(name) has \(bytes?.count ?? 0) bytes, commit \(commit.number) holds "
              + "\(extent.bytes)",
            zh: "\(name) 有 \(bytes?.count ?? 0) 字节，提交 \(commit.number) 应有 \(extent.bytes) 字节"
          ),
          help: Phrase(
            en: "bring it back from a copy or from git",
            zh: "请从备份或 git 恢复"
          ),
          at: Place(file: name, offset: bytes?.count ?? 0)
        )
      ]
    }
    guard let hash = extent.hash else { return [] }
    let actual = bytes.withSpan { SHA256.hash($0.extracting(start..<extent.bytes)) }
    return actual == hash ? [] : [.altered(name, commit, at: start)]
  }

  private static func brokenSizes(_ name: String, _ commit: Commit, _ place: Place) -> Diagnostic {
    Diagnostic(
      "broken-sizes",
      Phrase(
        en: "commit \(commit.number) does not continue \(name) where the one before ended",
        zh: "提交 \(commit.number) 与 \(name) 先前的大小不衔接"
      ),
      at: place
    )
  }

  private func foreignBytesIfReadable(_ commit: Commit, _ log: CommitLog) -> [Diagnostic] {
    (try? foreignBytes(commit, log).map(\.warning)) ?? []
  }
}
