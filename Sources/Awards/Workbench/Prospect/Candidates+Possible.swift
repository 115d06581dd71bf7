import Portfolio

extension Candidates {
  /// What open claims are worth: of those about one fact, which may exclude each other, the most that is paid together.
  static func possible(_ claims: [Claim], _ sets: [RuleSet]) throws -> Money {
    try Round.sum(
      of: Dictionary(grouping: claims, by: \.facts).values.map { try most(of: $0, sets) }
    )
  }

  private static func most(of claims: [Claim], _ sets: [RuleSet]) throws -> Money {
    let ranked = claims.sorted { ($1.worth, $0.id) < ($0.worth, $1.id) }
    var most = Money.zero
    for first in ranked {
      var together = [first]
      for other in ranked where together.allSatisfy({ stack($0, other, sets) }) {
        together.append(other)
      }
      most = max(most, try Round.sum(of: together.map(\.worth)))
    }
    return most
  }

  /// Whether a clause of their policy says that both are paid for one fact.
  private static func stack(_ a: Claim, _ b: Claim, _ sets: [RuleSet]) -> Bool {
    guard a.id != b.id, a.policy == b.policy, let set = sets.first(where: { $0.id == a.policy }),
      let one = set.values.first(where: { $0.id == a.clause }),
      let two = set.values.first(where: { $0.id == b.clause })
    else { return false }
    return set.own.contains { rule in
      (rule.operation as? StackWith)?.joins(one, two, as: rule) ?? false
    }
  }
}
