import Glibc

/// What a process says when bytes that it must have are gone, and nothing can go on.
///
/// Where a handler of a signal says them they are put together before, while all is well.
public enum LastWords {
  /// What is gone.
  public enum Loss: CaseIterable, Sendable {
    /// Pages of a file that was shortened in place while it was looked at, or of a disk that failed: SIGBUS.
    case pages
    /// Lines that waited on the disk to be written.
    case waitingLines

    var exitCode: Int32 { self == .pages ? 3 : 6 }
  }

  // Both are written before anything can be lost, and never again.
  nonisolated(unsafe) private static var pages = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  nonisolated(unsafe) private static var words: @Sendable (Loss) -> String = { _ in "" }

  /// Prepares what is then written to the standard error.
  ///
  /// - Parameter text: The words for a loss.
  public static func prepare(_ text: @escaping @Sendable (Loss) -> String) {
    unsafe words = text
    unsafe pages = copy(text(.pages))
    // A handler may do nothing but what POSIX calls safe in it: for pages `end` does no more.
    _ = signal(SIGBUS) { _ in LastWords.end(.pages) }
  }

  /// Ends this process with the words for a loss, and the exit code that fits it.
  static func end(_ loss: Loss) -> Never {
    let text = unsafe loss == .pages ? pages : copy(words(loss))
    // The words have room of their own, which is never given back.
    _ = unsafe write(2, text.baseAddress, text.count)
    _exit(loss.exitCode)
  }

  private static func copy(_ text: String) -> UnsafeRawBufferPointer {
    let bytes = Array(text.utf8)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    // It has room for all of them.
    unsafe copy.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(copy)
  }
}
