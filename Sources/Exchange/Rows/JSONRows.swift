import Bilingual
import JSONLines

/// JSON lines of another program as a table: each key a column, in the order in which keys first appear.
///
/// What stands in an object within the line has both keys with a point between them, as `events.检查`. The texts of a list are
/// put together with 、, and `null` is an empty cell.
public struct JSONRows: RowSource {
  /// The path of the file, as messages show it.
  public let origin: String

  private let content: any FileBytes
  private var lines: LineSplitter
  /// The names of the columns; none in a file without any object that has members.
  private let columns: [String]
  private let places: [String: Int]
  private var isHeaderRead = false
  /// Up to here the memory was given back.
  private var done = 0

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
    self.init(reading: bytes, origin: origin)
  }

  /// Reads a file, which is not copied: once for the names of the columns, then row by row.
  ///
  /// - Parameters:
  ///   - content: The whole file.
  ///   - origin: The path of the file, as messages show it.
  package init(reading content: any FileBytes, origin: String) {
    self.origin = origin
    self.content = content
    lines = LineSplitter(0..<content.count)
    var columns: [String] = []
    var places: [String: Int] = [:]
    var splitter = lines
    var done = 0
    while let line = content.withSpan({ splitter.line($0) }) {
      // What is wrong with a line is told with its row.
      let names = content.withSpan { bytes in try? Self.names(line, bytes) } ?? []
      for name in names where places[name] == nil {
        places[name] = columns.count
        columns.append(name)
      }
      Self.giveBack(line, &done, of: content)
    }
    self.columns = columns
    self.places = places
  }

  /// Reads the next row; the first one names the columns.
  ///
  /// - Returns: The row; `nil` at the end.
  public mutating func next() throws(ExchangeError) -> Row? {
    if !isHeaderRead, !columns.isEmpty {
      isHeaderRead = true
      return Row(line: 1, cells: columns.map { Cell(text: $0, position: .start) }, record: [])
    }
    let content = content
    while let line = content.withSpan({ lines.line($0) }) {
      let row = content.withSpan { self.row(line, $0) }
      Self.giveBack(line, &done, of: content)
      if let row { return row }
    }
    return nil
  }

  private func row(_ line: Line, _ bytes: Span<UInt8>) -> Row? {
    var entries: [Entry] = []
    var problems: [ExchangeError] = []
    do throws(JSONError) {
      entries = try Self.entries(line, bytes)
    } catch {
      problems = [Self.malformed(error, line, bytes, origin)]
    }
    guard !columns.isEmpty else {
      return problems.isEmpty ? nil : Row(line: line.number, cells: [], problems: problems)
    }
    let empty = Cell(text: "", position: Position(line: line.number, column: 1))
    var cells = Array(repeating: empty, count: columns.count)
    for entry in entries {
      guard let place = places[entry.name] else { continue }
      cells[place] = Cell(text: entry.text, position: entry.position)
    }
    return Row(
      line: line.number,
      cells: cells,
      problems: problems,
      record: bytes.extracting(line.range).copied[...]
    )
  }

  /// Gives the memory of lines back that were read, very many at a time.
  private static func giveBack(_ line: Line, _ done: inout Int, of content: any FileBytes) {
    guard line.end - done >= 1 << 20 else { return }
    content.giveBack(done..<line.end)
    done = line.end
  }

  /// The names of the columns that a line fills; none where it has one twice, which is refused.
  private static func names(_ line: Line, _ bytes: Span<UInt8>) throws(JSONError) -> [String] {
    var names: [String] = []
    try collect(line.range, "", bytes) { (name, _, _) throws(JSONError) in names.append(name) }
    return Set(names).count == names.count ? names : []
  }

  private static func entries(_ line: Line, _ bytes: Span<UInt8>) throws(JSONError) -> [Entry] {
    var entries: [Entry] = []
    var names: Set<String> = []
    try collect(line.range, "", bytes) { (name, value, offset) throws(JSONError) in
      guard names.insert(name).inserted else { throw JSONError(.duplicateKey, at: offset) }
      let position = JSONLines.Position(of: offset, in: line, bytes)
      entries.append(
        Entry(
          name: name,
          text: text(JSONValue(value, in: bytes)),
          position: Position(line: position.line, column: position.column)
        )
      )
    }
    return entries
  }

  private static func collect(
    _ range: Range<Int>,
    _ prefix: String,
    _ bytes: Span<UInt8>,
    _ take: (String, RawJSON, Int) throws(JSONError) -> Void
  ) throws(JSONError) {
    var scanner = JSONScanner(range)
    try scanner.object(bytes) { (key, value) throws(JSONError) in
      let name = prefix + (key.string(in: bytes) ?? "")
      guard value.kind == .object else { return try take(name, value, value.start) }
      try collect(value.start..<value.end, name + ".", bytes, take)
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
    _ bytes: Span<UInt8>,
    _ origin: String
  ) -> ExchangeError {
    let position = JSONLines.Position(of: error.offset, in: line, bytes)
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
