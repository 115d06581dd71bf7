import Glibc

/// That all committed bytes were proved, that the last commit is on the disk, and how the files looked then.
///
/// Whoever writes to a file leaves a trace in what the system says of it; as long as there is none, nothing needs to be
/// read again. It is kept beside the caches, and nothing is lost with it.
struct Proof {
  private let storage: any ProvableStorage
  private let stamps: FileStamps

  /// Takes how files look; `nil` where there are few bytes, of which all are proved each time.
  init?(_ storage: any ProvableStorage, _ stamps: FileStamps?) {
    guard let stamps, stamps.bytes > storage.fewBytes else { return nil }
    self.storage = storage
    self.stamps = stamps
  }

  /// Whether the files look as they did when they were proved last.
  var isKept: Bool {
    storage.keptProof().flatMap { CacheFile($0) }.map { $0.words == stamps.words } ?? false
  }

  /// Remembers that the files are proved as they looked when this was made, where a change could be seen.
  func keep() {
    guard !stamps.mayHide(at: time(nil)) else { return }
    storage.keepProof(CacheFile.whole(stamps.words))
  }
}

/// How the files of a commit look.
struct FileStamps: Equatable {
  let names: [String]
  private let stamps: [FileStamp]

  /// Asks how files look now; `nil` where one cannot be seen.
  init?(_ storage: any ProvableStorage, _ names: [String]) {
    self.init(names) { storage.stamp(of: $0) }
  }

  private init?(_ names: [String], _ stamp: (String) -> FileStamp?) {
    let stamps = names.compactMap(stamp)
    guard stamps.count == names.count else { return nil }
    self.names = names
    self.stamps = stamps
  }

  /// The files of a commit that have bytes, the log first.
  static func names(of commit: Commit) -> [String] {
    [Commit.file] + commit.files.filter { $0.value.bytes > 0 }.keys.sorted()
  }

  var bytes: Int { stamps.reduce(0) { $0 + $1.size } }

  /// Whether a change of one may leave no trace.
  func mayHide(at now: Int) -> Bool { stamps.contains { $0.mayHide(at: now) } }

  var words: [UInt64] {
    [Checksum.of(names.flatMap { Array($0.utf8) + [0] }.map(UInt64.init))] + stamps.flatMap(\.words)
  }

  subscript(name: String) -> FileStamp? { names.firstIndex(of: name).map { stamps[$0] } }

  /// How the files of a commit look when nobody else wrote to any since these were taken; `nil` where somebody did.
  func following(_ watch: AppendWatch, to commit: Commit) -> Self? {
    Self(Self.names(of: commit)) { name in
      watch.appended(to: name) ? watch.stamp(of: name, behind: self[name]) : self[name]
    }
  }
}

/// How files look while this program appends to them: what others write meanwhile is no part of what was proved.
final class AppendWatch {
  private struct Sight {
    /// How the file looked before the first of the calls; `nil` where it had no bytes.
    let first: FileStamp?
    var last: FileStamp?
    var isDisturbed = false
  }

  private let storage: any Storage
  private let provable: (any ProvableStorage)?
  private var sights: [String: Sight] = [:]

  init(_ store: LedgerStore) {
    storage = store.storage
    provable = store.provable
  }

  /// Appends to a file; see ``Storage/append(_:to:at:)``.
  func append(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError) {
    guard let provable else {
      return try storage.append(bytes, to: name, at: size)
    }
    let look = try provable.appendLooking(bytes, to: name, at: size)
    var sight = sights[name] ?? Sight(first: look.before, last: look.before)
    if look.before != sight.last || look.after?.size != size + bytes.count {
      sight.isDisturbed = true
    }
    sight.last = look.after
    sights[name] = sight
  }

  func appended(to name: String) -> Bool { sights[name] != nil }

  /// How a file looks behind what was appended; `nil` where it looked otherwise before, or others wrote meanwhile.
  func stamp(of name: String, behind before: FileStamp?) -> FileStamp? {
    guard let sight = sights[name], sight.first == before, !sight.isDisturbed else { return nil }
    return sight.last
  }
}

extension LedgerStore {
  /// How the files of a commit look now.
  func stamps(of commit: Commit) -> FileStamps? {
    provable.flatMap { FileStamps($0, FileStamps.names(of: commit)) }
  }

  /// That files are proved as they look, once somebody has proved them.
  func proof(_ stamps: FileStamps?) -> Proof? {
    provable.flatMap { Proof($0, stamps) }
  }
}
