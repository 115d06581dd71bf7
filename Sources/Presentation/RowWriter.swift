import Bilingual

/// Writes the rows of a table one after the other, so that not all of them need be in memory.
public struct RowWriter: Sendable {
  private let table: Table
  private let count: Int
  private let rendering: Rendering
  private let object: ObjectShape
  private let lines: TerminalTable

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - table: All but the rows, which are not looked at.
  ///   - count: How many rows there are.
  ///   - extent: What they take side by side; only ``OutputFormat/table`` asks for it.
  ///   - rendering: How the table is to be printed.
  public init(
    _ table: Table,
    rows count: Int,
    _ extent: RowExtent? = nil,
    _ rendering: Rendering
  ) {
    self.table = table
    self.count = count
    self.rendering = rendering
    object = ObjectShape(table.columns.map(\.key))
    lines = TerminalTable(
      table,
      rows: count,
      extent ?? RowExtent(columns: table.columns.count),
      TerminalText(rendering)
    )
  }

  /// What stands before the rows, with line ends.
  public var head: String {
    switch rendering.format {
    case .table: Self.text(lines.head)
    case .csv: csvHead(table.columns, rendering)
    case .json: count > 0 ? "[\n" : "["
    case .jsonl: ""
    case .md: table.markdownHead(rows: count, in: rendering.language)
    case .html:
      Report([.table(table)]).htmlOpening(in: rendering.language)
        + table.htmlHead(rows: count, in: rendering.language)
    }
  }

  /// Writes a row.
  ///
  /// - Parameters:
  ///   - row: A cell for each column.
  ///   - index: Its place among the rows, from 0.
  /// - Returns: The text, with a line end.
  public func text(_ row: [Cell], at index: Int) -> String {
    precondition(row.count == table.columns.count, "a row must have one cell for each column")
    switch rendering.format {
    case .table: return lines.text(row, isFirst: index == 0)
    case .csv: return csvLine(row, rendering)
    case .json, .jsonl:
      let text = object.text(row.map(\.jsonText))
      return rendering.format == .json && index < count - 1 ? text + ",\n" : text + "\n"
    case .md: return markdownRow(row, in: rendering.language)
    case .html: return table.htmlRow(row, in: rendering.language)
    }
  }

  /// What stands behind the rows.
  public var foot: String {
    switch rendering.format {
    case .table: Self.text(lines.foot)
    case .csv, .jsonl: ""
    case .json: "]\n"
    case .md: table.markdownFoot(rows: count, in: rendering.language)
    case .html: table.htmlFoot(rows: count, in: rendering.language) + htmlClosing
    }
  }

  private static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
