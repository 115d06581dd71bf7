import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Nothing where others have paid.
struct ExclusiveWith: Operation {
  enum Subject: String, CaseIterable, Sendable {
    case fact, object, enterprise
  }

  static let policies = Parameter(
    optional: "policies",
    .several(.text),
    Phrase(en: "The policies whose payouts exclude this one.", zh: "与之互斥的政策。")
  )
  static let per = Parameter(
    "per",
    .word("subject", Subject.object),
    default: .string(Subject.object.rawValue),
    Phrase(
      en:
        "For what they must have paid: the very fact, the same brand, mark or patent as well "
        + "(object), or the enterprise for anything in the same year.",
      zh: "互斥范围：同一事实（fact）、含同一品牌商标专利（object）、同一企业同年度任何事项（enterprise）。"
    )
  )
  static let declaration = OperationDeclaration(
    "exclusiveWith",
    .combine,
    Phrase(
      en:
        "Pays nothing for what payers of some levels, or some other policies, have paid already to the "
        + "same holder. A payer whose level is not known leaves it unknown where levels are named. Claims "
        + "of both policies are not sealed together: people say which one is.",
      zh: "所列级别的支付方或其他政策已奖励同一持有人的，不再奖励；指明级别而支付方级别不明的，待查。两项政策的申领项不能一并封存，由人决定封存哪一项。"
    ),
    parameters: [Levels.parameter.definition, policies.definition, per.definition],
    example: #"{"payers":["national","provincial"],"per":"fact"}"#,
    Phrase(
      en: "What the state or the province paid for is not paid again.",
      zh: "已获国家、省奖励的同一事项不重复奖励。"
    )
  )

  private let levels: [BrandLevel]?
  let policies: [RecordID]?
  private let per: Subject

  init(_ arguments: inout Arguments) {
    levels = arguments.optional(Levels.parameter)
    policies = arguments.optional(Self.policies)?.map { RecordID($0) }
    per = arguments.required(Self.per)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      let claim = work.claims[index]
      guard !claim.isCommendation else {
        work.record(index, .notApplicable, Reason.noMoney)
        continue
      }
      let payouts = work.payouts(of: claim.applicant, in: .all).filter {
        concerns($0, claim, work)
      }
      if let paid = payouts.first(where: { excludes($0, work) == true }) {
        work.reduce(
          index,
          to: .zero,
          inputs: [paid.input],
          Phrase(
            en: "\(paid.id) paid \(paid.amount) yuan for it under \(paid.policy)",
            zh: "\(paid.policy) 已奖励 \(paid.amount) 元（\(paid.id)），不重复奖励"
          )
        )
      } else if let open = payouts.first(where: { excludes($0, work) == nil }) {
        work.settle(index, .unknown([Input(open.id, Input.payerLevel, nil)]))
      } else {
        work.record(
          index,
          .passed,
          Phrase(en: "no payout that excludes it", zh: "未见互斥的奖励")
        )
      }
    }
  }

  private func concerns(_ payout: Payout, _ claim: Claim, _ work: Work) -> Bool {
    if per == .enterprise { return payout.year == work.context.year }
    if payout.facts.contains(claim.source.id) { return true }
    return per == .object && claim.object.map(payout.objects.contains) ?? false
  }

  /// Whether a payout is one of those that exclude; `nil` where its payer's level is not known.
  private func excludes(_ payout: Payout, _ work: Work) -> Bool? {
    if let policies {
      if policies.contains(payout.policy) { return true }
      if levels == nil { return false }
    }
    guard payout.isForeign(to: work.context.rules) else { return false }
    guard let levels else { return true }
    return payout.payerLevel.map(levels.contains)
  }
}
