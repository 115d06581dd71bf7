public import Bilingual

/// A column together with the cell that a row has in it, so that neither stands without the other.
public struct RowColumn<Row>: Sendable {
  /// The column.
  public let column: Column
  /// Makes the cell of a row.
  public let cell: @Sendable (Row) -> Cell

  /// Creates a column with its cells.
  ///
  /// - Parameters:
  ///   - key: The name of the column in JSON.
  ///   - label: The label of the column for people.
  ///   - alignment: Where the cells stand.
  ///   - overflow: What becomes of a text that is too wide.
  ///   - cell: Makes the cell of a row.
  public init(
    _ key: String,
    _ label: Phrase,
    _ alignment: Column.Alignment = .leading,
    overflow: Column.Overflow = .truncate,
    cell: @escaping @Sendable (Row) -> Cell
  ) {
    column = Column(key, label, alignment, overflow: overflow)
    self.cell = cell
  }
}

extension Table {
  /// Creates a table with a row of cells for each of some rows.
  ///
  /// - Parameters:
  ///   - title: What the table shows.
  ///   - rows: What the rows are about, in order.
  ///   - columns: The columns, each with its cells.
  ///   - notes: What a reader must know besides.
  public init<Row>(
    title: Phrase? = nil,
    of rows: [Row],
    _ columns: [RowColumn<Row>],
    notes: [Phrase] = []
  ) {
    self.init(
      title: title,
      columns: columns.map(\.column),
      rows: rows.map { row in columns.map { $0.cell(row) } },
      notes: notes
    )
  }
}
