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
      checkFilings(of: rule, governing: values)
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

  /// Pieces by the year of a filing that is none of a fact's: they would wait for it for ever.
  private mutating func checkFilings(of rule: Rule, governing values: [Rule]) {
    guard let cap = rule.operation as? PieceCap else { return }
    let vain = values.first { value in
      guard let kind = value.valuation?.selection.kind else { return false }
      return kind !== FactKind.round && !cap.canCount(kind)
    }
    guard let vain, let kind = vain.valuation?.selection.kind else { return }
    let fault = ArgumentFault(
      "bad-argument",
      Phrase(
        en: "facts of kind '\(kind.name)' have no day of filing, so that clause "
          + "\(vain.number) would stay unknown",
        zh: "“\(kind.name)”类事实没有申请日，条款 \(vain.number) 将一直待查"
      ),
      help: Phrase(
        en: "name the clauses about marks and patents in 'for', or count by the fact's year",
        zh: "请以 for 指明商标、专利条款，或按事实年度（fact）计件"
      ),
      at: Rule.path(PieceCap.year.definition.name)
    )
    report(fault, of: rule.record)
  }
}
