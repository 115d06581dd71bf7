import Glibc
import JSONLines

/// The files of a directory, by the calls of POSIX.
public struct PosixStorage: Storage {
  private let directory: String
  private let patience: Int

  /// Creates a storage.
  ///
  /// - Parameters:
  ///   - directory: The ledger's directory; it need not exist yet.
  ///   - patience: For how many milliseconds to wait for the lock.
  public init(_ directory: String, patience: Int = 10_000) {
    self.directory = directory
    self.patience = patience
  }

  /// The ledger's directory.
  public var location: String { directory }

  private func path(_ name: String) -> String {
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
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StorageError(.read, name, number: EINVAL, detail: "not a plain file")
    }
    let count = Int(status.st_size)
    guard count > 0 else { return Bytes([]) }
    guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0),
      unsafe start != MAP_FAILED
    else { throw failure(.read, name) }
    nonisolated(unsafe) let region = unsafe start
    return unsafe Bytes(start: UnsafeRawPointer(start), count: count) {
      unsafe munmap(region, count)
    }
  }

  /// Appends to a file.
  public func append(_ bytes: [UInt8], to name: String) throws(StorageError) {
    // New files are for the owner and the group only: records tell about people.
    let file = unsafe open(
      path(name),
      O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
      0o640
    )
    guard file >= 0 else { throw failure(.append, name) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(file, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(.append, name) }
      written += count
    }
  }

  /// Cuts a file.
  public func truncate(_ name: String, to size: Int) throws(StorageError) {
    guard unsafe Glibc.truncate(path(name), size) == 0 else { throw failure(.truncate, name) }
  }

  /// Brings a file to the disk.
  public func synchronize(_ name: String) throws(StorageError) {
    try synchronize(name, O_RDONLY)
  }

  /// Brings a folder's entries to the disk.
  public func synchronizeFolder(_ folder: String) throws(StorageError) {
    try synchronize(folder, O_RDONLY | O_DIRECTORY)
  }

  private func synchronize(_ name: String, _ flags: Int32) throws(StorageError) {
    let file = unsafe open(path(name), flags | O_CLOEXEC)
    guard file >= 0 else { throw failure(.synchronize, name) }
    defer { close(file) }
    // After a failure the pages count as clean: a second call would lie, so there is none.
    guard fsync(file) == 0 else { throw failure(.synchronize, name) }
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
  }

  /// Takes the lock with `flock`, which goes with the process whatever becomes of it.
  public func lock(holder: String) throws(StorageError) -> any StorageLock {
    let name = ".lock"
    let file = unsafe open(path(name), O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard file >= 0 else { throw failure(.lock, name) }
    var waited = 0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let error = failure(.lock, name)
        close(file)
        throw error
      }
      guard waited < patience else {
        close(file)
        let other = try read(name)?.withSpan { $0.text } ?? ""
        throw StorageError(.lock, name, number: 0, detail: other)
      }
      usleep(10_000)
      waited += 10
    }
    // Who holds it is a courtesy to those who wait; nothing depends on it.
    // It is cut after writing: a page that somebody has mapped must not vanish.
    let note = Array(holder.utf8)
    _ = unsafe note.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, note.count, 0) }
    _ = ftruncate(file, note.count)
    return FileLock(file)
  }

  private func failure(_ call: StorageError.Call, _ name: String) -> StorageError {
    let number = errno
    let words = unsafe String(cString: strerror(number))
    return StorageError(call, path(name), number: number, detail: words)
  }
}

/// A lock that ends when its file is closed.
private final class FileLock: StorageLock {
  private let file: Int32

  init(_ file: Int32) {
    self.file = file
  }

  deinit {
    close(file)
  }
}
