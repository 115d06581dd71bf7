import Bilingual
import JSONLines

extension LedgerStore {
  /// Says what a crash, an editor or git left in the files, and what can be done about it.
  ///
  /// - Returns: What was found; warnings are what `recover` puts right or moves away, errors what it
  ///   cannot.
  /// - Throws: ``Diagnostics`` where there is no ledger or the disk fails.
  public func inspect() throws -> [Diagnostic] {
    let survey = try survey()
    guard !storage.isLocked() else { return survey.faults }
    var found = survey.faults
    if survey.hasCommitsPutRight { found.append(.lineEnds(Commit.file)) }
    found += survey.files.filter(\.isPutRight).map { .lineEnds($0.name) }
    guard found.allSatisfy({ $0.severity == .warning }) else { return found }
    return found
      + survey.foreign(afterCommits: survey.chain.count).map { item in
        let file = survey.files.first { $0.name == item.file }
        return described(item, file?.bytes ?? survey.log.bytes)
      }
  }

  /// Foreign bytes with their first line, and whether they are records.
  private func described(_ item: ForeignBytes, _ bytes: Bytes) -> Diagnostic {
    var finding = item.placed(in: bytes)
    let first = finding.place?.line ?? 1
    guard let schema = catalog.schemas.first(where: { $0.file == item.file }) else {
      return finding
    }
    let reader = RecordReader(schema)
    var splitter = LineSplitter(item.range, firstNumber: first)
    var count = 0
    var records = 0
    while let line = bytes.withSpan({ splitter.line($0) }) {
      count += 1
      if (try? reader.read(line, bytes, file: item.file)) != nil { records += 1 }
    }
    finding.message = Phrase(
      en:
        "\(item.range.count, of: "byte") stand behind the last commit: \(count, of: "line"), \(records) of them "
        + "records",
      zh: "最后一次提交之后有 \(item.range.count) 字节：\(count) 行，其中 \(records) 行是记录"
    )
    finding.help =
      records == count
      ? Phrase(
        en: "'brandledger adopt' commits them; 'brandledger recover' moves them to recovered/",
        zh: "brandledger adopt 会提交它们；brandledger recover 会移入 recovered/"
      )
      : Phrase(
        en: "'brandledger recover' moves them to recovered/; or mend the lines and run "
          + "'brandledger adopt'",
        zh: "brandledger recover 会移入 recovered/；也可修正这些行后运行 brandledger adopt"
      )
    return finding
  }

  /// Moves what no commit holds to `recovered/`, and puts line ends right where that makes a file
  /// what was committed; nothing else is changed.
  ///
  /// - Parameters:
  ///   - by: Who does it.
  ///   - at: When.
  ///   - command: The command, for those who wait.
  /// - Returns: What was done; empty where there was nothing to do.
  /// - Throws: ``Diagnostics`` where a file does not hold what was committed, the ledger is busy, or
  ///   the disk fails.
  public func recover(by: String, at: Timestamp, command: String) throws -> [Diagnostic] {
    let lock = try lock(LockHolder(by: by, since: at, command: command))
    defer { withExtendedLifetime(lock) {} }
    let survey = try survey()
    guard survey.faults.isEmpty, let last = survey.chain.last else {
      throw Diagnostics(survey.faults, outcome: .needsRecovery)
    }
    var rescue = Rescue()
    if survey.hasCommitsPutRight {
      rescue.replacements.append(
        Rescue.Replacement(
          file: Commit.file,
          old: survey.rawCommits,
          new: survey.log.bytes.copy(of: 0..<survey.log.wholeCount)
        )
      )
    }
    for file in survey.files where file.isPutRight {
      let size = last.commit.files[file.name]?.bytes ?? 0
      rescue.replacements.append(
        Rescue.Replacement(file: file.name, old: file.raw, new: file.bytes.copy(of: 0..<size))
      )
    }
    let replaced = Set(rescue.replacements.map(\.file))
    rescue.cuts = survey.foreign(afterCommits: survey.chain.count).filter {
      !replaced.contains($0.file)
    }
    return try translating { () throws(StorageError) in
      try perform(rescue, at: at, committing: false)
    }
  }
}

extension Diagnostic {
  static func lineEnds(_ file: String) -> Diagnostic {
    Diagnostic(
      "line-ends",
      Phrase(
        en: "the file was saved with other line ends than it was written with",
        zh: "文件保存时换行被改动"
      ),
      help: Phrase(
        en: "'brandledger recover' puts them right; no record differs",
        zh: "brandledger recover 会复原；记录内容没有差异"
      ),
      severity: .warning,
      at: Place(file: file)
    )
  }
}
