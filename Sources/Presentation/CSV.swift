import Bilingual

/// Returns the line of labels that opens CSV.
func csvHead(_ columns: [Column], _ rendering: Rendering) -> String {
  let labels = columns.map { FormulaGuard.added(to: $0.label[rendering.language]) }
  return (rendering.byteOrderMark ? "\u{FEFF}" : "") + csvLine(labels, rendering)
}

/// Returns a row by RFC 4180, but for line ends.
///
/// Lines end in LF, not CRLF: Excel and every other reader take it, and no stray CR reaches
/// `grep`, `cut` and git. Control characters that no spreadsheet can hold become `\u{…}`; tab, line
/// end and every other character of a text stay what they are, so that an export can be imported.
func csvLine(_ row: [Cell], _ rendering: Rendering) -> String {
  csvLine(row.map { $0.csvField(in: rendering.language) }, rendering)
}

private func csvLine(_ fields: [String], _ rendering: Rendering) -> String {
  guard fields != [""] else { return "\"\"\n" }
  // On a terminal nothing invisible may pass.
  let safe = fields.map(rendering.terminalWidth == nil ? withoutControls : terminalSafe)
  return safe.map(csvQuoted).joined(separator: ",") + "\n"
}

extension Cell {
  /// Returns the field's content: numbers as programs read them, texts guarded.
  fileprivate func csvField(in language: Language) -> String {
    switch self {
    case .empty, .integer, .money, .ratio: plainField(in: language)
    case .text, .date, .boolean, .phrase, .json, .list:
      FormulaGuard.added(to: plainField(in: language))
    }
  }

  private func plainField(in language: Language) -> String {
    switch self {
    case .money(let fen): yuanText(fen: fen, grouped: false)
    case .ratio(let ratio): ratio.text ?? ""
    case .list(let cells): ListText.joined(cells.map { $0.plainField(in: language) })
    case .empty, .integer, .text, .date, .boolean, .phrase, .json: text(in: language)
    }
  }
}

/// Returns a field in quotes where it needs them.
private func csvQuoted(_ field: String) -> String {
  guard field.utf8.contains(where: isSpecial) else { return field }
  var result = "\""
  for scalar in field.unicodeScalars {
    if scalar == "\"" { result += "\"" }
    result.unicodeScalars.append(scalar)
  }
  return result + "\""
}

/// Whether a byte is one for which a field needs quotes.
private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
  default: false
  }
}
