import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio

/// `case …`: rights assistance, from intake to outcome.
enum CaseCommands {
  static let command = Command<World>(
    "case",
    section: Section.work,
    summary: Phrase(en: "Follow cases of rights assistance", zh: "办理维权援助案件"),
    discussion: Phrase(
      en: """
        received ⇄ supplement; received → accepted → investigating → proceeding → closed; received or \
        supplement → refused → complained → refused or accepted. A case moves along these stages only, and \
        every move keeps who and when.
        """,
      zh: """
        收件 ⇄ 补正；收件 → 受理 → 调查取证 → 办理中 → 结案；收件或补正 → 不予受理 → 申诉 → 维持或受理。\
        案件只能沿这些阶段推进，每一步都记录经办人与日期。
        """
    ),
    examples: [
      Example(
        "brandledger case open 权利人=启东市示例海润水产有限公司 权利类型=商标 渠道=行政 案情=仿冒包装",
        Phrase(en: "Take in an application", zh: "收件登记")
      ),
      Example("brandledger case list --overdue", Phrase(en: "What is late", zh: "列出超期案件")),
      Example(
        "brandledger case stats --year 2025",
        Phrase(en: "The year's figures", zh: "年度统计")
      ),
    ],
    subcommands: {
      [
        open, supplement, complete, CaseAssessment.command, accept, refuse, complain, uphold,
        reverse,
        log, step, advance, close, CaseReports.list, CaseReports.show, CaseReports.stats,
      ]
    }
  )

  static let id = Argument(
    .text(Phrase(en: "CASE", zh: "案件编号")),
    help: Phrase(en: "The case's id", zh: "案件编号")
  )
  static let day = Option(
    "on",
    Values.day,
    help: Phrase(en: "The day on which it was done; else today", zh: "办理日期；默认为今天")
  )
  static let text = Option(
    "text",
    .text(Phrase(en: "TEXT", zh: "说明")),
    short: "t",
    help: Phrase(en: "What happened, in words; of a refusal, why", zh: "经过说明；不予受理时为理由")
  )
  static let papers = Option(
    repeated: "paper",
    .text(Phrase(en: "PAPER", zh: "材料")),
    help: Phrase(en: "A paper that came in or went out", zh: "收到或发出的材料")
  )
  static let cost = Option(
    "cost",
    Values.money,
    help: Phrase(en: "What it cost the office", zh: "本单位发生的费用")
  )
  static let aid = Option(
    repeated: "aid",
    Values.word(AidKind.self, Phrase(en: "AID", zh: "援助方式")),
    help: Phrase(en: "A kind of aid that is granted", zh: "给予的援助方式")
  )
  static let hardship = Option(
    "hardship",
    Values.word(Hardship.self, Phrase(en: "FINDING", zh: "认定")),
    help: Phrase(en: "Whether the right holder is in difficulty", zh: "是否维权确有困难")
  )
  static let hardshipReason = Option(
    "hardship-reason",
    .text(Phrase(en: "TEXT", zh: "依据")),
    help: Phrase(en: "By what that was found", zh: "困难认定依据")
  )
  static let group = Option(
    "group",
    Values.word(HardshipGroup.self, Phrase(en: "GROUP", zh: "人群")),
    help: Phrase(en: "The group for which hardship is not examined", zh: "免予核查困难的人群")
  )
  static let criteria = Option(
    repeated: "criterion",
    criterion,
    help: Phrase(
      en: "What the office states of a criterion, such as elsewhere=yes; see 'case assess'",
      zh: "经办人对受理条件的认定，例如 elsewhere=yes；条件见 case assess"
    )
  )
  static let override = Option(
    "override",
    .text(Phrase(en: "REASON", zh: "理由")),
    help: Phrase(
      en: "Why aid is granted although a criterion or the hardship rule speaks against it",
      zh: "虽有条件不符仍予援助的理由"
    )
  )
  static let partners = Option(
    repeated: "partner",
    .text(Phrase(en: "PARTNER", zh: "专家或机构")),
    help: Phrase(en: "An expert or partner who helps, by id or name", zh: "参与的专家或机构（编号或名称）")
  )
  static let outcome = Option(
    required: "outcome",
    Values.word(CaseOutcome.self, Phrase(en: "OUTCOME", zh: "结果")),
    help: Phrase(en: "How the case ended", zh: "案件结果")
  )
  static let recovered = Option(
    "recovered",
    Values.money,
    help: Phrase(en: "What the right holder got back", zh: "为权利人追回的金额")
  )

  private static let criterion = ValueKind<(AcceptanceCriterion, Answer)>(
    Phrase(en: "NAME=ANSWER", zh: "条件=结论"),
    expected: Phrase(
      en:
        "one of \(AcceptanceCriterion.allCases.map(\.rawValue).joined(separator: ", ")), then =yes, "
        + "=no or =unknown",
      zh: "\(AcceptanceCriterion.allCases.map(\.rawValue).joined(separator: "、")) 之一，后接 =yes、"
        + "=no 或 =unknown"
    )
  ) { text in
    let parts = Folding.key(text).split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let criterion = AcceptanceCriterion(rawValue: String(parts[0])),
      let answer = Answer(rawValue: String(parts[1]))
    else { return nil }
    return (criterion, answer)
  }

  static let entryOptions: [any AnyOption] = [day, text, papers, cost]
}

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
    options: entryOptions + [
      aid, hardship, hardshipReason, group, criteria, override, partners,
    ]
  ) { session, arguments in
    try act(session, arguments) { desk, record, entry in
      let snapshot = desk.snapshot
      let grant = CaseGrant(
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
      return try desk.accept(record, entry, grant)
    }
    return nil
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
      )
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
      )
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
      arguments[day] ?? session.today,
      by: session.author,
      text: arguments[text],
      papers: arguments[papers],
      cost: arguments[cost]
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
      said = Phrase(
        en: "\(said.en), due \(deadline.day)",
        zh: "\(said.zh)，期限 \(deadline.day)"
      )
    }
    session.said(commit, said)
    session.answer(id, commit)
  }
}
