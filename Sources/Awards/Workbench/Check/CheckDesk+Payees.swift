import Bilingual
import Ledger
import Portfolio

extension CheckDesk {
  /// Clauses that name different payees for the awards of one clause.
  mutating func checkPayees(in set: RuleSet) {
    let own = set.own.filter { $0.operation is PayTo }
    for (index, rule) in own.enumerated() {
      let clash = set.values.lazy.compactMap { value in
        set.otherPayee(than: rule, for: value).map { (value: value, other: $0) }
      }
      .first { pair in own.prefix(index).contains { $0.id == pair.other.id } }
      guard let clash else { continue }
      let fault = ArgumentFault(
        "two-payees",
        Phrase(
          en: "\(clash.other.number) and \(rule.number) name different payees for what "
            + "\(clash.value.number) pays",
          zh: "\(clash.other.number) 与 \(rule.number) 为 \(clash.value.number) 的奖励定有不同领取人"
        ),
        help: Phrase(
          en: "name in 'for' of each the clauses whose awards it is about",
          zh: "请在各条的 for 中写明所适用的条款"
        ),
        at: Rule.path(PayTo.payee.definition.name)
      )
      report(fault, of: rule.record)
    }
  }
}
