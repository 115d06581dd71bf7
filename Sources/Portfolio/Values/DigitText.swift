import JSONLines

/// The bytes of a short text of digits, filled from its end; traces and lists are full of them.
struct DigitText {
  private(set) var bytes = [32 of UInt8](repeating: 0)
  private(set) var start = 32

  mutating func prepend(_ byte: UInt8) {
    start -= 1
    bytes[start] = byte
  }

  /// Puts a digit before what is there.
  mutating func prepend(_ digit: Int) {
    prepend(UInt8(ascii: "0") + UInt8(digit))
  }
}

extension String {
  /// Makes a text of digits and signs, 32 at most, from its end.
  init(_ fill: (inout DigitText) -> Void) {
    var text = DigitText()
    fill(&text)
    self = text.bytes.span.extracting(text.start..<32).text
  }
}
