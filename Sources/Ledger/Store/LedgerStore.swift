import Bilingual

/// A ledger in its directory: snapshots to read, and one way to write.
///
/// Data files are only ever appended to. The last whole line of `commits.jsonl` says how many of
/// their bytes are true; nobody looks beyond. Reading takes no lock and changes no file.
///
/// ## Topics
/// ### Reading
/// - ``snapshot(_:)``
/// - ``log()``
/// - ``history(of:among:)``
/// - ``verify()``
/// - ``inspect()``
/// ### Writing
/// - ``create(by:at:command:_:)``
/// - ``write(by:at:command:_:)``
/// - ``undo(_:in:)``
/// - ``recover(by:at:command:)``
/// - ``adopt(by:at:command:rewriting:_:)``
public struct LedgerStore: Sendable {
  /// The kinds that the ledger may hold.
  public let catalog: Catalog
  let storage: any Storage
  /// The same files where it can be kept of them that they were proved.
  let provable: (any ProvableStorage)?

  /// Creates a store; nothing is read yet.
  ///
  /// - Parameters:
  ///   - catalog: The kinds.
  ///   - storage: The files.
  public init(_ catalog: Catalog, _ storage: any Storage) {
    self.init(catalog, storage, storage as? any ProvableStorage)
  }

  /// Creates a store of a directory; nothing is read yet.
  ///
  /// What its files can do is known: to ask for it at run time looks through all types of the program.
  ///
  /// - Parameters:
  ///   - catalog: The kinds.
  ///   - storage: The files.
  public init(_ catalog: Catalog, _ storage: PosixStorage) {
    self.init(catalog, storage, storage)
  }

  private init(_ catalog: Catalog, _ storage: any Storage, _ provable: (any ProvableStorage)?) {
    self.catalog = catalog
    self.storage = storage
    self.provable = provable
  }

  /// Which commit to look at.
  public enum Moment: Sendable {
    /// The last one.
    case latest
    /// The one with a number.
    case commit(Int)
    /// The last one made no later than a moment.
    case time(Timestamp)
  }

  /// A snapshot and what was odd about the files when it was taken.
  public struct View: Sendable {
    /// The records.
    public let snapshot: Snapshot
    /// The commit at which they stand.
    public let commit: Commit
    /// Warnings: bytes behind the commit that were never promised.
    public let warnings: [Diagnostic]
  }

  /// Opens the records as they stood at a moment.
  ///
  /// - Parameter moment: Which commit to look at.
  /// - Returns: The records; tables are read when they are first asked for.
  /// - Throws: ``Diagnostics`` where there is no ledger or no such commit, or a file is too short.
  public func snapshot(_ moment: Moment = .latest) throws -> View {
    var log = try commitLog()
    guard var last = try log.last() else { throw missing() }
    let commit: Commit
    switch moment {
    case .latest:
      // A writer may commit what it appended while this reader looks on.
      for _ in 0..<10 {
        let foreign = try foreignBytes(last.commit, log)
        guard !foreign.isEmpty, !storage.isLocked() else {
          return View(snapshot: snapshot(at: last.commit), commit: last.commit, warnings: [])
        }
        log = try commitLog()
        guard let next = try log.last() else { throw missing() }
        guard next.commit.number != last.commit.number else {
          // Bytes that were put in before the end are not there to be adopted.
          for item in foreign where item.file != Commit.file {
            _ = try read(item.file, atLeast: item.range.lowerBound)
          }
          return View(
            snapshot: snapshot(at: last.commit),
            commit: last.commit,
            warnings: foreign.map(\.warning)
          )
        }
        last = next
      }
      commit = last.commit
    case .commit(let number):
      let found = try log.all().first { $0.commit.number == number }
      guard let found else { throw noSuchCommit(number, last: last.commit.number) }
      commit = found.commit
    case .time(let time):
      // What stands behind a later commit was not there yet, whatever the clock said when it was made.
      guard let found = try log.all().prefix(while: { $0.commit.at <= time }).last else {
        throw tooEarly(time)
      }
      commit = found.commit
    }
    return View(snapshot: snapshot(at: commit), commit: commit, warnings: [])
  }

