import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio

extension CaseCommands {
  static let open = Command<World>(
    "open",
    summary: Phrase(en: "Take in an application", zh: "收件登记"),
    examples: [
      Example(
        "brandledger case open rightHolder=启东市示例海润水产有限公司 right=trademark channel=platform",
        Phrase(en: "With English field names", zh: "使用英文字段名")
      )
    ],
    arguments: [RecordArguments.optionalValues],
    options: [RecordArguments.creates] + entryOptions
  ) { session, arguments in
    let entry = entry(session, arguments)
    var values = arguments[RecordArguments.optionalValues]
    values.append(Assignment(Case.stage.definition.name, CaseStage.received.rawValue))
    let received = Case.receivedOn.definition
    if !values.contains(where: { Case.schema.field(named: $0.field) === received }) {
      values.append(Assignment(received.name, entry.day.description))
    }
    values = Prompt(session).complete(values, Case.schema)
    try act(session) { snapshot, desk in
      let editor = session.editor(snapshot, creates: arguments[RecordArguments.creates])
      guard case .new = try editor.add(Case.schema, values),
        case .put(let draft)? = editor.changes.last
      else { throw Diagnostics(editor.diagnostics) }
      return (Array(editor.changes.dropLast()), try desk.open(draft, entry))
    }
    return nil
  }

  static let supplement = Command<World>(
    "supplement",
    summary: Phrase(en: "Ask for missing papers", zh: "要求补正材料"),
    examples: [
      Example(
        "brandledger case supplement case-20251103-k7m2qd --text 缺少权属证明",
        Phrase(en: "What is missing, in words", zh: "写明缺少的材料")
      )
    ],
    arguments: [id],
    options: entryOptions
  ) { session, arguments in
    try act(session, arguments) { try $0.supplement($1, $2) }
    return nil
  }

  static let complete = Command<World>(
    "complete",
    summary: Phrase(en: "Take in the missing papers", zh: "收到补正材料"),
    examples: [
      Example(
        "brandledger case complete case-20251103-k7m2qd --paper 商标注册证 --on 2025-11-07",
        Phrase(en: "With the paper that came in", zh: "写明收到的材料")
      )
    ],
    arguments: [id],
    options: entryOptions
  ) { session, arguments in
    try act(session, arguments) { try $0.complete($1, $2) }
    return nil
  }

  static let accept = Command<World>(
    "accept",
    summary: Phrase(en: "Grant aid", zh: "受理并给予援助"),
    examples: [
      Example(
        "brandledger case accept case-20251103-k7m2qd --aid 取证协助 --hardship yes --on 2025-11-10",
        Phrase(en: "With the kind of aid and the finding of hardship", zh: "写明援助方式和困难认定")
      )
    ],
    arguments: [id],
    options: entryOptions + grantOptions
  ) { session, arguments in
    try act(session, arguments) { desk, record, entry in
      try desk.accept(record, entry, grant(session, arguments, desk.snapshot))
    }
    return nil
  }

  static let grantOptions: [any AnyOption] = [
    aid, hardship, hardshipReason, group, criteria, override, partners,
  ]

  /// The aid that is granted, and what was found.
  static func grant(
    _ session: Session,
    _ arguments: Arguments,
    _ snapshot: Snapshot
  ) throws -> CaseGrant {
    CaseGrant(
      aid: arguments[aid],
      hardship: arguments[hardship],
      hardshipReason: arguments[hardshipReason],
      group: arguments[group],
      criteria: Dictionary(arguments[criteria]) { $1 },
      override: arguments[override],
      partners: try arguments[partners].map {
        try session.record($0, Partner.schema, in: snapshot).id
      }
    )
  }

  static let refuse = Command<World>(
    "refuse",
    summary: Phrase(en: "Refuse aid, with the reason", zh: "不予受理并说明理由"),
    examples: [
      Example(
        "brandledger case refuse case-20251103-k7m2qd --text 不属于本市权利人",
        Phrase(en: "The reason is needed", zh: "须写明理由")
      )
    ],
    arguments: [id],
    options: entryOptions
  ) { session, arguments in
    try act(session, arguments) { try $0.refuse($1, $2) }
    return nil
  }

