import Bilingual
import JSONLines
import Ledger
import Portfolio

extension AwardLife {
  /// Does what an event says, where the award allows it.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - isWritten: Whether it is in the ledger, so that the money of which it tells has moved.
  /// - Throws: A ``Diagnostic`` where the award does not allow it.
  mutating func apply(_ event: Record, isWritten: Bool = false) throws(Diagnostic) {
    let action = try allowed(event)
    let by = try name(of: event)
    let day = try day(of: event)
    if action.needsReason, Self.isBlank(event[AwardEvent.reason]) {
      throw refusal(
        "award-reason-missing",
        Phrase(en: "'\(action.rawValue)' needs its reason", zh: "“\(action.choice.label.zh)”须说明理由"),
        help: Phrase(en: "say why", zh: "请填写理由")
      )
    }
    switch action {
    case .publish: try publish(event, by)
    case .object: try object(event, day)
    case .uphold, .dismiss: try decide(event, action)
    case .approve: try approve(event, by, day)
    case .pay: try pay(event, day, isWritten: isWritten)
    case .fail: try fail(event, isWritten: isWritten)
    case .recover: try recover(event)
    case .repay: try repay(event, isWritten: isWritten)
    case .withdraw: try withdraw(event, isWritten: isWritten)
    case .void: try void(event)
    }
    lastDay = day
  }

  static func isBlank(_ text: String?) -> Bool {
    Folding.trim(text ?? "").isEmpty
  }

  /// Whether two names are one person's, however they were typed.
  static func isSame(_ a: String, _ b: String) -> Bool {
    RecordID(Folding.key(a)) == RecordID(Folding.key(b))
  }

  private func allowed(_ event: Record) throws(Diagnostic) -> AwardAction {
    guard let action = event[AwardEvent.action] else {
      throw refusal("award-move", Phrase(en: "an event has no action", zh: "事件没有动作"))
    }
    guard actions.contains(action) else {
      throw refusal(
        "award-move",
        Phrase(
          en: "it stands at '\(state.choice.label.en)': '\(action.rawValue)' is not possible there",
          zh: "处于“\(state.choice.label.zh)”，不能“\(action.choice.label.zh)”"
        ),
        help: AwardMoves.help(actions)
      )
    }
    return action
  }

  func name(of event: Record) throws(Diagnostic) -> String {
    if let by = event[AwardEvent.by], !Self.isBlank(by) { return by }
    throw refusal(
      "award-nobody",
      Phrase(en: "nobody is named who does it", zh: "未写明经办人"),
      help: Phrase(en: "name who does it", zh: "请填写经办人")
    )
  }

  func day(of event: Record) throws(Diagnostic) -> Day {
    guard let day = event[AwardEvent.date]?.day else {
      throw refusal("award-date", Phrase(en: "an event has no day", zh: "事件没有日期"))
    }
    if let lastDay, day < lastDay {
      throw refusal(
        "award-date-order",
        Phrase(
          en: "\(day) is before what was done last, on \(lastDay)",
          zh: "\(day) 早于上一步的日期 \(lastDay)"
        ),
        help: Phrase(en: "give that day or a later one", zh: "请填写该日或之后的日期")
      )
    }
    return day
  }

  private mutating func publish(_ event: Record, _ by: String) throws(Diagnostic) {
    guard let until = event[AwardEvent.objectionsUntil]?.day else {
      throw refusal(
        "award-objection-days",
        Phrase(en: "the last day for objections is not known", zh: "未注明异议截止日期"),
        help: Phrase(en: "give --days", zh: "请用 --days 指定工作日数")
      )
    }
    if firstUntil == nil { firstUntil = until } else { republished = event }
    objectionsUntil = until
    publishers.append(by)
    approvals = []
    annulling = nil
    state = .published
  }

  private mutating func object(_ event: Record, _ day: Day) throws(Diagnostic) {
    if let until = objectionsUntil, day > until {
      throw refusal(
        "award-objections-over",
        Phrase(
          en: "objections were taken until \(until), \(day) is too late",
          zh: "异议受理至 \(until)，\(day) 已逾期"
        ),
        help: Phrase(
          en: "an error that comes to light later makes the award void, or is recovered",
          zh: "此后发现的错误，可作废或追回"
        )
      )
    }
    objections.append(event.id)
    state = .objected
  }

