/// The form of a text by which it is compared and searched; what was typed is kept as it is.
public enum Folding {
  /// Folds full width to ASCII, upper case to lower, and leaves out white space.
  ///
  /// - Parameter text: What was typed.
  /// - Returns: The key to compare.
  public static func key(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var skipped = 0
    for byte in text.utf8 {
      switch byte {
      case _ where skipped > 0:
        skipped -= 1
        bytes.append(byte)
      case 0x20, 0x09...0x0D: continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case 0x00..<0x80: bytes.append(byte)
      case 0xE4...0xE9:
        // U+4000 to U+9FFF, nearly all Chinese: no case, no white space, three bytes.
        bytes.append(byte)
        skipped = 2
      default: return anyKey(text)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Folds a text that holds other characters than ASCII and Chinese.
  private static func anyKey(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      result.append(contentsOf: half(scalar).properties.lowercaseMapping.unicodeScalars)
    }
    return String(result)
  }

  /// Removes white space at both ends, and the signs without width that copies from web pages and dialogs have there.
  ///
  /// - Parameter text: What was typed.
  /// - Returns: The text without them.
  public static func trim(_ text: String) -> String {
    if let first = text.utf8.first, let last = text.utf8.last, isInk(first), isInk(last) {
      return text
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether nothing is seen of a character: white space, or a mark of direction, joint or byte order.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
  }

  /// Whether a byte at an end of a text is a sign that is no white space, whatever stands beside it.
  private static func isInk(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

  /// Says whether a text is a number without a unit of its own.
  ///
  /// - Parameter text: What was typed, or stands in a cell.
  /// - Returns: Whether there are digits in it, and nothing but what stands around digits.
  public static func isBareNumber(_ text: String) -> Bool {
    let key = key(text)
    return key.contains { $0.isNumber } && key.allSatisfy { "0123456789.,-+¥￥".contains($0) }
  }

  /// Removes the commas of `1,234,567.89`.
  ///
  /// - Parameter number: A number after ``key(_:)``.
  /// - Returns: The number without them; `nil` where they do not part groups of three.
  public static func ungrouped(_ number: String) -> String? {
    guard number.utf8.contains(UInt8(ascii: ",")) else { return number }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let first = groups.first?.drop { $0 == "-" } ?? ""
    guard parts.count <= 2, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      !(parts.dropFirst().first ?? "").contains(",")
    else { return nil }
    return number.filter { $0 != "," }
  }

  /// Maps a full-width form to its ASCII one (U+FF01 to U+FF5E).
  private static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}
