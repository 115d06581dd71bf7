import Ledger
import Synchronization

/// Files in memory that record every call, can fail one of them, and can be altered by hand.
final class MemoryStorage: Storage {
  private struct State {
    var files: [String: [UInt8]] = [:]
    var folders: Set<String> = []
    var calls: [String] = []
    var changes = 0
    var failing: Int?
    /// The system's number of the failure, and what somebody else writes at that moment.
    var fault: (number: Int32, foreign: [UInt8]) = (5, [])
    weak var lock: Lock?
  }

  private final class Lock: StorageLock {
    func verify() {}
  }

  let location = "memory"

  private let state = Mutex(State())

  init(_ files: [String: [UInt8]] = [:]) {
    state.withLock { $0.files = files }
  }

  /// The files as they are.
  var files: [String: [UInt8]] {
    get { state.withLock { $0.files } }
    set { state.withLock { $0.files = newValue } }
  }

  /// The calls so far, such as `append tools.jsonl`.
  var calls: [String] { state.withLock { $0.calls } }

  /// The calls since the last forgetting that may change something.
  var changingCalls: [String] { calls.filter { !$0.hasPrefix("read ") && !$0.hasPrefix("list ") } }

  func forgetCalls() {
    state.withLock { $0.calls = [] }
  }

  /// Makes one of the calls that may change something fail, counted from 1 from now on.
  func fail(at number: Int, _ fault: Int32 = 5, adding foreign: String = "") {
    state.withLock {
      $0.fault = (fault, Array(foreign.utf8))
      $0.changes = 0
      $0.failing = number
    }
  }

  /// Whether the failure that was asked for has happened.
  var hasFailed: Bool { state.withLock { $0.failing == nil } }

  private func note(_ call: StorageError.Call, _ name: String, _ state: inout State)
    -> StorageError?
  {
    state.calls.append("\(call.rawValue) \(name)")
    guard call != .read, call != .list else { return nil }
    state.changes += 1
    guard state.changes == state.failing else { return nil }
    state.failing = nil
    return StorageError(call, name, number: state.fault.number, detail: "Input/output error")
  }

  private func perform<Result: Sendable>(
    _ call: StorageError.Call,
    _ name: String,
    _ body: (inout State, StorageError?) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    try state.withLock { (state) throws(StorageError) in
      let failure = note(call, name, &state)
      let result = try body(&state, failure)
      if let failure { throw failure }
      return result
    }
  }

  func names(in folder: String) throws(StorageError) -> [String] {
    try perform(.list, folder) { state, _ in
      let prefix = folder.isEmpty ? "" : folder + "/"
      return state.files.keys.filter { $0.hasPrefix(prefix) }.map {
        String($0.dropFirst(prefix.count))
      }
    }
  }

  func size(of name: String) throws(StorageError) -> Int? {
    try perform(.read, name) { state, _ in state.files[name]?.count }
  }

  func read(_ name: String) throws(StorageError) -> Bytes? {
    try perform(.read, name) { state, _ in state.files[name].map { Bytes($0) } }
  }

  func append(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError) {
    // A call that fails has written a part, as on a full disk.
    try perform(.append, name) { (state, failure) throws(StorageError) in
      guard state.files[name, default: []].count == size else { throw .changed(.append, name) }
      state.files[name, default: []] +=
        failure == nil ? bytes : Array(bytes.prefix(bytes.count / 2)) + state.fault.foreign
    }
  }

  func truncate(_ name: String, to size: Int) throws(StorageError) {
    try perform(.truncate, name) { state, failure in
      if failure == nil { state.files[name]?.removeSubrange(size...) }
    }
  }

  func rename(_ name: String, to new: String) throws(StorageError) {
    try perform(.rename, name) { state, failure in
      if failure == nil { state.files[new] = state.files.removeValue(forKey: name) }
    }
  }

  func synchronize(_ name: String) throws(StorageError) {
    try perform(.synchronize, name) { _, _ in }
  }

  func synchronizePath() throws(StorageError) {
    try perform(.synchronize, "../") { _, _ in }
  }

  func synchronizeFolder(_ folder: String) throws(StorageError) {
    try perform(.synchronize, folder + "/") { _, _ in }
  }

  func createFolder(_ folder: String) throws(StorageError) {
    try perform(.createFolder, folder + "/") { state, _ in _ = state.folders.insert(folder) }
  }

  func lock(_ holder: LockHolder) throws(StorageError) -> any StorageLock {
    try perform(.lock, "\(holder.by): \(holder.command)") { (state, _) throws(StorageError) in
      guard state.lock == nil else { throw .busy(".lock", holder) }
      let lock = Lock()
      state.lock = lock
      return lock
    }
  }

  func isLocked() -> Bool { state.withLock { $0.lock != nil } }
}
