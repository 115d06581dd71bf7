// The standard library reads no GB 18030; the C library's `iconv` does, with the system's converter.
import Glibc
import JSONLines

/// A converter from GB 18030 to UTF-8; it owns the descriptor that it opens.
@safe struct GB18030Decoder: ~Copyable {
  private let descriptor: iconv_t

  /// Opens the system's converter; `nil` where it has none.
  init?(converter: String) {
    // `iconv_open` answers -1 instead of a pointer when there is no such converter.
    guard let descriptor = unsafe iconv_open("UTF-8", converter),
      Int(bitPattern: descriptor) != -1
    else { return nil }
    unsafe self.descriptor = unsafe descriptor
  }

  deinit { unsafe iconv_close(descriptor) }

  /// Converts bytes up to the first that belong to no whole character.
  ///
  /// - Parameter bytes: The bytes, which begin with a character.
  /// - Returns: The UTF-8, and how many bytes were converted.
  func decode(_ bytes: Span<UInt8>) -> (text: [UInt8], count: Int) {
    var consumed = 0
    // A character of two bytes takes at most four in UTF-8; no other one grows by more.
    let output = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count * 2) { output, count in
      unsafe bytes.withUnsafeBytes { input in
        // `iconv` takes a mutable pointer and does not write through it.
        var next = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var left = input.count
        var out = unsafe UnsafeMutableRawPointer(output.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var space = output.count
        unsafe iconv(descriptor, &next, &left, &out, &space)
        consumed = input.count - left
        count = output.count - space
      }
    }
    return (output, consumed)
  }
}
