import Glibc
import Ledger

/// The few file calls that a benchmark needs.
enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let folder = String(path.dropLast(name.count + 1))
    guard let bytes = try PosixStorage(folder).read(name) else {
      throw Failure(description: "there is no \(path)")
    }
    return bytes.withSpan { span in
      // The pointer is used within the closure only.
      unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    try put(bytes, to: path, mode: "w")
  }

  static func append(_ bytes: [UInt8], to path: String) throws {
    try put(bytes, to: path, mode: "a")
  }

  private static func put(_ bytes: [UInt8], to path: String, mode: String) throws {
    guard let file = unsafe fopen(path, mode) else {
      throw Failure(description: "cannot write \(path)")
    }
    let count = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, count == bytes.count else {
      throw Failure(description: "cannot write \(path)")
    }
  }

  /// Makes a directory of our own, lends it, and removes it with all that is in it.
  static func inTemporaryDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
    let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/benchmarks-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw Failure(description: "cannot make a directory in \(place)")
    }
    let directory = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    defer { remove(directory) }
    return try body(directory)
  }

  static func remove(_ directory: String) {
    for name in (try? PosixStorage(directory).names(in: "")) ?? [] {
      let path = directory + "/" + name
      // What is no plain file is a folder that the benchmark made.
      if unsafe unlink(path) != 0 { remove(path) }
    }
    unsafe rmdir(directory)
  }

  /// Copies the plain files of a folder.
  static func copyFolder(_ folder: String, to new: String) throws {
    guard unsafe mkdir(new, 0o750) == 0 else { throw Failure(description: "cannot make \(new)") }
    for name in try PosixStorage(folder).names(in: "") where name != ".cache" {
      try write(read(folder + "/" + name), to: new + "/" + name)
    }
  }

  static func size(_ path: String) -> Int {
    var information = stat()
    return unsafe stat(path, &information) == 0 ? Int(information.st_size) : 0
  }

  /// Makes the machine forget the files of a directory, so that they come from the disk again.
  static func flush(_ directory: String) {
    for name in (try? PosixStorage(directory).names(in: "")) ?? [] {
      let file = unsafe open(directory + "/" + name, O_RDONLY)
      guard file >= 0 else { continue }
      fsync(file)
      posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
      close(file)
    }
  }

  static func isThere(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// The path of this program.
  static func ownPath() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { throw Failure(description: "cannot find this program") }
    return String(decoding: buffer.prefix(count).map(UInt8.init), as: UTF8.self)
  }
}
