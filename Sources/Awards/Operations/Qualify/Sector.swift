import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only some industries.
struct Sector: StandingCondition {
  static let among = Parameter(
    optional: "in",
    .several(.text),
    Phrase(en: "The industries that are paid, in the words of the office.", zh: "可获奖励的行业。")
  )
  static let notAmong = Parameter(
    optional: "notIn",
    .several(.text),
    Phrase(en: "The industries that are not paid.", zh: "不予奖励的行业。")
  )
  static let declaration = OperationDeclaration(
    "sector",
    .qualify,
    Phrase(
      en: "The recipient's industry is one of those listed, or none of the excluded ones.",
      zh: "领取人属于所列行业，或不属于排除行业。"
    ),
    parameters: [among.definition, notAmong.definition],
    example: #"{"in":["电动工具","海洋食品"]}"#,
    Phrase(en: "Only electric tools and sea food are paid.", zh: "仅奖励电动工具和海洋食品行业。")
  )

  private let among: [String]?
  private let notAmong: [String]

  init(_ arguments: inout Arguments) {
    (among, notAmong) = arguments.sieve(Self.among, Self.notAmong)
  }

  var field: FieldDefinition? { Enterprise.sector.definition }

  func judge(_ recipient: Record, _ context: Context) -> Judgement {
    let input = Input(recipient, Enterprise.sector)
    guard let sector = recipient[Enterprise.sector] else { return .unknown([input.missing]) }
    let key = Folding.key(sector)
    let isAmong = among?.contains { Folding.key($0) == key } ?? true
    let isExcluded = notAmong.contains { Folding.key($0) == key }
    let reason = Phrase(en: "the industry is \(sector)", zh: "行业为\(sector)")
    return isAmong && !isExcluded ? .passed([input], reason) : .failed([input], reason)
  }
}
