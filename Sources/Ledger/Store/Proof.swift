/// That all committed bytes were proved, that the last commit is on the disk, and how the files looked then.
///
/// Whoever writes to a file leaves a trace in what the system says of it; as long as there is none, nothing needs to be
/// read again. It is kept beside the caches, and nothing is lost with it.
struct Proof {
  private let storage: any ProvableStorage
  private let names: [String]
  private let words: [UInt64]

  /// Asks how the files look now; `nil` where there are few bytes, or a file cannot be seen.
  fileprivate init?(_ storage: any ProvableStorage, _ files: [String: Commit.Extent]) {
    let names = [Commit.file] + files.filter { $0.value.bytes > 0 }.keys.sorted()
    guard let words = Self.words(storage, names) else { return nil }
    self.storage = storage
    self.names = names
    self.words = words
  }

  private static func words(_ storage: any ProvableStorage, _ names: [String]) -> [UInt64]? {
    var bytes = 0
    var words = [Checksum.of(names.flatMap { Array($0.utf8) + [0] }.map(UInt64.init))]
    for name in names {
      guard let stamp = storage.stamp(of: name) else { return nil }
      words += stamp.words
      bytes += stamp.size
    }
    return bytes > storage.fewBytes ? words : nil
  }

  /// Whether the files look as they did when they were proved last.
  var isKept: Bool {
    storage.keptProof().flatMap { CacheFile($0) }.map { $0.words == words } ?? false
  }

  /// Whether the files look as they did when this was made.
  var holds: Bool { Self.words(storage, names) == words }

  /// Remembers that the files are proved as they looked when this was made.
  func keep() {
    storage.keepProof(CacheFile.whole(words))
  }
}

extension LedgerStore {
  /// How the files of a commit look now.
  func newProof(of commit: Commit) -> Proof? {
    (storage as? any ProvableStorage).flatMap { Proof($0, commit.files) }
  }
}
