import Bilingual

/// The columns of a table side by side, within the width that there is.
struct TerminalGrid {
  private let table: Table
  private let text: TerminalText
  private let labels: [String]
  private let rows: [[String]]
  private let footer: [String]?
  private let widths: [Int]

  /// Lays out a table; `nil` where its columns do not fit side by side.
  init?(_ table: Table, _ text: TerminalText) {
    func safe(_ row: [Cell]) -> [String] {
      row.map { terminalSafe($0.text(in: text.language)) }
    }
    self.table = table
    self.text = text
    labels = table.columns.map { terminalSafe($0.label[text.language]) }
    rows = table.rows.map(safe)
    footer = table.footer.map(safe)

    var natural = labels.map(displayWidth)
    for row in rows + (footer.map { [$0] } ?? []) {
      for (index, cell) in row.enumerated() {
        natural[index] = max(natural[index], displayWidth(cell))
      }
    }
    guard let width = text.width else {
      widths = natural
      return
    }
    let flexible = table.columns.indices.map { index in
      let column = table.columns[index]
      return column.alignment == .leading && column.overflow != .keep
        && table.rows.contains { $0[index].isProse }
    }
    guard let fitted = fittedWidths(natural, flexible: flexible, in: width) else { return nil }
    widths = fitted
  }

  /// The lines: labels, a rule, the rows, and after another rule the totals.
  var lines: [String] {
    let rule = text.style.dim(
      widths.map { String(repeating: "-", count: $0) }.joined(separator: gap)
    )
    var result = lines(labels, wraps: true).map(text.style.bold) + [rule]
    for row in rows { result += lines(row) }
    if let footer { result += [rule] + lines(footer).map(text.style.bold) }
    return result
  }

  /// Returns the lines of one row; a column that wraps makes it higher than one.
  private func lines(_ row: [String], wraps: Bool = false) -> [String] {
    let cells = row.indices.map { index in
      wraps || table.columns[index].overflow == .wrap
        ? wrapped(row[index], to: widths[index]) : [truncated(row[index], to: widths[index])]
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { level in
      let line = cells.indices.map { index in
        let part = level < cells[index].count ? cells[index][level] : ""
        return padded(part, to: widths[index], table.columns[index].alignment)
      }.joined(separator: gap)
      // Blanks at the end are cut off at once: taking characters away one by one is slow.
      let blanks = line.utf8.reversed().prefix { $0 == 0x20 }.count
      return blanks > 0 ? String(decoding: line.utf8.dropLast(blanks), as: UTF8.self) : line
    }
  }
}

extension Cell {
  /// Whether the cell still says something when it is shortened: a date or an amount does not.
  fileprivate var isProse: Bool {
    switch self {
    case .text, .phrase, .json, .list: true
    case .empty, .integer, .money, .date, .boolean, .ratio: false
    }
  }
}

private let gap = "  "

/// Columns narrower than this say nothing, so texts are not pressed below it.
private let leastWidth = 8

/// Returns the width of each column within a line of `available` columns.
///
/// Flexible columns share what the others leave: the narrow ones have what they need, the wide ones
/// equal parts of the rest.
///
/// - Parameters:
///   - natural: The width that each column would need.
///   - flexible: Which columns may be narrower than that.
///   - available: The width of the line.
/// - Returns: The widths; `nil` where even pressed columns do not fit.
private func fittedWidths(_ natural: [Int], flexible: [Bool], in available: Int) -> [Int]? {
  let gaps = gap.utf8.count * max(0, natural.count - 1)
  let order = natural.indices.filter { flexible[$0] }.sorted { natural[$0] < natural[$1] }
  let fixed = natural.indices.filter { !flexible[$0] }.reduce(0) { $0 + natural[$1] }
  var budget = available - gaps - fixed
  guard budget >= order.reduce(0, { $0 + min(natural[$1], leastWidth) }) else { return nil }
  var widths = natural
  for (position, index) in order.enumerated() {
    widths[index] = min(natural[index], budget / (order.count - position))
    budget -= widths[index]
  }
  return widths
}
