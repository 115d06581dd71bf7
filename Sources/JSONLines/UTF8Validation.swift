/// The well-formed byte sequences of UTF-8 (Unicode 15, table 3-7).
enum UTF8Validation {
  /// Measures the multi-byte sequence at an index.
  ///
  /// - Parameters:
  ///   - bytes: The bytes; the one at the index is not ASCII.
  ///   - index: The offset of the lead byte.
  ///   - end: The offset behind the last byte that may be read.
  /// - Returns: Its length in bytes, 0 where it is ill-formed.
  static func length(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    let (length, second) = shape(bytes[index])
    guard length > 0, index + length <= end, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Says whether the bytes end within a sequence that is well-formed so far.
  ///
  /// - Parameters:
  ///   - bytes: The bytes; the one at the index is not ASCII.
  ///   - index: The offset of the lead byte.
  ///   - end: The offset behind the last byte that may be read.
  /// - Returns: Whether more bytes could have made it whole.
  static func isCut(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let (length, second) = shape(bytes[index])
    guard index + length > end else { return false }
    guard index + 1 < end else { return true }
    guard second.contains(bytes[index + 1]) else { return false }
    return index + 2 == end || bytes[index + 2] & 0xC0 == 0x80
  }

  /// Returns how long a sequence is, 0 where none begins so, and what its second byte may be.
  private static func shape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    default: (0, 0x80...0xBF)
    }
  }
}
