import Ledger
import Portfolio
import Synchronization

/// The rounds of one snapshot, each computed once, when it is first asked for.
final class Rounds: Sendable {
  let snapshot: Snapshot
  private let named: [String]
  private let computed = Mutex<[Key: [RecordID: Claim]]>([:])

  private struct Key: Hashable {
    let policy: RecordID
    let year: Int
    let again: String?
  }

  /// Opens the rounds of a snapshot; claims that are named count though they would be left to people.
  init(_ snapshot: Snapshot, naming named: [String] = []) {
    self.snapshot = snapshot
    self.named = named
  }

  /// Computes the claim of an award anew; `nil` where no clause speaks about its fact any more.
  func claim(of award: Record) throws -> Claim? {
    guard let claim = award[Award.claim] else { return nil }
    return try claims(beside: award)[RecordID(claim)]
  }

  /// The claims of an award's policy and year, by their names; its own counts though it would be left to people.
  func claims(beside award: Record) throws -> [RecordID: Claim] {
    guard let policy = award[Award.policy], let year = award[Award.year] else { return [:] }
    let claims = try claims(Key(policy: policy, year: year, again: nil))
    guard let name = award[Award.claim], let own = claims[RecordID(name)],
      own.recovered != nil || own.held != nil
    else { return claims }
    return try self.claims(Key(policy: policy, year: year, again: name))
  }

  private func claims(_ key: Key) throws -> [RecordID: Claim] {
    if let claims = computed.withLock({ $0[key] }) { return claims }
    // A policy that was taken away leaves nothing to compute.
    guard try snapshot.table(Policy.self)[key.policy] != nil else { return [:] }
    let round = try Round(
      year: key.year,
      policies: [key.policy],
      book: try PolicyBook(snapshot),
      snapshot: snapshot,
      again: named + (key.again.map { [$0] } ?? [])
    )
    let claims = Dictionary(round.claims.map { (RecordID($0.id), $0) }) { first, _ in first }
    computed.withLock { $0[key] = claims }
    return claims
  }
}
