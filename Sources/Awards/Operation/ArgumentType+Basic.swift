import Bilingual
import JSONLines
import Portfolio

extension ArgumentType<Money> {
  /// An amount of money, more than nothing, written with its unit.
  ///
  /// A bare number is refused, since it does not say whether it counts yuan or fen.
  static var money: Self {
    ArgumentType(
      name: "money",
      expectation: Phrase(
        en:
          "an amount above zero, to the fen, in quotes with its unit such as \"50万元\", \"500元\" or "
          + "\"0.01元\"",
        zh: "大于零、精确到分、带单位并加引号的金额，例如 \"50万元\"、\"500元\"、\"0.01元\""
      ),
      placeholder: .zero,
      read: { json, _, _ in
        guard let text = json.string, text.hasSuffix("元") || text.hasSuffix("yuan"),
          let money = Money(typed: text), money > .zero
        else { return nil }
        return money
      }
    )
  }
}

extension ArgumentType<Int> {
  /// A whole number, 1 or more.
  static var positive: Self {
    ArgumentType(
      name: "count",
      expectation: Phrase(en: "a whole number, 1 or more", zh: "不小于 1 的整数"),
      placeholder: 1,
      read: { json, _, _ in json.integer.flatMap { (1...1_000_000).contains($0) ? Int($0) : nil } }
    )
  }

  /// A number of years, as rules name it.
  static var years: Self { count("years", upTo: 100) }

  /// A number of months, as rules name it.
  static var months: Self { count("months", upTo: 1200) }

  /// A number of days, as rules name it.
  static var days: Self { count("days", upTo: 3660) }

  private static func count(_ name: String, upTo most: Int) -> Self {
    ArgumentType(
      name: name,
      expectation: Phrase(en: "a whole number from 1 to \(most)", zh: "1 至 \(most) 的整数"),
      placeholder: 1,
      read: { json, _, _ in
        json.integer.flatMap { (1...Int64(most)).contains($0) ? Int($0) : nil }
      }
    )
  }

  /// A whole number of years to add, 0 or -1.
  static var yearOffset: Self {
    ArgumentType(
      name: "year-offset",
      expectation: Phrase(
        en: "0 for the round's year or -1 for the one before",
        zh: "0（当年）或 -1（上年）"
      ),
      placeholder: 0,
      read: { json, _, _ in json.integer.flatMap { (-1...0).contains($0) ? Int($0) : nil } }
    )
  }
}

extension ArgumentType<String> {
  /// Any text that is not empty.
  static var text: Self {
    ArgumentType(
      name: "text",
      expectation: Phrase(en: "a text in quotes", zh: "加引号的文字"),
      placeholder: "",
      read: { json, _, _ in json.string.flatMap { $0.isEmpty ? nil : $0 } }
    )
  }

  /// A country or organisation in the two-letter codes of WIPO ST.3.
  static var office: Self {
    ArgumentType(
      name: "office",
      expectation: Phrase(
        en: "a two-letter code of WIPO ST.3 such as \"US\" or \"EM\"",
        zh: "WIPO ST.3 两字母代码，例如 \"US\"、\"EM\""
      ),
      placeholder: "",
      read: { json, _, _ in
        guard let code = json.string, code.utf8.count == 2,
          code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { return nil }
        return code
      }
    )
  }
}

extension ArgumentType where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the words of an enumeration.
  static func word(_ name: String, _ first: Value) -> Self {
    let codes: @Sendable () -> [String] = { Value.allCases.map(\.rawValue) }
    return ArgumentType(
      name: name,
      expectation: .oneOf(codes()),
      placeholder: first,
      choices: codes(),
      read: { json, path, faults in
        guard let code = json.string else { return nil }
        if let value = Value(rawValue: code) { return value }
        faults.append(.unknownCode(code, among: codes(), at: path))
        return nil
      }
    )
  }
}

extension ArgumentType<Int> {
  /// A calendar year.
  static var year: Self {
    ArgumentType(
      name: "year",
      expectation: Phrase(en: "a year such as 2025", zh: "年份，例如 2025"),
      placeholder: 2000,
      read: { json, _, _ in
        json.integer.flatMap { (1900...2200).contains($0) ? Int($0) : nil }
      }
    )
  }
}

extension ArgumentType<Day> {
  /// A calendar day.
  static var day: Self {
    ArgumentType(
      name: "day",
      expectation: Phrase(en: "a day such as \"2021-07-01\"", zh: "日期，例如 \"2021-07-01\""),
      placeholder: Day(ordinal: 0),
      read: { json, _, _ in json.string.flatMap { Day($0) } }
    )
  }
}

extension ArgumentType<JSONValue> {
  /// An object without a fixed shape.
  static var anyObject: Self {
    ArgumentType(
      name: "object",
      expectation: Phrase(en: "an object in braces", zh: "花括号括起的对象"),
      placeholder: .object([]),
      read: { json, _, _ in json.members == nil ? nil : json }
    )
  }
}

extension Phrase {
  /// What may be given where only some words may.
  static func oneOf(_ codes: [String]) -> Phrase {
    let list = codes.map { "\"\($0)\"" }
    return Phrase(
      en: "one of \(list.joined(separator: ", "))",
      zh: "以下之一：\(list.joined(separator: "、"))"
    )
  }
}
