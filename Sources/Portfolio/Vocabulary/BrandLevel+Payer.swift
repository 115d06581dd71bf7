public import Bilingual
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

  /// The level of who paid an award.
  ///
  /// - Parameters:
  ///   - award: The award; one that names no payer is paid by its policy's.
  ///   - policy: The policy by which it was paid.
  /// - Returns: As the payer's name tells it, else the policy; `nil` where neither does.
  public static func payer(of award: Record, by policy: Record?) -> BrandLevel? {
    award[Award.payer].flatMap { BrandLevel(payer: $0) } ?? policy?[Policy.payer]
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