  mutating func decide(_ event: Record, _ action: AwardAction) throws(Diagnostic) {
    let id = event[AwardEvent.answers]
    if let id, !objections.contains(id), let other = decided[id], isOfBranch(event) {
      return decideAgain(event, action, as: other)
    }
    guard let id, objections.contains(id) else {
      throw refusal(
        "award-which-objection",
        Phrase(en: "it is not clear which objection is decided", zh: "未指明所处理的异议"),
        help: Phrase(
          en: "name it with --objection; open: " + objections.map(\.text).joined(separator: ", "),
          zh: "请用 --objection 指明；未决异议：" + objections.map(\.text).joined(separator: "、")
        )
      )
    }
    decided[id] = event
    objections.removeAll { $0 == id }
    if action == .uphold {
      uphold(event)
    }
    // What was paid meanwhile is paid, however it is decided.
    guard balance.paid == .zero else { return }
    state = action == .uphold ? .upheld : objections.isEmpty ? .published : .objected
  }

  /// What is wrong must be mended first; the award is published anew, open to all.
  private mutating func uphold(_ event: Record) {
    for id in objections { decided[id] = event }
    objections = []
    annulling = event
  }

  /// Takes in what another branch decided about the same objection: where one upheld it, it is upheld.
  private mutating func decideAgain(_ event: Record, _ action: AwardAction, as other: Record) {
    guard other[AwardEvent.action] != action else { return }
    if other[AwardEvent.answers] == event[AwardEvent.answers] { twiceDecided += [other, event] }
    guard action == .uphold else { return }
    if let id = event[AwardEvent.answers] { decided[id] = event }
    uphold(event)
    if balance.paid == .zero { state = .upheld }
  }

  private mutating func approve(_ event: Record, _ by: String, _ day: Day) throws(Diagnostic) {
    try refuseApproval(by, on: day)
    let basis = event[AwardEvent.basis] ?? ""
    let standing = approvals.filter { $0.basis == basis }
    if standing.contains(where: { Self.isSame($0.by, by) }) {
      throw refusal(
        "award-approved-twice",
        Phrase(en: "\(by) has approved it already, as it stands", zh: "\(by) 已批准，此后未有变更"),
        help: Phrase(en: "the next approval is another person's", zh: "下一级批准须由他人作出")
      )
    }
    if let laidDown = event[AwardEvent.parts] { try lay(down: laidDown) }
    approvals = standing + [AwardApproval(by: by, day: day, basis: basis)]
    // An approval before payment counts towards those that are needed; one after it renews.
    if state == .published, event[AwardEvent.to] != .published {
      state = .approved
      approvedOn = approvedOn ?? day
    }
  }

  /// Refuses an approval while objections are taken, and one by who published it.
  func refuseApproval(_ by: String, on day: Day) throws(Diagnostic) {
    if let until = objectionsUntil, day <= until {
      throw refusal(
        "award-objection-days",
        Phrase(
          en: "objections are taken until \(until); it may be approved from the day after",
          zh: "异议受理至 \(until)，次日起方可批准"
        )
      )
    }
    if publishers.contains(where: { Self.isSame($0, by) }) {
      throw ownApproval(Phrase(en: "\(by) published it", zh: "\(by) 为公示经办人"))
    }
  }

  func ownApproval(_ why: Phrase) -> Diagnostic {
    refusal(
      "award-own-approval",
      Phrase(en: "nobody approves what they made: \(why.en)", zh: "经办人不得批准本人办理的奖励：\(why.zh)"),
      help: Phrase(en: "another person has to approve it", zh: "须由他人批准")
    )
  }

  mutating func lay(down value: JSONValue) throws(Diagnostic) {
    guard !award.has(Award.parts.definition) else {
      throw refusal(
        "award-parts",
        Phrase(en: "its clauses lay down its parts", zh: "其分期由条款规定"),
        help: Phrase(
          en: "approve it without parts; 'award show' tells those that were sealed",
          zh: "批准时不必给出分期；可用 award show 查看已封存的分期"
        )
      )
    }
    guard let laidDown = AwardPart.read(value),
      AwardPart.parts(laidDown, addUpTo: balance.awarded)
    else {
      throw refusal(
        "award-parts",
        Phrase(
          en: "the parts do not add up to \(balance.awarded) yuan",
          zh: "各期金额之和不等于 \(balance.awarded) 元"
        )
      )
    }
    guard balance.paid == .zero else {
      throw refusal(
        "award-parts",
        Phrase(en: "a part is paid already", zh: "已有一期支付"),
        help: Phrase(en: "parts are laid down before the first is paid", zh: "分期须在首期支付前确定")
      )
    }
    parts = laidDown
  }
}
