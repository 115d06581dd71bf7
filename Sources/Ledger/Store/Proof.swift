/// That all committed bytes were proved, that the last commit is on the disk, and how the files looked then.
///
/// Whoever writes to a file leaves a trace in what the system says of it; as long as there is none, nothing needs to be
/// read again. It is kept beside the caches, and nothing is lost with it.
struct Proof {
  private let folder: CacheFolder
  private let names: [String]
  private let words: [UInt64]

  private static let file = "proof"
  /// Of so few bytes all are proved each time.
  private static let fewBytes = 256 << 10

  /// Asks how the files look now; `nil` where there are few bytes, or a file cannot be seen.
  fileprivate init?(_ folder: CacheFolder, _ files: [String: Commit.Extent]) {
    let names = [Commit.file] + files.filter { $0.value.bytes > 0 }.keys.sorted()
    guard let words = Self.words(folder, names) else { return nil }
    self.folder = folder
    self.names = names
    self.words = words
  }

  private static func words(_ folder: CacheFolder, _ names: [String]) -> [UInt64]? {
    var bytes = 0
    var words = [Checksum.of(names.flatMap { Array($0.utf8) + [0] }.map(UInt64.init))]
    for name in names {
      guard let stamp = folder.stamp(of: name) else { return nil }
      words += stamp.words
      bytes += stamp.size
    }
    return bytes > fewBytes ? words : nil
  }

  /// Whether the files look as they did when they were proved last.
  var isKept: Bool {
    folder.read(Self.file).flatMap { CacheFile($0) }.map { $0.words == words } ?? false
  }

  /// Whether the files look as they did when this was made.
  var holds: Bool { Self.words(folder, names) == words }

  /// Remembers that the files are proved as they looked when this was made.
  func keep() {
    folder.writeOver(Self.file, CacheFile.whole(words))
  }
}

extension LedgerStore {
  /// How the files of a commit look now.
  func newProof(of commit: Commit) -> Proof? {
    (storage as? any CachingStorage).flatMap { Proof($0.cacheFolder, commit.files) }
  }
}
