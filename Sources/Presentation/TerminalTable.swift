import Bilingual

/// A table for a terminal, line by line: its columns side by side, or each row as labelled values where they do not fit.
struct TerminalTable {
  private let table: Table
  private let isEmpty: Bool
  private let text: TerminalText
  private let grid: TerminalGrid?

  /// Lays out a table.
  ///
  /// - Parameters:
  ///   - table: All but the rows, which are not looked at.
  ///   - count: How many rows there are.
  ///   - extent: What they take.
  ///   - text: How lines are drawn.
  init(_ table: Table, rows count: Int, _ extent: RowExtent, _ text: TerminalText) {
    self.table = table
    isEmpty = count == 0
    self.text = text
    grid = isEmpty ? nil : TerminalGrid(table, extent, text)
  }

  /// The lines before the rows.
  var head: [String] {
    let title = table.title.map { text.filled($0).map(text.style.bold) } ?? []
    guard !isEmpty else { return title + [text.style.dim(Wording.noRows[text.language])] }
    return title + (grid?.head ?? [])
  }

  /// Returns the lines of a row.
  func lines(_ row: [Cell], isFirst: Bool) -> [String] {
    if let grid { return grid.lines(row) }
    return (isFirst ? [] : [""]) + text.lines(of: Array(zip(table.columns.map(\.label), row)))
  }

  /// Returns the text of a row, with line ends.
  func text(_ row: [Cell], isFirst: Bool) -> String {
    grid?.plainLine(row) ?? lines(row, isFirst: isFirst).map { $0 + "\n" }.joined()
  }

  /// The lines behind the rows: totals and notes.
  var foot: [String] {
    let notes = table.notes.flatMap { text.filled($0).map(text.style.dim) }
    return (isEmpty ? [] : grid?.foot ?? totals) + (notes.isEmpty ? [] : [""] + notes)
  }

  private var totals: [String] {
    guard let footer = table.footer else { return [] }
    let labels = table.columns.map(\.label)
    return ["", "--"] + text.lines(of: zip(labels, footer).filter { $0.1 != .empty })
  }
}
