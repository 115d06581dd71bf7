import Bilingual

extension Table {
  /// Returns the labels and rows by RFC 4180, but for line ends.
  ///
  /// Lines end in LF, not CRLF: Excel and every other reader take it, and no stray CR reaches
  /// `grep`, `cut` and git. Control characters that no spreadsheet can hold become `\u{…}`; tab, line
  /// end and every other character of a text stay what they are, so that an export can be imported.
  func csv(_ rendering: Rendering) -> String {
    var result = rendering.byteOrderMark ? "\u{FEFF}" : ""
    func append(_ fields: [String]) {
      // On a terminal nothing invisible may pass.
      let safe = fields.map(rendering.terminalWidth == nil ? withoutControls : terminalSafe)
      result += fields == [""] ? "\"\"" : safe.map(csvQuoted).joined(separator: ",")
      result += "\n"
    }
    append(columns.map { FormulaGuard.added(to: $0.label[rendering.language]) })
    for row in rows { append(row.map { $0.csvField(in: rendering.language) }) }
    return result
  }
}

extension Cell {
  /// Returns the field's content: numbers as programs read them, texts guarded.
  fileprivate func csvField(in language: Language) -> String {
    switch self {
    case .empty: ""
    case .integer(let number): String(number)
    case .money(let fen): yuanText(fen: fen, grouped: false)
    case .ratio(let ratio): ratio.text ?? ""
    case .list(let texts): FormulaGuard.added(to: ListText.joined(texts))
    case .text, .date, .boolean, .phrase, .json: FormulaGuard.added(to: text(in: language))
    }
  }
}

/// Returns a field in quotes where it needs them.
private func csvQuoted(_ field: String) -> String {
  let special = [UInt8](",\"\r\n".utf8)
  guard field.utf8.contains(where: special.contains) else { return field }
  var result = "\""
  for scalar in field.unicodeScalars {
    if scalar == "\"" { result += "\"" }
    result.unicodeScalars.append(scalar)
  }
  return result + "\""
}
