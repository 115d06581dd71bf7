import Ledger

/// Files in memory, for a ledger that is made, altered and read within one process.
final class FrozenStorage: Storage, @unchecked Sendable {
  private final class Lock: StorageLock {
    func verify() {}
  }

  let location = "memory"
  // One thread uses it.
  private(set) var files: [String: [UInt8]]

  init(_ files: [String: [UInt8]]) {
    self.files = files
  }

  func names(in folder: String) -> [String] { folder.isEmpty ? files.keys.sorted() : [] }
  func size(of name: String) -> Int? { files[name]?.count }
  func read(_ name: String) -> Bytes? { files[name].map { Bytes($0) } }
  func append(_ bytes: [UInt8], to name: String, at size: Int) { files[name, default: []] += bytes }
  func truncate(_ name: String, to size: Int) {
    files[name] = files[name].map { Array($0.prefix(size)) }
  }
  func rename(_ name: String, to new: String) { files[new] = files.removeValue(forKey: name) }
  func synchronize(_ name: String) {}
  func synchronizeFolder(_ folder: String) {}
  func synchronizePath() {}
  func createFolder(_ folder: String) {}
  func lock(_ holder: LockHolder) -> any StorageLock { Lock() }
  func isLocked() -> Bool { false }
}
