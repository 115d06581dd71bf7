import JSONLines

/// Stored values that are seen to be right by their bytes, as nearly all of a large table are.
package enum PlainForm: UInt8, Sendable {
  /// None.
  case none
  /// Every text.
  case text
  /// Every text that is not empty.
  case someText
  /// Every text that begins with a letter, a digit, a sign or a Chinese character.
  case ink
  /// A date such as `"2025-03-01"`, of those days that every month has.
  case day

  /// Says whether a value is one of them; of any other nothing is said.
  func fits(_ raw: RawJSON, _ bytes: Span<UInt8>) -> Bool {
    switch self {
    case .none: false
    case .text: raw.kind == .string
    case .someText: raw.kind == .string && raw.end - raw.start > 2
    case .ink: raw.kind == .string && Self.isInk(bytes[raw.start + 1])
    case .day: raw.kind == .string && Self.isDay(bytes.extracting(raw.start..<raw.end))
    }
  }

  /// The form where a text without any ink is none.
  var notBlank: PlainForm { self == .text || self == .someText ? .ink : self }

  /// Whether a byte begins a sign that is no white space: ASCII, or U+4000 to U+9FFF.
  private static func isInk(_ byte: UInt8) -> Bool {
    switch byte {
    // The end of an empty text, and an escape of whatever it may be.
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    case 0x21...0x7E, 0xE4...0xE9: true
    default: false
    }
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
    return year > 0 && 1...12 ~= month && 1...28 ~= day
  }
}
