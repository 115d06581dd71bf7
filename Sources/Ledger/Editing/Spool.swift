import JSONLines
import Synchronization

/// Lines of one kind that are about to be appended to its file, kept in a file without a name instead of in memory.
///
/// That file lies where the ledger is, whose disk must have room for the lines anyway, and is gone with the process.
/// Lines are written and hashed on another core while those behind them come.
public final class Spool: Sendable {
  /// The kind.
  public let schema: Schema

  private struct State {
    var count = 0
    /// Where every block of lines begins.
    var blocks: [Int] = []
    /// How many bytes are in the file.
    var written = 0
    /// Those behind them, which are being written.
    var moving: [UInt8] = []
    /// Those behind them; all of them where the disk takes no more.
    var waiting: [UInt8] = []
    var writing: Workers.Later<Bool>?
    var isBroken = false
    /// The block that was read last.
    var lastRead: (block: Int, bytes: [UInt8]) = (-1, [])

    var size: Int { written + moving.count + waiting.count }
  }

  /// How many lines there are in a block, of which only the first one's place is kept.
  private static let blockCount = 64
  private static let pieceSize = 1 << 20

  private let file: UnnamedFile
  private let state = Mutex(State())
  /// What is true of the bytes in the file.
  private let written = Mutex(Commit.ExtentBuilder())

  /// Creates a spool; `nil` where no file can be made.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - folder: Where the file shall lie.
  init?(_ schema: Schema, in folder: String) {
    guard let file = UnnamedFile(in: folder) else { return nil }
    self.schema = schema
    self.file = file
  }

  /// How many lines there are.
  public var count: Int { state.withLock { $0.count } }

  /// Whether there are so many lines that the first of them are in the file, and hashed.
  var isInFile: Bool { state.withLock { $0.written + $0.moving.count > 0 } }

  /// Takes a line, which has no line end.
  func append(_ line: [UInt8]) {
    state.withLock { state in
      Self.begin(state.size, &state)
      state.waiting += line
      state.waiting.append(0x0A)
    }
  }

  /// Takes lines as they stand among some bytes, with their line ends; they stay.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - starts: Where each begins, and behind the last where it ends.
  func append(_ bytes: Bytes, _ starts: ArraySlice<Int>) {
    guard let first = starts.first, let end = starts.last else { return }
    state.withLock { state in
      let shift = state.size - first
      for start in starts.dropLast() { Self.begin(shift + start, &state) }
      bytes.withSpan { span in
        // The pointer is used within the closure only.
        unsafe span.extracting(first..<end).withUnsafeBufferPointer {
          unsafe state.waiting.append(contentsOf: $0)
        }
      }
    }
    settle()
  }

  /// Takes the last line away again; since ``settle()`` it has come.
  func removeLast() {
    state.withLock { state in
      state.waiting.removeLast()
      while let last = state.waiting.last, last != 0x0A { state.waiting.removeLast() }
      state.count -= 1
      if state.count % Self.blockCount == 0 { state.blocks.removeLast() }
      state.lastRead.block = -1
    }
  }

  /// Says that the lines so far stay.
  func settle() {
    state.withLock { state in
      if state.waiting.count >= Self.pieceSize { write(&state) }
    }
  }

  /// Counts a line that begins at a place.
  private static func begin(_ place: Int, _ state: inout State) {
    if state.count % blockCount == 0 { state.blocks.append(place) }
    if state.count / blockCount == state.lastRead.block { state.lastRead.block = -1 }
    state.count += 1
  }

  /// A line without its line end.
  subscript(number: Int) -> [UInt8] {
    state.withLock { state in
      let block = number / Self.blockCount
      if state.lastRead.block != block {
        let end = block + 1 < state.blocks.count ? state.blocks[block + 1] : state.size
        state.lastRead = (block, copy(state.blocks[block]..<end, state))
      }
      let lines = state.lastRead.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      return Array(lines[number % Self.blockCount])
    }
  }

  /// Hands out all lines with their line ends, very many at a time.
  func pieces<Failure: Error>(_ take: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var start = 0
    while true {
      let piece = state.withLock { state in
        copy(start..<min(start + Self.pieceSize, state.size), state)
      }
      guard !piece.isEmpty else { return }
      try take(piece)
      start += piece.count
    }
  }
}

extension Spool {
  /// Starts to write what waits.
  private func write(_ state: inout State) {
    finishWriting(&state)
    guard !state.isBroken else { return }
    swap(&state.moving, &state.waiting)
    let (piece, place) = (state.moving, state.written)
    state.writing = Workers.Later {
      guard self.file.write(piece, at: place) else { return false }
      self.written.withLock { $0.append(piece) }
      return true
    }
  }

  /// Says what is true of a file to which all lines are appended; no line comes behind them.
  ///
  /// - Parameter start: How many bytes it has before.
  /// - Returns: What is true then.
  func extent(behind start: Int) -> Commit.Extent {
    state.withLock { state in
      finishWriting(&state)
      return written.withLock { written in
        written.append(state.waiting)
        return written.finish(behind: start)
      }
    }
  }

  private func finishWriting(_ state: inout State) {
    guard let writing = state.writing else { return }
    let isWritten = writing.value()
    state.writing = nil
    guard isWritten else {
      // It stays in memory, and whatever comes with it: the disk will be full for the ledger's file as well.
      state.isBroken = true
      state.waiting.insert(contentsOf: state.moving, at: 0)
      state.moving = []
      return
    }
    state.written += state.moving.count
    state.moving.removeAll(keepingCapacity: true)
  }

  private func copy(_ range: Range<Int>, _ state: State) -> [UInt8] {
    let inFile = range.clamped(to: 0..<state.written)
    var bytes = inFile.isEmpty ? [] : file.read(inFile)
    // Nothing was committed, and nothing can be without them.
    guard bytes.count == inFile.count else { LastWords.end(.waitingLines) }
    var start = state.written
    for part in [state.moving, state.waiting] {
      let here = range.clamped(to: start..<start + part.count)
      if !here.isEmpty { bytes += part[here.lowerBound - start..<here.upperBound - start] }
      start += part.count
    }
    return bytes
  }
}
