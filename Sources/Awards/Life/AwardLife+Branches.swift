import Bilingual
public import Ledger
import Portfolio

/// What two branches of a ledger did with one award before git joined them: neither knew of the other.
///
/// Money that left the bank stays paid, whatever the other branch decided; that is told until it is settled.
extension AwardLife {
  /// What was paid against an objection or a decision of another branch, and what is to be done about it.
  public var unsettled: [Diagnostic] {
    if isPaidAgainstObjection {
      let open = objections.map(\.text)
      return [
        refusal(
          "award-paid-against",
          Phrase(
            en: "\(balance.paid) yuan were paid although an objection is open: "
              + open.joined(separator: ", "),
            zh: "异议未决而已支付 \(balance.paid) 元：" + open.joined(separator: "、")
          ),
          help: Phrase(
            en:
              "the payment stands; decide the objection with 'award dismiss \(award.id)', or with "
              + "'award uphold \(award.id)' and then 'award recover'",
            zh: "支付记录有效；请用 award dismiss \(award.id) 驳回异议，或用 award uphold \(award.id) 认定异议后以 "
              + "award recover 追回"
          )
        )
      ]
    }
    guard let annulling, isPaidAgainstAnnulment, balance.recoverable > .zero else { return [] }
    let state = stateUnpaid.choice.label
    var fault = refusal(
      "award-paid-against",
      Phrase(
        en:
          "\(balance.recoverable) yuan are paid although it is '\(state.en)' by the event \(annulling.id)",
        zh: "按经过 \(annulling.id) 为“\(state.zh)”，而已支付 \(balance.recoverable) 元"
      ),
      help: Phrase(
        en:
          "'award recover \(award.id)' claims it back; where that decision was the mistake, 'remove "
          + "award-event \(annulling.id) --reason …' takes it out, and the payment stands",
        zh: "可用 award recover \(award.id) 追回；若该决定有误，可用 remove award-event \(annulling.id) "
          + "--reason … 删除，支付记录保留"
      )
    )
    fault.place = annulling.place
    return [fault]
  }

  var isPaidAgainstObjection: Bool { balance.paid > .zero && !objections.isEmpty }
  var isPaidAgainstAnnulment: Bool { balance.paid > .zero && annulling != nil }

  /// Where it stands once nothing of it is paid any more.
  var stateUnpaid: AwardState {
    if let annulling { return annulling[AwardEvent.action] == .void ? .void : .upheld }
    return objections.isEmpty ? .failed : .objected
  }

  /// In the order of days, and of one day in the order in which they were written.
  static func byDay(_ events: [Record]) -> [Record] {
    let days = events.compactMap { $0[AwardEvent.date]?.first }
    guard days.count == events.count, zip(days, days.dropFirst()).contains(where: >) else {
      return events
    }
    return events.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { events[$0] }
  }

  /// Whether an event fits where its branch stood, though another branch had led the award elsewhere.
  ///
  /// Approvals and publications have to fit what stands: each is good for that only.
  static func mayBeOfBranch(_ event: Record) -> Bool {
    guard let action = event[AwardEvent.action], let from = event[AwardEvent.from],
      let to = event[AwardEvent.to], action != .approve, action != .publish
    else { return false }
    return isPossible(action, at: from) && AwardMoves.results(of: action).contains(to)
  }

  private static func isPossible(_ action: AwardAction, at state: AwardState) -> Bool {
    [true, false].contains { AwardMoves.actions(at: state, isPaid: $0).contains(action) }
  }

  /// Does what a stored event says, where the award allows it, or another branch allowed it before it knew.
  ///
  /// - Parameter event: The event.
  /// - Returns: Whether only another branch allowed it.
  /// - Throws: A ``Diagnostic`` where neither did.
  mutating func takeIn(_ event: Record) throws(Diagnostic) -> Bool {
    guard let action = event[AwardEvent.action], !actions.contains(action),
      let from = event[AwardEvent.from], Self.isPossible(action, at: from)
    else {
      try apply(event)
      return false
    }
    let (by, day) = (try name(of: event), try day(of: event))
    switch action {
    case .approve where [.objected, .upheld, .void].contains(state):
      try refuseApproval(by, on: day)
      if let laidDown = event[AwardEvent.parts] { try lay(down: laidDown) }
      if event[AwardEvent.to] == .approved { idleApproval = day }
    case .pay
    where [.published, .objected, .upheld, .void, .partlyPaid, .failed].contains(state)
      && (approvedOn ?? idleApproval) != nil:
      approvedOn = approvedOn ?? idleApproval
      try pay(event, day)
    // Both made the rest void.
    case .void
    where event.has(AwardEvent.amountFen.definition) && balance.open == .zero
      && balance.waived > .zero:
      break
    case .void where balance.paid > .zero: annulling = event
    default:
      try apply(event)
      return false
    }
    lastDay = day
    return true
  }
}
