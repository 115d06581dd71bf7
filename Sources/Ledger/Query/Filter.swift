import Bilingual
import JSONLines

/// A condition on one field of a record, as typed in `--where`.
///
/// A date of which only the month or the year is known stands for all of its days, and so does one that is typed: `=2024` is
/// every date within that year, `<2024` every date that is surely before it, `<=2024` every one that has ended with it.
public struct Filter: Sendable {
  private enum Comparison: String {
    case atLeast = ">="
    case atMost = "<="
    case differs = "!="
    case contains = "~"
    case above = ">"
    case below = "<"
    case equals = "="

    // The longest first: `>=` is not `>` and a value that begins with `=`.
    static let spellings: [Comparison] = [
      .atLeast, .atMost, .differs, .contains, .above, .below, .equals,
    ]

    /// Whether it asks for what stands above or below.
    var isOrder: Bool {
      switch self {
      case .atLeast, .atMost, .above, .below: true
      case .equals, .differs, .contains: false
      }
    }

    /// Whether all places of a value stand where they are wanted.
    func isFulfilled(by places: ClosedRange<Int>, beside wanted: ClosedRange<Int>) -> Bool {
      switch self {
      case .atLeast: places.lowerBound >= wanted.lowerBound
      case .atMost: places.upperBound <= wanted.upperBound
      case .above: places.lowerBound > wanted.upperBound
      case .below: places.upperBound < wanted.lowerBound
      case .equals, .differs, .contains:
        places.lowerBound >= wanted.lowerBound && places.upperBound <= wanted.upperBound
      }
    }
  }

  /// What people type for the signs.
  private static let widths: [Unicode.Scalar: String] = [
    "\u{FF1D}": "=", "\u{FF1E}": ">", "\u{FF1C}": "<", "\u{FF01}": "!", "\u{FF5E}": "~",
    "≥": ">=", "≤": "<=", "≠": "!=",
  ]

  let path: FieldPath
  private let comparison: Comparison
  private let text: String
  private let value: JSONValue?
  /// Where the value stands on the scale of its type, if that has one.
  private let extent: ClosedRange<Int>?

  /// Reads a condition.
  ///
  /// - Parameters:
  ///   - typed: Such as `town=吕四港镇`, `awarded>=2025-01-01`, `holder.town!=汇龙镇`, `name~电动`; nothing
  ///     behind `=` asks for records without a value.
  ///   - schema: The kind of record.
  ///   - snapshot: The records, for what fields refer to.
  /// - Throws: A ``Diagnostic`` where the field or the value is wrong.
  public init(_ typed: String, _ schema: Schema, _ snapshot: Snapshot) throws {
    // By scalars: a combining mark behind a sign would make one character with it.
    let text = typed.unicodeScalars.map { Self.widths[$0] ?? String($0) }.joined().unicodeScalars
    var first: (range: Range<String.Index>, comparison: Comparison)?
    for comparison in Comparison.spellings {
      guard let range = text.firstRange(of: comparison.rawValue.unicodeScalars) else { continue }
      if range.lowerBound < first?.range.lowerBound ?? text.endIndex { first = (range, comparison) }
    }
    guard let first, first.range.lowerBound > text.startIndex else {
      throw Diagnostic(
        "bad-condition",
        Phrase(en: "'\(typed)' is not a condition", zh: "“\(typed)”不是条件"),
        help: Phrase(
          en: "write FIELD=VALUE; also !=, >=, <=, >, <, ~ (contains)",
          zh: "写作 字段=值；也可用 !=、>=、<=、>、<、~（包含）"
        )
      )
    }
    let name = Folding.trim(String(text[..<first.range.lowerBound]))
    let (fields, part) = try Totals.DatePart.split(name, schema, snapshot.catalog)
    path = try FieldPath(fields, snapshot)
    comparison = first.comparison
    let asked = Folding.trim(String(text[first.range.upperBound...]))
    // An id that was merged into another is still understood.
    let successor = try path.field.referredKind.flatMap { snapshot.catalog[$0] }
      .flatMap { asked.isEmpty ? nil : try snapshot.successor(of: RecordID(asked), $0) }
    self.text = successor?.id.text ?? asked
    if comparison.isOrder, !path.elementType.isOrdered {
      throw Self.withoutOrder(path.field, comparison)
    }
    let typedAs = String(name.split(separator: ".").last ?? "")
    // Nothing is the same in fen and in yuan.
    if comparison != .contains, self.text.contains(where: { $0.wholeNumberValue ?? 0 > 0 }),
      Assignment(typed: "\(typedAs)=\(self.text)")?.isInFenOrYuan(path.field) == true
    {
      throw Diagnostic.fenOrYuan(name, self.text, at: nil)
    }
    if self.text.isEmpty || comparison == .contains || path.field.referredKind != nil {
      value = nil
    } else {
      switch part?.parse(self.text, path.elementType) ?? path.elementType.parse(self.text) {
      case .success(let value): self.value = value
      case .failure(let problem): throw Diagnostic(problem, path.field, at: nil)
      }
    }
    extent = value.flatMap(path.elementType.extent)
    // Numbers of marks and names would be compared by their characters.
    if comparison.isOrder, extent == nil, value?.string != nil {
      throw Self.withoutOrder(path.field, comparison)
    }
  }

