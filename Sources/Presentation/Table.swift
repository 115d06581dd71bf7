public import Bilingual

/// Rows of cells under labelled columns, without any decision about how they look.
public struct Table: Hashable, Sendable {
  /// What the table shows; machine formats leave it out.
  public var title: Phrase?
  /// The columns, in order.
  public let columns: [Column]
  /// The rows, each with one cell for each column.
  public private(set) var rows: [[Cell]] = []
  /// A last row of totals; machine formats leave it out, lest it be counted with the rows.
  public private(set) var footer: [Cell]?
  /// What a reader must know besides; machine formats leave it out.
  public var notes: [Phrase]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - title: What the table shows.
  ///   - columns: The columns, in order.
  ///   - rows: The rows; each must have one cell for each column.
  ///   - footer: A row of totals with one cell for each column.
  ///   - notes: What a reader must know besides.
  public init(
    title: Phrase? = nil,
    columns: [Column],
    rows: [[Cell]] = [],
    footer: [Cell]? = nil,
    notes: [Phrase] = []
  ) {
    self.title = title
    self.columns = columns
    self.notes = notes
    for row in rows { append(row) }
    if let footer { setFooter(footer) }
  }

  /// Adds a row; it must have one cell for each column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row must have one cell for each column")
    rows.append(row)
  }

  /// Sets the row of totals; it must have one cell for each column.
  public mutating func setFooter(_ row: [Cell]) {
    precondition(row.count == columns.count, "a footer must have one cell for each column")
    footer = row
  }
}

/// A column of a table: its name for machines, its label for people, and where its cells stand.
public struct Column: Hashable, Sendable {
  /// The side on which the cells of a column line up.
  public enum Alignment: Sendable {
    /// Texts line up on the side where reading begins.
    case leading
    /// Numbers line up on the side where their last digits stand, and are never shortened.
    case trailing
  }

  /// What becomes of a text that is wider than a terminal lets its column be.
  public enum Overflow: Sendable {
    /// It is cut and ends in `…`: a row stays on one line.
    case truncate
    /// It goes on below: nothing is lost.
    case wrap
    /// It is given its full width, as an identifier that is to be copied needs.
    case keep
  }

  /// The name of the column in JSON.
  public let key: String
  /// The label of the column for people.
  public let label: Phrase
  /// Where the cells stand.
  public let alignment: Alignment
  /// What becomes of a text that is too wide.
  public let overflow: Overflow

  /// Creates a column.
  public init(
    _ key: String,
    _ label: Phrase,
    _ alignment: Alignment = .leading,
    overflow: Overflow = .truncate
  ) {
    self.key = key
    self.label = label
    self.alignment = alignment
    self.overflow = overflow
  }
}
