import Bilingual

/// Writes the rows of a table one after the other, in the formats in which no row needs another.
public struct RowWriter: Sendable {
  private let columns: [Column]
  private let rendering: Rendering
  private let object: ObjectShape

  /// Creates a writer; `nil` for a format that lays out all rows together.
  ///
  /// - Parameters:
  ///   - columns: The columns.
  ///   - rendering: How the table is to be printed.
  public init?(_ columns: [Column], _ rendering: Rendering) {
    guard [.csv, .json, .jsonl].contains(rendering.format) else { return nil }
    self.columns = columns
    self.rendering = rendering
    object = ObjectShape(columns.map(\.key))
  }

  /// What stands before the rows.
  ///
  /// - Parameter count: How many rows there are.
  /// - Returns: The text, with line ends.
  public func head(of count: Int) -> String {
    switch rendering.format {
    case .csv: csvHead(columns, rendering)
    case .json: count > 0 ? "[\n" : "["
    default: ""
    }
  }

  /// Writes a row.
  ///
  /// - Parameters:
  ///   - row: A cell for each column.
  ///   - isLast: Whether no other row follows.
  /// - Returns: The text, with a line end.
  public func text(_ row: [Cell], isLast: Bool) -> String {
    precondition(row.count == columns.count, "a row must have one cell for each column")
    guard rendering.format != .csv else { return csvLine(row, rendering) }
    let text = object.text(row.map(\.jsonText))
    return rendering.format == .json && !isLast ? text + ",\n" : text + "\n"
  }

  /// What stands behind the rows.
  public var foot: String { rendering.format == .json ? "]\n" : "" }

  /// Writes the rows of a whole table.
  func text(_ rows: [[Cell]]) -> String {
    let texts = rows.indices.map { text(rows[$0], isLast: $0 == rows.count - 1) }
    return head(of: rows.count) + texts.joined() + foot
  }
}
