import Bilingual
import Ledger
import Portfolio

extension CheckDesk {
  /// Clauses that bar cheaters from awards, in a policy that leaves nobody out who is barred.
  mutating func checkBans(of set: RuleSet) {
    let sharing: [Stage] = [.cap, .budget]
    guard !set.own.contains(where: { $0.operation is NotBanned }),
      set.own.contains(where: { sharing.contains($0.stage) || $0.operation is TopN })
    else { return }
    for rule in set.own {
      guard let clawback = rule.operation as? ClawbackRule, clawback.banYears > 0 else { continue }
      let fault = ArgumentFault(
        "ban-without-condition",
        Phrase(
          en: "clause \(rule.number) bars enterprises from awards, and no clause leaves out who is "
            + "barred",
          zh: "条款 \(rule.number) 规定禁止申报期，但没有条款排除禁止期内的企业"
        ),
        help: Phrase(
          en:
            "what they would get takes part in pots and limits, though they are never paid: add a "
            + "'notBanned' clause",
          zh: "其应得金额仍参与分配和封顶，但不能支付：请增加 notBanned 条款"
        ),
        severity: .warning,
        at: [.key(Clause.arguments.definition.name), .key(ClawbackRule.banYears.definition.name)]
      )
      report(fault, of: rule.record)
    }
  }
}
