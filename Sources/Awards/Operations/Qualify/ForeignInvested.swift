import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only those with foreign capital, or those without.
struct ForeignInvested: StandingCondition {
  enum Answer: String, CaseIterable, Sendable {
    case yes, no
  }

  static let isForeign = Parameter(
    "is",
    .word("answer", Answer.yes),
    Phrase(
      en: "yes: those in which foreign capital holds a share; no: the others.",
      zh: "yes 有外商投资的；no 无外商投资的。"
    )
  )
  static let declaration = OperationDeclaration(
    "foreignInvested",
    .qualify,
    Phrase(
      en: "Foreign capital holds a share in the recipient, or none.",
      zh: "领取人有外商投资，或没有外商投资。"
    ),
    parameters: [isForeign.definition],
    example: #"{"is":"no"}"#,
    Phrase(en: "Foreign-invested enterprises are not paid.", zh: "外商投资企业不予奖励。")
  )

  private let isForeign: Bool

  init(_ arguments: inout Arguments) {
    isForeign = arguments.required(Self.isForeign) == .yes
  }

  var field: FieldDefinition? { Enterprise.foreignInvested.definition }

  func judge(_ recipient: Record, _ context: Context) -> Judgement {
    .flag(Enterprise.foreignInvested, of: recipient, mustBe: isForeign) { found in
      found
        ? Phrase(en: "foreign capital holds a share", zh: "有外商投资")
        : Phrase(en: "no foreign capital holds a share", zh: "没有外商投资")
    }
  }
}
