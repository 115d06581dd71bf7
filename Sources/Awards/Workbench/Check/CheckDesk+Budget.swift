import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Clauses about a budget that nothing is left for: no order to set, nothing to carry over, no whole unit.
  mutating func checkBudget(in set: RuleSet) {
    let budget = set.own.filter { $0.stage == .budget }
    for (index, rule) in budget.enumerated() {
      switch rule.operation {
      case is Priority:
        let behind = budget.dropFirst(index + 1).prefix { !($0.operation is Priority) }
        if !behind.contains(where: \.isInOrder) {
          idle(
            rule,
            Phrase(
              en: "no quota and no pot shared in order stands behind it",
              zh: "其后没有名额或按次序分配的预算条款"
            )
          )
        }
      case is CarryOver where !budget.contains(where: \.isInOrder):
        idle(
          rule,
          Phrase(
            en: "without a quota or a pot shared in order nothing is left over",
            zh: "没有名额或按次序分配的预算条款，不会产生结转"
          )
        )
      case let pot as Pot where pot.unit > pot.amount && pot.unspent == .lapse:
        let fault = ArgumentFault(
          "bad-argument",
          Phrase(
            en: "a unit of \(pot.unit) yuan is more than the pot, so that nobody is ever paid",
            zh: "取整单位 \(pot.unit) 元大于预算金额，任何申领均不获支付"
          ),
          at: Rule.path(Pot.unit.definition.name)
        )
        report(fault, of: rule.record)
      default: break
      }
    }
  }

  /// A clause that never acts, and why.
  mutating func idle(_ rule: Rule, _ reason: Phrase, at path: [PathStep]? = nil) {
    let fault = ArgumentFault(
      "unreachable-clause",
      Phrase(
        en: "clause \(rule.number) never acts: \(reason.en)",
        zh: "条款 \(rule.number) 不起作用：\(reason.zh)"
      ),
      severity: .warning,
      at: path ?? [.key(Clause.number.definition.name)]
    )
    report(fault, of: rule.record)
  }
}

extension Rule {
  /// Whether it reaches claims one after the other, so that some may be left over.
  fileprivate var isInOrder: Bool {
    operation is Quota || (operation as? Pot)?.isInOrder ?? false
  }
}
