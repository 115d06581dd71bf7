import JSONLines
import Portfolio

/// Policies of other levels that override this one.
extension ReferenceEngine {
  /// The clauses of policies that override this one, but for those that give awards.
  func foreignClauses(_ operations: [String]) -> [JSONValue] {
    let giving = Self.stages[1] + ["percentOfTotal"]
    return ledger.all("policy").flatMap { other -> [JSONValue] in
      let overridden = other.texts("overrides") ?? []
      let isMeant = policy.text("payer").map { overridden.contains($0) } ?? true
      guard other.text("id") != policyID, !overridden.isEmpty, isMeant else { return [] }
      let clauses = ledger.all("clause").filter { clause in
        clause.text("policy") == other.text("id")
          && operations.contains(clause.text("operation") ?? "")
          && !giving.contains(clause.text("operation") ?? "")
      }
      return Self.inOrder(clauses).map { clause in
        .object((clause.members ?? []) + [JSONMember("foreign", .string(other.text("id") ?? ""))])
      }
    }
  }

  /// Whether a claim's day lies in the days of an overriding policy; `nil` where that is not known.
  func isOfDays(_ clause: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    guard let other = clause.text("foreign") else { return true }
    let days = days(of: other)
    return claim.date?.lies(from: days.start, until: days.until)
  }

  /// Leaves open what an overriding clause would change if it were of its days, where that is not known.
  mutating func leaveOpen(_ clause: JSONValue, _ body: (inout ReferenceEngine) -> Void) {
    guard !takesUnsureDays, !skipsUnsureDays else { return }
    let unsure = spokenOf(clause).filter {
      claims[$0].outcome == .eligible && isOfDays(clause, claims[$0]) == nil
    }
    guard !unsure.isEmpty else { return }
    var trial = self
    trial.takesUnsureDays = true
    body(&trial)
    var without = self
    without.skipsUnsureDays = true
    body(&without)
    let changesOthers = spokenOf(clause).contains { index in
      isOfDays(clause, claims[index]) == true
        && trial.claims[index].line != without.claims[index].line
    }
    for index in unsure where changesOthers || trial.claims[index].line != claims[index].line {
      claims[index].lower(to: .unknown)
    }
  }
}
