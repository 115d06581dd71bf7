import Ledger
import Portfolio

/// What the claims of a round and of others on the same ledger come to, each round read once.
struct Amounts {
  private let round: Round
  private var known: [Key: [String: Money]] = [:]

  private struct Key: Hashable {
    let policy: RecordID
    let year: Int
  }

  init(_ round: Round) { self.round = round }

  /// What the claim of an award comes to; `nil` where its round has no such claim.
  mutating func amount(of payout: Payout) throws -> Money? {
    let key = Key(policy: payout.policy, year: payout.year)
    if known[key] == nil {
      let claims = try round.claims(of: payout.policy, in: payout.year)
      known[key] = Dictionary(claims.map { ($0.id, $0.amount) }) { first, _ in first }
    }
    return known[key]?[payout.claim]
  }
}
