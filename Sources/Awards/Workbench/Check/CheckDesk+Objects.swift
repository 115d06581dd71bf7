import Bilingual
import Ledger
import Portfolio

extension CheckDesk {
  /// Clauses that count by mark, patent or brand over all others, among them vouchers that may name none.
  mutating func checkObjects(in set: RuleSet) {
    for rule in set.own where rule.operation.countsObjects && rule.governed.isEmpty {
      guard set.overrides.isEmpty, let value = set.values.first(where: \.mayLackObject) else {
        continue
      }
      let fault = ArgumentFault(
        "voucher-without-right",
        Phrase(
          en: "clause \(rule.number) counts by what a claim is about: vouchers under "
            + "\(value.number) that name no mark, patent or case stay unknown",
          zh: "条款 \(rule.number) 按奖励对象计算；"
            + "\(value.number) 的费用凭证未注明商标、专利或案件的将一直待查"
        ),
        help: Phrase(
          en: "name in 'for' the clauses that it is meant for, or ask for 'right' in "
            + "\(value.number)",
          zh: "请以 for 指明所适用的条款，或在 \(value.number) 中限定 right"
        ),
        severity: .warning,
        at: [.key(Clause.number.definition.name)]
      )
      report(fault, of: rule.record)
    }
  }
}

extension Rule {
  /// Whether it pays vouchers that need not be for one right; a premium that names none stands for itself.
  fileprivate var mayLackObject: Bool {
    guard let selection = valuation?.selection, selection.kind === FactKind.expense,
      !isCommendation
    else { return false }
    return selection.codes(of: Case.right.definition.name) == nil
      && selection.codes(of: Expense.category.definition.name)
        != [ExpenseCategory.insurance.rawValue]
  }
}
