import Bilingual
import Ledger
import Portfolio

extension CheckDesk {
  /// Loans of the policy's days for which no reference rate is given: they would stay undecided.
  mutating func checkRates(in set: RuleSet) {
    for rule in set.own {
      guard let first = (rule.operation as? RateBased)?.rates.first?.from, first > set.from else {
        continue
      }
      let fault = ArgumentFault(
        "no-reference-rate",
        Phrase(
          en: "the first rate is that of \(first), and \(set.id) holds from \(set.from): loans "
            + "signed before \(first) stay undecided",
          zh: "首期利率自 \(first) 起，而 \(set.id) 自 \(set.from) 施行；此前签订的贷款将一直待定"
        ),
        help: Phrase(
          en: "add the rate that held when the policy began",
          zh: "请补充政策施行时适用的利率"
        ),
        severity: .warning,
        at: Rule.path(RateBased.rates.definition.name)
      )
      report(fault, of: rule.record)
    }
  }
}
