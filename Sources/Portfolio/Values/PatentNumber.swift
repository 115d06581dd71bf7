import Bilingual
public import Ledger

/// A Chinese patent application number: year, type, serial number, point, check digit.
///
/// Since October 2003 the year has four digits and the serial number seven, before two and five.
/// The check digit is the weighted sum modulo 11, 10 written X; a patent number is the application
/// number with ZL before it.
public enum PatentNumber {
  /// Brings what was typed into the form `201710601862.3`, without the letters CN or ZL.
  ///
  /// - Parameter typed: What was typed.
  /// - Returns: The number; other offices' numbers stay as they are.
  public static func normalise(_ typed: String) -> String {
    var text = Folding.key(typed).uppercased()
    if text.hasPrefix("第") { text.removeFirst() }
    if text.hasSuffix("号") || text.hasSuffix("號") { text.removeLast() }
    for prefix in ["ZL", "CN"] where text.hasPrefix(prefix) {
      text.removeFirst(2)
    }
    let digits = text.filter { $0 != "." }
    guard [9, 13].contains(digits.utf8.count), digits.dropLast().utf8.allSatisfy(isDigit) else {
      return text
    }
    return "\(digits.dropLast()).\(digits.suffix(1))"
  }

  /// Finds what is wrong with a number.
  ///
  /// - Parameter number: The number as ``normalise(_:)`` gives it.
  /// - Returns: A warning, never a refusal.
  public static func fault(_ number: String) -> FieldProblem? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let body = Array((parts.first ?? "").utf8)
    guard parts.count == 2, [8, 12].contains(body.count), body.allSatisfy(isDigit) else {
      return FieldProblem(
        "patent-number-form",
        Phrase(
          en: "'\(number)' is not an application number of the form 201710601862.3",
          zh: "“\(number)”不是 201710601862.3 形式的申请号"
        ),
        isWarning: true
      )
    }
    let check = checkDigit(body)
    guard parts[1] == check else {
      return FieldProblem(
        "patent-number-check",
        Phrase(
          en: "the check digit of '\(number)' should be \(check); compare it with the notice",
          zh: "“\(number)”的校验位应为 \(check)；请与受理通知书核对"
        ),
        isWarning: true
      )
    }
    return nil
  }

  /// Completes a number that was written without its check digit.
  ///
  /// - Parameter number: The number as ``normalise(_:)`` gives it.
  /// - Returns: The number with the point and the digit; `nil` where it is not all but them.
  public static func completed(_ number: String) -> String? {
    let body = Array(number.utf8)
    guard body.allSatisfy(isDigit), type(of: number) != nil,
      body.count == 12 ? number.hasPrefix("20") : ["0", "8", "9"].contains(number.prefix(1))
    else { return nil }
    return "\(number).\(checkDigit(body))"
  }

  private static func checkDigit(_ body: [UInt8]) -> String {
    var sum = 0
    for (index, byte) in body.enumerated() {
      sum += Int(byte - UInt8(ascii: "0")) * (index % 8 + 2)
    }
    return sum % 11 == 10 ? "X" : String(sum % 11)
  }

  /// Reads the type of patent from a number.
  ///
  /// - Parameter number: The number as ``normalise(_:)`` gives it.
  /// - Returns: The type; `nil` for other offices' numbers.
  public static func type(of number: String) -> PatentType? {
    let body = Array(number.utf8.prefix { $0 != UInt8(ascii: ".") })
    guard [8, 12].contains(body.count), body.allSatisfy(isDigit) else { return nil }
    switch body[body.count == 12 ? 4 : 2] {
    case UInt8(ascii: "1"), UInt8(ascii: "8"): return .invention
    case UInt8(ascii: "2"), UInt8(ascii: "9"): return .utilityModel
    case UInt8(ascii: "3"): return .design
    default: return nil
    }
  }

  /// Reads the year in which a number was given.
  ///
  /// A filing may lie before it, of an international or a divided application, and never after it.
  ///
  /// - Parameter number: The number as ``normalise(_:)`` gives it.
  /// - Returns: The year; `nil` for other offices' numbers.
  public static func year(of number: String) -> Int? {
    guard type(of: number) != nil else { return nil }
    let body = number.prefix { $0 != "." }
    guard body.count == 8 else { return Int(body.prefix(4)) }
    // The first applications are of 1985.
    return Int(body.prefix(2)).map { $0 < 85 ? 2000 + $0 : 1900 + $0 }
  }

  /// Whether bytes are a number as ``normalise(_:)`` gives it.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 10 || bytes.count == 14 else { return false }
    for index in bytes.indices {
      let isRight =
        index == bytes.count - 2 ? bytes[index] == UInt8(ascii: ".") : isDigit(bytes[index])
      // A check digit may also be an X, which is folded.
      guard isRight else { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") <= 9
  }
}
