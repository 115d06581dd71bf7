import Glibc

/// Where caches of a ledger are kept: beside the data where that can be written, else with the user.
///
/// Everything in it may go at any time; nothing is ever true because it stands there.
package struct CacheFolder: Sendable {
  /// The file that says that all was proved.
  static let proof = "proof"

  private let directory: String
  private let userFolder: String?

  /// Creates a folder for a ledger.
  ///
  /// - Parameters:
  ///   - directory: The ledger's directory.
  ///   - userFolder: The user's folder for caches, where one is known.
  package init(_ directory: String, userFolder: String?) {
    self.directory = directory
    self.userFolder = userFolder
  }

  /// Whose a folder is in which caches may be.
  private enum Standing {
    /// It can be written, or made.
    case ours
    /// Others keep it: nobody brings it up to date for us.
    case others
    /// Something else than a folder stands in its place: who hands on a ledger decides not where caches are written.
    case elsewhere

    init(_ folder: String) {
      var status = stat()
      if unsafe lstat(folder, &status) != 0 {
        self = .ours
      } else if status.st_mode & S_IFMT != S_IFDIR {
        self = .elsewhere
      } else {
        self = unsafe access(folder, W_OK) == 0 ? .ours : .others
      }
    }
  }

  /// Asks for something beside the data, and where it is not there with the user; what others keep comes last.
  private func inTurn<Found>(_ body: (String) -> Found?) -> Found? {
    let own = directory + "/.cache"
    let standing = Standing(own)
    if standing == .ours, let found = body(own) { return found }
    if let ofUser, let found = body(ofUser) { return found }
    return standing == .others ? body(own) : nil
  }

  /// The folder with the user.
  private var ofUser: String? {
    guard let userFolder, let whole = unsafe realpath(directory, nil) else { return nil }
    // The C string is freed right after it was copied.
    let path = unsafe String(cString: whole)
    unsafe free(whole)
    return "\(userFolder)/brandledger/\(SHA256.hash(Array(path.utf8)).prefix(16))"
  }

  /// The stamp of a data file.
  func stamp(of file: String) -> FileStamp? {
    FileStamp(directory + "/" + file)
  }

  /// Maps a cache file; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - keepsOpen: Whether a few bytes here and there will be read of it.
  /// - Returns: Its bytes.
  func read(_ name: String, keepsOpen: Bool = false) -> Bytes? {
    inTurn { folder in
      let file = unsafe open(folder + "/" + name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard file >= 0 else { return nil }
      var status = stat()
      let isPlain = unsafe fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      let count = Int(status.st_size)
      if keepsOpen, isPlain, let bytes = Bytes(taking: file, count: count) { return bytes }
      defer { close(file) }
      return isPlain ? Bytes(mapping: file, count: count) : nil
    }
  }

  /// Writes a cache file whole or not at all; a failure is no matter.
  func write(_ name: String, _ pieces: [CachePiece]) {
    _ = inTurn { write(name, pieces, in: $0) ? true : nil }
  }

  private func write(_ name: String, _ pieces: [CachePiece], in folder: String) -> Bool {
    guard prepare(folder) else { return false }
    removeLeftovers(folder)
    let new = "\(folder)/\(name).\(getpid()).new"
    let file = unsafe open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard file >= 0 else { return false }
    if isShared { _ = fchmod(file, 0o660) }
    var isWhole = true
    for piece in pieces where isWhole { isWhole = piece.write(to: file) }
    if close(file) != 0 { isWhole = false }
    if isWhole { isWhole = unsafe rename(new, folder + "/" + name) == 0 }
    if !isWhole { _ = unsafe unlink(new) }
    return isWhole
  }

  /// Removes what processes left that were killed while they wrote.
  private func removeLeftovers(_ folder: String) {
    for name in (try? PosixStorage(folder).names(in: "")) ?? [] where name.hasSuffix(".new") {
      // One on another machine that still writes loses no more than a cache.
      guard let process = name.split(separator: ".").dropLast().last.flatMap({ pid_t($0) }),
        process > 0, kill(process, 0) != 0, errno == ESRCH
      else { continue }
      _ = unsafe unlink(folder + "/" + name)
    }
  }

  /// Writes a small cache file, in the place of one of the same size without a new name: whoever reads it checks its sum.
  func writeOver(_ name: String, _ bytes: [UInt8]) {
    let isDone = inTurn { folder -> Bool? in
      let file = unsafe open(folder + "/" + name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var status = stat()
      guard unsafe fstat(file, &status) == 0, Int(status.st_size) == bytes.count else {
        return false
      }
      return unsafe bytes.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, 0) }
        == bytes.count
    }
    if isDone != true { write(name, [CachePiece(bytes)]) }
  }

  /// Writes over a few bytes of a cache file.
  func patch(_ name: String, at offset: Int, _ bytes: [UInt8]) {
    _ = inTurn { folder -> Int? in
      let file = unsafe open(folder + "/" + name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
      guard file >= 0 else { return nil }
      defer { close(file) }
      return unsafe bytes.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, offset) }
    }
  }

  /// Whether the group of the ledger's directory keeps caches together.
  private var isShared: Bool { PosixStorage.isShared(directory) }

  private func prepare(_ folder: String) -> Bool {
    guard unsafe access(folder, W_OK) != 0 else { return true }
    var end = folder.startIndex
    while end < folder.endIndex {
      end = folder[folder.index(after: end)...].firstIndex(of: "/") ?? folder.endIndex
      let part = String(folder[..<end])
      if unsafe mkdir(part, 0o750) == 0, isShared, end == folder.endIndex {
        _ = unsafe chmod(part, 0o2770)
      }
    }
    guard unsafe access(folder, W_OK) == 0 else { return false }
    let file = unsafe open(folder + "/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    if file >= 0 {
      _ = unsafe Glibc.write(file, "*\n", 2)
      close(file)
    }
    return true
  }
}

/// A part of a cache file that is about to be written.
struct CachePiece {
  private let writes: (Int32) -> Bool

  /// Takes numbers.
  init<Element>(_ block: Block<Element>) {
    writes = { file in
      unsafe block.withPointer { unsafe Self.write(UnsafeRawBufferPointer($0), file) }
    }
  }

  /// Takes bytes.
  init(_ bytes: [UInt8]) {
    writes = { file in
      // The pointer is used within the closure only.
      unsafe bytes.withUnsafeBytes { unsafe Self.write($0, file) }
    }
  }

  func write(to file: Int32) -> Bool { writes(file) }

  private static func write(_ buffer: UnsafeRawBufferPointer, _ file: Int32) -> Bool {
    guard let start = buffer.baseAddress else { return true }
    var done = 0
    while done < buffer.count {
      // Within the buffer.
      let count = unsafe Glibc.write(file, start + done, buffer.count - done)
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
