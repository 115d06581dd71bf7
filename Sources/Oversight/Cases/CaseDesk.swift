import Bilingual
import JSONLines
public import Ledger
public import Portfolio

/// Where cases of rights assistance are moved from stage to stage.
///
/// Each action returns what is to be written and writes nothing; an action that the stage does not
/// allow throws a ``Diagnostic`` that names those it does.
public struct CaseDesk: Sendable {
  /// The ledger.
  public let snapshot: Snapshot
  let today: Day
  let cases: Table
  let enterprises: Table
  let trademarks: Table
  let patents: Table
  let authorities: Table
  let rights: RightBook
  let bounds: CityBounds
  let events: [RecordID: [Record]]
  var calendar: WorkCalendar { rights.calendar }
  var terms: LegalTerms { rights.terms }

  /// Opens the desk on a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  /// - Throws: ``Diagnostics`` where its cases, terms or working days cannot be read.
  public init(_ snapshot: Snapshot, today: Day) throws {
    self.snapshot = snapshot
    self.today = today
    cases = try snapshot.table(Case.self)
    enterprises = try snapshot.table(Enterprise.self)
    trademarks = try snapshot.table(Trademark.self)
    patents = try snapshot.table(Patent.self)
    authorities = try snapshot.table(Authority.self)
    rights = try RightBook(eventsOf: snapshot)
    bounds = try CityBounds(snapshot)
    events = try snapshot.table(CaseEvent.self).grouped(by: CaseEvent.case)
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
    if let known = draft[Case.knownOn], let received = draft[Case.receivedOn],
      known.first > received.last
    {
      throw Diagnostic(
        "dates-out-of-order",
        Phrase(
          en: "the harm was known on \(known), after the application of \(received)",
          zh: "知悉侵权日期 \(known) 晚于申请日期 \(received)"
        ),
        help: Phrase(en: "check both dates", zh: "请核对两个日期")
      )
    }
    var move = try move(draft, from: nil, .open, entry)
    let record = move.record.record()
    move.findings += conflicts(of: record)
    if isUrgent(record), let ends = limitationEnds(of: record) {
      move.findings.append(urgent(today <= ends.lowerBound ? ends.lowerBound : ends.upperBound))
    }
    return move
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
  ///   - grant: The aid, and what was found of the criteria and of hardship.
  /// - Returns: The case at the stage `accepted`; among its findings the criteria that are not known.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it, or a criterion or the hardship rule
  ///   speaks against it and no reason is given for granting aid nevertheless.
  public func accept(
    _ record: Record,
    _ entry: CaseEntry,
    _ grant: CaseGrant = CaseGrant()
  ) throws(Diagnostic) -> CaseMove {
    try take(grant, record, .accept, entry)
  }

  /// Grants aid after all: the complaint against the refusal was right.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When, by whom and why.
  ///   - grant: The aid, and what was found of the criteria and of hardship.
  /// - Returns: The case at the stage `accepted`; among its findings the criteria that are not known.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it, or as ``accept(_:_:_:)`` does.
  public func reverse(
    _ record: Record,
    _ entry: CaseEntry,
    _ grant: CaseGrant = CaseGrant()
  ) throws(Diagnostic) -> CaseMove {
    try take(grant, record, .reverse, entry) { draft in
      draft[Case.reopenedOn] = PartialDate(entry.day)
      // Why it was refused stays with the event; it is no reason of the case any more.
      draft[Case.reason] = nil
    }
  }

  private func take(
    _ grant: CaseGrant,
    _ record: Record,
    _ action: CaseAction,
    _ entry: CaseEntry,
    _ change: (inout Draft) -> Void = { _ in }
  ) throws(Diagnostic) -> CaseMove {
    let criteria = acceptance(of: record, stated: grant.criteria, on: entry.day)
    var move = try move(record, action, entry) { draft in
      draft[Case.acceptedOn] = PartialDate(entry.day)
      draft[Case.criteria] = .array(criteria.map(\.json))
      grant.apply(to: &draft)
      change(&draft)
    }
    try grant.demandReasons(move.record, criteria)
    move.findings += grant.doubts(move.record, criteria)
    return move
  }

  /// Takes in a complaint against a refusal.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When and by whom it was taken in; its text is the complaint.
  /// - Returns: The case at the stage `complained`; a warning where it came too late.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it, or a complaint was decided already.
  public func complain(_ record: Record, _ entry: CaseEntry) throws(Diagnostic) -> CaseMove {
    if let upheld = (events[record.id] ?? []).last(where: { $0[CaseEvent.action] == .uphold }) {
      let date = upheld[CaseEvent.date]?.description ?? ""
      throw Diagnostic(
        "case-move",
        Phrase(
          en: "the complaint in the case \(record.id) was decided on \(date): the refusal stands",
          zh: "案件 \(record.id) 的申诉已于 \(date) 作出决定：维持不予受理"
        ),
        help: Phrase(
          en: "new facts are a new application ('case open'); anything else is a note ('case log')",
          zh: "有新事实的，请另行登记申请（case open）；其他情况请用 case log 记录"
        ),
        at: record.place
      )
    }
    var move = try move(record, .complain, entry)
    if let end = period("case-complaint", from: record[Case.refusedOn]?.day).0?.day, entry.day > end
    {
      move.findings.append(
        Diagnostic(
          "case-complaint-late",
          Phrase(en: "the complaint could be made until \(end)", zh: "申诉期限已于 \(end) 届满"),
          help: Phrase(en: "say in the decision why it is heard", zh: "请在处理意见中说明受理理由"),
          severity: .warning
        )
      )
    }
    return move
  }

  /// Lets a refusal stand.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When, by whom and why.
  /// - Returns: The case at the stage `refused`.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it.
  public func uphold(_ record: Record, _ entry: CaseEntry) throws(Diagnostic) -> CaseMove {
    try move(record, .uphold, entry)
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
    var move = try move(record, .note, entry) { draft in
      if entry.step == .assistanceAsked { draft[Case.assistance] = draft[Case.assistance] ?? .sent }
    }
    guard let step = entry.step else { return move }
    if record[Case.stage]?.isFinal == true {
      let end = events[record.id]?.last { $0[CaseEvent.to]?.isFinal == true }?[CaseEvent.date]?.day
      guard let end, entry.day <= end else { throw Self.isOver(record) }
      // What was done before the case ended may be entered late, and starts nothing.
      return move
    }
    if [.filingExtended, .decisionExtended, .seizureExtended].contains(step) {
      let (end, findings) = extended(record, by: move.event, entry)
      move.deadline = end
      move.findings += findings
      return move
    }
    // What the step starts is told at once; later it is found among the due dates.
    let clocks = CaseClock.started(by: step)
    let periods = clocks.map { period($0.term, from: entry.day) }
    move.deadline = periods.compactMap(\.0).min { $0.day < $1.day }
    move.findings += periods.flatMap(\.1)
    return move
  }

  private static func isOver(_ record: Record) -> Diagnostic {
    let stage = record[Case.stage]?.choice.label ?? Phrase(en: "", zh: "")
    return Diagnostic(
      "case-move",
      Phrase(
        en: "the case \(record.id) stands at '\(stage.en)': no step of a procedure follows",
        zh: "案件 \(record.id) 处于“\(stage.zh)”，不再有程序步骤"
      ),
      help: Phrase(
        en:
          "a step of before its end takes its own day (--on); anything else is a note ('case log')",
        zh: "结束前的步骤请用 --on 填写当时日期；其他情况请用 case log 记录"
      ),
      at: record.place
    )
  }

  private static func isUndecided(
    _ record: Record,
    _ stage: CaseStage,
    _ outcome: CaseOutcome
  ) -> Diagnostic {
    let help = CaseStages.help(at: stage)
    let (label, end) = (stage.choice.label, outcome.choice.label)
    return Diagnostic(
      "case-move",
      Phrase(
        en:
          "the case \(record.id) stands at '\(label.en)', before aid is granted: it cannot end as '\(end.en)'",
        zh: "案件 \(record.id) 处于“\(label.zh)”，尚未受理，不能以“\(end.zh)”结案"
      ),
      help: Phrase(
        en: "\(help.en); it is closed as withdrawn, or as referred to whom it belongs",
        zh: "\(help.zh)；受理前只能以撤回（withdrawn）或移送（referred）结案"
      ),
      at: record.place
    )
  }

  /// Closes a case; before aid is granted only as withdrawn, or as sent on to whom it belongs.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - entry: When and by whom; its text is the reason for the outcome.
  ///   - outcome: How it ended.
  ///   - recovered: What the right holder got back.
  /// - Returns: The case at the stage `closed`.
  /// - Throws: A ``Diagnostic`` where the stage does not allow it, or not with the outcome.
  public func close(
    _ record: Record,
    _ entry: CaseEntry,
    outcome: CaseOutcome,
    recovered: Money? = nil
  ) throws(Diagnostic) -> CaseMove {
    if let stage = record[Case.stage], stage.isUndecided, !outcome.isBeforeGrant {
      throw Self.isUndecided(record, stage, outcome)
    }
    return try move(record, .close, entry) { draft in
      draft[Case.closedOn] = PartialDate(entry.day)
      draft[Case.outcome] = outcome
      if let recovered { draft[Case.recoveredFen] = recovered }
      if let text = entry.text { draft[Case.reason] = text }
    }
  }
}