  func snapshot(at commit: Commit) -> Snapshot {
    Snapshot(catalog, commit: commit.number) { schema in
      guard let extent = commit.files[schema.file], extent.bytes > 0 else { return nil }
      let bytes = try read(schema.file, atLeast: extent.bytes)
      let cache = extent.bytes >= LinesCache.usefulSize ? cache(schema) : nil
      return DataFile(schema, bytes, size: extent.bytes, cache: cache)
    }
  }

  /// Reads every commit, first to last.
  ///
  /// - Returns: The commits.
  /// - Throws: ``Diagnostics`` where there is no ledger or a line is no commit.
  public func log() throws -> [Commit] {
    let log = try commitLog()
    guard try log.last() != nil else { throw missing() }
    return try log.all().map(\.commit)
  }

  func commitLog() throws -> CommitLog {
    let bytes = try translating { () throws(StorageError) in try storage.read(Commit.file) }
    guard let bytes else { throw missing() }
    return CommitLog(bytes)
  }

  /// Reads a data file that must hold at least what was committed.
  func read(_ file: String, atLeast count: Int) throws -> Bytes {
    let bytes =
      try translating { () throws(StorageError) in try storage.read(file) } ?? Bytes([])
    guard bytes.count >= count, bytes.endsLine(at: count) else {
      throw Diagnostics(unfit(file, bytes, count), outcome: .needsRecovery)
    }
    return bytes
  }

  /// Why a file cannot hold what was committed: what was done to it, where that can be told.
  private func unfit(_ file: String, _ bytes: Bytes, _ count: Int) -> Diagnostic {
    if let marker = PlainText.mergeMarker(bytes, file: file) { return marker }
    if bytes.count >= count,
      (try? survey())?.files.contains(where: { $0.name == file && $0.isPutRight && $0.fault == nil }
      )
        ?? false
    {
      var fault = Diagnostic.lineEnds(file)
      fault.severity = .error
      return fault
    }
    let altered = (try? prove(commitLog(), only: [file]))?.first { $0.name == "altered-bytes" }
    return altered
      ?? (bytes.count < count ? .tooShort(file, bytes.count, count) : .shifted(file, count))
  }

  func missing() -> Diagnostics {
    Diagnostics(
      Diagnostic(
        "no-ledger",
        Phrase(en: "there is no ledger in '\(storage.location)'", zh: "“\(storage.location)”中没有账本"),
        help: Phrase(
          en: "start one with 'brandledger init DIR', or name one with --ledger DIR",
          zh: "用 brandledger init 目录 新建，或用 --ledger 目录 指定"
        )
      )
    )
  }

  private func noSuchCommit(_ number: Int, last: Int) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        "no-such-commit",
        Phrase(
          en: "there is no commit \(number); the last is \(last)",
          zh: "没有提交 \(number)；最后一次是 \(last)"
        )
      )
    )
  }

  private func tooEarly(_ time: Timestamp) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        "before-first-commit",
        Phrase(en: "the ledger did not exist yet at \(time)", zh: "\(time) 时账本尚不存在")
      )
    )
  }
}

extension Diagnostic {
  /// Says that a file holds less than was committed.
  static func tooShort(_ file: String, _ size: Int, _ committed: Int) -> Diagnostic {
    Diagnostic(
      "file-too-short",
      Phrase(
        en: "the file has \(size, of: "byte"), \(committed) were committed",
        zh: "文件有 \(size) 字节，已提交的应有 \(committed) 字节"
      ),
      help: size == committed - 1
        ? Phrase(
          en: "if only the last line end is missing, 'brandledger recover' puts it back",
          zh: "若只缺最后的换行，brandledger recover 会补上"
        )
        : Phrase(
          en: "bring it back from a copy or from git; nothing was changed",
          zh: "请从备份或 git 恢复；本程序未作改动"
        ),
      at: Place(file: file, offset: size)
    )
  }

  /// Says that what was committed does not end where a line ends.
  static func shifted(_ file: String, _ committed: Int) -> Diagnostic {
    Diagnostic(
      "file-edited",
      Phrase(
        en:
          "the \(committed, of: "byte") that were committed do not end with a line: the file was edited",
        zh: "已提交的 \(committed) 字节不在行末结束：文件被编辑过"
      ),
      help: Phrase(
        en: "'brandledger recover --show' tells what differs; nothing was changed",
        zh: "用 brandledger recover --show 查看差异；本程序未作改动"
      ),
      at: Place(file: file, offset: committed - 1)
    )
  }
}
