import Bilingual

extension Table {
  /// The title as a heading of the third level, and the labels.
  func markdownHead(rows count: Int, in language: Language) -> String {
    let title = title.map { "### \(markdownLine($0[language]))\n\n" } ?? ""
    guard count > 0 else { return title + markdownLine(Wording.noRows[language]) + "\n" }
    let labels = columns.map { markdownText($0.label[language]) }
    let rule = columns.map { $0.alignment == .leading ? ":---" : "---:" }
    return title + markdownRow(labels) + markdownRow(rule)
  }

  /// The totals and the notes.
  func markdownFoot(rows count: Int, in language: Language) -> String {
    let totals = count > 0 ? footer.map { markdownRow($0, in: language) } ?? "" : ""
    return totals + notes.map { "\n\(markdownLine($0[language]))\n" }.joined()
  }
}

/// Returns a row of a table in GitHub-flavoured Markdown.
func markdownRow(_ row: [Cell], in language: Language) -> String {
  markdownRow(row.map { markdownText($0.text(in: language)) })
}

private func markdownRow(_ cells: [String]) -> String {
  "| " + cells.joined(separator: " | ") + " |\n"
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
    case .table(let table): table.rendered(Rendering(.md, in: language))
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
