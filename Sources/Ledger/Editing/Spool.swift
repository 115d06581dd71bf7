import Glibc
import JSONLines
import Synchronization

/// Lines that are about to be appended, kept in a file without a name instead of in memory.
///
/// The file lies where the ledger is, whose disk must have room for the lines anyway, and is gone with the process.
public final class Spool: Sendable {
  /// Where a line stands in the file.
  struct Line: Sendable {
    fileprivate let spool: Spool
    // The offset, and behind 24 bits the length.
    fileprivate let place: UInt64

    /// The bytes of the line.
    var bytes: [UInt8] { spool.read(Int(place >> 24), Int(place & 0xFF_FFFF)) }
  }

  private struct State {
    /// How many bytes are in the file.
    var written = 0
    /// What comes behind them.
    var waiting: [UInt8] = []
    /// The bytes that were read last, and where they stand.
    var window: [UInt8] = []
    var windowStart = 0
    var isBroken = false
  }

  private static let pieceSize = 1 << 20
  private static let smallSize = 4 << 10
  private static let longestLine = 0xFF_FFFF

  private let file: Int32
  private let state = Mutex(State())

  /// Creates a spool; `nil` where no file can be made.
  ///
  /// - Parameter folder: Where the file shall lie.
  public init?(in folder: String) {
    // O_TMPFILE, which the module of the C library does not name.
    file = unsafe open(folder, O_RDWR | O_CLOEXEC | O_DIRECTORY | 0o20_000_000, 0o600)
    guard file >= 0 else { return nil }
  }

  deinit {
    close(file)
  }

  /// Takes a line; `nil` where it cannot be kept.
  func keep(_ line: [UInt8]) -> Line? {
    guard line.count <= Self.longestLine else { return nil }
    return state.withLock { state in
      if state.waiting.count >= Self.pieceSize { write(&state) }
      guard !state.isBroken else { return nil }
      let offset = state.written + state.waiting.count
      state.waiting += line
      return Line(spool: self, place: UInt64(offset) << 24 | UInt64(line.count))
    }
  }

  private func write(_ state: inout State) {
    var done = 0
    while done < state.waiting.count {
      let count = unsafe state.waiting.withUnsafeBytes { bytes in
        // Within the bytes that wait.
        unsafe pwrite(
          file,
          bytes.baseAddress.map { unsafe $0 + done },
          bytes.count - done,
          state.written + done
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        // What waits stays in memory; whatever comes is not taken any more.
        state.isBroken = true
        return
      }
      done += count
    }
    state.written += done
    state.waiting.removeAll(keepingCapacity: true)
  }

  private func read(_ offset: Int, _ count: Int) -> [UInt8] {
    state.withLock { state in
      if offset >= state.written {
        let start = offset - state.written
        return Array(state.waiting[start..<start + count])
      }
      let end = state.windowStart + state.window.count
      if offset < state.windowStart || offset + count > end {
        // Who asks here and there asks for few.
        let isNext = (state.windowStart...end).contains(offset)
        look(at: offset, max(count, isNext ? Self.pieceSize : Self.smallSize), &state)
      }
      let start = offset - state.windowStart
      return Array(state.window[start..<start + count])
    }
  }

  /// Reads a piece of the file, since lines are mostly asked for in their order.
  private func look(at offset: Int, _ count: Int, _ state: inout State) {
    let wanted = min(count, state.written - offset)
    var window = [UInt8](repeating: 0, count: wanted)
    var done = 0
    while done < wanted {
      let count = unsafe window.withUnsafeMutableBytes { bytes in
        // Within the window.
        unsafe pread(file, bytes.baseAddress.map { unsafe $0 + done }, wanted - done, offset + done)
      }
      if count < 0, errno == EINTR { continue }
      // Nothing was committed, and nothing can be without them.
      guard count > 0 else { LastWords.end(.waitingLines) }
      done += count
    }
    state.window = window
    state.windowStart = offset
  }
}
