import Bilingual

/// A parser of one line of mapping rules.
struct RuleParser {
  /// A rule of any form.
  enum Rule {
    case column(ColumnRule)
    case fill(FillRule)
    case translation(TranslationRule)
  }

  private let scalars: [Unicode.Scalar]
  private let number: Int
  private let origin: String
  private var index = 0

  /// Creates a parser of a line without its end.
  init(_ line: String, number: Int, origin: String) {
    scalars = Array(line.unicodeScalars)
    self.number = number
    self.origin = origin
  }

  /// Reads the line; `nil` where it says nothing.
  mutating func rule() throws(ExchangeError) -> Rule? {
    skipBlanks()
    guard let first = peek(), first != "#" else { return nil }
    let left = try name(endedBy: [":", "="])
    guard let sign = peek() else {
      throw malformed(
        at: index,
        Phrase(en: "`=` or `:=` is missing", zh: "缺少 `=` 或 `:=`")
      )
    }
    index += 1
    if sign == "=" { return .column(try columnRule(left)) }
    if peek() == "=" {
      index += 1
      return .fill(FillRule(field: left, parts: try template()))
    }
    let text = try name(endedBy: ["="])
    guard peek() == "=" else {
      throw malformed(
        at: index,
        Phrase(en: "`=` is missing after the text of the cell", zh: "单元格文字之后缺少 `=`")
      )
    }
    index += 1
    let replacement = try rest().text
    return .translation(TranslationRule(column: left, text: text, replacement: replacement))
  }

  private mutating func columnRule(_ column: RuleName) throws(ExchangeError) -> ColumnRule {
    skipBlanks()
    let isQuoted = peek() == "\""
    let field = try rest()
    guard isQuoted || field.text != "-" else { return ColumnRule(column: column, field: nil) }
    guard !field.text.isEmpty else {
      throw malformed(
        at: index,
        Phrase(
          en: "no field is named after `=` (`-` leaves the column out)",
          zh: "`=` 之后没有字段（用 `-` 表示不要这一列）"
        )
      )
    }
    return ColumnRule(column: column, field: field)
  }

  // MARK: - Names

  /// Reads a name in quotes, or bare up to one of some characters or the end of the line.
  private mutating func name(endedBy ends: [Unicode.Scalar]) throws(ExchangeError) -> RuleName {
    skipBlanks()
    let start = index
    if peek() == "\"" {
      let text = try quoted()
      skipBlanks()
      if let next = peek(), !ends.contains(next) {
        throw malformed(
          at: index,
          Phrase(en: "text after a closing quote", zh: "右引号后还有文字")
        )
      }
      return RuleName(text: text, place: place(at: start))
    }
    while let next = peek(), !ends.contains(next) { index += 1 }
    let text = string(start..<index).trimmed
    guard !text.isEmpty else {
      throw malformed(at: start, Phrase(en: "a name is missing", zh: "缺少名称"))
    }
    return RuleName(text: text, place: place(at: start))
  }

  /// Reads the rest of the line, which may be empty.
  private mutating func rest() throws(ExchangeError) -> RuleName {
    skipBlanks()
    guard peek() != nil else { return RuleName(text: "", place: place(at: index)) }
    return try name(endedBy: [])
  }

  /// Reads from an opening quote to behind its closing one.
  private mutating func quoted() throws(ExchangeError) -> String {
    let opening = index
    var text = String.UnicodeScalarView()
    index += 1
    while let next = peek() {
      index += 1
      guard next == "\"" else {
        text.append(next)
        continue
      }
      guard peek() == "\"" else { return String(text) }
      text.append(next)
      index += 1
    }
    throw malformed(
      at: opening,
      Phrase(en: "the quote opened here is never closed", zh: "此处的引号没有闭合")
    )
  }

  // MARK: - Templates

  /// Reads a template, which takes the rest of the line.
  private mutating func template() throws(ExchangeError) -> [FillRule.Part] {
    skipBlanks()
    let end = (scalars.lastIndex { !$0.isBlank } ?? -1) + 1
    guard index < end else {
      throw malformed(
        at: index,
        Phrase(en: "nothing stands after `:=`", zh: "`:=` 之后没有内容")
      )
    }
    var parts: [FillRule.Part] = []
    var text = String.UnicodeScalarView()
    while index < end {
      let scalar = scalars[index]
      let isDoubled = index + 1 < end && scalars[index + 1] == scalar
      switch scalar {
      case "{" where isDoubled, "}" where isDoubled:
        text.append(scalar)
        index += 2
      case "{":
        if !text.isEmpty { parts.append(.text(String(text))) }
        text = String.UnicodeScalarView()
        parts.append(try reference())
      case "}":
        throw malformed(
          at: index,
          Phrase(
            en: "`}` without `{` (a brace itself is written twice)",
            zh: "`}` 之前没有 `{`（花括号本身须写两次）"
          )
        )
      default:
        text.append(scalar)
        index += 1
      }
    }
    if !text.isEmpty { parts.append(.text(String(text))) }
    return parts
  }

  /// Reads `{column}` or `{column|column|}`.
  private mutating func reference() throws(ExchangeError) -> FillRule.Part {
    let opening = index
    var columns: [RuleName] = []
    repeat {
      index += 1
      skipBlanks()
      if peek() == "}", !columns.isEmpty {
        index += 1
        return .cells(columns, mayBeEmpty: true)
      }
      columns.append(try name(endedBy: ["|", "}"]))
    } while peek() == "|"
    guard peek() == "}" else {
      throw malformed(
        at: opening,
        Phrase(
          en: "`{` without `}` (a brace itself is written twice)",
          zh: "`{` 之后没有 `}`（花括号本身须写两次）"
        )
      )
    }
    index += 1
    return .cells(columns, mayBeEmpty: false)
  }

  // MARK: - Scalars

  private func peek() -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipBlanks() {
    while let next = peek(), next.isBlank { index += 1 }
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func place(at index: Int) -> Place {
    Place(origin: origin, position: Position(line: number, column: index + 1))
  }

  private func malformed(at index: Int, _ message: Phrase) -> ExchangeError {
    ExchangeError(
      .malformedRule,
      at: place(at: index),
      message,
      help: Phrase(
        en: "write `column = field`, `field := text or {column}`, or `column:cell text = text`",
        zh: "写法：`列 = 字段`、`字段 := 文字或{列}`，或 `列:单元格文字 = 文字`"
      )
    )
  }
}
