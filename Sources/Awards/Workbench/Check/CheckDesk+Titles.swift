import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Rules about titles of which another rule leaves nothing.
  mutating func checkLeftovers(in set: RuleSet) {
    for rule in set.own {
      if let upgrade = rule.operation as? Upgrade, let once = once(before: rule, upgrade, in: set) {
        idle(
          rule,
          Phrase(
            en: "after any payout \(once.number) pays nothing more, whatever the tier",
            zh: "条款 \(once.number) 只奖励一次，此后获更高级别也不再奖励"
          )
        )
      }
      if rule.isForRenewals,
        let none = set.own.first(where: { $0.leavesNothing(toRenewalsOf: rule) })
      {
        idle(
          rule,
          Phrase(
            en: "it pays renewals only, and \(none.number) leaves them nothing",
            zh: "仅奖励复评，而条款 \(none.number) 规定复评不奖励"
          ),
          at: Rule.path(Recognition.event.definition.name)
        )
      }
    }
  }

  /// A clause that pays once in a life all that an upgrade would weigh against each other.
  private func once(before rule: Rule, _ upgrade: Upgrade, in set: RuleSet) -> Rule? {
    let titles = set.values.filter { value in
      rule.governs(value) && !value.isCommendation
        && value.valuation?.selection.kind === FactKind.recognition
    }
    guard !titles.isEmpty, set.overrides.isEmpty else { return nil }
    return set.own.first { other in
      (other.operation as? OnceEver)?.outlives(upgrade) == true && titles.allSatisfy(other.governs)
    }
  }
}

extension OnceEver {
  /// Whether whatever an upgrade would look at was paid for the one that is paid once.
  fileprivate func outlives(_ upgrade: Upgrade) -> Bool {
    let scopes = PayoutScope.allCases
    let isAsWide =
      scopes.firstIndex(of: earlier) ?? 0 >= scopes.firstIndex(of: upgrade.earlier) ?? 0
    return isAsWide && (per == .object) == (upgrade.per == .brand)
  }
}

extension Rule {
  /// Whether it gives an award for renewed titles and no others.
  fileprivate var isForRenewals: Bool {
    !isCommendation
      && valuation?.selection.codes(of: Recognition.event.definition.name)
        == [RecognitionEvent.renewal.rawValue]
  }

  fileprivate func leavesNothing(toRenewalsOf value: Rule) -> Bool {
    (operation as? Renewal)?.mode == Renewal.Mode.none && governs(value)
  }
}
