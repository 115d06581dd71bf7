import Bilingual
import JSONLines

/// A reader of delimited text, by RFC 4180 and what spreadsheet programs make of it.
///
/// A line ends with LF, CR LF or a lone CR outside quotes, and with nothing else. Spaces are kept. An empty line
/// is a row of one empty cell, as the RFC has it; ``TableReader`` knows when it means nothing. A line `sep=;`
/// before the header names the delimiter. The apostrophe with which an export keeps a text such as `+86…` from being a
/// formula is taken off.
///
/// ```swift
/// var reader = CSVReader(try SourceText(bytes, origin: "名单.csv"))
/// while let row = try reader.next() {
///   print(row.line, row.cells.map(\.text))
/// }
/// ```
public struct CSVReader: RowSource {
  /// The path of the file, as messages show it.
  public let origin: String
  /// The delimiter in use: the one named, else the one declared by the file, else the one found.
  public let delimiter: Delimiter

  let content: any FileBytes
  /// The rows to read begin here: at the start of the text or of a row.
  private(set) var start: Int
  /// The end of the rows to read, which is that of the text or of a row.
  private(set) var end: Int
  /// The next byte to read.
  var offset: Int
  /// The line of `offset`.
  private(set) var line = 1
  /// A byte of the line, at or before `offset`, with its column.
  private var anchor: (offset: Int, column: Int)
  /// The number of cells of the last row, which the next one probably has.
  private var width = 1

  /// Creates a reader of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - delimiter: The delimiter that the user named; otherwise it is found from the first rows.
  public init(_ text: SourceText, delimiter: Delimiter? = nil) {
    origin = text.origin
    content = text.content
    end = content.count
    start = text.start
    offset = text.start
    anchor = (offset, 1)
    let declared = Delimiter.declared(in: text)
    self.delimiter = delimiter ?? declared?.delimiter ?? Delimiter.detected(in: text)
    if let declared {
      offset += declared.length
      let content = content
      content.withSpan { passLineEnd($0) }
    }
  }

  /// Reads the next record.
  ///
  /// - Returns: The row, with `stray-quote` and `text-after-quote` among its problems; `nil` at the end.
  /// - Throws: `unclosed-quote` or `zero-character`, after which nothing more is read.
  public mutating func next() throws(ExchangeError) -> Row? {
    guard offset < end else { return nil }
    let content = content
    return try content.withSpan { (bytes) throws(ExchangeError) in try row(bytes) }
  }

  private mutating func row(_ bytes: Span<UInt8>) throws(ExchangeError) -> Row {
    let start = offset
    let firstLine = line
    var problems: [ExchangeError] = []
    var cells: [Cell] = []
    cells.reserveCapacity(width)
    cells.append(try cell(bytes, &problems))
    while offset < end, bytes[offset] == delimiter.byte {
      offset += 1
      cells.append(try cell(bytes, &problems))
    }
    let record = bytes.extracting(start..<offset).copied[...]
    width = cells.count
    passLineEnd(bytes)
    return Row(line: firstLine, cells: cells, problems: problems, record: record)
  }

  /// Reads a cell up to the delimiter, line end or end of text after it.
  private mutating func cell(_ bytes: Span<UInt8>, _ problems: inout [ExchangeError])
    throws(ExchangeError) -> Cell
  {
    let position = position(of: offset, bytes)
    guard offset < end, bytes[offset] == .quote else {
      let start = offset
      if let stray = try skipPlainText(bytes) { problems.append(strayQuote(at: stray, bytes)) }
      return Cell(
        text: FormulaGuard.removed(from: bytes.extracting(start..<offset).text),
        position: position
      )
    }
    let (range, hasDoubled) = try skipQuotedText(bytes, openedAt: position)
    var text = Self.text(bytes.extracting(range), hasDoubled: hasDoubled)
    let rest = offset
    _ = try skipPlainText(bytes)
    if rest < offset {
      problems.append(textAfterQuote(at: rest, bytes))
      text += bytes.extracting(rest..<offset).text
    }
    return Cell(text: FormulaGuard.removed(from: text), position: position)
  }

  /// Moves to the end of unquoted text; returns the offset of the first quote in it.
  private mutating func skipPlainText(_ bytes: Span<UInt8>) throws(ExchangeError) -> Int? {
    var stray: Int?
    // No byte that means anything is above this one: most bytes of a text are.
    let ceiling = max(.quote, delimiter.byte)
    var index = offset
    while index < end {
      let byte = bytes[index]
      if byte <= ceiling {
        if byte == delimiter.byte || byte == .lineFeed || byte == .carriageReturn { break }
        if byte == .quote, stray == nil { stray = index }
        if byte == 0 { throw zeroCharacter(at: index, bytes) }
      }
      index += 1
    }
    offset = index
    return stray
  }

