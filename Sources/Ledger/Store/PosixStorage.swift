import Glibc

/// The files of a directory, by the calls of POSIX.
public struct PosixStorage: Storage {
  let directory: String
  private let patience: Int
  /// The user's folder for caches, for ledgers that cannot be written.
  public var userCaches: String?
  private let system: SystemCalls

  /// Creates a storage.
  ///
  /// - Parameters:
  ///   - directory: The ledger's directory; it need not exist yet.
  ///   - patience: For how many milliseconds to wait for the lock.
  public init(_ directory: String, patience: Int = 10_000) {
    self.init(directory, patience: patience, SystemCalls())
  }

  /// Creates a storage whose riskiest calls a test can break.
  package init(_ directory: String, patience: Int = 10_000, _ system: SystemCalls) {
    self.directory = directory
    self.patience = patience
    self.system = system
  }

  /// The ledger's directory.
  public var location: String { directory }

  func path(_ name: String) -> String {
    name.isEmpty ? directory : directory + "/" + name
  }

  /// Returns the names in a folder.
  public func names(in folder: String) throws(StorageError) -> [String] {
    guard let handle = unsafe opendir(path(folder)) else {
      guard errno != ENOENT else { return [] }
      throw failure(.list, folder)
    }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      // The name is a C string within the entry, which lives until the next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Asks for a file's size.
  public func size(of name: String) throws(StorageError) -> Int? {
    var status = stat()
    guard unsafe stat(path(name), &status) == 0 else {
      guard errno != ENOENT else { return nil }
      throw failure(.read, name)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw notPlain(name) }
    return Int(status.st_size)
  }

  /// Maps a file.
  public func read(_ name: String) throws(StorageError) -> Bytes? {
    let file = unsafe open(path(name), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      guard errno != ENOENT else { return nil }
      throw failure(.read, name)
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw failure(.read, name) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw notPlain(name) }
    let count = Int(status.st_size)
    guard count > 0 else { return Bytes([]) }
    guard let bytes = Bytes(mapping: file, count: count) else { throw failure(.read, name) }
    return bytes
  }

  /// Appends to a file that has the size that is expected.
  public func append(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError) {
    _ = try appendLooking(bytes, to: name, at: size)
  }

  /// Appends to a file, and looks at it through the same open file, in whose place nobody can put another.
  package func appendLooking(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError)
    -> (before: FileStamp?, after: FileStamp?)
  {
    // New files are for the owner and the group only: records tell about people.
    let file = unsafe open(
      path(name),
      O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
      0o640
    )
    guard file >= 0 else { throw failure(.append, name) }
    var isOpen = true
    defer { if isOpen { close(file) } }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw failure(.append, name) }
    guard Int(status.st_size) == size else { throw .changed(.append, name) }
    if size == 0 { share(file, like: status) }
    var written = 0
    while written < bytes.count {
      let count = system.write(file, bytes.span.extracting(written...))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(.append, name) }
      written += count
    }
    let after = FileStamp(of: file)
    // A server may tell only now that there was no room.
    isOpen = false
    guard close(file) == 0 || errno == EINTR else { throw failure(.append, name) }
    return (size == 0 ? nil : FileStamp(status), after)
  }

  /// Lets the group write to a new file where it may write to the ledger's directory, whatever mask the process has.
  private func share(_ file: Int32, like status: stat) {
    guard isShared, status.st_uid == geteuid(), status.st_mode & S_IWGRP == 0 else { return }
    _ = fchmod(file, 0o660)
  }

  private var isShared: Bool { Self.isShared(directory) }

  /// Whether the group may write to a directory, so that it may write to what is new in it, too.
  static func isShared(_ directory: String) -> Bool {
    var status = stat()
    return unsafe stat(directory, &status) == 0 && status.st_mode & S_IWGRP != 0
  }

  /// Cuts a file.
  public func truncate(_ name: String, to size: Int) throws(StorageError) {
    let file = unsafe open(path(name), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw failure(.truncate, name) }
    defer { close(file) }
    guard ftruncate(file, size) == 0 else { throw failure(.truncate, name) }
  }

  /// Renames a file.
  public func rename(_ name: String, to new: String) throws(StorageError) {
    guard unsafe Glibc.rename(path(name), path(new)) == 0 else { throw failure(.rename, name) }
  }

  /// Brings a file to the disk.
  public func synchronize(_ name: String) throws(StorageError) {
    try synchronize(path(name), named: name, O_RDONLY)
  }

  /// Brings a folder's entries to the disk.
  public func synchronizeFolder(_ folder: String) throws(StorageError) {
    try synchronize(path(folder), named: folder, O_RDONLY | O_DIRECTORY)
  }

  /// Brings every folder above the ledger's directory to the disk, as far as they may be read.
  public func synchronizePath() throws(StorageError) {
    guard let resolved = unsafe realpath(directory, nil) else { throw failure(.synchronize, "") }
    defer { unsafe free(resolved) }
    var whole = unsafe String(cString: resolved)
    while let slash = whole.lastIndex(of: "/"), whole != "/" {
      whole = slash == whole.startIndex ? "/" : String(whole[..<slash])
      // Where one may not even read, one has created nothing.
      guard unsafe access(whole, R_OK) == 0 else { return }
      try synchronize(whole, named: whole, O_RDONLY | O_DIRECTORY)
    }
  }

  private func synchronize(_ path: String, named name: String, _ flags: Int32)
    throws(StorageError)
  {
    let file = unsafe open(path, flags | O_CLOEXEC)
    guard file >= 0 else { throw failure(.synchronize, name) }
    defer { close(file) }
    // After a failure the pages count as clean: a second call would lie, so there is none.
    guard system.fsync(file) == 0 else { throw failure(.synchronize, name) }
  }

  /// Creates a folder and those above it.
  public func createFolder(_ folder: String) throws(StorageError) {
    let whole = path(folder)
    var end = whole.startIndex
    while end < whole.endIndex {
      end = whole[whole.index(after: end)...].firstIndex(of: "/") ?? whole.endIndex
      let part = String(whole[..<end])
      guard unsafe mkdir(part, 0o750) == 0 || errno == EEXIST || errno == EISDIR else {
        throw failure(.createFolder, folder)
      }
    }
    guard !folder.isEmpty else { return }
    var status = stat()
    // Who hands on a ledger decides not where its bytes are written.
    guard unsafe lstat(whole, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw failure(.createFolder, folder)
    }
    if isShared, status.st_uid == geteuid(), status.st_mode & S_IWGRP == 0 {
      _ = unsafe chmod(whole, 0o770 | status.st_mode & S_ISGID)
    }
  }

  /// Takes the lock with `flock`, which goes with the process whatever becomes of it.
  public func lock(_ holder: LockHolder) throws(StorageError) -> any StorageLock {
    try FileLock(self, holder, patience: patience)
  }

  /// Whether another open file holds the lock.
  public func isLocked() -> Bool {
    FileLock.isHeld(self)
  }

  func failure(_ call: StorageError.Call, _ name: String) -> StorageError {
    let number = errno
    let words = unsafe String(cString: strerror(number))
    return StorageError(call, path(name), number: number, detail: words)
  }

  private func notPlain(_ name: String) -> StorageError {
    StorageError(.read, path(name), number: EINVAL, detail: "not a plain file")
  }
}

/// The calls that disks and signals break most, as values, so that a test can break them.
package struct SystemCalls: Sendable {
  /// Writes bytes to an open file and returns how many it took.
  package var write: @Sendable (Int32, Span<UInt8>) -> Int = { file, bytes in
    // The bytes are lent to the call only.
    unsafe bytes.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
  }
  /// Brings an open file to the disk.
  package var fsync: @Sendable (Int32) -> Int32 = { Glibc.fsync($0) }

  /// The calls of the system as they are.
  package init() {}
}
