import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Paid on top of what others pay.
struct StackWith: Operation {
  static let declaration = OperationDeclaration(
    "stackWith",
    .combine,
    Phrase(
      en:
        "Says that awards are paid in full on top of those of other payers, and names these in the "
        + "trace. It changes no amount.",
      zh: "明确在其他支付方奖励之外全额叠加奖励，并列明该等奖励；不改变金额。"
    ),
    parameters: [Levels.parameter.definition],
    example: #"{"payers":"provincial"}"#,
    Phrase(en: "Paid on top of the province's award.", zh: "在省级奖励的基础上再给予奖励。")
  )

  private let levels: [BrandLevel]?

  init(_ arguments: inout Arguments) {
    levels = arguments.optional(Levels.parameter)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      let others = work.context.evidence.payments(for: work.claims[index]).filter { payment in
        payment.isForeign && (levels.map { $0.contains { $0 == payment.payerLevel } } ?? true)
      }
      work.record(
        index,
        others.isEmpty ? .passed : .applied,
        inputs: others.map(\.input),
        Phrase(
          en: "on top of \(others.count, of: "payout") of other payers",
          zh: "与其他支付方的 \(others.count) 项奖励叠加"
        )
      )
    }
  }
}
