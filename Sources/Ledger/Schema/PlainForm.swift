import JSONLines

/// Stored values that are seen to be right by their bytes, as nearly all of a large table are.
package enum PlainForm: UInt8, Sendable {
  /// None.
  case none
  /// Every text.
  case text
  /// Every text that is not empty.
  case someText
  /// Every text that begins with a Latin or a Chinese character, so that it is not blank.
  case visibleText
  /// A date such as `"2025-03-01"`, of those days that every month has.
  case day

  /// The same of a value that must not be blank.
  var visible: PlainForm {
    switch self {
    case .text, .someText: .visibleText
    case .none, .visibleText, .day: self
    }
  }

  /// Says whether a value is one of them; of any other nothing is said.
  func fits(_ raw: RawJSON, _ bytes: Span<UInt8>) -> Bool {
    switch self {
    case .none: false
    case .text: raw.kind == .string
    case .someText: raw.kind == .string && raw.end - raw.start > 2
    case .visibleText:
      raw.kind == .string && raw.end - raw.start > 2 && Self.isVisible(bytes[raw.start + 1])
    case .day: raw.kind == .string && Self.isDay(bytes.extracting(raw.start..<raw.end))
    }
  }

  /// Whether a character begins with a byte that no blank or escape begins with.
  private static func isVisible(_ byte: UInt8) -> Bool {
    UInt8(ascii: "!")...UInt8(ascii: "~") ~= byte && byte != UInt8(ascii: "\\")
      || 0xE4...0xE9 ~= byte
  }

  private static func isDay(_ text: Span<UInt8>) -> Bool {
    guard text.count == 12, text[5] == UInt8(ascii: "-"), text[8] == UInt8(ascii: "-") else {
      return false
    }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for index in range {
        let digit = text[index] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    guard let year = number(1..<5), let month = number(6..<8), let day = number(9..<11) else {
      return false
    }
    // Whether an older year is one of this kind's is for its own check to say.
    return year >= 1900 && 1...12 ~= month && 1...28 ~= day
  }
}
