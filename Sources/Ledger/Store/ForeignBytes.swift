import Bilingual

/// Bytes behind the committed size of a file: left by a crash, or by hands.
struct ForeignBytes {
  let file: String
  let range: Range<Int>

  var warning: Diagnostic {
    Diagnostic(
      "uncommitted-bytes",
      Phrase(
        en: "\(range.count, of: "byte") stand behind the last commit and are not looked at",
        zh: "最后一次提交之后还有 \(range.count) 字节，未被读取"
      ),
      help: Phrase(
        en:
          "'brandledger adopt' commits them if they are records; else the next command that writes "
          + "moves them, byte for byte, to recovered/",
        zh: "若是记录，可用 brandledger adopt 提交；否则下一次写入时会原样移入 recovered/"
      ),
      severity: .warning,
      at: Place(file: file, offset: range.lowerBound)
    )
  }

  /// The warning with the line and the column at which the bytes begin.
  func placed(in bytes: Bytes) -> Diagnostic {
    var warning = warning
    warning.place = bytes.place(of: range.lowerBound, in: file)
    return warning
  }
}

extension LedgerStore {
  /// Finds what stands behind the committed sizes.
  ///
  /// - Parameters:
  ///   - commit: The commit.
  ///   - log: The log.
  ///   - stamps: How files look, where somebody has just asked.
  /// - Returns: What stands there.
  /// - Throws: ``Diagnostics`` where a file holds less.
  func foreignBytes(_ commit: Commit?, _ log: CommitLog, _ stamps: FileStamps? = nil) throws
    -> [ForeignBytes]
  {
    var found: [ForeignBytes] = []
    if log.wholeCount < log.bytes.count {
      found.append(ForeignBytes(file: Commit.file, range: log.wholeCount..<log.bytes.count))
    }
    for schema in catalog.schemas {
      let count = commit?.files[schema.file]?.bytes ?? 0
      let size =
        try stamps?[schema.file]?.size
        ?? translating { () throws(StorageError) in try storage.size(of: schema.file) } ?? 0
      // Tells what was taken out of it, where that can be told.
      if size < count { _ = try read(schema.file, atLeast: count) }
      if size > count { found.append(ForeignBytes(file: schema.file, range: count..<size)) }
    }
    return found
  }
}
