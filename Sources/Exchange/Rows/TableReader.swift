import Bilingual

/// A column of a table.
public struct Column: Hashable, Sendable {
  /// The column's place in the row, from 0.
  public let index: Int
  /// The name in the header, as written there; empty where it has none.
  public let name: String
  /// Where the name stands.
  public let position: Position

  /// The unit of measure that the name ends with, such as `万元` of `注册资金(万元)` and of `销售收入/万元`; `nil` without one.
  public var unit: String? { HeaderSuffix(of: name)?.unit ?? HeaderSuffix.moneyUnit(endOf: name) }
}

/// The names of a table's columns.
public struct Header: Hashable, Sendable {
  /// The path of the file, as messages show it.
  public let origin: String
  /// The columns, in their order.
  public let columns: [Column]
  /// The row that names them.
  public let row: Row

  /// Reads the names of the columns from the row that holds them.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - origin: The path of the file, as messages show it.
  public init(_ row: Row, origin: String) {
    self.origin = origin
    self.row = row
    columns = row.cells.enumerated().map { index, cell in
      Column(index: index, name: cell.text, position: cell.position)
    }
  }
}

/// The rows of a table below its header, each checked for its number of cells.
///
/// Rows without any text are left out, as spreadsheet programs write them for empty lines of a sheet; only
/// in a table of one column is an empty line a row with an empty cell.
public struct TableReader: Sendable {
  /// The names of the columns.
  public let header: Header
  /// The units that the lines above the header name for the whole table.
  public let units: [TableUnit]

  /// What stands between its cells; a comma where it is no text.
  public var delimiter: Delimiter { (source as? CSVReader)?.delimiter ?? .comma }

  var source: any RowSource

  /// Opens a table and reads its header.
  ///
  /// - Parameters:
  ///   - source: The rows of the file.
  ///   - headerLine: The line of the header, where a title stands above it; otherwise the first row with text.
  /// - Throws: `missing-header`, or what the source throws; what is wrong with the header's form is thrown too.
  public init(_ source: any RowSource, headerLine: Int = 1) throws(ExchangeError) {
    var source = source
    var units: [TableUnit] = []
    var row = try source.next()
    while let above = row, above.line < headerLine || above.isEmpty {
      units += above.cells.flatMap(TableUnit.all(in:))
      row = try source.next()
    }
    guard let row else { throw .missingHeader(line: headerLine, origin: source.origin) }
    if let problem = row.problems.first { throw problem }
    self.source = source
    self.units = units
    header = Header(row, origin: source.origin)
  }

  /// Reads the next row.
  ///
  /// - Returns: The row, with `too-few-cells` or `too-many-cells` among its problems where it does not fit the
  ///   header; `nil` at the end.
  /// - Throws: What makes the rest of the file unreadable.
  public mutating func next() throws(ExchangeError) -> Row? {
    let width = header.columns.count
    while var row = try source.next() {
      if width > 1, row.isEmpty, row.problems.isEmpty { continue }
      if row.cells.count != width { row.problems.append(mismatch(of: row)) }
      return row
    }
    return nil
  }

  /// Takes the next rows away, to be read elsewhere.
  ///
  /// - Returns: A table of the same columns with those rows; `nil` behind the last.
  /// - Throws: What makes the rest of the file unreadable.
  public mutating func part() throws(ExchangeError) -> TableReader? {
    guard let rows = try source.part() else { return nil }
    var part = self
    part.source = rows
    return part
  }

  private func mismatch(of row: Row) -> ExchangeError {
    let width = header.columns.count
    let count = row.cells.count
    let isShort = count < width
    let position =
      isShort ? Position(line: row.line, column: 1) : row.cells[width].position
    return ExchangeError(
      isShort ? .tooFewCells : .tooManyCells,
      at: Place(origin: header.origin, position: position),
      Phrase(
        en: "the row has \(count) \(count == 1 ? "cell" : "cells") where the header has \(width)",
        zh: "该行有 \(count) 个单元格，表头有 \(width) 个"
      ),
      help: isShort
        ? Phrase(
          en: "add the missing delimiters, if need be with empty cells",
          zh: "请补齐分隔符，没有内容的单元格也要留出"
        )
        : Phrase(en: "put a cell that holds the delimiter in quotes", zh: "含分隔符的单元格须用引号括住")
    )
  }
}

extension ExchangeError {
  fileprivate static func missingHeader(line: Int, origin: String) -> ExchangeError {
    ExchangeError(
      .missingHeader,
      at: Place(origin: origin, position: Position(line: line, column: 1)),
      Phrase(
        en: "the file has no header: it has no text from line \(line) on",
        zh: "文件没有表头：从第 \(line) 行起没有内容"
      )
    )
  }
}
