import Ledger
import Portfolio

extension Payment {
  /// What came back of awards, as their events tell; nothing of those that are not named.
  ///
  /// One whose events cannot be true counts in full: nobody is paid by guess.
  static func returned(of awards: [Record], _ snapshot: Snapshot) throws -> [RecordID: Money] {
    guard awards.contains(where: { $0.has(Award.receipt.definition) }) else { return [:] }
    let repayments = try snapshot.columns(
      AwardEvent.schema,
      [AwardEvent.action.definition, AwardEvent.award.definition],
      where: AwardEvent.action
    ) { $0 == .repay }
    guard repayments.count > 0 else { return [:] }
    let events = try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award)
    var returned: [RecordID: Money] = [:]
    for award in awards {
      guard let events = events[award.id],
        events.contains(where: { $0[AwardEvent.action] == .repay })
      else { continue }
      let life = AwardLife(award, events)
      if life.isSealedHere, life.faults.isEmpty { returned[award.id] = life.balance.repaid }
    }
    return returned
  }

  /// The awards that were made void for an objection that was right, by their claims.
  static func refuted(of awards: [Record], _ snapshot: Snapshot) throws -> [String: RecordID] {
    let void = awards.filter { $0[Award.state] == .void && $0.has(Award.receipt.definition) }
    guard !void.isEmpty else { return [:] }
    let events = try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award)
    let refuted = void.filter { award in
      (events[award.id] ?? []).contains {
        $0[AwardEvent.action] == .void && $0[AwardEvent.from] == .upheld
      }
    }
    return Dictionary(refuted.map { ($0[Award.claim] ?? "", $0.id) }, uniquingKeysWith: max)
  }
}
