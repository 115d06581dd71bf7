import Bilingual
import Ledger
import Portfolio

extension CaseDesk {
  func move(
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
    var move = try move(draft, from: stage, action, entry)
    // An application that counts as withdrawn for want of papers ends after its time.
    let isDue = action != .close || stage != .supplement
    if isDue, CaseStages.destination(of: action, from: stage) != nil,
      record.has(Case.dueOn.definition), let due = stageEnd(of: record), entry.day > due
    {
      move.findings.append(late(entry.day, due, stage))
    }
    return move
  }

  func move(
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
        action == .refuse ? "case-complaint" : CaseStages.term(at: destination),
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
    event[CaseEvent.step] = entry.step
    event[CaseEvent.scheduledOn] = entry.appointment.map { PartialDate($0) }
    event[CaseEvent.by] = entry.by
    return CaseMove(record: draft, event: event, deadline: deadline, findings: findings)
  }

  /// What is said where a stage is left after the day by which it was to be.
  private func late(_ day: Day, _ due: Day, _ stage: CaseStage) -> Diagnostic {
    let isWithdrawn = stage == .supplement
    return Diagnostic(
      "case-move-late",
      Phrase(
        en: "the time ended on \(due), \(day - due, of: "day") before"
          + (isWithdrawn ? ": without the papers the application counts as withdrawn" : ""),
        zh: "期限已于 \(due) 届满，逾期 \(day - due) 天" + (isWithdrawn ? "：逾期未补正视为撤回申请" : "")
      ),
      help: isWithdrawn
        ? Phrase(
          en: "close it with --outcome withdrawn, or say in the text why it goes on",
          zh: "请以撤回结案（close --outcome withdrawn），或在说明中写明继续办理的理由"
        )
        : Phrase(
          en: "correct the day, or say in the text why it goes on",
          zh: "请更正日期，或在说明中写明继续办理的理由"
        ),
      severity: .warning
    )
  }

  func urgent(_ end: Day) -> Diagnostic {
    Diagnostic(
      "case-urgent",
      Phrase(
        en: "limitation runs out on \(end), in \(end - today, of: "day"): aid may be granted first",
        zh: "诉讼时效于 \(end) 届满，还有 \(end - today) 天：可先行受理"
      ),
      help: Phrase(en: "accept it now; the papers come later", zh: "请先办理受理，事后补交材料"),
      severity: .warning
    )
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
    if let appointment = entry.appointment, appointment < entry.day {
      throw Diagnostic(
        "case-appointment-past",
        Phrase(
          en: "the appointment on \(appointment) lies before \(entry.day), when it was set",
          zh: "约定日期 \(appointment) 早于排定之日 \(entry.day)"
        ),
        help: Phrase(
          en: "give the day of the hearing; --on is the day on which it was set",
          zh: "请填写开庭等约定日期；--on 为排定之日"
        )
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
      return (reckoning, [reckoning?.doubt].compactMap(\.self))
    } catch {
      return (nil, [error])
    }
  }
}
