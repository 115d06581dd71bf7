/// Several texts in one cell of a table, as an export writes them and people type them: `甲;乙`.
///
/// A text stands in double quotes, its own doubled, where it would be taken for several or for another one.
public enum ListText {
  /// Returns texts as one.
  ///
  /// - Parameter texts: The texts.
  /// - Returns: What ``parts(of:)`` makes the same texts of.
  public static func joined(_ texts: [String]) -> String {
    texts.map { needsQuotes($0) ? quoted($0) : $0 }.joined(separator: ";")
  }

  /// Returns the texts between commas, semicolons and 、, without the blanks around them and empty ones.
  ///
  /// Quotes that do not hold a whole text are part of it, as in `"甲"牌`.
  ///
  /// - Parameter text: What was typed, or stands in a cell.
  /// - Returns: The texts.
  public static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var rest = text.unicodeScalars[...]
    while true {
      rest = rest.drop(while: \.properties.isWhitespace)
      if let (part, behind) = leadingQuoted(rest) {
        parts.append(part)
        rest = behind
      } else {
        let plain = rest.prefix { !separators.contains($0) }
        let end = plain.lastIndex { !$0.properties.isWhitespace }
        if let end { parts.append(String(plain[...end])) }
        rest = rest[plain.endIndex...]
      }
      guard !rest.isEmpty else { return parts }
      rest = rest.dropFirst()
    }
  }

  /// The text in quotes at the start, and what is behind it from a separator on; `nil` where something else stands there.
  private static func leadingQuoted(_ text: Substring.UnicodeScalarView) -> (
    String, Substring.UnicodeScalarView
  )? {
    guard text.first == "\"" else { return nil }
    var part = String.UnicodeScalarView()
    var rest = text.dropFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else {
          rest = rest.drop(while: \.properties.isWhitespace)
          return rest.first.map(separators.contains) ?? true ? (String(part), rest) : nil
        }
        rest = rest.dropFirst()
      }
      part.append(scalar)
    }
    return nil
  }

  private static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return true
    }
    return first == "\"" || first.properties.isWhitespace || last.properties.isWhitespace
      || text.unicodeScalars.contains(where: separators.contains)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  // The full-width forms are those that a Chinese keyboard gives.
  private static let separators: Set<Unicode.Scalar> = [",", "\u{FF0C}", "、", ";", "\u{FF1B}"]
}
