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
  let rules: [Rule]
  /// The rules that select facts and give them amounts.
  let values: [Rule]

  func rules(of stage: Stage) -> [Rule] {
    rules.filter { $0.stage == stage }
  }

  /// Whether the policy holds on any day of a round's window.
  func isInForce(within days: ClosedRange<Day>) -> Bool {
    from <= days.upperBound && until.map { $0 >= days.lowerBound } ?? true
  }
}
