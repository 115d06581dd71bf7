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
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= end, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
