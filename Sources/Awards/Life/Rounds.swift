import Ledger
import Portfolio
import Synchronization

/// The rounds of one snapshot, each computed once, when it is first asked for.
final class Rounds: Sendable {
  let snapshot: Snapshot
  private let computed = Mutex<[Key: [RecordID: Claim]]>([:])

  private struct Key: Hashable {
    let policy: RecordID
    let year: Int
    let again: String?
  }

  private let recovered: Once<Set<String>>

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    recovered = Once {
      let awards = try snapshot.table(Award.self).records
      return Set(awards.filter { $0[Award.state] == .recovered }.compactMap { $0[Award.claim] })
    }
  }

  /// Computes the claim of an award anew; `nil` where no clause speaks about its fact any more.
  func claim(of award: Record) throws -> Claim? {
    guard let claim = award[Award.claim] else { return nil }
    return try claims(beside: award)[RecordID(claim)]
  }

  /// The claims of an award's policy and year, by their names; its own counts though one came back for it.
  func claims(beside award: Record) throws -> [RecordID: Claim] {
    guard let policy = award[Award.policy], let year = award[Award.year] else { return [:] }
    let ended = try recovered()
    let again = award[Award.claim].flatMap { ended.contains($0) ? $0 : nil }
    let key = Key(policy: policy, year: year, again: again)
    if let claims = computed.withLock({ $0[key] }) { return claims }
    // A policy that was taken away leaves nothing to compute.
    guard try snapshot.table(Policy.self)[policy] != nil else { return [:] }
    let round = try Round(
      year: year,
      policies: [policy],
      book: try PolicyBook(snapshot),
      snapshot: snapshot,
      again: again.map { [$0] } ?? []
    )
    let claims = Dictionary(round.claims.map { (RecordID($0.id), $0) }) { first, _ in first }
    computed.withLock { $0[key] = claims }
    return claims
  }
}
