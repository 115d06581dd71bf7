import Bilingual

/// A reader of the rows of one sheet of an Office Open XML spreadsheet (`.xlsx`, ECMA-376).
///
/// Rows have the numbers that people see, and columns count from 1 as in `A`, `B`. Every row is as wide as the widest,
/// as spreadsheet programs leave out empty cells at the end. A cell that is merged over several rows counts in each of
/// them. Dates become `2025-03-01` by the style of their cell, numbers the fifteen digits that people see.
public struct SpreadsheetReader: RowSource {
  /// The path of the file, as messages show it.
  public let origin: String
  /// The names of all sheets, in their order.
  public let sheetNames: [String]
  /// The name of the sheet that is read.
  public let sheetName: String

  private let rows: [SheetRow]
  private let width: Int
  private var index = 0

  /// Says whether bytes begin like a ZIP archive, which a spreadsheet is, or like a document of the old Office formats.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Whether this reader is the one to read or refuse it.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: oldOffice)
  }

  /// Opens a file and reads a sheet.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - origin: The path of the file, as messages show it.
  ///   - sheet: The name or the number of the sheet; otherwise the first that is not hidden.
  /// - Throws: What makes the file unreadable.
  public init(_ bytes: [UInt8], origin: String, sheet: String? = nil) throws(ExchangeError) {
    self.origin = origin
    guard !bytes.starts(with: Self.oldOffice) else { throw Self.oldForm(origin) }
    let archive = try ZipArchive(bytes, origin: origin)
    let workbook = try Workbook(archive, origin: origin)
    let chosen = try workbook.sheet(sheet)
    sheetNames = workbook.sheets.map(\.name)
    sheetName = chosen.name
    var content = try SheetContent(workbook, chosen)
    content.fillMerged()
    rows = content.rows
    width = rows.reduce(1) { max($0, $1.width) }
    guard width <= 1_000 else {
      throw ExchangeError(
        .malformedSheet,
        at: Place(origin: origin, position: .start),
        Phrase(
          en: "the sheet has text in column \(width); a table has 1,000 columns at the most",
          zh: "工作表第 \(width) 列有内容；表格最多 1,000 列"
        )
      )
    }
  }

  /// Reads the next row.
  ///
  /// - Returns: The row; `nil` at the end.
  public mutating func next() throws(ExchangeError) -> Row? {
    guard index < rows.count else { return nil }
    let row = rows[index]
    index += 1
    var cells: [Cell] = []
    cells.reserveCapacity(width)
    var filled = row.cells[...]
    for column in 1...width {
      let position = Position(line: row.number, column: column)
      if let first = filled.first, first.column == column {
        // A table that was exported as CSV and saved again as a spreadsheet keeps its apostrophes.
        let text = FormulaGuard.removed(from: first.text)
        cells.append(Cell(text: text, position: position, problem: first.problem))
        filled = filled.dropFirst()
      } else {
        cells.append(Cell(text: "", position: position))
      }
    }
    return Row(line: row.number, cells: cells)
  }

  private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func oldForm(_ origin: String) -> ExchangeError {
    ExchangeError(
      .unknownForm,
      at: Place(origin: origin, position: .start),
      Phrase(
        en: "this is a document of the old Office formats (.xls), or an encrypted one",
        zh: "这是旧版 Office 格式（.xls）或已加密的文档"
      ),
      help: Phrase(
        en: "save it as .xlsx without a password, or as CSV",
        zh: "请取消密码并另存为 .xlsx，或另存为 CSV"
      )
    )
  }
}

/// A row of a sheet with those of its cells that hold something.
struct SheetRow: Sendable {
  /// A cell.
  struct Item: Sendable {
    var column: Int
    let text: String
    let problem: ExchangeError?
  }

  /// The number, from 1.
  let number: Int
  /// The cells, by ascending column.
  var cells: [Item]

  /// The last column that holds something.
  var width: Int { cells.last?.column ?? 0 }
}
