import JSONLines
import Portfolio

/// What becomes of claims that are preferred to others, which give way to them.
extension ReferenceEngine {
  /// Pays nothing for a claim to which another is preferred, unless it is open what that gets.
  mutating func giveWay(_ index: Int, to winner: Int) {
    preferred.insert(claims[winner].id)
    switch fates[claims[winner].id] {
    case .unknown?: claims[index].lower(to: .unknown)
    case .undecided?: claims[index].lower(to: .undecided)
    default: claims[index].reduce(to: 0)
    }
  }

  /// Ends the claims that the budget leaves out, so that the next ones take their places.
  mutating func endLeftOut(_ clause: JSONValue) {
    for index in governed(clause) where claims[index].outcome == .eligible {
      if fates[claims[index].id] == .notEligible { claims[index].reduce(to: 0) }
    }
  }

  /// Looks at what a budget clause made of those that were eligible before it.
  mutating func keepFates(of ids: [String], _ clause: JSONValue) {
    let operation = clause.text("operation")
    switch operation {
    case "quota", "scoreSplit": break
    case "pot" where clause.arguments.text("sharing") == "order": break
    default: return
    }
    let isUsedUp = !governed(clause).contains { claims[$0].competes }
    if isUsedUp, operation != "scoreSplit" { return }
    for claim in claims where ids.contains(claim.id) {
      let isTakenUp = clauses(["carryOver"]).contains { governs($0, claim.clauseNumber) }
      if claim.isOpen { foundFates[claim.id] = claim.outcome }
      if claim.outcome == .notEligible, !(claim.isLeftOver && isTakenUp && !claim.isCarried) {
        foundFates[claim.id] = .notEligible
      }
    }
  }
}
