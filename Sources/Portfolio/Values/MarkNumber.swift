import Ledger

/// The number of a mark, which people write as 第12345680号, with zeros before it, or in full width.
public enum MarkNumber {
  /// Brings what was typed into the form `12345680`.
  ///
  /// - Parameter typed: What was typed.
  /// - Returns: The number in half width and capitals, without 国际注册, 国际注册号, 第 and 号, zeros before it, and what
  ///   spreadsheets add to a number: the = and the quotes of a text, and .0 behind a whole number.
  static func normalise(_ typed: String) -> String {
    var text = Folding.key(typed).uppercased()[...]
    if text.hasPrefix("=") { text.removeFirst() }
    while let first = text.first, isQuote(first) { text.removeFirst() }
    while let last = text.last, isQuote(last) { text.removeLast() }
    if text.hasSuffix(".0"), text.dropLast(2).utf8.allSatisfy(isDigit) { text.removeLast(2) }
    if text.utf8.contains(where: { $0 > 0x7F }) { text.replace("国际注册", with: "") }
    if text.hasPrefix("号") || text.hasPrefix("號") { text.removeFirst() }
    if text.hasPrefix("第") { text.removeFirst() }
    if text.hasSuffix("号") || text.hasSuffix("號") { text.removeLast() }
    let number = text.drop { $0 == "0" }
    // What is left without a number is no such form.
    return number.isEmpty ? (text.isEmpty ? typed : "0") : String(number)
  }

  /// Whether a number is one that the Chinese office gives.
  ///
  /// - Parameter typed: What was typed.
  /// - Returns: Whether it is up to nine digits, perhaps with letters of a series before them, as in G1800001, or with the letter of a
  ///   part of a divided application behind them.
  public static func isChinese(_ typed: String) -> Bool {
    var digits = normalise(typed).utf8[...]
    if let last = digits.last, isLetter(last) { digits.removeLast() }
    for _ in 0..<2 { if let first = digits.first, isLetter(first) { digits.removeFirst() } }
    return (1...longest).contains(digits.count) && digits.allSatisfy(isDigit)
  }

  /// No number of the Chinese office has more digits: more are those of two numbers in one cell.
  static let longest = 9

  private static func isQuote(_ character: Character) -> Bool {
    switch character {
    case "'", "\"", "‘", "’", "“", "”": true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

  /// The number of an international registration without the G that the Chinese office puts before it.
  ///
  /// Of other offices' numbers it is a part: CN/G1001 and CN/1001 are two marks.
  ///
  /// - Parameter typed: What was typed.
  /// - Returns: The number; `nil` where it has no G.
  public static func withoutG(_ typed: String) -> String? {
    let number = normalise(typed)
    guard number.hasPrefix("G"), number.dropFirst().first?.isASCII == true,
      number.dropFirst().first?.isNumber == true
    else { return nil }
    return normalise(String(number.dropFirst()))
  }

  /// Whether bytes are a number in that form: digits of which the first is no zero.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0, bytes[0] != UInt8(ascii: "0") else { return false }
    // Without a branch, so that many bytes are looked at at once.
    var odd = 0
    for index in bytes.indices { odd |= bytes[index] &- UInt8(ascii: "0") > 9 ? 1 : 0 }
    return odd == 0
  }
}
