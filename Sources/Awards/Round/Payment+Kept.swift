import Ledger
import Portfolio

extension Payment {
  /// What the recipients of awards that came back in part keep, as their events tell.
  ///
  /// One whose events cannot be true counts in full: nobody is paid by guess.
  static func kept(of awards: [Record], _ snapshot: Snapshot) throws -> [RecordID: Money] {
    let returned = awards.filter { award in
      award[Award.state] == .recovering || award[Award.state] == .partlyRecovered
    }
    guard !returned.isEmpty else { return [:] }
    let events = try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award)
    var kept: [RecordID: Money] = [:]
    for award in returned {
      let life = AwardLife(award, events[award.id] ?? [])
      if life.isSealedHere, life.faults.isEmpty { kept[award.id] = life.balance.kept }
    }
    return kept
  }
}
