/// The apostrophe that stands before a text which a spreadsheet would take for a formula.
///
/// Exports put it there (OWASP, CSV injection); a text that has such an apostrophe itself gets a second one.
enum FormulaGuard {
  /// Returns a text as it was before it was guarded.
  static func removed(from text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), needsGuard(text) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// Returns a text that no spreadsheet takes for a formula.
  static func added(to text: String) -> String {
    needsGuard(text) ? "'" + text : text
  }

  /// Whether the text begins, behind any apostrophes, as a formula may.
  private static func needsGuard(_ text: String) -> Bool {
    switch text.unicodeScalars.first(where: { $0 != "'" }) {
    case "=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