  static let log = Command<World>(
    "log",
    aliases: ["note"],
    summary: Phrase(en: "Note what happened, with papers and costs", zh: "记录经过、材料与费用"),
    examples: [
      Example(
        "brandledger case log case-20251103-k7m2qd --text 现场取证 --cost 1200",
        Phrase(en: "With what it cost", zh: "并记录费用")
      ),
      Example(
        "brandledger case log case-20251103-k7m2qd --text 开庭 --appointment 2026-03-12",
        Phrase(en: "A hearing, of which 'due' reminds", zh: "登记开庭日期，由 due 提醒")
      ),
    ],
    arguments: [id],
    options: entryOptions
  ) { session, arguments in
    try act(session, arguments) { try $0.note($1, $2) }
    return nil
  }

  static let advance = Command<World>(
    "advance",
    summary: Phrase(en: "Move a case to its next stage", zh: "推进到下一阶段"),
    examples: [
      Example(
        "brandledger case advance case-20251103-k7m2qd --text 提交行政投诉",
        Phrase(en: "With what was done", zh: "写明所办事项")
      )
    ],
    arguments: [id],
    options: entryOptions
  ) { session, arguments in
    try act(session, arguments) { try $0.advance($1, $2) }
    return nil
  }

  static let close = Command<World>(
    "close",
    summary: Phrase(en: "Close a case with its outcome", zh: "结案"),
    examples: [
      Example(
        "brandledger case close case-20251103-k7m2qd --outcome won --recovered 8.6万",
        Phrase(en: "Won, with what was got back", zh: "维权成功并记录追回金额")
      ),
      Example(
        "brandledger case close case-20251103-k7m2qd --outcome withdrawn --text 逾期未补正视为撤回",
        Phrase(en: "Before acceptance: withdrawn, or referred", zh: "受理前：撤回或移送")
      ),
    ],
    arguments: [id],
    options: entryOptions + [outcome, recovered]
  ) { session, arguments in
    try act(session, arguments) { desk, record, entry in
      try desk.close(
        record,
        entry,
        outcome: arguments[outcome],
        recovered: arguments[recovered]
      )
    }
    return nil
  }

  private static func entry(_ session: Session, _ arguments: Arguments) -> CaseEntry {
    CaseEntry(
      arguments[EntryOptions.day] ?? session.today,
      by: session.author,
      text: arguments[text],
      papers: arguments[papers],
      cost: arguments[cost],
      appointment: arguments[appointment]
    )
  }

  /// Moves the case that was named, and tells what was done.
  static func act(
    _ session: Session,
    _ arguments: Arguments,
    _ action: (CaseDesk, Record, CaseEntry) throws -> CaseMove
  ) throws {
    let entry = entry(session, arguments)
    try act(session) { snapshot, desk in
      let record = try session.record(arguments[id], Case.schema, in: snapshot)
      return ([], try action(desk, record, entry))
    }
  }

  private static func act(
    _ session: Session,
    _ action: (Snapshot, CaseDesk) throws -> ([Change], CaseMove)
  ) throws {
    var move: CaseMove?
    let commit = try session.write { snapshot in
      let desk = try CaseDesk(snapshot, today: session.today)
      let (before, done) = try action(snapshot, desk)
      move = done
      var event = done.event
      event.id = session.ids.id("evt")
      return before + [.put(done.record), .put(event)]
    }
    guard let move else { return }
    Failure.tell(move.findings, session)
    let id = move.record.id ?? RecordID("")
    let stage = move.record[Case.stage]?.choice.label ?? Phrase(en: "", zh: "")
    var said = Phrase(en: "\(id): \(stage.en)", zh: "\(id)：\(stage.zh)")
    if let deadline = move.deadline {
      said = Phrase(en: "\(said.en), due \(deadline.day)", zh: "\(said.zh)，期限 \(deadline.day)")
    }
    session.said(commit, said)
    try session.answer(id, commit)
  }
}
