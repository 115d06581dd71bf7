import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Clauses that settle the same thing for the same award in different ways.
  mutating func checkRivals(in set: RuleSet) {
    for (index, rule) in set.own.enumerated() {
      let rival = set.own.prefix(index).first { earlier in
        earlier.isRival(of: rule) && set.values.contains { earlier.governs($0) && rule.governs($0) }
      }
      guard let rival else { continue }
      contradict(rule.record, rule.number, rival.number, at: Clause.operation.definition)
    }
    checkProcedure(of: set)
  }

  /// What the policy says of the way to payment, which nobody can read, or beside a clause that says otherwise.
  private mutating func checkProcedure(of set: RuleSet) {
    var arguments = Arguments(
      set.record[Policy.procedure],
      at: [.key(Policy.procedure.definition.name)],
      declared: AwardProcedure.parameters
    )
    let procedure = AwardProcedure(&arguments)
    for fault in arguments.faults { report(fault, of: set.record) }
    guard arguments.faults.isEmpty, let days = procedure.objectionDays else { return }
    for rule in set.own {
      guard let publication = rule.operation as? Publication,
        publication.days != days || publication.count != .working
      else { continue }
      contradict(rule.record, rule.number, "objectionDays", at: Clause.arguments.definition)
    }
  }

  private mutating func contradict(
    _ record: Record,
    _ number: String,
    _ other: String,
    at field: FieldDefinition
  ) {
    let fault = ArgumentFault(
      "contradicting-clauses",
      Phrase(
        en: "clause \(number) settles otherwise what \(other) settles for the same awards",
        zh: "条款 \(number) 与 \(other) 对同一奖励的规定不一致"
      ),
      help: Phrase(
        en: "let each name the clauses that it is about by 'for', or keep one",
        zh: "请用 for 分别指明适用的条款，或只保留一处"
      ),
      severity: .warning,
      at: [.key(field.name)]
    )
    report(fault, of: record)
  }
}

extension Rule {
  /// Whether another clause settles otherwise, for the same award, what this one settles.
  fileprivate func isRival(of other: Rule) -> Bool {
    guard CheckDesk.sense(of: self) != CheckDesk.sense(of: other) else { return false }
    if record[Clause.operation] == other.record[Clause.operation] { return operation.settlesAlone }
    let pair: [any Operation] = [operation, other.operation]
    return pair.contains { $0 is StackWith } && pair.contains { $0 is ExclusiveWith }
      && record[Clause.arguments]?.normalised == other.record[Clause.arguments]?.normalised
  }
}
