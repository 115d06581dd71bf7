import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio

/// What the options of several commands take.
enum Values {
  /// A day, as people type it.
  static let day = ValueKind(
    Phrase(en: "DATE", zh: "日期"),
    expected: Phrase(en: "a date such as 2025-03-01", zh: "日期，例如 2025-03-01")
  ) { PartialDate(typed: $0)?.day }

  /// An amount of money that is not negative, as people type it.
  static let money = ValueKind(
    Phrase(en: "AMOUNT", zh: "金额"),
    expected: Phrase(
      en: "\(FieldType.money.expectation.en), and not less than nothing",
      zh: "\(FieldType.money.expectation.zh)，且不为负数"
    )
  ) { text in Money(typed: text).flatMap { $0.fen < 0 ? nil : $0 } }

  /// A count, from 1.
  static let count = ValueKind<Int>.integer(Phrase(en: "COUNT", zh: "数量"), in: 1...1_000_000_000)

  /// A year.
  static let year = ValueKind<Int>.integer(Phrase(en: "YEAR", zh: "年份"), in: 1900...2200)

  /// A word of a vocabulary, by its code or its name in either language.
  static func word<V: Vocabulary>(_ vocabulary: V.Type, _ name: Phrase) -> ValueKind<V> {
    let type = FieldType.choice(vocabulary)
    return ValueKind(name, expected: type.expectation) { text in
      guard case .success(let value) = type.parse(text) else { return nil }
      return value.string.flatMap { V(rawValue: $0) }
    }
  }

  /// A word of a vocabulary that help lists with its meanings.
  static func listed<V: Vocabulary>(_ vocabulary: V.Type, _ name: Phrase) -> ValueKind<V> {
    let word = word(vocabulary, name)
    return ValueKind(
      name,
      choices: V.allCases.map { Choice($0, $0.rawValue, $0.choice.label) },
      other: { try? word.read($0) }
    )
  }

  /// Yes or no.
  static let yesOrNo = ValueKind(
    Phrase(en: "YES|NO", zh: "是|否"),
    expected: FieldType.boolean.expectation
  ) { text -> Bool? in
    guard case .success(let value) = FieldType.boolean.parse(text) else { return nil }
    return value.boolean
  }
}
