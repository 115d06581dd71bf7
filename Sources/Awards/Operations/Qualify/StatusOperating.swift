import Bilingual
import Ledger
import Portfolio

/// Only those who still operate.
struct StatusOperating: StandingCondition {
  static let declaration = OperationDeclaration(
    "statusOperating",
    .qualify,
    Phrase(
      en: "The recipient operates: it is not suspended, revoked or deregistered.",
      zh: "领取人正常经营，未停业、吊销或注销。"
    ),
    example: "{}",
    Phrase(en: "Only those in business are paid.", zh: "仅奖励正常经营的主体。")
  )

  init(_ arguments: inout Arguments) {}

  var field: FieldDefinition? { Enterprise.status.definition }

  func judge(_ recipient: Record, _ context: Context) -> Judgement {
    let input = Input(recipient, Enterprise.status)
    guard let status = recipient[Enterprise.status] else { return .unknown([input.missing]) }
    let label = status.choice.label
    return status == .operating
      ? .passed([input], Phrase(en: "is \(label.en)", zh: "状态为\(label.zh)"))
      : .failed([input], Phrase(en: "is \(label.en), not operating", zh: "状态为\(label.zh)，非正常经营"))
  }
}
