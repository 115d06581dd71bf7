import Ledger
import Portfolio

/// A policy that was read: when it holds, which days a round pays, and its rules in order.
struct RuleSet: Sendable {
  let id: RecordID
  let record: Record
  let window: AwardWindow
  /// The first day on which it holds.
  let from: Day
  /// The last one: the earliest of its own end, its repeal, and the start of what replaces it.
  let until: Day?
  /// The policy itself and all that it replaced, directly or not.
  let lineage: Set<RecordID>
  /// By stage, then by their order.
  var rules: [Rule]
  /// The rules that select facts and give them amounts.
  let values: [Rule]

  /// The payers whose policies its rules govern too.
  var overrides: [BrandLevel] { record[Policy.overrides] ?? [] }

  /// Whether its rules govern the claims of another policy; one that names no payer is taken as local.
  func governs(_ other: RuleSet) -> Bool {
    guard id != other.id, !overrides.isEmpty else { return false }
    return other.record[Policy.payer].map(overrides.contains) ?? true
  }

  /// The policy with the rules of those that override it, each behind its own of the same stage.
  func overridden(by others: [RuleSet]) -> RuleSet {
    var set = self
    let foreign = others.filter { $0.governs(self) }.flatMap { other in
      other.rules.filter { $0.valuation == nil }.map { rule in
        var rule = rule
        rule.foreignDays = Rule.Days(from: other.from, until: other.until)
        return rule
      }
    }
    guard !foreign.isEmpty else { return self }
    set.rules = Stage.allCases.flatMap { stage in
      rules.filter { $0.stage == stage } + foreign.filter { $0.stage == stage }
    }
    return set
  }

  func rules(of stage: Stage) -> [Rule] {
    rules.filter { $0.stage == stage }
  }

  /// Whether the policy holds on any day of a round's window.
  func isInForce(within days: ClosedRange<Day>) -> Bool {
    from <= days.upperBound && until.map { $0 >= days.lowerBound } ?? true
  }
}
