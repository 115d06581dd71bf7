/// The ASCII character that separates the cells of a row.
public struct Delimiter: Hashable, Sendable {
  /// The character's byte.
  public let byte: UInt8

  /// `,`, as in RFC 4180.
  public static let comma = Delimiter(byte: 0x2C)
  /// `;`, as spreadsheet programs write where the comma is the decimal sign.
  public static let semicolon = Delimiter(byte: 0x3B)
  /// A tab, as spreadsheet programs write "Unicode text".
  public static let tab = Delimiter(byte: 0x09)

  private init(byte: UInt8) {
    self.byte = byte
  }

  /// Reads a delimiter as a user names it: the character itself, `tab` or `\t`.
  ///
  /// A quote, a letter, a digit, a space, a line end or another control character separates nothing.
  public init?(name: String) {
    switch name {
    case "tab", "\\t", "\t":
      self = .tab
    default:
      let bytes = Array(name.utf8)
      guard bytes.count == 1, let byte = bytes.first, Self.isAllowed(byte) else { return nil }
      self.init(byte: byte)
    }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case .quote, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
    case 0x21...0x7E: true
    default: false
    }
  }

  /// Reads the line `sep=;` that some programs write before the header for spreadsheet programs.
  ///
  /// - Parameter text: The text.
  /// - Returns: The delimiter and the length of the line without its end; `nil` where there is no such line.
  static func declared(in text: SourceText) -> (delimiter: Delimiter, length: Int)? {
    let key = Array("sep=".utf8)
    let end = min(text.start + key.count + 2, text.content.count)
    let bytes = text.content.copy(text.start..<end)
    guard bytes.starts(with: key), bytes.count > key.count + 1 else { return nil }
    guard [.lineFeed, .carriageReturn].contains(bytes[key.count + 1]) else { return nil }
    let named = Delimiter(name: String(decoding: bytes[key.count...key.count], as: UTF8.self))
    return named.map { ($0, key.count + 1) }
  }

  /// The delimiter under which most of the first rows have the same number of cells, two or more.
  ///
  /// - Parameter text: The text to read.
  /// - Returns: That delimiter; the comma where no candidate makes columns.
  static func detected(in text: SourceText) -> Delimiter {
    var best = (delimiter: Delimiter.comma, score: (share: 0, width: 1))
    for candidate in [Delimiter.comma, .tab, .semicolon] {
      let score = score(of: candidate, in: text)
      if score > best.score { best = (candidate, score) }
    }
    return best.delimiter
  }

  /// How many in a thousand of the first rows have the commonest width above one, and that width.
  private static func score(of candidate: Delimiter, in text: SourceText) -> (
    share: Int, width: Int
  ) {
    var reader = CSVReader(text, delimiter: candidate)
    var rows = 0
    var widths: [Int: Int] = [:]
    while rows < 50 {
      guard let row = try? reader.next() else { break }
      guard !row.isEmpty else { continue }
      rows += 1
      if row.problems.isEmpty { widths[row.cells.count, default: 0] += 1 }
    }
    let columns = widths.filter { $0.key > 1 }
    guard let best = columns.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return (0, 1)
    }
    return (best.value * 1_000 / rows, best.key)
  }
}
