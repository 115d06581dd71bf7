import Bilingual
import Ledger
import Portfolio

/// Which version of a policy governs a fact.
extension Context {
  /// Why a fact is another version's, or no version's at all; `nil` where it may be this one's.
  func ofAnotherVersion(_ fact: Fact) -> (inputs: [Input], phrase: Phrase)? {
    guard let date = fact.date else { return nil }
    switch rules.standing(on: date) {
    case .gap, .unsure: return nil
    case .holds:
      guard date.first < rules.inForceFrom, let paid = earlierPayout(of: fact) else { return nil }
      return (
        [fact.dateInput, paid.input],
        Phrase(
          en: "\(paid.policy) has paid it already (\(paid.id)): what was sealed before stands",
          zh: "\(paid.policy) 已奖励（\(paid.id)）：追溯不改变已核定的奖励"
        )
      )
    case .doesNotHold:
      // What was sealed stays where it was, when a later version reaches back to its fact.
      if isSealed(fact, on: date) { return nil }
      let until = rules.until.map { (" to \($0)", "至 \($0)") } ?? (" on", "起")
      return (
        [fact.dateInput],
        Phrase(
          en: "the policy holds from \(rules.from)\(until.0), not on that day",
          zh: "政策自 \(rules.from) \(until.1)有效，不含该日"
        )
      )
    }
  }

  /// Why no version governs a fact between two of them.
  func notGoverned(_ fact: Fact) -> Phrase? {
    guard let date = fact.date, case .gap(let gap) = rules.standing(on: date) else { return nil }
    let (before, after) = (gap.days.lowerBound + -1, gap.days.upperBound + 1)
    return Phrase(
      en: "no version holds on that day: \(gap.before) ends on \(before), \(gap.after) begins on "
        + "\(after)",
      zh: "该日没有有效的版本：\(gap.before) 至 \(before) 止，\(gap.after) 自 \(after) 起"
    )
  }

  /// What a version that this one replaces has paid for a fact.
  private func earlierPayout(of fact: Fact) -> Payout? {
    evidence.payouts(forFact: fact.id).first { payout in
      payout.policy != rules.id && rules.lineage.contains(payout.policy) && !payout.isForeign
        && payout.amount > .zero
    }
  }

  /// Whether this version has paid for a fact whose day a later one has taken over since.
  private func isSealed(_ fact: Fact, on date: PartialDate) -> Bool {
    guard rules.inForceUntil != rules.until,
      date.lies(from: rules.from, until: rules.inForceUntil) == true
    else { return false }
    return evidence.payouts(forFact: fact.id).contains { payout in
      payout.policy == rules.id && !payout.isForeign && payout.amount > .zero
    }
  }

  /// Whether a payout came out of the own budget of a version that had ended before the days of its round.
  ///
  /// Versions that divide a year between them share its budget. What an ended one pays late, for claims
  /// that it carried over, is its own where it had a clause like the rule.
  func hadOwnBudget(_ payout: Payout, like rule: Rule) -> Bool {
    guard let older = replaced.first(where: { $0.id == payout.policy }),
      let value = older.values.first(where: { $0.id == payout.clause }),
      !older.isInForce(within: older.window.days(ofRound: payout.year))
    else { return false }
    return older.rules.contains { other in
      other.record[Clause.operation] == rule.record[Clause.operation] && other.governs(value)
    }
  }
}
