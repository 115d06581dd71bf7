import Bilingual

/// The rows of a table that were refused, as a file of the same form to be corrected and read again.
///
/// A row of a text file is given back as it stood there, in UTF-8, so that a fault in its form is neither hidden
/// nor mended by guess. A row of another file is written with commas, by RFC 4180, and its
/// texts are guarded as those of an export are.
public struct RefusedRows: Sendable {
  /// The file: the header and the refused rows, in UTF-8, each line ended by LF.
  public private(set) var bytes: [UInt8] = []
  /// The number of rows, without the header.
  public private(set) var count = 0

  /// Starts a file with the header of the table; a file whose rows name their columns themselves has none.
  public init(header: Header) {
    guard header.row.record?.isEmpty != true else { return }
    write(header.row)
  }

  /// Adds a row of the table.
  public mutating func append(_ row: Row) {
    write(row)
    count += 1
  }

  private mutating func write(_ row: Row) {
    if let record = row.record {
      bytes.append(contentsOf: record)
    } else {
      for (index, cell) in row.cells.enumerated() {
        if index > 0 { bytes.append(Delimiter.comma.byte) }
        write(FormulaGuard.added(to: cell.text))
      }
    }
    bytes.append(.lineFeed)
  }

  private mutating func write(_ text: String) {
    let special: [UInt8] = [.quote, Delimiter.comma.byte, .lineFeed, .carriageReturn]
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
