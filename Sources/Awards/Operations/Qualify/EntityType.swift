import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only some legal forms.
struct EntityType: StandingCondition {
  static let among = Parameter(
    optional: "in",
    .several(.word("entity-type", EnterpriseType.company)),
    Phrase(en: "The legal forms that are paid.", zh: "可获奖励的主体类型。")
  )
  static let notAmong = Parameter(
    optional: "notIn",
    .several(.word("entity-type", EnterpriseType.company)),
    Phrase(en: "The legal forms that are not paid.", zh: "不予奖励的主体类型。")
  )
  static let declaration = OperationDeclaration(
    "entityType",
    .qualify,
    Phrase(
      en: "The recipient has one of the legal forms, or none of the excluded ones.",
      zh: "领取人属于所列主体类型，或不属于排除类型。"
    ),
    parameters: [among.definition, notAmong.definition],
    example: #"{"notIn":["government","person"]}"#,
    Phrase(en: "Government bodies and persons are not paid.", zh: "政府机关和个人不予奖励。")
  )

  private let among: [EnterpriseType]?
  private let notAmong: [EnterpriseType]

  init(_ arguments: inout Arguments) {
    (among, notAmong) = arguments.sieve(Self.among, Self.notAmong)
  }

  /// The condition that a clause sets which pays only some forms.
  init(among: [EnterpriseType]? = nil, notAmong: [EnterpriseType] = []) {
    self.among = among
    self.notAmong = notAmong
  }

  var allowance: Allowance? {
    let types = (among ?? EnterpriseType.allCases).filter { !notAmong.contains($0) }
    return Allowance(field: Enterprise.type.definition, codes: types.map(\.rawValue))
  }

  var field: FieldDefinition? { Enterprise.type.definition }

  func judge(_ recipient: Record, _ context: Context) -> Judgement {
    let input = Input(recipient, Enterprise.type)
    guard let type = recipient[Enterprise.type] else { return .unknown([input.missing]) }
    let label = type.choice.label
    let isAmong = among?.contains(type) ?? true
    return isAmong && !notAmong.contains(type)
      ? .passed([input], Phrase(en: "is a \(label.en)", zh: "主体类型为\(label.zh)"))
      : .failed(
        [input],
        Phrase(en: "a \(label.en) is not paid", zh: "主体类型“\(label.zh)”不予奖励")
      )
  }
}
