public import Bilingual

/// The rows of a table that were refused, as a file of the same form to be corrected and read again.
///
/// A row of a text file is given back as it stood there, in UTF-8, so that a fault in its form is neither hidden
/// nor mended by guess. A row of another file is written with commas, by RFC 4180, and its
/// texts are guarded as those of an export are. Why a row was refused may stand in a column before it, where it moves
/// no cell of a row that has too few.
public struct RefusedRows: Sendable {
  /// The file: the header and the refused rows, in UTF-8, each line ended by LF.
  public private(set) var bytes: [UInt8] = []
  /// The number of rows, without the header.
  public private(set) var count = 0

  private let delimiter: Delimiter
  /// Whether the table has the reasons of another time in its first column, which give way to the new ones.
  private let hadReasons: Bool
  private let hasReasons: Bool

  /// The name of the column with the reasons.
  public static let reason = Phrase(en: "refused because", zh: "拒绝原因")

  /// Starts a file with the header of the table; a file whose rows name their columns themselves has none.
  ///
  /// - Parameters:
  ///   - header: The header.
  ///   - delimiter: What stands between the table's cells, where it is text.
  ///   - language: The language of the reasons; without one none are written.
  ///   - units: The units that lines above the header name for its columns, by their places: those lines are left behind.
  public init(
    header: Header,
    delimiter: Delimiter = .comma,
    reasonsIn language: Language? = nil,
    units: [Int: String] = [:]
  ) {
    let isNamed = header.row.record?.isEmpty != true
    self.delimiter = delimiter
    hasReasons = isNamed && language != nil
    hadReasons = hasReasons && Self.isReason(header.columns.first?.name)
    guard isNamed else { return }
    let names = header.row.cells.enumerated().map { index, cell in
      units[index].map { Cell(text: "\(cell.text)(\($0))", position: cell.position) } ?? cell
    }
    let row = units.isEmpty ? header.row : Row(line: header.row.line, cells: names)
    write(row, because: language.map { Self.reason[$0] })
  }

  /// Says whether a column has the reasons for which its rows were refused.
  public static func isReason(_ column: String?) -> Bool {
    column == reason.en || column == reason.zh
  }

  /// Adds a row of the table.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - reason: Why it was refused.
  public mutating func append(_ row: Row, because reason: String? = nil) {
    write(row, because: reason)
    count += 1
  }

  private mutating func write(_ row: Row, because reason: String?) {
    if hasReasons {
      write(FormulaGuard.added(to: reason ?? ""))
      bytes.append(delimiter.byte)
    }
    if let record = row.record {
      bytes.append(contentsOf: hadReasons ? behindFirstCell(record) : record)
    } else {
      for (index, cell) in row.cells.dropFirst(hadReasons ? 1 : 0).enumerated() {
        if index > 0 { bytes.append(delimiter.byte) }
        write(FormulaGuard.added(to: cell.text))
      }
    }
    bytes.append(.lineFeed)
  }

  private func behindFirstCell(_ record: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var isQuoted = false
    let end = record.firstIndex { byte in
      if byte == .quote { isQuoted.toggle() }
      return byte == delimiter.byte && !isQuoted
    }
    return end.map { record[($0 + 1)...] } ?? []
  }

  private mutating func write(_ text: String) {
    let special: [UInt8] = [.quote, delimiter.byte, .lineFeed, .carriageReturn]
    guard text.utf8.contains(where: special.contains) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(.quote)
    for byte in text.utf8 {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }
}
