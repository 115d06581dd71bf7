import JSONLines

/// What is missing where a fact is worth more than stands of its award.
extension ReferenceEngine {
  /// What was sealed and paid stays; what is missing is a claim of its own once nothing is to come back any more, and
  /// paid only where it is named.
  mutating func supplement() {
    claims = claims.flatMap { claim -> [ReferenceClaim] in
      let awards = paidOut(claim)
      guard claim.outcome == .eligible, !awards.isEmpty,
        awards.allSatisfy({ $0.text("recipient") == claim.recipient })
      else { return [claim] }
      var left = claim.amount
      var first: Int64 = 0
      for award in awards {
        first = min(left, award.number("amountFen") ?? 0)
        left -= first
      }
      guard first < claim.amount else { return [claim] }
      var base = claim
      base.reduce(to: first)
      guard left > 0, !awards.contains(where: { $0.text("state") == "recovering" }) else {
        return [base]
      }
      var missing = claim.named(claim.id + "#2")
      missing.reduce(to: left)
      missing.lower(to: .notEligible)
      return [base, missing]
    }
  }

  /// The awards that were sealed here for a claim of the year, and of which something was paid.
  private func paidOut(_ claim: ReferenceClaim) -> [JSONValue] {
    ledger.all("award").filter { award in
      award["receipt"] != nil && award.text("payer") == nil && award.text("policy") == policyID
        && award.number("year") == Int64(year) && award.text("claim") == claim.id
        && award.texts("facts")?.contains(claim.fact.text("id") ?? "") == true
        && ["recovering", "partly-recovered"].contains(award.text("state"))
    }
    .sorted { idPrecedes($0.text("id") ?? "", $1.text("id") ?? "") }
  }
}
