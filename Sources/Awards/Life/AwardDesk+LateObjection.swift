import Ledger
import Portfolio

extension AwardDesk {
  /// Takes in an objection that came in time and is entered after the award went on; `nil` where it did not.
  ///
  /// It stands where its day is. What was approved since counts no more: it was approved while an objection was open.
  func lateObjection(_ award: Record, _ entry: AwardEntry, party: String) throws -> AwardMove? {
    let life = life(of: award)
    guard life.isSealedHere, life.faults.isEmpty, life.payments.isEmpty,
      [.published, .objected, .approved].contains(life.state), entry.day <= today,
      let until = life.objectionsUntil, let last = life.lastDay, entry.day <= until,
      entry.day < last
    else { return nil }
    let before = life.events.filter { $0[AwardEvent.date].map { $0.first <= entry.day } ?? false }
    var then = AwardLife(award, before)
    // It was not published yet, or is published anew since.
    guard then.objectionsUntil == until, then.actions.contains(.object) else { return nil }
    var event = event(of: award, .object, entry, from: then.state)
    event[AwardEvent.party] = party
    event[AwardEvent.to] = .objected
    var judged = event
    judged.id = "new"
    let record = judged.record(at: award.place)
    try then.apply(record)
    var draft = Draft(copying: award)
    draft[Award.state] = .objected
    let now = AwardLife(draft.record(at: award.place), life.events + [record])
    if let fault = now.faults.first { throw fault }
    return AwardMove(record: draft, event: event, life: now)
  }
}
