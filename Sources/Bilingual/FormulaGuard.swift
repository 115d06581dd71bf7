/// The apostrophe that stands before a text which a spreadsheet would take for a formula: one that begins with `=`, `+`,
/// `-`, `@`, their full-width forms, tab, LF or CR (OWASP, CSV injection).
///
/// Apostrophes that the text itself has before them count as nothing, so that an import knows which one was put there.
public enum FormulaGuard {
  /// Returns a text that no spreadsheet takes for a formula.
  ///
  /// - Parameter text: The text.
  /// - Returns: The text, with an apostrophe before it where it needs one.
  public static func added(to text: String) -> String {
    needsGuard(text) ? "'" + text : text
  }

  /// Returns a text as it was before it was guarded.
  ///
  /// - Parameter text: The text, as it stands in an exported table.
  /// - Returns: The text without the apostrophe that was put before it.
  public static func removed(from text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), needsGuard(text) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  private static func needsGuard(_ text: String) -> Bool {
    switch text.unicodeScalars.first(where: { $0 != "'" }) {
    case "=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
