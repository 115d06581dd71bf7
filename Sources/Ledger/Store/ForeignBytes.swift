import Bilingual
import JSONLines

/// Bytes behind the committed size of a file: left by a crash, or by hands.
struct ForeignBytes {
  let file: String
  let range: Range<Int>

  var warning: Diagnostic {
    Diagnostic(
      "uncommitted-bytes",
      Phrase(
        en: "\(range.count) bytes stand behind the last commit and are not looked at",
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
}

extension LedgerStore {
  /// Finds what stands behind the committed sizes.
  func foreignBytes(_ commit: Commit?, _ log: CommitLog) throws -> [ForeignBytes] {
    var found: [ForeignBytes] = []
    if log.wholeCount < log.bytes.count {
      found.append(ForeignBytes(file: Commit.file, range: log.wholeCount..<log.bytes.count))
    }
    for schema in catalog.schemas {
      let count = commit?.files[schema.file]?.bytes ?? 0
      let size =
        try translating { () throws(StorageError) in try storage.size(of: schema.file) } ?? 0
      guard size >= count else {
        throw Diagnostics(.tooShort(schema.file, size, count), outcome: .needsRecovery)
      }
      if size > count { found.append(ForeignBytes(file: schema.file, range: count..<size)) }
    }
    return found
  }

  /// Copies bytes to `recovered/` and says to which file.
  ///
  /// - Parameters:
  ///   - bytes: What is to be saved.
  ///   - name: The file in which they stand, and the offset there.
  ///   - at: The moment of the command.
  /// - Returns: The name of the new file, which is on the disk; its folder is not yet.
  /// - Throws: ``StorageError`` where the disk fails.
  func save(_ bytes: [UInt8], _ name: (file: String, offset: Int), at: Timestamp)
    throws(StorageError) -> String
  {
    let taken = Set(try storage.names(in: Self.recovered))
    let wanted = "\(at.seconds)-\(name.offset)-\(name.file)"
    var copy = wanted
    var number = 1
    // One that is there may be the half of a command that was ended within the same second.
    while taken.contains(copy) {
      number += 1
      copy = "\(at.seconds)-\(name.offset).\(number)-\(name.file)"
    }
    let path = Self.recovered + "/" + copy
    try storage.append(bytes, to: path, at: 0)
    try storage.synchronize(path)
    return path
  }

  /// The folder of what was moved away.
  static let recovered = "recovered"

  /// Moves bytes that were never promised to `recovered/`, byte for byte.
  ///
  /// - Parameters:
  ///   - foreign: The bytes.
  ///   - at: The moment of the command.
  ///   - later: Files that the command brings to the disk itself after this.
  /// - Returns: What was moved where.
  /// - Throws: ``StorageError`` where the disk fails.
  func move(_ foreign: [ForeignBytes], at: Timestamp, synchronizedLater later: Set<String> = [])
    throws(StorageError) -> [Diagnostic]
  {
    guard !foreign.isEmpty else { return [] }
    try storage.createFolder(Self.recovered)
    try storage.synchronizeFolder("")
    var moved: [Diagnostic] = []
    for item in foreign {
      let bytes = try storage.read(item.file)?.copy(of: item.range) ?? []
      let name = try save(bytes, (item.file, item.range.lowerBound), at: at)
      moved.append(.moved(item, to: name))
    }
    try storage.synchronizeFolder(Self.recovered)
    for item in foreign {
      try storage.truncate(item.file, to: item.range.lowerBound)
      // Torn bytes of a commit must be gone before the next one is written over them.
      guard !later.contains(item.file) || item.file == Commit.file else { continue }
      try storage.synchronize(item.file)
    }
    return moved
  }
}

extension Bytes {
  /// Copies a range of the bytes.
  func copy(of range: Range<Int>) -> [UInt8] {
    withSpan { $0.extracting(range).copied }
  }
}

extension Diagnostic {
  fileprivate static func moved(_ item: ForeignBytes, to name: String) -> Diagnostic {
    Diagnostic(
      "bytes-recovered",
      Phrase(
        en: "\(item.range.count) bytes that no commit holds were moved to \(name)",
        zh: "未提交的 \(item.range.count) 字节已移入 \(name)"
      ),
      severity: .warning,
      at: Place(file: item.file, offset: item.range.lowerBound)
    )
  }
}
