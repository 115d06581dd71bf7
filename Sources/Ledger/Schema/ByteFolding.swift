/// Folds ASCII, Chinese and what usually stands beside them byte by byte, as ``Folding/key(_:)`` folds any text.
enum ByteFolding {
  /// Whether a folded text has only characters that nothing else becomes when both are compared.
  static func isPlain(_ key: String) -> Bool {
    key.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII || (0x4000...0x9FFF).contains(scalar.value)
        || (0x3001...0x301F).contains(scalar.value)
    }
  }

  /// Folds bytes.
  ///
  /// - Parameters:
  ///   - range: Whole characters within the memory.
  ///   - buffer: Memory that does not change during the call.
  ///   - text: Takes what comes out, in place of what it holds.
  /// - Returns: Whether all of it could be folded; else the text is of no use.
  @unsafe static func fold(
    _ range: Range<Int>,
    _ buffer: UnsafeRawBufferPointer,
    into text: inout [UInt8]
  ) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    text.removeAll(keepingCapacity: true)
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      // Every index is below the end of the range, which the buffer holds.
      let byte = unsafe buffer[index]
      switch byte {
      case 0x20, 0x09...0x0D: index += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        text.append(byte | 0x20)
        index += 1
      case 0x00..<0x80:
        text.append(byte)
        index += 1
      case 0xE2, 0xE3, 0xE4...0xE9, 0xEF:
        guard index + 2 < range.upperBound else { return false }
        let (second, third) = unsafe (buffer[index + 1], buffer[index + 2])
        switch (byte, second, third) {
        case (0xE4..., _, _) where byte < 0xEA: append(byte, second, third, to: &text)
        case (0xE3, 0x80, 0x80): break
        case (0xE3, 0x80, 0x81...0x9F): append(byte, second, third, to: &text)
        // Quotation marks, dashes and dots: U+2010 to U+2027.
        case (0xE2, 0x80, 0x90...0xA7): append(byte, second, third, to: &text)
        // Full-width forms: U+FF01 to U+FF5E.
        case (0xEF, 0xBC, 0x81...0xBF): text.append(lower(third - 0x60))
        case (0xEF, 0xBD, 0x80...0x9E): text.append(lower(third - 0x20))
        default: return false
        }
        index += 3
      case 0xC2:
        // The dot in foreign names.
        guard index + 1 < range.upperBound, unsafe buffer[index + 1] == 0xB7 else { return false }
        text.append(0xC2)
        text.append(0xB7)
        index += 2
      default: return false
      }
    }
    return true
  }

  private static func append(_ a: UInt8, _ b: UInt8, _ c: UInt8, to text: inout [UInt8]) {
    text.append(a)
    text.append(b)
    text.append(c)
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
