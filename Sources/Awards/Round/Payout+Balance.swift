import Ledger
import Portfolio

extension Payout {
  /// What became of awards of which something is to come back or was made void, as their events tell.
  ///
  /// One whose events cannot be true counts in full: nobody is paid by guess.
  static func balances(of awards: [Record], _ snapshot: Snapshot) throws
    -> [RecordID: AwardBalance]
  {
    guard awards.contains(where: { $0.has(Award.receipt.definition) }) else { return [:] }
    let lowering: [AwardAction?] = [.recover, .void]
    let lowered = try snapshot.columns(
      AwardEvent.schema,
      [AwardEvent.action.definition, AwardEvent.award.definition],
      where: AwardEvent.action
    ) { lowering.contains($0) }
    guard lowered.count > 0 else { return [:] }
    let events = try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award)
    var balances: [RecordID: AwardBalance] = [:]
    for award in awards where award[Award.state] != .void {
      guard let events = events[award.id],
        events.contains(where: { lowering.contains($0[AwardEvent.action]) })
      else { continue }
      let life = AwardLife(award, events)
      if life.isSealedHere, life.faults.isEmpty { balances[award.id] = life.balance }
    }
    return balances
  }

  /// The awards that were made void for an objection that was right, by their claims.
  static func refuted(of awards: [Record], _ snapshot: Snapshot) throws -> [String: RecordID] {
    let void = voided(of: awards).values.joined()
    guard !void.isEmpty else { return [:] }
    let events = try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award)
    let refuted = void.filter { award in
      (events[award.id] ?? []).contains {
        $0[AwardEvent.action] == .void && $0[AwardEvent.from] == .upheld
      }
    }
    return Dictionary(refuted.map { ($0[Award.claim] ?? "", $0.id) }, uniquingKeysWith: max)
  }

  /// The awards that were sealed here and made void, by their claims.
  static func voided(of awards: [Record]) -> [String: [Record]] {
    let void = awards.filter { $0[Award.state] == .void && $0.has(Award.receipt.definition) }
    return Dictionary(grouping: void) { $0[Award.claim] ?? "" }
  }

  /// Those that were entered by hand under a name that is none of a claim, by their facts.
  ///
  /// They were paid outside of the rounds, and what they pay is what was paid; one under a claim's name stands for that
  /// claim, which is computed.
  static func paidByHand(_ payouts: [Payout]) -> [RecordID: [Payout]] {
    let own = payouts.filter { payout in
      payout.commit == nil && !payout.isForeign && !payout.isOfRound && payout.amount > .zero
        && !payout.claim.utf8.starts(with: "\(payout.clause)#".utf8)
    }
    let pairs = own.flatMap { payout in payout.facts.map { ($0, [payout]) } }
    return Dictionary(pairs, uniquingKeysWith: +)
  }
}
