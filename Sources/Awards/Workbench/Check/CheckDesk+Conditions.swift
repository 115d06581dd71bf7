import Bilingual
import Ledger
import Portfolio

/// The only codes of a field with which a clause lets a claim pass.
struct Allowance: Sendable {
  let field: FieldDefinition
  let codes: [String]
}

extension CheckDesk {
  /// Clauses that give an award of which their conditions leave nothing.
  mutating func checkConditions(in set: RuleSet) {
    for rule in set.values {
      guard let (field, clauses) = contradiction(for: rule, in: set) else { continue }
      let numbers = clauses.map(\.number)
      let fault = ArgumentFault(
        "unreachable-clause",
        Phrase(
          en:
            "clause \(rule.number) never pays: \(numbers.joined(separator: " and ")) "
            + "\(numbers.count == 1 ? "leaves" : "leave") nothing for '\(field.label.en)'",
          zh: "条款 \(rule.number) 不起作用：\(numbers.joined(separator: "、"))没有"
            + (numbers.count == 1 ? "" : "共同") + "允许的\(field.label.zh)"
        ),
        severity: .warning,
        at: [.key(Clause.number.definition.name)]
      )
      report(fault, of: rule.record)
    }
  }

  /// The first field of which the clauses about an award let no code pass, with those clauses.
  private func contradiction(for value: Rule, in set: RuleSet) -> (FieldDefinition, [Rule])? {
    var left: [String: (codes: Set<String>, clauses: [Rule])] = [:]
    for rule in set.rules where rule.id == value.id || rule.governs(value) {
      guard let allowance = allowance(of: rule, for: value) else { continue }
      let name = allowance.field.name
      let known = left[name]
      let common = known?.codes.intersection(allowance.codes) ?? Set(allowance.codes)
      let clauses = (known?.clauses ?? []) + [rule]
      if common.isEmpty { return (allowance.field, clauses) }
      if common != known?.codes { left[name] = (common, clauses) }
    }
    return nil
  }

  private func allowance(of rule: Rule, for value: Rule) -> Allowance? {
    guard let selection = value.valuation?.selection else { return nil }
    let route = Recognition.route.definition
    if rule.id == value.id {
      return selection.codes(of: route.name).map { Allowance(field: route, codes: $0) }
    }
    guard let allowance = rule.operation.allowance else { return nil }
    // What is no title came by no route, and passes.
    let isAbout = allowance.field !== route || selection.kind === FactKind.recognition
    return isAbout ? allowance : nil
  }
}
