import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Policies, marks and numbers that clauses name and that are none.
  mutating func checkNames(in set: RuleSet) {
    for rule in set.own {
      if let exclusive = rule.operation as? ExclusiveWith {
        for (index, policy) in (exclusive.policies ?? []).enumerated() {
          checkPolicy(policy, at: Rule.path("policies") + [.index(index)], of: rule)
        }
      }
      if let towns, let named = (rule.operation as? CapPerEnterprise)?.towns {
        for (index, town) in named.enumerated() where towns[town] == nil {
          checkTown(town, towns, at: Rule.path("towns") + [.index(index)], of: rule)
        }
      }
      for filter in rule.valuation?.selection.filters ?? [] {
        guard let field = rule.valuation?.selection.kind.schema.field(named: filter.attribute.name)
        else { continue }
        for (index, code) in filter.codes.enumerated() {
          guard let reason = fault(in: code, of: field) else { continue }
          let fault = ArgumentFault(
            "unused-argument",
            Phrase(
              en: "'\(code)' selects nothing: \(reason.en)",
              zh: "“\(code)”不对应任何事实：\(reason.zh)"
            ),
            severity: .warning,
            at: Rule.path(filter.attribute.name) + [.index(index)]
          )
          report(fault, of: rule.record)
        }
      }
    }
  }

  /// What departments get is settled behind all others, so that conditions, caps and budgets cannot name it.
  mutating func checkShares(in set: RuleSet) {
    let shares = set.own.filter { $0.operation is PercentOfTotal }.map(\.number)
    for rule in set.own where rule.valuation == nil && !rule.governsShares {
      for (index, named) in rule.governed.enumerated() where shares.contains(named) {
        let fault = ArgumentFault(
          "bad-argument",
          Phrase(
            en: "clause \(rule.number) cannot apply to \(named), a share of what the others "
              + "come to",
            zh: "条款 \(rule.number) 不能适用于 \(named)（按奖励合计提取的部门经费）"
          ),
          help: Phrase(
            en: "only clauses about payment and procedure and 'unexpressed' may name it",
            zh: "仅支付、办理程序条款和 unexpressed 可以指明它"
          ),
          at: [.key(Clause.for.definition.name), .index(index)]
        )
        report(fault, of: rule.record)
      }
    }
  }

  /// A town whose enterprises shall be limited, and that is not there.
  private mutating func checkTown(
    _ id: RecordID,
    _ towns: Table,
    at path: [PathStep],
    of rule: Rule
  ) {
    let namesake = towns.records.first { $0[Town.name].map(Folding.key) == Folding.key(id.text) }
    let fault = ArgumentFault(
      "unused-argument",
      Phrase(en: "'\(id)' limits nobody: no town has this id", zh: "“\(id)”不限制任何企业：没有该编号的镇区"),
      help: namesake.map { town in
        Phrase(en: "the town of this name is '\(town.id)'", zh: "该名称镇区的编号为“\(town.id)”")
      } ?? Suggestion.help(for: id.text, among: towns.records.map(\.id.text).sorted()),
      severity: .warning,
      at: path
    )
    report(fault, of: rule.record)
  }

  /// A policy whose payouts shall exclude others, and that has another id or is not there.
  private mutating func checkPolicy(_ id: RecordID, at path: [PathStep], of rule: Rule) {
    // Without a ledger other policies cannot be looked up.
    guard schemes != nil, !policies.contains(where: { $0.id == id }) else { return }
    let namesake = policies.first { policy in
      policy[Policy.name].map { Folding.key($0) == Folding.key(id.text) } ?? false
    }
    let fault = ArgumentFault(
      "unknown-policy",
      Phrase(
        en: "there is no policy '\(id)': it excludes nothing",
        zh: "没有编号为“\(id)”的政策，互斥不起作用"
      ),
      help: namesake.map { policy in
        Phrase(en: "the policy of this name is '\(policy.id)'", zh: "该名称政策的编号为“\(policy.id)”")
      } ?? Suggestion.help(for: id.text, among: policies.map(\.id.text).sorted()),
      severity: .warning,
      at: path
    )
    report(fault, of: rule.record)
  }

  /// Why no fact has a code in a field; titles, policies and codes of a list are checked by themselves.
  private func fault(in code: String, of field: FieldDefinition) -> Phrase? {
    var type = field.type
    if case .list(let element) = type.form { type = element }
    switch type.form {
    case .integer:
      if case .success(let value) = type.parse(code), value.integer.map(String.init) == code {
        return nil
      }
      return Phrase(
        en: "expected \(type.expectation.en)",
        zh: "应为\(type.expectation.zh)"
      )
    case .reference(Trademark.schema.kind):
      guard let trademarks, trademarks[RecordID(code)] == nil else { return nil }
      return Phrase(en: "no mark of the ledger has this id", zh: "账本中没有该编号的商标")
    default: return nil
    }
  }
}
