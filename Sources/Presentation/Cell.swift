public import Bilingual

/// One value of a table, kept as what it is until a rendering decides how it looks.
public enum Cell: Hashable, Sendable {
  /// No value: nothing for a person, `null` in JSON.
  case empty
  /// A text from data, shown as it is.
  case text(String)
  /// A whole number, without grouping, so that years and numbers of papers stay readable.
  case integer(Int64)
  /// Money in fen: `1,234,567.89` for a person, `1234567.89` in CSV, fen in JSON.
  case money(fen: Int64)
  /// A calendar date already written as `2025-11-03`.
  case date(String)
  /// Yes or no.
  case boolean(Bool)
  /// An exact fraction; JSON has its numerator and denominator.
  case ratio(Ratio)
  /// A text in both languages; JSON has its machine code.
  case phrase(Phrase, code: String)
  /// A JSON value, already rendered; JSON has it byte for byte, everything else has it as text.
  case json([UInt8])
  /// Several values.
  case list([Cell])

  /// Returns several texts from data.
  public static func texts(_ texts: [String]) -> Cell { .list(texts.map { .text($0) }) }

  /// Returns a percentage of an exact fraction.
  public static func percentage(
    _ numerator: Int64,
    of denominator: Int64,
    decimals: Int = 0
  ) -> Cell {
    .ratio(Ratio(numerator, of: denominator, decimals: decimals, as: .percent))
  }

  /// Returns the cell as a person reads it, not yet safe for any output.
  public func text(in language: Language) -> String {
    switch self {
    case .empty: ""
    case .text(let text), .date(let text): text
    case .integer(let number): String(number)
    case .money(let fen): yuanText(fen: fen)
    case .boolean(let value): (value ? Wording.yes : Wording.no)[language]
    case .ratio(let ratio): ratio.text ?? "—"
    case .phrase(let phrase, _): phrase[language]
    case .json(let bytes): String(decoding: bytes, as: UTF8.self)
    case .list(let cells):
      cells.map { $0.text(in: language) }.joined(separator: Wording.listSeparator[language])
    }
  }
}

/// The few words that renderings add themselves.
enum Wording {
  static let yes = Phrase(en: "yes", zh: "是")
  static let no = Phrase(en: "no", zh: "否")
  static let listSeparator = Phrase(en: ", ", zh: "、")
  static let noRows = Phrase(en: "(no rows)", zh: "（无记录）")
  static let colon = Phrase(en: ": ", zh: "：")
  static let untitled = Phrase(en: "Report", zh: "报表")
}
