import Bilingual
public import Ledger
public import Portfolio

/// Where cases of rights assistance are moved from stage to stage.
///
/// Each action returns what is to be written and writes nothing; an action that the stage does not
/// allow throws a ``Diagnostic`` that names those it does.
public struct CaseDesk: Sendable {
  let today: Day
  let cases: Table
  let calendar: WorkCalendar
  let terms: LegalTerms
  private let events: [RecordID: [Record]]

  /// Opens the desk on a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  /// - Throws: ``Diagnostics`` where its cases, terms or working days cannot be read.
  public init(_ snapshot: Snapshot, today: Day) throws {
    self.today = today
    cases = try snapshot.table(Case.self)
    calendar = try WorkCalendar(snapshot)
    terms = try LegalTerms(snapshot)
    var events: [RecordID: [Record]] = [:]
    for event in try snapshot.table(CaseEvent.self).records {
      if let id = event[CaseEvent.case] { events[id, default: []].append(event) }
    }
    self.events = events
  }

  /// Takes in an application.
  ///
  /// - Parameters:
  ///   - application: The case with its id and what is known of it.
  ///   - entry: When and by whom it was taken in.
  /// - Returns: The case at the stage `received`, and the time for the decision.
  /// - Throws: A ``Diagnostic`` where the entry cannot be.
  /// - Precondition: The application has an id.
  public func open(_ application: Draft, _ entry: CaseEntry) throws(Diagnostic) -> CaseMove {
    var draft = application
    draft[Case.receivedOn] = draft[Case.receivedOn] ?? PartialDate(entry.day)
    draft[Case.handler] = draft[Case.handler] ?? entry.by
    return try move(draft, from: nil, .open, entry)
  }

  /// Asks the applicant for more papers.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When, by whom, and what is missing.
  /// - Returns: The case at the stage `supplement`, and the time for the papers.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it.
  public func supplement(_ record: Record, _ entry: CaseEntry) throws(Diagnostic) -> CaseMove {
    try move(record, .supplement, entry)
  }

  /// Takes in the papers that were asked for; the time for the decision begins anew.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When and by whom they were taken in.
  /// - Returns: The case at the stage `received`, and the time for the decision.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it.
  public func complete(_ record: Record, _ entry: CaseEntry) throws(Diagnostic) -> CaseMove {
    try move(record, .complete, entry)
  }

  /// Grants aid.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When and by whom it was granted.
  ///   - aid: The kinds of aid; those of the case stay where none is given.
  ///   - hardship: Whether the right holder is in difficulty; as the case says where none is given.
  ///   - hardshipReason: By what that was found.
  /// - Returns: The case at the stage `accepted`.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it.
  public func accept(
    _ record: Record,
    _ entry: CaseEntry,
    aid: [AidKind] = [],
    hardship: Hardship? = nil,
    hardshipReason: String? = nil
  ) throws(Diagnostic) -> CaseMove {
    try move(record, .accept, entry) { draft in
      draft[Case.acceptedOn] = PartialDate(entry.day)
      if !aid.isEmpty { draft[Case.aid] = aid }
      if let hardship { draft[Case.hardship] = hardship }
      if let hardshipReason { draft[Case.hardshipReason] = hardshipReason }
    }
  }

  /// Refuses aid; the entry's text is the reason.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When, by whom and why.
  /// - Returns: The case at the stage `refused`, and the time for the applicant's complaint.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it, or no reason is given.
  public func refuse(_ record: Record, _ entry: CaseEntry) throws(Diagnostic) -> CaseMove {
    let move = try move(record, .refuse, entry) { draft in
      draft[Case.refusedOn] = PartialDate(entry.day)
      draft[Case.reason] = entry.text
    }
    guard Folding.trim(entry.text ?? "").isEmpty else { return move }
    throw Diagnostic(
      "case-reason-missing",
      Phrase(en: "a refusal needs its reason", zh: "不予受理须说明理由"),
      help: Phrase(en: "say why aid is refused", zh: "请填写不予受理的理由")
    )
  }

  /// Moves a case in which aid was granted to the next stage.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When, by whom, and what was done.
  /// - Returns: The case at the next stage.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it.
  public func advance(_ record: Record, _ entry: CaseEntry) throws(Diagnostic) -> CaseMove {
    try move(record, .advance, entry)
  }

  /// Notes what happened, at any stage.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When, by whom, and what happened.
  /// - Returns: The case at the stage at which it stood.
  /// - Throws: A ``Diagnostic`` where the entry cannot be.
  public func note(_ record: Record, _ entry: CaseEntry) throws(Diagnostic) -> CaseMove {
    try move(record, .note, entry)
  }

  /// Closes a case.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When and by whom; its text is the reason for the outcome.
  ///   - outcome: How it ended.
  ///   - recovered: What the right holder got back.
  /// - Returns: The case at the stage `closed`.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it.
  public func close(
    _ record: Record,
    _ entry: CaseEntry,
    outcome: CaseOutcome,
    recovered: Money? = nil
  ) throws(Diagnostic) -> CaseMove {
    try move(record, .close, entry) { draft in
      draft[Case.closedOn] = PartialDate(entry.day)
      draft[Case.outcome] = outcome
      if let recovered { draft[Case.recoveredFen] = recovered }
      if let text = entry.text { draft[Case.reason] = text }
    }
  }
}

