import Ledger
import Synchronization

/// The files of a ``Disk``, with the disk as it was after every call; one `fsync` can be left out.
final class DiskStorage: ProvableStorage {
  private struct State {
    var disk: Disk
    var history: [Disk]
    var syncs = 0
    let skipped: Int?
  }

  private final class Lock: StorageLock {
    func verify() {}
  }

  let location = "disk"
  private let state: Mutex<State>

  init(_ disk: Disk, skipping skipped: Int? = nil) {
    state = Mutex(State(disk: disk, history: [disk], skipped: skipped))
  }

  /// The disk now.
  var disk: Disk { state.withLock { $0.disk } }
  /// The disk at the start and after each call that changed something.
  var history: [Disk] { state.withLock { $0.history } }
  /// How many calls brought something to the disk.
  var syncs: Int { state.withLock { $0.syncs } }

  private func change(_ body: (inout Disk) -> Void) {
    state.withLock { state in
      body(&state.disk)
      state.history.append(state.disk)
    }
  }

  private func sync(_ body: (inout Disk) -> Void) {
    state.withLock { state in
      defer { state.syncs += 1 }
      guard state.syncs != state.skipped else { return }
      body(&state.disk)
      state.history.append(state.disk)
    }
  }

  func names(in folder: String) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    return state.withLock { $0.disk.names.files.keys }.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
  }

  func size(of name: String) -> Int? { state.withLock { $0.disk.blob(name)?.bytes.count } }

  func read(_ name: String) -> Bytes? { state.withLock { $0.disk.blob(name)?.content } }

  func append(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError) {
    guard (self.size(of: name) ?? 0) == size else { throw .changed(.append, name) }
    change { $0.append(bytes, to: name) }
  }

  func truncate(_ name: String, to size: Int) { change { $0.cut(name, to: size) } }

  func rename(_ name: String, to new: String) { change { $0.rename(name, to: new) } }

  func synchronize(_ name: String) { sync { $0.synchronize(name) } }

  func synchronizeFolder(_ folder: String) { sync { $0.synchronizeFolder(folder) } }

  func synchronizePath() { sync { $0.synchronizeFolder("..") } }

  func createFolder(_ folder: String) { change { $0.createFolder(folder) } }

  var fewBytes: Int { 0 }

  /// The least that may tell a file apart: what was torn and what is whole look the same where they are as long.
  func stamp(of name: String) -> FileStamp? {
    let disk = disk
    guard disk.keepsProofs, let blob = disk.blob(name) else { return nil }
    let number = name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }
    return FileStamp(words: [0, number, UInt64(blob.bytes.count), 0, 0, 0, 0])
  }

  func keptProof() -> Bytes? { read(Self.proof) }

  /// Writes it where it stands where it can, else beside it first; nothing is ever brought to the disk.
  func keepProof(_ bytes: [UInt8]) {
    guard size(of: Self.proof) != bytes.count else {
      return change { $0.overwrite(Self.proof, bytes) }
    }
    let new = Self.proof + ".new"
    createFolder(".cache")
    // What a killed writer left is in nobody's way: names are made anew.
    if size(of: new) ?? 0 > 0 { truncate(new, to: 0) }
    change { $0.append(bytes, to: new) }
    rename(new, to: Self.proof)
  }

  static let proof = ".cache/proof"

  func lock(_ holder: LockHolder) -> any StorageLock { Lock() }

  func isLocked() -> Bool { false }
}
