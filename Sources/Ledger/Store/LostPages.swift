import Glibc

/// What a process says when a file that it has mapped is shortened in place, or its disk fails.
///
/// The bytes are gone while they are looked at, and the system sends SIGBUS: nothing can go on.
public enum LostPages {
  // Both are written before the handler is set that reads them, and never again.
  nonisolated(unsafe) private static var message: UnsafeMutableRawPointer?
  nonisolated(unsafe) private static var count = 0

  /// Ends this process with a message and the code of refused data when pages of a file are lost.
  ///
  /// - Parameter text: What is then written to the standard error.
  public static func tell(_ text: String) {
    let bytes = Array(text.utf8)
    let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
    // The copy has room for all of them, and is never given back.
    unsafe bytes.withUnsafeBytes {
      unsafe copy.copyMemory(from: $0.baseAddress ?? .init(copy), byteCount: $0.count)
    }
    unsafe (message, count) = (copy, bytes.count)
    // A handler may do nothing but what POSIX calls safe in it: these two calls are.
    _ = signal(SIGBUS) { _ in
      _ = unsafe write(2, LostPages.message, LostPages.count)
      _exit(3)
    }
  }
}
