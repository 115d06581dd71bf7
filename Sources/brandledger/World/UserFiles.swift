import Bilingual
import Glibc
import Ledger

/// The files that a user names: read whole, or written whole.
enum UserFiles {
  /// Reads a file; `-` is the standard input.
  static func read(_ path: String) throws -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("cannot-read", path) }
    defer { if file != STDIN_FILENO { close(file) } }
    return try read(file, path)
  }

  /// Maps a file, so that its bytes take no memory of the program; what cannot be mapped is read.
  static func map(_ path: String) throws -> Bytes {
    guard path != "-" else { return Bytes(try read(path)) }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("cannot-read", path) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let bytes = Bytes(mapping: file, count: Int(status.st_size))
    else { return Bytes(try read(file, path)) }
    return bytes
  }

  /// Reads an open file to its end, or as far as is allowed.
  static func read(_ file: Int32, _ path: String, atMost limit: Int = .max) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if unsafe fstat(file, &status) == 0 { bytes.reserveCapacity(Int(status.st_size) + 1) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(file, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("cannot-read", path) }
      guard count > 0, bytes.count < limit else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file, in place of what stood there only when all of it is on the disk.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { put in try put(bytes) }
  }

  /// Writes a file piece by piece, in place of what stood there only when all of it is on the disk.
  ///
  /// Into a device or a pipe it is written as it comes; a link is followed; the files of a ledger are none to write over.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - fill: Puts the pieces.
  /// - Throws: What `fill` throws, and ``Diagnostics`` where the file cannot be written.
  static func write(to path: String, _ fill: (@escaping ([UInt8]) throws -> Void) throws -> Void)
    throws
  {
    let target = resolved(path)
    guard !isOfLedger(target) else { throw Diagnostics(ledgerFile(path), outcome: .disk) }
    var status = stat()
    let isPlain =
      unsafe stat(target, &status) != 0 || [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    let draft = isPlain ? "\(target).tmp-\(getpid())" : target
    let file =
      unsafe isPlain
      ? open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
      : open(draft, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("cannot-write", path) }
    do {
      defer { close(file) }
      try fill { bytes in
        guard put(bytes, into: file) else { throw failure("cannot-write", path) }
      }
      guard isPlain else { return }
      guard fsync(file) == 0, unsafe rename(draft, target) == 0 else {
        throw failure("cannot-write", path)
      }
    } catch {
      if isPlain { _ = unsafe unlink(draft) }
      throw error
    }
  }

  /// Refuses to write a file over another that the command line names, by whatever path.
  ///
  /// - Parameters:
  ///   - output: The file to be written.
  ///   - others: The other files that are named.
  /// - Throws: ``Diagnostics`` where it is one of them.
  static func refuse(_ output: String, over others: [String]) throws {
    guard let file = regularFile(output),
      others.contains(where: { regularFile($0).map { $0 == file } ?? false })
    else { return }
    throw Diagnostics(
      Diagnostic(
        "file-named-twice",
        Phrase(
          en: "the command line names this file twice; nothing is written over a file that is read",
          zh: "命令行两次指定了此文件；不会覆盖正在读取的文件"
        ),
        help: Phrase(en: "name another file to write to", zh: "请另选要写入的文件"),
        at: Place(file: output)
      )
    )
  }

  /// The device and the number of a regular file.
  private static func regularFile(_ path: String) -> [UInt64]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// Writes bytes, all of them unless `errno` says why not.
  static func put(_ bytes: [UInt8], into file: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// The path without links; of a file that is not there yet, that of its folder and its name.
  private static func resolved(_ path: String) -> String {
    if let whole = real(path) { return whole }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty else { return path }
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    return real(folder).map { "\($0)/\(name)" } ?? path
  }

  private static func real(_ path: String) -> String? {
    guard let whole = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(whole) }
    // The system's own copy, given back right after.
    return unsafe String(cString: whole)
  }

  /// Whether a file belongs to a ledger: its data, its lock, or what it keeps in folders.
  private static func isOfLedger(_ path: String) -> Bool {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.popLast(), let folder = parts.last else { return false }
    func isLedger(_ parts: [Substring]) -> Bool {
      unsafe access(parts.joined(separator: "/") + "/" + Commit.file, F_OK) == 0
    }
    if name.hasSuffix(".jsonl") || name.hasPrefix("."), isLedger(parts) { return true }
    return ["attachments", "recovered", ".cache"].contains(folder) && isLedger(parts.dropLast())
  }

  private static func ledgerFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-of-ledger",
      Phrase(en: "this is a file of a ledger; nothing writes over it", zh: "这是账本的文件，不可覆盖"),
      help: Phrase(
        en: "name another place; records are written with 'add', 'set' and 'import'",
        zh: "请另选位置；记录请用 add、set、import 写入"
      ),
      at: Place(file: path)
    )
  }

  static func failure(_ name: String, _ path: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(name, reason(errno), at: Place(file: path)),
      outcome: name == "cannot-write" ? .disk : .refused
    )
  }

  /// The system's words; those that people meet in Chinese too.
  private static func reason(_ number: Int32) -> Phrase {
    let words = unsafe String(cString: strerror(number))
    return switch number {
    case ENOENT: Phrase(en: "there is no such file or folder", zh: "没有此文件或目录")
    case EACCES: Phrase(en: "the file may not be opened: \(words)", zh: "没有权限打开此文件")
    case EISDIR: Phrase(en: "this is a folder", zh: "这是目录，不是文件")
    case ENOSPC: Phrase(en: "the disk is full", zh: "磁盘已满")
    default: Phrase(en: words, zh: words)
    }
  }
}
