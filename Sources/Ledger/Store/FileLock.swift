import Glibc

/// A lock on the ledger's `.lock` that ends when its file is closed.
final class FileLock: StorageLock {
  private static let name = ".lock"

  private let file: Int32
  private let storage: PosixStorage

  /// Waits for the lock, for a while.
  ///
  /// Who waits first holds the directory itself, so that those who have just had the lock do not
  /// take it again before those who wait.
  init(_ storage: PosixStorage, _ holder: LockHolder, patience: Int) throws(StorageError) {
    self.storage = storage
    let end = Self.milliseconds() + patience
    let queue = unsafe open(storage.path(""), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if queue >= 0 { close(queue) } }
    if queue >= 0 {
      // A file system that cannot lock folders goes without a queue.
      while flock(queue, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
        guard Self.milliseconds() < end else { throw Self.busy(storage) }
        usleep(2_000)
      }
    }
    var taken: Int32 = -1
    while taken < 0 {
      let file = unsafe open(
        storage.path(Self.name),
        O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
        0o660
      )
      guard file >= 0 else { throw storage.failure(.lock, Self.name) }
      if flock(file, LOCK_EX | LOCK_NB) == 0 {
        // A file that was removed meanwhile keeps nobody out.
        if Self.isNamed(file, storage) { taken = file } else { close(file) }
        continue
      }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let error = storage.failure(.lock, Self.name)
        close(file)
        throw error
      }
      close(file)
      guard Self.milliseconds() < end else { throw Self.busy(storage) }
      usleep(2_000)
    }
    file = taken
    // Who holds it is a courtesy to those who wait; nothing depends on it.
    // It is cut after writing: a page that somebody has mapped must not vanish.
    var holder = holder
    holder.process = Int(getpid())
    let note = holder.line
    _ = unsafe note.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, note.count, 0) }
    _ = ftruncate(file, note.count)
  }

  deinit {
    close(file)
  }

  /// Makes sure that the file of the lock is still the one that others would lock.
  func verify() throws(StorageError) {
    guard Self.isNamed(file, storage) else { throw .changed(.lock, Self.name) }
  }

  /// Whether another open file holds the lock: nobody is kept out by asking.
  static func isHeld(_ storage: PosixStorage) -> Bool {
    let file = unsafe open(storage.path(name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private static func busy(_ storage: PosixStorage) -> StorageError {
    let note = try? storage.read(name)
    return .busy(name, note.flatMap { LockHolder($0) })
  }

  /// Whether an open file is the one that has the lock's name now.
  private static func isNamed(_ file: Int32, _ storage: PosixStorage) -> Bool {
    var own = stat()
    var named = stat()
    return unsafe fstat(file, &own) == 0 && stat(storage.path(name), &named) == 0
      && own.st_ino == named.st_ino && own.st_dev == named.st_dev
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
