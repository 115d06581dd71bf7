import Bilingual
public import Ledger

/// The unified social credit code (GB 32100-2015).
///
/// Eighteen characters of an alphabet without I, O, S, V, Z; the ninth to seventeenth are the
/// organisation code of GB 11714 with its own check character, the last checks the whole.
public enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// Finds what is wrong with a code.
  ///
  /// - Parameter code: The code in capitals.
  /// - Returns: A warning, never a refusal: the real register holds codes that fail.
  public static func fault(_ code: String) -> FieldProblem? {
    let bytes = Array(code.utf8)
    guard bytes.count == 18 else {
      return warning(
        "credit-code-length",
        Phrase(
          en: "'\(code)' has \(code.count, of: "character"), a unified credit code has 18",
          zh: "“\(code)”有 \(code.count) 个字符，统一社会信用代码应为 18 位"
        )
      )
    }
    guard let values = values(bytes) else {
      return warning(
        "credit-code-alphabet",
        Phrase(
          en: "'\(code)' holds a character that no unified credit code has (I, O, S, V, Z)",
          zh: "“\(code)”含有统一社会信用代码不使用的字符（I、O、S、V、Z）"
        )
      )
    }
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    guard values[17] == (31 - sum % 31) % 31, isOrganisationCode(bytes[8..<17]) else {
      return warning(
        "credit-code-check",
        Phrase(
          en: "the check character of '\(code)' does not fit; compare it with the licence",
          zh: "“\(code)”的校验位不符；请与营业执照核对"
        )
      )
    }
    return nil
  }

  private static func values(_ bytes: [UInt8]) -> [Int]? {
    var values: [Int] = []
    for byte in bytes {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      values.append(value)
    }
    return values
  }

  /// Checks the organisation code of GB 11714: weights 3, 7, 9, 10, 5, 8, 4, 2 modulo 11, 10 as X.
  private static func isOrganisationCode(_ code: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (byte, weight) in zip(code, organisationWeights) {
      let isDigit = byte <= UInt8(ascii: "9")
      sum += Int(byte - (isDigit ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)) * weight
    }
    let check = (11 - sum % 11) % 11
    let expected = check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check)
    return code.last == expected
  }

  private static func warning(_ name: String, _ message: Phrase) -> FieldProblem {
    FieldProblem(name, message, isWarning: true)
  }
}
