import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Who is paid.
struct PayTo: Operation {
  enum Payee: String, CaseIterable, Sendable {
    case holder, brandOwner
  }

  static let payee = Parameter(
    "payee",
    .word("payee", Payee.holder),
    Phrase(
      en:
        "holder: who holds the title, mark or patent; brandOwner: who owns the brand that won the title, "
        + "while what is no title goes to its holder.",
      zh: "holder 荣誉、商标、专利的持有人；brandOwner 获荣誉品牌的所有人（非荣誉事项支付给持有人）。"
    )
  )
  static let declaration = OperationDeclaration(
    "payTo",
    .schedule,
    Phrase(
      en: "Says who is paid. Without such a clause it is the holder.",
      zh: "确定领取人；无此条款时为持有人。"
    ),
    parameters: [payee.definition],
    example: #"{"payee":"holder"}"#,
    Phrase(en: "The holder of the title is paid.", zh: "奖励支付给持有人。")
  )

  private let payee: Payee

  init(_ arguments: inout Arguments) {
    payee = arguments.required(Self.payee)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      let claim = work.claims[index]
      switch payee {
      case .holder:
        work.record(
          index,
          .applied,
          inputs: [claim.recipientInput],
          Phrase(
            en: "paid to the holder, \(claim.recipientName ?? "")",
            zh: "支付给持有人\(claim.recipientName ?? "")"
          )
        )
      case .brandOwner where claim.source.kind !== FactKind.recognition:
        let name = claim.recipientName ?? ""
        work.record(
          index,
          .applied,
          inputs: [claim.recipientInput],
          Phrase(
            en: "no title of a brand: paid to the holder, \(name)",
            zh: "不属于品牌荣誉，支付给持有人\(name)"
          )
        )
      case .brandOwner:
        let evidence = work.context.evidence
        guard let brand = evidence.brands[claim.object] else {
          work.settle(index, .unknown([claim.objectInput]))
          continue
        }
        guard let owner = brand[Brand.owner] else {
          work.settle(index, .unknown([Input(brand, Brand.owner).missing]))
          continue
        }
        let name = evidence.name(of: owner)
        work.record(
          index,
          .applied,
          inputs: [Input(brand, Brand.owner)],
          Phrase(
            en: "paid to the owner of the brand, \(name ?? "")",
            zh: "支付给品牌所有人\(name ?? "")"
          )
        ) { claim in
          claim.recipient = owner
          claim.recipientName = name
        }
      }
    }
  }
}
