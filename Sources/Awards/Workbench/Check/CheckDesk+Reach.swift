import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Clauses that can never do anything.
  mutating func checkReach(in set: RuleSet) {
    for rule in set.own {
      if let selection = rule.valuation?.selection {
        checkTitles(of: rule, selection, in: set)
        checkPolicies(of: rule, selection, in: set)
      } else {
        checkGoverned(by: rule, in: set)
      }
      checkMatter(of: rule, in: set)
    }
    checkRepeated(in: set)
  }

  /// A clause about other clauses, none of which is there, or none of which pays.
  private mutating func checkGoverned(by rule: Rule, in set: RuleSet) {
    let governed = set.values.filter { rule.governs($0) }
    // A policy that overrides others governs their clauses.
    guard set.overrides.isEmpty else { return }
    guard governed.isEmpty || (rule.stage != .qualify && governed.allSatisfy(\.isCommendation))
    else { return }
    let isEmpty = governed.isEmpty
    let fault = ArgumentFault(
      "unreachable-clause",
      Phrase(
        en: "clause \(rule.number) never acts: "
          + (isEmpty ? "no clause gives an award" : "what it governs carries no money"),
        zh: "条款 \(rule.number) 不起作用："
          + (isEmpty ? "没有给出奖励的条款" : "所适用的条款均不涉及金额")
      ),
      severity: .warning,
      at: rule.governed.isEmpty
        ? [.key(Clause.number.definition.name)] : [.key(Clause.for.definition.name)]
    )
    report(fault, of: rule.record)
  }

  /// A clause about titles, none of which the ledger knows or none of which could be won any more.
  private mutating func checkTitles(of rule: Rule, _ selection: Selection, in set: RuleSet) {
    guard selection.kind === FactKind.recognition, let schemes else { return }
    let matching = schemes.records.filter { selection.mayMatch($0) }
    if matching.isEmpty {
      // A scheme that does not exist is told by the reading of the clause.
      let named = selection.codes(of: Recognition.scheme.definition.name)
      guard named?.contains(where: { schemes[RecordID($0)] != nil }) ?? true else { return }
      let fault = ArgumentFault(
        "unreachable-clause",
        Phrase(
          en: "clause \(rule.number) selects nothing: no title of the ledger meets all its filters",
          zh: "条款 \(rule.number) 不起作用：账本中没有同时符合各项筛选条件的荣誉项目"
        ),
        help: Phrase(
          en: "'brandledger list schemes' shows levels and families",
          zh: "可用 brandledger list schemes 查看级别和类别"
        ),
        severity: .warning,
        at: [.key(Clause.arguments.definition.name)]
      )
      report(fault, of: rule.record)
      return
    }
    let isOver = matching.allSatisfy { scheme in
      scheme[Scheme.wonUntil].map { $0.last < set.from } ?? false
    }
    guard isOver, let last = matching.compactMap({ $0[Scheme.wonUntil]?.last }).max() else {
      return
    }
    let ids = matching.map(\.id.text).joined(separator: ", ")
    let fault = ArgumentFault(
      "unreachable-clause",
      Phrase(
        en:
          "clause \(rule.number) selects nothing: \(ids) could be won until \(last), and \(set.id) "
          + "holds from \(set.from)",
        zh: "条款 \(rule.number) 不起作用：\(ids) 最迟于 \(last) 授予，而 \(set.id) 自 \(set.from) 施行"
      ),
      severity: .warning,
      at: [.key(Clause.arguments.definition.name)]
    )
    report(fault, of: rule.record)
  }

  /// A clause about what was applied for or paid under a policy that nobody knows, or under a clause that it lacks.
  private mutating func checkPolicies(of rule: Rule, _ selection: Selection, in set: RuleSet) {
    let (policy, clause) = (Application.policy.definition.name, Application.clause.definition.name)
    // Where no other policy is known, a clause is one of this.
    let named =
      selection.codes(of: policy)
      ?? (selection.codes(of: clause) != nil && policies.count == 1 ? [set.id.text] : [])
    // Without a ledger other policies cannot be looked up.
    guard schemes != nil, !named.isEmpty else { return }
    let known = named.filter { code in policies.contains { $0.id == RecordID(code) } }
    let clauses = known == [set.id.text] ? selection.codes(of: clause) ?? [] : []
    let isMet = clauses.contains { code in set.own.contains { Rule.covers(code, $0.number) } }
    guard known.isEmpty || !(clauses.isEmpty || isMet) else { return }
    let lacking = known.isEmpty ? named : clauses
    idle(
      rule,
      Phrase(
        en: "nobody knows the \(known.isEmpty ? "policy" : "clause") "
          + lacking.map { "'\($0)'" }.joined(separator: " or "),
        zh: "没有\(known.isEmpty ? "政策" : "条款")" + lacking.map { "“\($0)”" }.joined(separator: "、")
      ),
      at: Rule.path(known.isEmpty ? policy : clause)
    )
  }

  /// A clause about facts that the clauses that it governs never select, or that it does not pay itself.
  private mutating func checkMatter(of rule: Rule, in set: RuleSet) {
    let arguments = [PathStep.key(Clause.arguments.definition.name)]
    switch rule.operation {
    case let scale as ScaleFactor:
      let governed = set.values.filter { rule.governs($0) }
      let isMet = governed.contains { value in
        value.valuation.flatMap { common($0.selection, scale.selection) } != nil
      }
      guard !governed.isEmpty, !isMet else { return }
      idle(
        rule,
        Phrase(
          en: "the clauses that it applies to select none of its facts",
          zh: "所适用的条款均不涉及其所列事实"
        ),
        at: arguments
      )
    case is RouteIs, is Renewal, is OncePerLevel, is Upgrade:
      let governed = set.values.filter { rule.governs($0) }
      guard set.overrides.isEmpty, !governed.isEmpty,
        governed.allSatisfy({ $0.valuation?.selection.kind !== FactKind.recognition })
      else { return }
      idle(
        rule,
        Phrase(en: "the clauses that it applies to reward no titles", zh: "所适用的条款均不奖励荣誉称号")
      )
    case let price as PerCountry
    where price.selection.codes(of: Trademark.route.definition.name) == ["domestic"]:
      idle(
        rule,
        Phrase(en: "a domestic mark covers no other country", zh: "国内注册不涉及境外国家"),
        at: arguments
      )
    default: return
    }
  }

  /// A clause that says again what an earlier one says.
  private mutating func checkRepeated(in set: RuleSet) {
    for (index, rule) in set.own.enumerated() {
      let twin = set.own.prefix(index).first { earlier in
        earlier.stage == rule.stage && Self.sense(of: earlier) == Self.sense(of: rule)
      }
      guard let twin else { continue }
      let isValue = rule.valuation != nil
      let fault = ArgumentFault(
        "repeated-clause",
        Phrase(
          en: "clause \(rule.number) says the same as \(twin.number)"
            + (isValue ? ", so each fact would be paid twice" : " and adds nothing"),
          zh: "条款 \(rule.number) 与 \(twin.number) 相同"
            + (isValue ? "，同一事实将奖励两次" : "，不起作用")
        ),
        severity: isValue ? .error : .warning,
        at: [.key(Clause.operation.definition.name)]
      )
      report(fault, of: rule.record)
    }
  }

  /// What a clause says, whatever the order of its members and lists.
  static func sense(of rule: Rule) -> [String] {
    let arguments = (rule.record[Clause.arguments] ?? .object([])).normalised
    return [rule.record[Clause.operation] ?? "", arguments.text.span.text]
      + rule.governed.sorted()
  }
}

extension RuleSet {
  /// Its own rules, without those of policies that override it.
  var own: [Rule] { rules.filter { $0.policy == id && !$0.isDemand } }
}

extension Selection {
  /// The codes that a fact's attribute must be among; `nil` where the clause does not ask.
  func codes(of name: String) -> [String]? {
    filters.first { $0.attribute.name == name }?.codes
  }

  /// Whether a title of a scheme may be selected.
  func mayMatch(_ scheme: Record) -> Bool {
    let values: [(String, String?)] = [
      (Recognition.scheme.definition.name, scheme.id.text),
      (Scheme.level.definition.name, scheme[Scheme.level]?.rawValue),
      (Scheme.family.definition.name, scheme[Scheme.family]?.rawValue),
    ]
    return values.allSatisfy { name, value in
      guard let codes = codes(of: name) else { return true }
      return value.map { value in codes.contains { $0.utf8.elementsEqual(value.utf8) } } ?? false
    }
  }
}

extension JSONValue {
  /// The value with its members by key, to be compared by what it says.
  var normalised: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.normalised))
    case .object(let members):
      .object(
        members.map { JSONMember($0.key, $0.value.normalised) }.sorted { $0.key < $1.key }
      )
    default: self
    }
  }
}
