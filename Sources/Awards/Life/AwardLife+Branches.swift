import Bilingual
public import Ledger
import Portfolio

/// What two branches of a ledger did with one award before git joined them: neither knew of the other.
///
/// Money that left the bank stays paid, whatever the other branch decided; that is told until it is settled.
extension AwardLife {
  /// What one branch did against the other, and what is to be done about it.
  public var unsettled: [Diagnostic] {
    paidAgainstObjection + paidAgainstAnnulment + surplusTold + cameBackTold + contradictions
  }

  /// Whether an event may be taken out of the ledger: one that cannot be, or one of two of which only one can be right.
  ///
  /// - Parameter event: The event.
  /// - Returns: Whether it may.
  public func mayBeTakenOut(_ event: Record) -> Bool {
    isDisputed(event) || faults.contains { $0.place == event.place }
  }

  private var paidAgainstObjection: [Diagnostic] {
    guard isPaidAgainstObjection else { return [] }
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

  var paidAgainstAnnulment: [Diagnostic] {
    guard let annulling, !isPaidAgainstObjection, isPaidAgainstAnnulment,
      balance.recoverable > .zero
    else { return [] }
    let state = stateUnpaid.choice.label
    var fault = refusal(
      "award-paid-against",
      Phrase(
        en:
          "\(balance.recoverable) yuan are paid although it is '\(state.en)' by the event \(annulling.id)",
        zh: "按经过 \(annulling.id) 为“\(state.zh)”，而已支付 \(balance.recoverable) 元"
      ),
      help: against(annulling)
    )
    fault.place = annulling.place
    return [fault]
  }

  var isPaidAgainstObjection: Bool { balance.paid > .zero && !objections.isEmpty }
  var isPaidAgainstAnnulment: Bool { balance.paid > .zero && annulling != nil }

  /// Where it stands once nothing of it is paid any more.
  var stateUnpaid: AwardState {
    switch annulling?[AwardEvent.action] {
    case .void?: return .void
    case .publish?: return .published
    case _?: return .upheld
    case nil: break
    }
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

  /// Whether an event was written where the award stood otherwise than it stands now.
  func isOfBranch(_ event: Record) -> Bool {
    event[AwardEvent.from].map { $0 != state } ?? false
  }

  /// Does what a stored event says, where the award allows it, or another branch allowed it before it knew.
  ///
  /// - Parameter event: The event.
  /// - Returns: Whether only another branch allowed it.
  /// - Throws: A ``Diagnostic`` where neither did.
  mutating func takeIn(_ event: Record) throws(Diagnostic) -> Bool {
    guard let action = event[AwardEvent.action],
      !actions.contains(action) || isOfFormerPublication(event), let from = event[AwardEvent.from],
      Self.isPossible(action, at: from)
    else {
      try apply(event, isWritten: true)
      return false
    }
    let (by, day) = (try name(of: event), try day(of: event))
    switch action {
    case .approve where isOfFormerPublication(event): idleApproval = day
    case .approve where [.objected, .upheld, .void].contains(state):
      try refuseApproval(by, on: day)
      if let laidDown = event[AwardEvent.parts] { try lay(down: laidDown) }
      if event[AwardEvent.to] == .approved { idleApproval = day }
    // What was paid meanwhile is told all the same.
    case _ where state == .void && [.object, .uphold, .dismiss].contains(action): break
    case .uphold, .dismiss:
      guard let id = event[AwardEvent.answers], objections.contains(id) || decided[id] != nil else {
        return try refuse(event)
      }
      try decide(event, action)
    case .pay where (approvedOn ?? idleApproval) != nil:
      approvedOn = approvedOn ?? idleApproval
      if state == .published, let republished { annulling = republished }
      try pay(event, day, isWritten: true)
    case .fail where payments.contains { $0.event == event[AwardEvent.answers] }:
      try fail(event, isWritten: true)
    case .recover where !payments.isEmpty: try recover(event)
    case .repay where isClaimedBack: try repay(event, isWritten: true)
    case .withdraw where isClaimedBack: try withdraw(event, isWritten: true)
    case .void where balance.paid > .zero || !payments.isEmpty: try void(event)
    // Both made it void.
    case .void where state == .void: break
    default: return try refuse(event)
    }
    lastDay = day
    return true
  }

  /// Whether something is or was claimed back.
  private var isClaimedBack: Bool { balance.demanded > .zero || balance.withdrawn > .zero }

  /// Whether it approves what another branch published anew since.
  private func isOfFormerPublication(_ event: Record) -> Bool {
    guard event[AwardEvent.action] == .approve, event[AwardEvent.to] == .approved,
      republished != nil,
      let day = event[AwardEvent.date]?.day, let until = objectionsUntil, let first = firstUntil
    else { return false }
    return day <= until && day > first
  }

  private mutating func refuse(_ event: Record) throws(Diagnostic) -> Bool {
    try apply(event)
    return false
  }
}
