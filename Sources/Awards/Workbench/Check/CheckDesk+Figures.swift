import Bilingual
import Ledger
import Portfolio

extension CheckDesk {
  /// Figures that no fact of a clause can have: it would wait for them for ever.
  mutating func checkFigures(in set: RuleSet) {
    for rule in set.own {
      let values =
        rule.valuation != nil
        ? [rule]
        : set.values.filter { rule.governs($0) && (rule.stage == .qualify || !$0.isCommendation) }
      for (argument, figure) in rule.operation.figures {
        let vain = values.first { value in
          value.valuation.map { !figure.exists(for: $0.selection.kind) } ?? false
        }
        guard let vain, let kind = vain.valuation?.selection.kind else { continue }
        let fault = ArgumentFault(
          "bad-argument",
          Phrase(
            en: "facts of kind '\(kind.name)' have no '\(figure.rawValue)'"
              + (vain.id == rule.id ? "" : ", so that clause \(vain.number) would stay unknown"),
            zh: "“\(kind.name)”类事实没有“\(figure.rawValue)”"
              + (vain.id == rule.id ? "" : "，条款 \(vain.number) 将一直待查")
          ),
          at: Rule.path(argument)
        )
        report(fault, of: rule.record)
      }
    }
  }
}
