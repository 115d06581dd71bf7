import Glibc
import JSONLines
import Ledger

/// Writes the files of a ledger as they come, and the commit that makes them true.
struct CommitWriter {
  private let directory: String
  private var files: [String: Commit.Extent] = [:]

  init(_ directory: String) {
    self.directory = directory
    unsafe mkdir(directory, 0o755)
  }

  /// A file that is being written.
  struct Output {
    private let path: String
    private var buffer: [UInt8] = []
    fileprivate var hash = SHA256()
    fileprivate var count = 0
    fileprivate var tail: [UInt8] = []

    init(_ path: String) {
      self.path = path
    }

    // Whole pieces of memory: the system then keeps the file in large ones, for every reader.
    private static let pieceSize = 4 << 20

    mutating func append(_ bytes: [UInt8]) throws {
      buffer += bytes
      if buffer.count >= Self.pieceSize { try flush(Self.pieceSize) }
    }

    fileprivate mutating func flush(_ size: Int = .max) throws {
      let bytes = Array(buffer.prefix(size))
      hash.update(bytes.span)
      count += bytes.count
      tail = Array((tail + bytes).suffix(Commit.Extent.tailCount))
      try Files.append(bytes, to: path)
      buffer.removeFirst(bytes.count)
    }
  }

  mutating func file(_ name: String, _ body: (inout Output) throws -> Void) throws {
    var output = Output("\(directory)/\(name)")
    try body(&output)
    try output.flush()
    let (count, tail) = (output.count, output.tail)
    guard count > 0 else { return }
    files[name] = Commit.Extent(
      bytes: count,
      appended: count,
      hash: output.hash.finish(),
      tail: count > Commit.Extent.tailCount ? SHA256.hash(tail) : nil
    )
  }

  func finish() throws {
    let commit = Commit(
      number: 1,
      at: Timestamp(seconds: 1_767_225_600, offset: 480),
      by: "benchmarks",
      command: "generate",
      files: files,
      parent: nil,
      offset: 0
    )
    try Files.write(commit.line + [0x0A], to: directory + "/" + Commit.file)
  }
}
