import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Switches for days on which the policy does not hold.
  mutating func checkSwitches(in set: RuleSet) {
    for rule in set.own {
      guard let days = rule.operation as? OverlaySwitch else { continue }
      let first = max(days.from ?? set.from, set.from)
      if let last = [days.until, set.until].compactMap(\.self).min(), last < first {
        idle(
          rule,
          Phrase(
            en: "its days lie outside those of the policy, which holds from \(set.from)"
              + (set.until.map { " to \($0)" } ?? " on"),
            zh: "其期间不在政策有效期内（自 \(set.from) " + (set.until.map { "至 \($0)" } ?? "起")
              + "）"
          ),
          at: Rule.path(
            (days.from == nil ? OverlaySwitch.until : OverlaySwitch.from).definition.name
          )
        )
      } else if let from = days.from, from < set.from {
        let fault = ArgumentFault(
          "unused-argument",
          Phrase(
            en: "\(from) lies before the policy's own start on \(set.from): it pays nothing of "
              + "those days",
            zh: "\(from) 早于政策施行之日 \(set.from)，此前的事实本不奖励"
          ),
          severity: .warning,
          at: Rule.path(OverlaySwitch.from.definition.name)
        )
        report(fault, of: rule.record)
      }
    }
  }
}
