import Bilingual

/// Numbers such as 6.22848E+18: a spreadsheet that takes an identifier for a number keeps no more of it.
public enum LostDigits {
  /// Whether a text is one: a digit, perhaps more behind a point, and an exponent.
  ///
  /// - Parameter text: What was typed, or stands in a cell or a record.
  /// - Returns: Whether it is nothing but such a number.
  public static func isTold(by text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      // The buffer is lent for the closure only.
      unsafe isTold(by: Span(_unsafeElements: bytes))
    }
  }

  /// Whether bytes are one.
  static func isTold(by bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 3, isDigit(bytes[0]), isDigit(bytes[bytes.count - 1]) else { return false }
    var index = 1
    if bytes[1] == UInt8(ascii: ".") {
      index = 2
      while isDigit(bytes[index]), index < bytes.count - 1 { index += 1 }
      guard index > 2 else { return false }
    }
    guard index + 2 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e"),
      bytes[index + 1] == UInt8(ascii: "+")
    else { return false }
    for index in index + 2..<bytes.count where !isDigit(bytes[index]) { return false }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

  /// What is wrong with such a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isWarning: Whether it stands in a record already.
  /// - Returns: The problem.
  public static func problem(_ text: String, isWarning: Bool = false) -> FieldProblem {
    FieldProblem(
      "digits-lost",
      Phrase(
        en:
          "'\(text)' is what a spreadsheet leaves of a longer number: format the column as text and "
          + "enter it in full",
        zh: "“\(text)”是电子表格对长数字的缩写，位数已丢失：请将该列设为文本格式后填写完整号码"
      ),
      isWarning: isWarning
    )
  }
}