extension CaseDesk {
  private func move(
    _ record: Record,
    _ action: CaseAction,
    _ entry: CaseEntry,
    _ change: (inout Draft) -> Void = { _ in }
  ) throws(Diagnostic) -> CaseMove {
    guard let stage = record[Case.stage] else {
      throw Diagnostic(
        "case-without-stage",
        Phrase(en: "the case \(record.id) has no stage", zh: "案件 \(record.id) 没有阶段"),
        help: Phrase(en: "set stage to where it stands", zh: "请填写当前阶段（stage）"),
        at: record.place
      )
    }
    guard CaseStages.actions(at: stage).contains(action) else {
      throw Diagnostic(
        "case-move",
        Phrase(
          en:
            "the case \(record.id) stands at '\(stage.choice.label.en)': '\(action.rawValue)' is not possible there",
          zh: "案件 \(record.id) 处于“\(stage.choice.label.zh)”，不能“\(action.choice.label.zh)”"
        ),
        help: CaseStages.help(at: stage),
        at: record.place
      )
    }
    var draft = Draft(copying: record)
    change(&draft)
    return try move(draft, from: stage, action, entry)
  }

  private func move(
    _ draft: Draft,
    from stage: CaseStage?,
    _ action: CaseAction,
    _ entry: CaseEntry
  ) throws(Diagnostic) -> CaseMove {
    guard let id = draft.id else { preconditionFailure("a case without an id was moved") }
    let history = events[id] ?? []
    try validate(entry, action, after: draft[Case.receivedOn], history)

    var draft = draft
    let destination = CaseStages.destination(of: action, from: stage)
    var deadline: Reckoning?
    var findings: [Diagnostic] = []
    if let destination {
      draft[Case.stage] = destination
      let start = action == .open ? draft[Case.receivedOn]?.day : entry.day
      (deadline, findings) = period(
        destination == .refused ? "case-complaint" : CaseStages.term(at: destination),
        from: start
      )
      // A refused case has no stage to leave: the complaint's time is the applicant's, not the office's.
      draft[Case.dueOn] = destination.isFinal ? nil : deadline.map { PartialDate($0.day) }
    }
    draft[Case.aidFen] = try aid(history, and: entry.cost)

    var event = Draft(CaseEvent.schema)
    event[CaseEvent.case] = id
    event[CaseEvent.date] = PartialDate(entry.day)
    event[CaseEvent.action] = action
    event[CaseEvent.from] = stage
    event[CaseEvent.to] = destination
    event[CaseEvent.text] = entry.text
    event[CaseEvent.papers] = entry.papers.isEmpty ? nil : entry.papers
    event[CaseEvent.costFen] = entry.cost
    event[CaseEvent.by] = entry.by
    return CaseMove(record: draft, event: event, deadline: deadline, findings: findings)
  }

  /// Refuses entries of nobody, of the future, and moves before the last one.
  private func validate(
    _ entry: CaseEntry,
    _ action: CaseAction,
    after received: PartialDate?,
    _ history: [Record]
  ) throws(Diagnostic) {
    guard !Folding.trim(entry.by).isEmpty else {
      throw Diagnostic(
        "case-nobody",
        Phrase(en: "nobody is named who does it", zh: "未写明经办人"),
        help: Phrase(en: "name who does it", zh: "请填写经办人")
      )
    }
    guard entry.day <= today else {
      throw Diagnostic(
        "case-date-future",
        Phrase(
          en: "\(entry.day) is in the future, today is \(today)",
          zh: "\(entry.day) 晚于今日 \(today)"
        ),
        help: Phrase(en: "give the day on which it was done", zh: "请填写实际办理日期")
      )
    }
    // A note may be written down late, but not before there was a case.
    let moves = action == .note ? [] : history.filter { $0[CaseEvent.to] != nil }
    let dates =
      moves.compactMap { $0[CaseEvent.date]?.first } + [received?.first].compactMap(\.self)
    guard let last = dates.max(), entry.day < last else { return }
    throw Diagnostic(
      "case-date-order",
      Phrase(
        en: "\(entry.day) is before the last move of the case, on \(last)",
        zh: "\(entry.day) 早于案件上一步的日期 \(last)"
      ),
      help: Phrase(en: "give that day or a later one", zh: "请填写该日或之后的日期")
    )
  }

  private func aid(_ history: [Record], and cost: Money?) throws(Diagnostic) -> Money? {
    let costs = history.compactMap { $0[CaseEvent.costFen] } + [cost].compactMap(\.self)
    guard !costs.isEmpty else { return nil }
    do throws(Money.Overflow) {
      var sum = Money.zero
      for cost in costs { sum = try sum.adding(cost) }
      return sum
    } catch {
      throw Diagnostic(
        "case-aid-overflow",
        Phrase(en: "the costs of the case are too large to add up", zh: "案件费用合计超出范围"),
        help: Phrase(en: "check the costs of its events", zh: "请核对各事件费用")
      )
    }
  }

  /// Reckons a period of a case; where the ledger has no such term there is none, and that is told.
  func period(_ name: String?, from start: Day?) -> (Reckoning?, [Diagnostic]) {
    guard let name, let start else { return (nil, []) }
    do throws(Diagnostic) {
      let reckoning = try terms.term(name, on: start).end(from: start, in: calendar)
      guard let reckoning, reckoning.isProvisional else { return (reckoning, []) }
      let provisional = Diagnostic(
        "date-provisional",
        Phrase(
          en: "\(reckoning.day) is provisional: no notice of days off covers all days until then",
          zh: "\(reckoning.day) 为暂定日期：放假通知未覆盖其间全部日期"
        ),
        help: Phrase(
          en: "add the holiday record of the year once the notice is out",
          zh: "通知公布后请添加该年度工作日历"
        ),
        severity: .warning
      )
      return (reckoning, [provisional])
    } catch {
      return (nil, [error])
    }
  }
}
