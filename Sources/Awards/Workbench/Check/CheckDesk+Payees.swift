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
    checkNamed(in: set)
  }

  /// Payees that clauses name and the ledger does not know: nobody could be paid.
  private mutating func checkNamed(in set: RuleSet) {
    guard let enterprises else { return }
    for rule in set.own {
      for (path, id) in rule.operation.payees where enterprises[id] == nil {
        let fault = ArgumentFault(
          "unknown-payee",
          Phrase(
            en: "clause \(rule.number) pays '\(id)', whom the ledger does not know",
            zh: "条款 \(rule.number) 的领取人“\(id)”不在账本中"
          ),
          help: Phrase(
            en: "add it with 'brandledger add enterprise id=\(id) …', or name the right id",
            zh: "请用 brandledger add enterprise id=\(id) … 登记，或更正编号"
          ),
          severity: .warning,
          at: [.key(Clause.arguments.definition.name)] + path
        )
        report(fault, of: rule.record)
      }
    }
  }
}
