import Bilingual

/// Draws tables and reports as lines of plain text, aligned by display width.
///
/// Rules and list marks are ASCII: box-drawing characters are two columns wide in some Chinese
/// terminals and one in others.
struct TerminalText {
  let language: Language
  let width: Int?
  let style: Style

  init(_ rendering: Rendering) {
    language = rendering.language
    // Below this no layout helps; longer lines are left to the terminal to fold.
    width = rendering.terminalWidth.map { max($0, 20) }
    style = rendering.style
  }

  /// Returns a report, its blocks apart by empty lines.
  func report(_ report: Report) -> String {
    var result: [String] = []
    var followsHeading = true
    if let title = report.title {
      result += filled(title).map(style.bold)
      followsHeading = false
    }
    for block in report.blocks {
      if !followsHeading { result.append("") }
      followsHeading = false
      switch block {
      case .heading(let heading):
        result += filled(heading).map(style.bold)
        followsHeading = true
      case .paragraph(let paragraph): result += filled(paragraph)
      case .fields(let fields): result += lines(of: fields.map { ($0.label, $0.value) })
      case .table(let table): result += lines(of: table)
      case .tree(let nodes): result += lines(of: nodes, depth: 0)
      }
    }
    return result.joined(separator: "\n") + "\n"
  }

  private func lines(of table: Table) -> [String] {
    var extent = RowExtent(columns: table.columns.count)
    for row in table.rows { extent.add(row, in: language) }
    let lines = TerminalTable(table, rows: table.rows.count, extent, self)
    let rows = table.rows.indices.flatMap { lines.lines(table.rows[$0], isFirst: $0 == 0) }
    return lines.head + rows + lines.foot
  }

  /// Returns values beside their labels, or below them where the labels leave too little room.
  func lines(of fields: [(label: Phrase, value: Cell)]) -> [String] {
    let labels = fields.map { terminalSafe($0.label[language]) }
    let labelWidth = labels.map(displayWidth).max() ?? 0
    let stacked = width.map { $0 - labelWidth < leastValueWidth } ?? false
    let indent = stacked ? 2 : labelWidth + 2
    return zip(labels, fields).flatMap { label, field in
      let value = terminalSafe(field.value.text(in: language))
      let values = value.isEmpty ? [] : filled(value, indent: indent)
      let margin = String(repeating: " ", count: indent)
      if stacked || values.isEmpty {
        return filled(label, indent: 0).map(style.dim) + values.map { margin + $0 }
      }
      return values.enumerated().map { index, value in
        (index == 0 ? style.dim(padded(label, to: indent)) : margin) + value
      }
    }
  }

  private func lines(of nodes: [Report.Node], depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    return nodes.flatMap { node in
      let text = filled(terminalSafe(node.text[language]), indent: 2 * depth + 2)
      let own = text.enumerated().map { indent + ($0 == 0 ? "- " : "  ") + $1 }
      return own + lines(of: node.children, depth: depth + 1)
    }
  }

  func filled(_ phrase: Phrase) -> [String] {
    filled(terminalSafe(phrase[language]), indent: 0)
  }

  /// Returns the lines of a safe text beside an indent; one line where the width is unknown.
  private func filled(_ text: String, indent: Int) -> [String] {
    guard let width else { return [text] }
    return wrapped(text, to: max(width - indent, 10))
  }
}

/// Values with less room than this beside their labels go below them.
private let leastValueWidth = 14
