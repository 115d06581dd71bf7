import Bilingual
import JSONLines
import Ledger

/// When awards are claimed back.
struct ClawbackRule: ProcessRule {
  static let reasons = Parameter(
    "reasons",
    .several(.word("clawback-reason", ClawbackReason.fraud)),
    Phrase(en: "Why.", zh: "情形：骗取（fraud）、称号被撤销（revoked-title）、违反承诺（broken-pledge）、挪用（misuse）。")
  )
  static let share = Parameter(
    "share",
    .rate,
    default: .string("100%"),
    Phrase(en: "How much of it.", zh: "追回比例。")
  )
  static let banYears = Parameter(
    optional: "banYears",
    .years,
    Phrase(
      en:
        "For how many years they are banned; meanwhile nothing is approved or paid to them or for what "
        + "they won.",
      zh: "禁止申报年数；期间其申报的、支付给它的奖励均不予批准和支付。"
    )
  )
  static let banned = Parameter(
    "banned",
    .several(.word("banned", Procedure.Banned.applicant)),
    default: .string(Procedure.Banned.applicant.rawValue),
    Phrase(
      en:
        "Who is banned: who won or did what is rewarded and applied for it (applicant), who was paid, "
        + "where a clause pays another (recipient), or both.",
      zh: "被禁止者：取得所奖事实并申报者（applicant）、条款定由他人领取时的领取人（recipient），或两者。"
    )
  )
  static let declaration = OperationDeclaration(
    "clawback",
    .schedule,
    Phrase(
      en:
        "Says when an award is claimed back, how much of it, and for how many years who is banned.",
      zh: "规定追回奖励的情形、比例和禁止申报的对象、年限。"
    ),
    parameters: [
      reasons.definition, share.definition, banYears.definition, banned.definition,
    ],
    example: #"{"reasons":["fraud","revoked-title"],"banYears":3}"#,
    Phrase(
      en: "Claimed back after deceit or revocation, with a ban of three years.",
      zh: "骗取或称号被撤销的全额追回，三年内不得申报。"
    )
  )

  // One for deceit may stand beside one for revocation.
  var settlesAlone: Bool { false }

  private let reasons: [ClawbackReason]
  private let share: Rate
  let banYears: Int
  private let banned: [Procedure.Banned]

  init(_ arguments: inout Arguments) {
    reasons = arguments.required(Self.reasons)
    share = arguments.required(Self.share)
    banYears = arguments.optional(Self.banYears) ?? 0
    banned = arguments.required(Self.banned)
  }

  var sentence: Phrase {
    let list = reasons.map(\.rawValue).joined(separator: ", ")
    return Phrase(en: "claimed back (\(share)) for: \(list)", zh: "出现下列情形的追回 \(share)：\(list)")
  }

  func extend(_ procedure: inout Procedure) {
    for reason in reasons {
      let clawback = Procedure.Clawback(
        reason: reason,
        share: share.description,
        banYears: banYears,
        banned: banned,
        clause: ""
      )
      procedure.clawbacks.append(clawback)
    }
  }
}
