import Bilingual
import JSONLines

/// JSON lines of another program as a table: each key a column, in the order in which keys first appear.
///
/// What stands in an object within the line has both keys with a point between them, as `events.检查`. The texts of a list are
/// put together with 、, and `null` is an empty cell.
public struct JSONRows: RowSource {
  /// The path of the file, as messages show it.
  public let origin: String

  private var rows: [Row] = []
  private var index = 0

  private struct Entry {
    let name: String
    let text: String
    let position: Position
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - origin: The path of the file, as messages show it.
  public init(_ bytes: [UInt8], origin: String) {
    self.origin = origin
    var splitter = LineSplitter(0..<bytes.count)
    var lines: [(line: Line, entries: [Entry], problem: ExchangeError?)] = []
    while let line = splitter.line(bytes.span) {
      do throws(JSONError) {
        lines.append((line, try Self.entries(line, bytes), nil))
      } catch {
        lines.append((line, [], Self.malformed(error, line, bytes, origin)))
      }
    }
    var columns: [String] = []
    var places: [String: Int] = [:]
    for entry in lines.flatMap(\.entries) where places[entry.name] == nil {
      places[entry.name] = columns.count
      columns.append(entry.name)
    }
    guard !columns.isEmpty else {
      rows = lines.compactMap { line, _, problem in
        problem.map { Row(line: line.number, cells: [], problems: [$0]) }
      }
      return
    }
    rows = [Row(line: 1, cells: columns.map { Cell(text: $0, position: .start) }, record: [])]
    for (line, entries, problem) in lines {
      let empty = Cell(text: "", position: Position(line: line.number, column: 1))
      var cells = Array(repeating: empty, count: columns.count)
      for entry in entries {
        guard let place = places[entry.name] else { continue }
        cells[place] = Cell(text: entry.text, position: entry.position)
      }
      rows.append(
        Row(
          line: line.number,
          cells: cells,
          problems: [problem].compactMap(\.self),
          record: bytes[line.range]
        )
      )
    }
  }

  /// Reads the next row; the first one names the columns.
  ///
  /// - Returns: The row; `nil` at the end.
  public mutating func next() throws(ExchangeError) -> Row? {
    guard index < rows.count else { return nil }
    defer { index += 1 }
    return rows[index]
  }

  private static func entries(_ line: Line, _ bytes: [UInt8]) throws(JSONError) -> [Entry] {
    var entries: [Entry] = []
    var names: Set<String> = []
    try collect(line.range, "", line, bytes) { (name, text, offset) throws(JSONError) in
      guard names.insert(name).inserted else { throw JSONError(.duplicateKey, at: offset) }
      let position = JSONLines.Position(of: offset, in: line, bytes.span)
      entries.append(
        Entry(
          name: name,
          text: text,
          position: Position(line: position.line, column: position.column)
        )
      )
    }
    return entries
  }

  private static func collect(
    _ range: Range<Int>,
    _ prefix: String,
    _ line: Line,
    _ bytes: [UInt8],
    _ take: (String, String, Int) throws(JSONError) -> Void
  ) throws(JSONError) {
    let span = bytes.span
    var scanner = JSONScanner(range)
    try scanner.object(span) { (key, value) throws(JSONError) in
      let name = prefix + (key.string(in: span) ?? "")
      guard value.kind == .object else {
        return try take(name, text(JSONValue(value, in: span)), value.start)
      }
      try collect(value.start..<value.end, name + ".", line, bytes, take)
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let text), .string(let text): text
    case .array(let elements): elements.map(text).joined(separator: "、")
    case .object: String(decoding: value.text, as: UTF8.self)
    }
  }

  private static func malformed(
    _ error: JSONError,
    _ line: Line,
    _ bytes: [UInt8],
    _ origin: String
  ) -> ExchangeError {
    let position = JSONLines.Position(of: error.offset, in: line, bytes.span)
    return ExchangeError(
      .malformedRow,
      at: Place(
        origin: origin,
        position: Position(line: position.line, column: position.column)
      ),
      error.message,
      help: Phrase(en: "each line is one JSON object", zh: "每行应为一个 JSON 对象")
    )
  }
}
