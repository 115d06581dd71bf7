import JSONLines

/// Finds the rows of many ids.
struct RowFinder: Sendable {
  private enum Way: Sendable {
    case file(IDTable, Places)
    case memory([RecordID: Int])
  }

  private let way: Way

  init(_ columns: Columns) {
    way =
      switch columns.origin {
      case .file(let lines): .file(IDTable(lines), lines.places)
      case .memory(let records):
        .memory(Dictionary(records.enumerated().map { ($1.id, $0) }) { _, last in last })
      }
  }

  /// Finds the rows that the codes of a column name, on all cores.
  func rows(_ columns: Columns, _ slot: Int) -> [[Int32]] {
    let segments = columns.segments
    let isLarge = segments.contains { $0.column(slot).values.count > 10_000 }
    let find: @Sendable (Int) -> [Int32] = { index in
      let values = segments[index].column(slot).values
      return (0..<values.count).map { code in
        code > 0 ? values.row(code, self).map(Int32.init) ?? -1 : -1
      }
    }
    return isLarge ? Workers.map(segments.count, find) : segments.indices.map(find)
  }

  /// Finds the row of an id given by its bytes.
  func row(_ id: Span<UInt8>) -> Int? {
    switch way {
    case .file(let table, let places): table.find(id, places)
    case .memory(let rows): rows[RecordID(id.text)]
    }
  }
}

extension Values {
  /// Finds the row that the value of a code names.
  func row(_ code: Int, _ finder: RowFinder) -> Int? {
    withText(code) { text in
      guard text.count > 2, text[0] == UInt8(ascii: "\"") else { return nil }
      for index in 1..<text.count - 1 where text[index] == UInt8(ascii: "\\") {
        var scanner = JSONScanner(0..<text.count)
        let raw = try? scanner.document(text)
        let id = Array((raw?.string(in: text) ?? "").utf8)
        return finder.row(id.span)
      }
      return finder.row(text.extracting(1..<text.count - 1))
    }
  }
}

/// Finds the rows of many records by their ids.
public struct RowIndex {
  private let finder: RowFinder

  /// Makes an index of the records of some columns.
  public init(_ columns: Columns) {
    finder = RowFinder(columns)
  }

  /// Finds the row of a record; `nil` where the id is missing or no record has it.
  public subscript(id: RecordID?) -> Int? {
    guard let id else { return nil }
    return finder.row(Array(id.text.utf8).span)
  }
}
