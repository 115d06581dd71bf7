import Ledger
import Portfolio

/// A policy that was read: when it holds, which days a round pays, and its rules in order.
struct RuleSet: Sendable {
  let id: RecordID
  let record: Record
  let window: AwardWindow
  /// The day on which it came into force.
  let inForceFrom: Day
  /// The first day whose facts it governs, before that where it reaches back.
  let from: Day
  /// The last one: its own end or repeal, or the day before the first of what replaces it.
  let until: Day?
  /// The last day on which it was in force, later than that where what replaces it reaches back.
  let inForceUntil: Day?
  /// The days beside its own that no version of it governs.
  let gaps: [PolicyLines.Gap]
  /// The policy itself and all that it replaced, directly or not.
  let lineage: Set<RecordID>
  /// By stage, by their turn in it, then by their order; one that demands something first stands twice.
  var rules: [Rule]
  /// The rules that select facts and give them amounts.
  let values: [Rule]

  /// Whether a level of government is another than the one that pays by it.
  ///
  /// One that names no payer is the city's, be that a county or a prefecture.
  func isForeign(_ payer: BrandLevel) -> Bool {
    record[Policy.payer].map { $0 != payer } ?? ![.county, .municipal].contains(payer)
  }

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
    set.rules = Self.inTurn(rules + foreign)
    return set
  }

  /// Whether a sum is shared by score among the claims of a clause.
  func isShared(_ value: Rule) -> Bool {
    rules.contains { $0.operation is ScoreSplit && $0.governs(value) }
  }

  func rules(of stage: Stage) -> [Rule] {
    rules.filter { $0.stage == stage }
  }

  /// Whether the policy holds on any day of a round's window.
  func isInForce(within days: ClosedRange<Day>) -> Bool {
    from <= days.upperBound && until.map { $0 >= days.lowerBound && $0 >= from } ?? true
  }

  /// Whether it takes what was applied for too late into the next round.
  var carriesLate: Bool {
    rules.contains { ($0.operation as? ApplicationWindow)?.carriesLate ?? false }
  }

  /// Whether it has anything to say of a day of a round's window: what falls into a gap beside it, too.
  func speaks(within days: ClosedRange<Day>) -> Bool {
    isInForce(within: days) || gaps.contains { $0.days.overlaps(days) }
  }

  /// Whether it may pay in the round of a year: for facts of its days, or for what the round before left over.
  func pays(inRound year: Int) -> Bool {
    speaks(within: window.days(ofRound: year))
      || isInForce(within: window.days(ofRound: year - 1))
        && (carriesLate || rules.contains { $0.operation is CarryOver })
  }

  /// How the policy stands to a day.
  enum Standing {
    case holds
    /// Another version may hold, or none of this line began yet or does any more.
    case doesNotHold
    /// No version holds, though one did before and another does after.
    case gap(PolicyLines.Gap)
    /// The days that the date may mean are not all alike.
    case unsure
  }

  func standing(on date: PartialDate) -> Standing {
    let holds = date.lies(from: from, until: until)
    if holds == true { return .holds }
    var isOutside = holds == false
    for gap in gaps {
      switch date.lies(from: gap.days.lowerBound, until: gap.days.upperBound) {
      case true?: return .gap(gap)
      case false?: break
      case nil: isOutside = false
      }
    }
    return isOutside ? .doesNotHold : .unsure
  }
}