  /// Moves from an opening quote to behind its closing one.
  ///
  /// - Returns: What stands between them, and whether quotes are doubled in it.
  private mutating func skipQuotedText(_ bytes: Span<UInt8>, openedAt opening: Position)
    throws(ExchangeError) -> (range: Range<Int>, hasDoubled: Bool)
  {
    let start = offset + 1
    var hasDoubled = false
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte <= .quote {
        switch byte {
        case .quote:
          guard index + 1 < end, bytes[index + 1] == .quote else {
            offset = index + 1
            return (start..<index, hasDoubled)
          }
          hasDoubled = true
          index += 1
        case .carriageReturn where index + 1 < end && bytes[index + 1] == .lineFeed: break
        case .lineFeed, .carriageReturn: beginLine(at: index + 1)
        case 0: throw zeroCharacter(at: index, bytes)
        default: break
        }
      }
      index += 1
    }
    offset = end
    throw unclosedQuote(openedAt: opening)
  }

  /// The text between quotes, of which every other doubled one is left out.
  private static func text(_ bytes: Span<UInt8>, hasDoubled: Bool) -> String {
    guard hasDoubled else { return bytes.text }
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      text.append(bytes[index])
      index += bytes[index] == .quote ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Moves behind the line end at `offset`, if there is one.
  mutating func passLineEnd(_ bytes: Span<UInt8>) {
    guard offset < end else { return }
    let isPair =
      bytes[offset] == .carriageReturn && offset + 1 < end
      && bytes[offset + 1] == .lineFeed
    offset += isPair ? 2 : 1
    beginLine(at: offset)
  }

  private mutating func beginLine(at offset: Int) {
    line += 1
    anchor = (offset, 1)
  }

  /// Moves to the beginning of a row.
  mutating func move(to place: RowPlace) {
    (offset, line) = (place.offset, place.line)
    anchor = (offset, 1)
  }

  /// The position of a byte of the current line, at or behind the last one asked for.
  private mutating func position(of offset: Int, _ bytes: Span<UInt8>) -> Position {
    var column = anchor.column
    for index in anchor.offset..<offset where bytes[index].beginsScalar { column += 1 }
    anchor = (offset, column)
    return Position(line: line, column: column)
  }
}

extension CSVReader {
  private static let partSize = 128 << 10

  /// Takes the next rows away; where they end is found without a look at their cells.
  ///
  /// - Returns: A reader of those rows; `nil` behind the last.
  public mutating func part() -> (any RowSource)? {
    guard offset < end else { return nil }
    var part = self
    part.start = offset
    let (start, content) = (offset, content)
    do throws(ExchangeError) {
      try content.withSpan { (bytes) throws(ExchangeError) in
        while offset < end, offset - start < Self.partSize { try skipRow(bytes) }
      }
      part.end = offset
    } catch {
      // Whoever reads the part meets the same error.
      offset = end
    }
    return part
  }

  private mutating func skipRow(_ bytes: Span<UInt8>) throws(ExchangeError) {
    while true {
      if offset < end, bytes[offset] == .quote {
        _ = try skipQuotedText(bytes, openedAt: Position(line: line, column: 1))
      }
      _ = try skipPlainText(bytes)
      guard offset < end, bytes[offset] == delimiter.byte else { break }
      offset += 1
    }
    passLineEnd(bytes)
  }

  private mutating func place(of offset: Int, _ bytes: Span<UInt8>) -> Place {
    Place(origin: origin, position: position(of: offset, bytes))
  }

  private mutating func strayQuote(at offset: Int, _ bytes: Span<UInt8>) -> ExchangeError {
    ExchangeError(
      .strayQuote,
      at: place(of: offset, bytes),
      Phrase(en: "a quote inside a cell that does not begin with one", zh: "单元格不以引号开头，中间却有引号"),
      help: Phrase(
        en: "put the whole cell in quotes, and double each quote inside it",
        zh: "请用引号括住整个单元格，其中每个引号写两次"
      )
    )
  }

  private mutating func textAfterQuote(at offset: Int, _ bytes: Span<UInt8>) -> ExchangeError {
    ExchangeError(
      .textAfterQuote,
      at: place(of: offset, bytes),
      Phrase(en: "text after a closing quote", zh: "右引号后还有文字"),
      help: Phrase(
        en: "double each quote that belongs to the text of a quoted cell",
        zh: "引号内的文字如含引号，每个须写两次"
      )
    )
  }

  private func unclosedQuote(openedAt opening: Position) -> ExchangeError {
    ExchangeError(
      .unclosedQuote,
      at: Place(origin: origin, position: opening),
      Phrase(en: "the quote opened here is never closed", zh: "此处的引号直到文件末尾都没有闭合"),
      help: Phrase(
        en: "close it, or double it if it belongs to the text; or the file is cut off",
        zh: "请补上右引号；引号若属于文字则写两次；也可能文件不完整"
      )
    )
  }

  /// The error for a zero byte, after which nothing more is read.
  private mutating func zeroCharacter(at offset: Int, _ bytes: Span<UInt8>) -> ExchangeError {
    self.offset = end
    return ExchangeError(
      .zeroCharacter,
      at: place(of: offset, bytes),
      Phrase(en: "a zero character, which no text has", zh: "有空字符（NUL），文本中不应出现"),
      help: Phrase(
        en: "if the file is UTF-16, name `--encoding utf-16le`; else it is damaged or not text",
        zh: "文件若是 UTF-16，请指定 `--encoding utf-16le`；否则文件已损坏或不是文本"
      )
    )
  }
}
