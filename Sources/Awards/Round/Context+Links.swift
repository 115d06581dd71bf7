import Ledger
import Portfolio

/// What the ledger's awards have to do with the claims of a round.
extension Context {
  /// Names the awards that were already sealed for the very same claims or came back in full, and why others are
  /// left to people.
  func link(_ claims: [Claim]) -> [Claim] {
    let payouts = evidence.allPayouts.filter { $0.policy == rules.id }
    let byClaim = Dictionary(payouts.map { ($0.claim, $0) }) { first, _ in first }
    guard !(byClaim.isEmpty && evidence.recovered.isEmpty && held.isEmpty) else { return claims }
    return claims.map { claim in
      var claim = claim
      if let payout = byClaim[claim.id] {
        claim.sealed = payout.id
        claim.sealedAmount = payout.balance.fits(claim.amount) ? claim.amount : payout.balance.due
      } else {
        claim.recovered = evidence.recovered[claim.id]
        claim.held = claim.held ?? held[claim.id]
      }
      return claim
    }
  }

  /// Why a claim for which nothing was sealed is left to people; `nil` where it is not.
  func hold(of claim: Claim, _ later: [RecordID: RecordID]) -> Hold? {
    evidence.refuted[claim.id].map { .refuted($0) }
      ?? laterPayout(later, than: claim).map { .paidLater($0) }
  }

  /// An award of a later year that a claim does not look at, though its clauses remember what was paid.
  private func laterPayout(_ later: [RecordID: RecordID], than claim: Claim) -> RecordID? {
    // What a department gets follows what is sealed, and where no money is paid, none was paid before.
    guard claim.roundYear == nil, !claim.isCommendation else { return nil }
    let value = rules.values[claim.place]
    let remembers = rules.rules.contains { rule in
      // A pot reckons with what later years spent of it.
      rule.operation.remembers && !(rule.operation is Pot)
        && (rule.valuation == nil ? rule.governs(value) : rule.id == value.id)
    }
    guard remembers else { return nil }
    return [claim.applicant, claim.object].lazy.compactMap { $0.flatMap { later[$0] } }.first
  }

  /// What these policies paid for later years, by whom and what it was for.
  func laterPayouts() -> [RecordID: RecordID] {
    guard rules.remembers else { return [:] }
    let later = evidence.allPayouts.filter { payout in
      payout.year > year && payout.amount > .zero && !payout.isForeign
        && rules.lineage.contains(payout.policy)
    }
    let pairs = later.flatMap { payout in
      ([payout.applicant] + payout.objects).map { ($0, payout.id) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
