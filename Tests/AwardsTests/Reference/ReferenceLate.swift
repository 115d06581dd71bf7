import JSONLines
import Portfolio

/// Claims of a year behind which awards of a later year were made already.
extension ReferenceEngine {
  /// Whether an award of a later year was made for the same applicant or thing without a look at a claim, though a
  /// clause about it remembers what was paid.
  func isPaidLater(_ claim: ReferenceClaim) -> Bool {
    let awards = original.all("award").filter { !["void", "recovered"].contains($0.text("state")) }
    if claim.isCommendation || claim.factKind == "policy" || !isRemembered(claim) { return false }
    if awards.contains(where: { $0.text("claim") == claim.id }) { return false }
    return awards.contains { award in
      let isLater = award.number("year") ?? 0 > Int64(year)
      let isOwn = award.text("payer") == nil && lineage.contains(award.text("policy") ?? "")
      guard isLater, isOwn, kept(award) > 0 else { return false }
      return applicant(of: award) == claim.applicant
        || claim.object.map(objects(of: award).contains) ?? false
    }
  }

  private func isRemembered(_ claim: ReferenceClaim) -> Bool {
    clauses(Self.stages.flatMap(\.self)).contains { clause in
      let operation = clause.text("operation") ?? ""
      guard !Self.stages[1].contains(operation) else {
        return ["perCountry", "stagePayment"].contains(operation)
          && clause.text("number") == claim.clauseNumber
      }
      return remembers(operation, clause.arguments) && governs(clause, claim.clauseNumber)
    }
  }

  /// Whether an operation looks at what was paid for earlier years.
  private func remembers(_ operation: String, _ arguments: JSONValue) -> Bool {
    switch operation {
    case "onceEver", "dedup", "oncePerLevel", "capAcrossLevels": true
    case "upgrade":
      arguments.text("mode") ?? "full" != "full" || arguments.text("downgrade") == "none"
    case "renewal": arguments.text("mode") == "ifNeverPaid"
    case "capPer": arguments.text("period") == "lifetime"
    default: false
    }
  }
}
