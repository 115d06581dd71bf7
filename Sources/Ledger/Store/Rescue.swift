import Bilingual
import JSONLines

/// What a command takes out of the ledger's files, all of it saved to `recovered/` before.
struct Rescue {
  /// A file that is written anew, and how it stood.
  struct Replacement {
    let file: String
    let old: Bytes
    let new: [UInt8]
  }

  /// Bytes that are cut from the ends of files.
  var cuts: [ForeignBytes] = []
  /// Files that are written anew.
  var replacements: [Replacement] = []
  /// Files that are saved now and written anew by the command itself, as its last step.
  var copies: [(file: String, bytes: Bytes)] = []

  /// The names of them all: each of these files is brought to the disk before a commit.
  var files: Set<String> { Set(cuts.map(\.file) + replacements.map(\.file) + copies.map(\.file)) }
  var isEmpty: Bool { cuts.isEmpty && replacements.isEmpty && copies.isEmpty }
}

extension LedgerStore {
  /// The folder of what was moved away.
  static let recovered = "recovered"

  /// Saves to `recovered/`, byte for byte, what is to be taken away, and takes it away.
  ///
  /// - Parameters:
  ///   - rescue: What is to be taken away.
  ///   - at: The moment of the command.
  ///   - committing: Whether the command will write a commit behind the last one, which may not be on the disk.
  ///   - later: Files that the command itself brings to the disk after this; the empty name is the
  ///     ledger's directory.
  /// - Returns: What was saved where.
  /// - Throws: ``StorageError`` where the disk fails.
  func perform(
    _ rescue: Rescue,
    at: Timestamp,
    committing: Bool = true,
    synchronizedLater later: Set<String> = []
  ) throws(StorageError) -> [Diagnostic] {
    let settled = try settle()
    // A command that was killed may have committed, and told nobody: no commit is written behind that
    // one before it is on the disk.
    if committing, !settled.union(rescue.files).contains(Commit.file),
      let size = try storage.size(of: Commit.file), size > 0
    {
      try storage.synchronize(Commit.file)
    }
    guard !rescue.isEmpty else { return [] }
    try storage.createFolder(Self.recovered)
    try storage.synchronizeFolder("")
    var told: [Diagnostic] = []
    for item in rescue.cuts {
      let bytes = try storage.read(item.file)?.copy(of: item.range) ?? []
      let name = try save(bytes, (item.file, item.range.lowerBound), at: at)
      told.append(.moved(item, to: name))
    }
    for item in rescue.replacements {
      let name = try save(item.old.copy(of: 0..<item.old.count), (item.file, 0), at: at)
      told.append(.putRight(item.file, name))
    }
    for item in rescue.copies {
      _ = try save(item.bytes.copy(of: 0..<item.bytes.count), (item.file, 0), at: at)
    }
    try storage.synchronizeFolder(Self.recovered)
    for item in rescue.replacements {
      try refuseGrown(item.file, behind: item.old.count)
      try replace(item.file, with: item.new)
    }
    if !rescue.replacements.isEmpty, !later.contains("") { try storage.synchronizeFolder("") }
    for item in rescue.cuts {
      try refuseGrown(item.file, behind: item.range.upperBound)
      try storage.truncate(item.file, to: item.range.lowerBound)
      // Torn bytes of a commit must be gone before the next one is written over them.
      guard !later.contains(item.file) || item.file == Commit.file else { continue }
      try storage.synchronize(item.file)
    }
    return told
  }

  /// Brings to the disk what a command took away before it was killed: its copies tell of it.
  ///
  /// Else a power cut may bring torn bytes back under those that are written in their place.
  ///
  /// - Returns: The files that are on the disk now.
  private func settle() throws(StorageError) -> Set<String> {
    var offsets: [String: Set<Int>] = [:]
    for copy in try storage.names(in: Self.recovered) {
      guard let (file, offset) = Self.origin(copy) else { continue }
      offsets[file, default: []].insert(offset)
    }
    var settled: Set<String> = []
    for (file, offsets) in offsets.sorted(by: { $0.key < $1.key }) {
      guard let size = try storage.size(of: file), offsets.contains(size) else { continue }
      try storage.synchronize(file)
      settled.insert(file)
    }
    // A file that is saved as a whole was written anew, under a new name first.
    if offsets.values.contains(where: { $0.contains(0) }) { try storage.synchronizeFolder("") }
    return settled
  }

  /// The file of which a copy was taken, and the offset of its first byte.
  private static func origin(_ copy: String) -> (file: String, offset: Int)? {
    let parts = copy.split(separator: "-", maxSplits: 2)
    guard parts.count == 3, let offset = parts[1].split(separator: ".").first.flatMap({ Int($0) })
    else { return nil }
    return (String(parts[2]), offset)
  }

  /// Copies bytes to a new file of `recovered/` and says to which.
  private func save(_ bytes: [UInt8], _ origin: (file: String, offset: Int), at: Timestamp)
    throws(StorageError) -> String
  {
    let taken = Set(try storage.names(in: Self.recovered))
    var copy = "\(at.seconds)-\(origin.offset)-\(origin.file)"
    var number = 1
    // One that is there may be the half of a command that was ended within the same second.
    while taken.contains(copy) {
      number += 1
      copy = "\(at.seconds)-\(origin.offset).\(number)-\(origin.file)"
    }
    let path = Self.recovered + "/" + copy
    try storage.append(bytes, to: path, at: 0)
    try storage.synchronize(path)
    return path
  }

  /// Stops before bytes are taken away that somebody wrote since the file was read: no copy has them.
  func refuseGrown(_ file: String, behind end: Int) throws(StorageError) {
    guard try storage.size(of: file) == end else { throw .changed(.truncate, file) }
  }

  /// Writes a file anew, all of it or nothing, beside the one that is there; its folder comes later.
  func replace(_ name: String, with bytes: [UInt8]) throws(StorageError) {
    let new = name + ".new"
    // What a command that was ended left there was never anybody's.
    if let size = try storage.size(of: new), size > 0 { try storage.truncate(new, to: 0) }
    try storage.append(bytes, to: new, at: 0)
    try storage.synchronize(new)
    try storage.rename(new, to: name)
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
        en: "\(item.range.count, of: "byte") that no commit holds were moved to \(name)",
        zh: "未提交的 \(item.range.count) 字节已移入 \(name)"
      ),
      severity: .warning,
      at: Place(file: item.file, offset: item.range.lowerBound)
    )
  }

  fileprivate static func putRight(_ file: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "file-put-right",
      Phrase(
        en: "the line ends were put right; the file as it was is in \(name)",
        zh: "换行已复原；原文件存于 \(name)"
      ),
      severity: .warning,
      at: Place(file: file)
    )
  }
}
