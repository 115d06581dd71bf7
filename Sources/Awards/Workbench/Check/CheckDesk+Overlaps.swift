import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Two clauses that pay for the same fact, with nothing that says what is to be done about it.
  mutating func checkOverlaps(in set: RuleSet) {
    let paying = set.values.filter { !$0.isCommendation && !$0.isBonus }
    for (index, later) in paying.enumerated() {
      var titles: [String] = []
      let rivals = paying.prefix(index).filter { earlier in
        guard let a = earlier.valuation?.selection, let b = later.valuation?.selection,
          let common = common(a, b), !isCombined(earlier, later, in: set)
        else { return false }
        if !common.isEmpty, !titles.contains(common) { titles.append(common) }
        return true
      }
      guard !rivals.isEmpty else { continue }
      let numbers = rivals.map(\.number)
      let fault = ArgumentFault(
        "overlapping-clauses",
        Phrase(
          en: "\(later.number) pays for the same fact as \(numbers.joined(separator: ", "))"
            + (titles.isEmpty ? "" : " (\(titles.joined(separator: ", ")))")
            + ", and no clause says how they combine",
          zh: "\(later.number) 与 \(numbers.joined(separator: "、")) 可对同一事实"
            + (titles.isEmpty ? "" : "（\(titles.joined(separator: "、"))）") + "同时奖励，且无条款规定如何合并"
        ),
        help: Phrase(
          en:
            "narrow one of them, or add a clause such as highestOnly over them; stackWith says that both "
            + "are paid",
          zh: "请缩小其中一条的范围，或增加适用于各条的 highestOnly 等条款；均予奖励的，用 stackWith 注明"
        ),
        severity: .warning,
        at: [.key(Clause.arguments.definition.name)]
      )
      report(fault, of: later.record)
    }
  }

  /// A fact that two clauses select, in words; `nil` where there is none.
  func common(_ a: Selection, _ b: Selection) -> String? {
    guard a.kind === b.kind else { return nil }
    for filter in a.filters {
      guard let codes = b.codes(of: filter.attribute.name) else { continue }
      guard filter.codes.contains(where: codes.contains) else { return nil }
    }
    guard a.kind === FactKind.recognition, let schemes else { return "" }
    // A scheme that does not exist is told by the reading of the clause.
    let name = Recognition.scheme.definition.name
    let named = (a.codes(of: name) ?? []).filter { b.codes(of: name)?.contains($0) ?? true }
    if let unknown = named.first(where: { schemes[RecordID($0)] == nil }) { return unknown }
    // Level and family stand in the scheme, so two filters may exclude each other by way of it.
    return schemes.records.first { a.mayMatch($0) && b.mayMatch($0) }?.id.text
  }

  /// Whether a clause between claims looks at both.
  private func isCombined(_ a: Rule, _ b: Rule, in set: RuleSet) -> Bool {
    set.rules(of: .combine).contains { rule in
      (rule.operation as? StackWith)?.joins(a, b, as: rule) ?? false
        || !rule.isAboutOneClaim && rule.governs(a) && rule.governs(b)
    }
  }
}

extension Rule {
  /// Whether a combining clause looks at each claim by itself, or at other payers only.
  fileprivate var isAboutOneClaim: Bool {
    operation is Renewal || operation is ExclusiveWith || operation is StackWith
  }
}
