import Ledger
import Portfolio

/// What the ledger's awards have to do with the claims of a round.
extension Context {
  /// Names the awards that were already sealed for the very same claims, came back in full, were found wrong, or
  /// were made for a later year, which no claim looks at.
  func link(_ claims: [Claim]) -> [Claim] {
    let payments = evidence.allPayments.filter { $0.policy == rules.id }
    let byClaim = Dictionary(payments.map { ($0.claim, $0) }) { first, _ in first }
    let later = laterPayments()
    guard
      !(byClaim.isEmpty && evidence.recovered.isEmpty && refuted.isEmpty && later.isEmpty)
    else { return claims }
    return claims.map { claim in
      var claim = claim
      if let payment = byClaim[claim.id] {
        claim.sealed = payment.id
        claim.sealedAmount = payment.awarded
      } else {
        claim.recovered = evidence.recovered[claim.id]
        claim.held =
          refuted[claim.id].map { .refuted($0) }
          ?? laterPayment(later, than: claim).map { .paidLater($0) }
      }
      return claim
    }
  }

  /// An award of a later year that a claim does not look at, though its clauses remember what was paid.
  private func laterPayment(_ later: [RecordID: RecordID], than claim: Claim) -> RecordID? {
    let value = rules.values[claim.place]
    guard claim.outcome == .eligible, !evidence.isTaken(claim.id),
      rules.rules.contains(where: { $0.operation.remembers && $0.governs(value) })
    else { return nil }
    return [claim.applicant, claim.object].lazy.compactMap { $0.flatMap { later[$0] } }.first
  }

  /// What these policies paid for later years, by whom and what it was for.
  private func laterPayments() -> [RecordID: RecordID] {
    guard rules.remembers else { return [:] }
    let later = evidence.allPayments.filter { payment in
      payment.year > year && !payment.isForeign && rules.lineage.contains(payment.policy)
    }
    let pairs = later.flatMap { payment in
      ([payment.applicant] + payment.objects).map { ($0, payment.id) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
