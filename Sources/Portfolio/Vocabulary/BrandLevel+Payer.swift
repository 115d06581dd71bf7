public import Bilingual
import JSONLines
public import Ledger

extension BrandLevel {
  /// The level that a payer's name is: its code or one of its names.
  ///
  /// - Parameter payer: The name, such as 省级; that of an authority tells no level.
  public init?(payer: String) {
    let key = Folding.key(payer)
    let level = Self.allCases.first { level in
      let choice = level.choice
      return ([choice.code, choice.label.en, choice.label.zh] + choice.also)
        .contains { Folding.key($0) == key }
    }
    guard let level else { return nil }
    self = level
  }

  /// The levels of payers, in words.
  public static var payers: Phrase {
    let labels = [national, provincial, municipal, county].map(\.choice.label)
    return Phrase(
      en: labels.map { "\($0.en) (\($0.zh))" }.joined(separator: ", "),
      zh: labels.map(\.zh).joined(separator: "、")
    )
  }
}

extension FieldType {
  /// Who pays; a name that tells no level of government is kept with a warning.
  public static let payer = FieldType(
    text.name,
    expectation: text.expectation,
    form: .text,
    parse: text.parse,
    check: { value in
      guard let name = value.string, BrandLevel(payer: name) == nil else {
        return text.check(value)
      }
      return FieldProblem(
        "payer-level",
        Phrase(
          en: "'\(name)' tells no level of payer, which is one of: \(BrandLevel.payers.en)",
          zh: "“\(name)”未表明支付方级别；级别为：\(BrandLevel.payers.zh)"
        ),
        isWarning: true
      )
    }
  )
}