  /// Whether it asks for a text of the record itself.
  var isOfText: Bool {
    if path.fields.count == 1, case .text = path.field.type.form { true } else { false }
  }

  private static func withoutOrder(_ field: FieldDefinition, _ comparison: Comparison) -> Diagnostic
  {
    Diagnostic(
      "bad-condition",
      Phrase(
        en: "'\(field.name)' has no order, so '\(comparison.rawValue)' cannot compare it",
        zh: "“\(field.label.zh)”没有高低之分，不能用 \(comparison.rawValue) 比较"
      ),
      help: Phrase(en: "write FIELD=VALUE; also != and ~ (contains)", zh: "写作 字段=值；也可用 !=、~（包含）")
    )
  }

  /// Says whether a record fulfils the condition.
  ///
  /// - Parameter record: A record of the kind.
  /// - Returns: Whether it does; a record without a value fulfils only `!=` and the question for none.
  public func accepts(_ record: Record) -> Bool {
    accepts(record[path.fields[0]])
  }

  /// Says whether a record with a value in the first field of the path fulfils the condition.
  func accepts(_ root: JSONValue?) -> Bool {
    accepts(values: path.values(from: root))
  }

  /// Says whether the values at the end of the path fulfil the condition.
  func accepts(values: [JSONValue]) -> Bool {
    guard !text.isEmpty else { return values.isEmpty == (comparison != .differs) }
    switch comparison {
    case .differs: return !values.contains(where: equals)
    case .equals: return values.contains(where: equals)
    case .contains:
      let key = Folding.key(text)
      return values.contains { path.names(of: $0).contains { Folding.key($0).contains(key) } }
    case .atLeast, .atMost, .above, .below: return values.contains(where: stands)
    }
  }

  /// Finds what the condition names that is no record.
  ///
  /// - Parameter snapshot: The records.
  /// - Returns: The kind and what was typed; `nil` where a record has that id or name, or none is asked for.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  func unknownName(_ snapshot: Snapshot) throws -> (schema: Schema, text: String)? {
    guard comparison == .equals, !text.isEmpty,
      let schema = path.field.referredKind.flatMap({ snapshot.catalog[$0] }),
      try snapshot.record(RecordID(text), schema) == nil,
      try snapshot.records(named: text, schema).isEmpty
    else { return nil }
    return (schema, text)
  }

  /// Whether a value stands where the comparison wants it.
  private func stands(_ other: JSONValue) -> Bool {
    guard let extent else {
      guard let order = value.flatMap({ Ordering.compare(other, $0) }) else { return false }
      return comparison.isFulfilled(by: order...order, beside: 0...0)
    }
    guard let place = path.elementType.extent(of: other) else { return false }
    return comparison.isFulfilled(by: place, beside: extent)
  }

  private func equals(_ other: JSONValue) -> Bool {
    if case .date = path.elementType.form, let extent,
      let days = path.elementType.extent(of: other)
    {
      return Comparison.equals.isFulfilled(by: days, beside: extent)
    }
    guard let value, value.string == nil else {
      // A number that people write in several forms is one in all of them.
      let form = path.elementType.canonical?.form ?? { $0 }
      let key = Folding.key(form(value?.string ?? text))
      return path.names(of: other).contains { Folding.key(form($0)) == key }
    }
    return other == value
  }
}

/// The order of stored values.
enum Ordering {
  /// Compares two values of one type: numbers by value, texts by bytes.
  ///
  /// - Parameters:
  ///   - a: One value.
  ///   - b: Another one.
  /// - Returns: Negative, zero or positive; `nil` where they cannot be compared.
  static func compare(_ a: JSONValue, _ b: JSONValue) -> Int? {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.boolean(let a), .boolean(let b)): (a ? 1 : 0) - (b ? 1 : 0)
    case (.string(let a), .string(let b)):
      a.utf8.elementsEqual(b.utf8) ? 0 : a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    case (.number, _), (_, .number): compareDecimals(a, b)
    default: nil
    }
  }

  /// Compares exact decimals digit by digit, so that none is lost.
  private static func compareDecimals(_ a: JSONValue, _ b: JSONValue) -> Int? {
    guard let left = digits(a), let right = digits(b) else { return nil }
    if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
    let sign = left.isNegative ? -1 : 1
    if left.whole.count != right.whole.count {
      return left.whole.count < right.whole.count ? -sign : sign
    }
    if left.whole != right.whole { return left.whole < right.whole ? -sign : sign }
    return left.fraction == right.fraction ? 0 : left.fraction < right.fraction ? -sign : sign
  }

  private static func digits(_ value: JSONValue) -> (
    isNegative: Bool, whole: String, fraction: String
  )? {
    let text = value.text.span.text
    guard text.utf8.allSatisfy({ $0 <= UInt8(ascii: "9") }) else { return nil }
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    let whole = (parts.first ?? "").drop { $0 == "0" }
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    return (text.hasPrefix("-"), String(whole), String(fraction))
  }
}
