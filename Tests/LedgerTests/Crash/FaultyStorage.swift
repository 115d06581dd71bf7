import Ledger
import Synchronization

/// A storage of which one call fails, once or from then on.
final class FaultyStorage: Storage {
  /// How a call fails.
  enum Fault: CaseIterable, Sendable {
    case noSpace
    case inputOutput
    case interrupted
    /// Another process holds the lock; only the call that takes it fails so.
    case busy
  }

  private struct State {
    var calls = 0
    var hasFailed = false
  }

  private let base: any Storage
  private let failing: Int
  private let isForEver: Bool
  private let fault: Fault
  private let state = Mutex(State())

  /// Creates a storage that fails at a call, counted from 1.
  init(_ base: any Storage, failing: Int, forEver isForEver: Bool, _ fault: Fault) {
    self.base = base
    self.failing = failing
    self.isForEver = isForEver
    self.fault = fault
  }

  /// Whether a call has failed.
  var hasFailed: Bool { state.withLock { $0.hasFailed } }

  var location: String { base.location }

  private func check(_ call: StorageError.Call, _ name: String) throws(StorageError) {
    let fails = state.withLock { state in
      guard fault != .busy || call == .lock else { return false }
      state.calls += 1
      let fails = isForEver ? state.calls >= failing : state.calls == failing
      if fails { state.hasFailed = true }
      return fails
    }
    guard fails else { return }
    switch fault {
    case .noSpace: throw StorageError(call, name, number: 28, detail: "No space left on device")
    case .inputOutput: throw StorageError(call, name, number: 5, detail: "Input/output error")
    case .interrupted: throw StorageError(call, name, number: 4, detail: "Interrupted system call")
    case .busy: throw .busy(name, LockHolder(process: 7, by: "a", since: .epoch, command: "add"))
    }
  }

  func names(in folder: String) throws(StorageError) -> [String] {
    try check(.list, folder)
    return try base.names(in: folder)
  }

  func size(of name: String) throws(StorageError) -> Int? {
    try check(.read, name)
    return try base.size(of: name)
  }

  func read(_ name: String) throws(StorageError) -> Bytes? {
    try check(.read, name)
    return try base.read(name)
  }

  func append(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError) {
    do {
      try check(.append, name)
    } catch {
      // A call that fails has written a part, as on a full disk.
      try base.append(Array(bytes.prefix(bytes.count / 2)), to: name, at: size)
      throw error
    }
    try base.append(bytes, to: name, at: size)
  }

  func truncate(_ name: String, to size: Int) throws(StorageError) {
    try check(.truncate, name)
    try base.truncate(name, to: size)
  }

  func rename(_ name: String, to new: String) throws(StorageError) {
    try check(.rename, name)
    try base.rename(name, to: new)
  }

  func synchronize(_ name: String) throws(StorageError) {
    try check(.synchronize, name)
    try base.synchronize(name)
  }

  func synchronizeFolder(_ folder: String) throws(StorageError) {
    try check(.synchronize, folder)
    try base.synchronizeFolder(folder)
  }

  func synchronizePath() throws(StorageError) {
    try check(.synchronize, "..")
    try base.synchronizePath()
  }

  func createFolder(_ folder: String) throws(StorageError) {
    try check(.createFolder, folder)
    try base.createFolder(folder)
  }

  func lock(_ holder: LockHolder) throws(StorageError) -> any StorageLock {
    try check(.lock, ".lock")
    return try base.lock(holder)
  }

  func isLocked() -> Bool { base.isLocked() }
}

extension Timestamp {
  static let epoch = Timestamp(seconds: 0, offset: 0)
}
