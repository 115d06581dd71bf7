import Glibc
import JSONLines

/// A file without a name, which is gone with the process.
package final class UnnamedFile: Sendable {
  private let file: Int32

  /// Makes a file; `nil` where none can be made.
  ///
  /// - Parameter folder: Where it lies, on whose disk there must be room for it.
  package init?(in folder: String) {
    // O_TMPFILE, which the module of the C library does not name.
    file = unsafe open(folder, O_RDWR | O_CLOEXEC | O_DIRECTORY | 0o20_000_000, 0o600)
    guard file >= 0 else { return nil }
  }

  deinit {
    close(file)
  }

  /// Writes bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - place: Where the first of them goes.
  /// - Returns: Whether all were written.
  package func write(_ bytes: [UInt8], at place: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // Within the bytes.
        unsafe pwrite(
          file,
          buffer.baseAddress.map { unsafe $0 + done },
          bytes.count - done,
          place + done
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Reads bytes.
  ///
  /// - Parameter range: Where they stand.
  /// - Returns: The bytes; fewer where there are no more.
  package func read(_ range: Range<Int>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, done in
      while done < range.count {
        // Within the buffer, which has room for the range.
        let count = unsafe pread(
          file,
          buffer.baseAddress.map { unsafe $0 + done },
          range.count - done,
          range.lowerBound + done
        )
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        done += count
      }
    }
  }

  /// Maps the file.
  ///
  /// - Parameter count: How many bytes it has.
  /// - Returns: The bytes; `nil` where they cannot be mapped.
  package func mapped(_ count: Int) -> Bytes? { Bytes(mapping: file, count: count) }
}
