import Bilingual
import Ledger
import Portfolio

/// What the budget does not reach is taken up by the next round.
struct CarryOver: Operation {
  static let declaration = OperationDeclaration(
    "carryOver",
    .budget,
    Phrase(
      en:
        "Takes claims that a quota or the order of a pot left without money up again in the next round, "
        + "with the facts of that round. What that leaves over again goes no further.",
      zh: "名额或预算未能覆盖的申领项，转入下一轮与该轮事实一并计算；再次未能覆盖的不再结转。"
    ),
    example: "{}",
    Phrase(en: "What the quota does not reach is paid next year.", zh: "超出名额的转入下一年度。")
  )

  init(_ arguments: inout Arguments) {}

  func apply(to work: inout Work) throws(Diagnostic) {
    let next = work.context.year + 1
    for index in work.governed where work.claims[index].isLeftOver {
      work.record(
        index,
        .passed,
        Phrase(en: "goes to the round of \(next)", zh: "转入 \(next) 年度")
      )
    }
  }
}

extension Work {
  /// Leaves over the claims that the next round has paid already: what came back since does not bring them back.
  mutating func leaveOverPaid() {
    guard context.evidence.hasPayouts else { return }
    let next = context.year + 1
    for index in governed where claims[index].outcome == .eligible && claims[index].competes {
      guard isTakenUp(claims[index]),
        let paid = context.evidence.sealed(claims[index], in: next), paid.commit ?? 0 <= horizon
      else { continue }
      reduce(
        index,
        to: .zero,
        inputs: [paid.input],
        Phrase(en: "paid in \(next) as \(paid.id)", zh: "已于 \(next) 年奖励（\(paid.id)）")
      )
      claims[index].isLeftOver = true
    }
  }

  /// Whether the next round takes a claim up where the budget does not reach it.
  func isTakenUp(_ claim: Claim) -> Bool {
    !context.isOfRoundBefore(claim.source)
      && context.rules.rules.contains { rule in
        rule.operation is CarryOver && rule.governs(context.rules.values[claim.place])
      }
  }
}
