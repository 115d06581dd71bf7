import Bilingual

extension Table {
  /// Returns the table in GitHub-flavoured Markdown, its title as a heading of the third level.
  func markdown(in language: Language) -> String {
    var parts: [String] = []
    if let title { parts.append("### " + markdownLine(title[language])) }
    parts.append(rows.isEmpty ? markdownLine(Wording.noRows[language]) : grid(in: language))
    parts += notes.map { markdownLine($0[language]) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func grid(in language: Language) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = columns.map { markdownText($0.label[language]) }
    let rule = columns.map { $0.alignment == .leading ? ":---" : "---:" }
    let body = rows + (footer.map { [$0] } ?? [])
    let lines = body.map { row in row.map { markdownText($0.text(in: language)) } }
    return ([head, rule] + lines).map(line).joined(separator: "\n")
  }
}

extension Report {
  /// Returns the report in GitHub-flavoured Markdown.
  func markdown(in language: Language) -> String {
    let head = title.map { ["# \(markdownLine($0[language]))\n"] } ?? []
    return (head + blocks.map { $0.markdown(in: language) }).joined(separator: "\n")
  }
}

extension Report.Block {
  fileprivate func markdown(in language: Language) -> String {
    switch self {
    case .heading(let text): "## \(markdownLine(text[language]))\n"
    case .paragraph(let text): "\(markdownLine(text[language]))\n"
    case .table(let table): table.markdown(in: language)
    case .tree(let nodes): nodes.map { $0.markdown(in: language, indent: "") }.joined()
    case .fields(let fields):
      fields.map {
        let label = markdownLine($0.label[language])
        let value = markdownText($0.value.text(in: language))
        return "- " + label + Wording.colon[language] + value + "\n"
      }.joined()
    }
  }
}

extension Report.Node {
  fileprivate func markdown(in language: Language, indent: String) -> String {
    indent + "- " + markdownLine(text[language]) + "\n"
      + children.map { $0.markdown(in: language, indent: indent + "  ") }.joined()
  }
}

/// Returns a text that stands at the beginning of a line and is nothing but text there.
private func markdownLine(_ text: String) -> String {
  let escaped = markdownText(text)
  guard let first = escaped.unicodeScalars.first else { return "" }
  switch first {
  case " ": return "&#32;" + String(escaped.unicodeScalars.dropFirst())
  case "+", "-", "=": return "\\" + escaped
  case "0"..."9":
    // `1.` and `1)` would begin a list.
    let mark = escaped.unicodeScalars.drop { ("0"..."9").contains($0) }
    guard mark.first == "." || mark.first == ")" else { return escaped }
    return String(escaped.unicodeScalars.prefix { ("0"..."9").contains($0) }) + "\\" + String(mark)
  default: return escaped
  }
}

/// Returns a text in which nothing is markup, a link, an entity or HTML within a line.
private func markdownText(_ text: String) -> String {
  var result = ""
  var before = ""
  for scalar in terminalSafe(text).unicodeScalars {
    switch scalar {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$", "@", ":":
      result += "\\" + String(scalar)
    case "." where before.hasSuffix("www"): result += "\\."
    default: result.unicodeScalars.append(scalar)
    }
    before = String((before + String(scalar).lowercased()).suffix(3))
  }
  return result
}
