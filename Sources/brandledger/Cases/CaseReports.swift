import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// What is told of cases: the list, one case, the figures.
enum CaseReports {
  static let isOpen = Option(
    flag: "open",
    help: Phrase(en: "Only cases that are not closed", zh: "只列未结案件")
  )
  static let isOverdue = Option(
    flag: "overdue",
    help: Phrase(en: "Only cases whose day is past, the latest first", zh: "只列超期案件")
  )
  static let isUrgent = Option(
    flag: "urgent",
    help: Phrase(en: "Only open cases whose limitation is about to run out", zh: "只列诉讼时效将届满的未结案件")
  )
  static let quarters = Option(
    flag: "quarters",
    help: Phrase(en: "The year's four quarters, one below the other", zh: "按季度列出全年")
  )
  static let isListed = Option(
    flag: "list",
    help: Phrase(en: "The cases behind the figures, one a line", zh: "逐案列出统计所含案件")
  )
  static let from = dateOption("from", Phrase(en: "The first day", zh: "起始日期"))
  static let until = dateOption("until", Phrase(en: "The last day", zh: "截止日期"))

  private static func dateOption(_ name: String, _ help: Phrase) -> Option<Day?> {
    Option(
      name,
      Values.day,
      help: help
    )
  }

  static let list = Command<World>(
    "list",
    summary: Phrase(en: "List cases", zh: "列出案件"),
    examples: [
      Example(
        "brandledger case list --open --where channel=judicial",
        Phrase(en: "Open cases before a court", zh: "列出未结的司法案件")
      )
    ],
    options: [isOpen, isOverdue, isUrgent, ListCommand.conditions]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let desk = try CaseDesk(snapshot, today: session.today)
    let overdue = Dictionary(
      uniqueKeysWithValues: desk.overdue.map { ($0.record.id, $0) }
    )
    let query = try Query(Case.schema, where: arguments[ListCommand.conditions], snapshot)
    var records = try query.records(snapshot)
    if arguments[isOpen] {
      records = records.filter { ![.closed, .refused].contains($0[Case.stage]) }
    }
    if arguments[isOverdue] {
      let wanted = Set(records.map(\.id))
      records = desk.overdue.map(\.record).filter { wanted.contains($0.id) }
    }
    if arguments[isUrgent] {
      records = records.filter {
        ![.closed, .refused].contains($0[Case.stage]) && desk.isUrgent($0)
      }
    }
    if session.isForPrograms {
      try session.show(records: records.map(\.line))
      return nil
    }
    let fields = [
      "id", "receivedOn", "stage", "rightHolder", "right", "channel", "town", "outcome",
    ]
    let base = try ListCommand.table(Case.schema, records, fields, snapshot)
    var table = Presentation.Table(
      title: base.title,
      columns: base.columns + [
        Column("dueOn", Phrase(en: "due", zh: "期限")),
        Column("daysLate", Phrase(en: "days late", zh: "超期天数"), .trailing),
      ],
      notes: base.notes
    )
    for (record, cells) in zip(records, base.rows) {
      let late = overdue[record.id]
      let due: Cell = desk.stageEnd(of: record).map { .date($0.description) } ?? .empty
      table.append(
        cells + [
          due,
          late.map { .integer(Int64($0.daysLate)) } ?? .empty,
        ]
      )
    }
    try session.show(table)
    return nil
  }

  static let show = Command<World>(
    "show",
    summary: Phrase(en: "Show a case and all that happened", zh: "显示案件及全部经过"),
    examples: [
      Example(
        "brandledger case show case-20251103-k7m2qd",
        Phrase(en: "One case", zh: "查看一个案件")
      )
    ],
    arguments: [CaseCommands.id]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    var record = try session.record(arguments[CaseCommands.id], Case.schema, in: snapshot)
    if session.isForPrograms {
      try session.show(json: record.line)
      return nil
    }
    if let due = try CaseDesk(snapshot, today: session.today).stageEnd(of: record) {
      var draft = Draft(copying: record)
      draft[Case.dueOn] = PartialDate(due)
      record = draft.record()
    }
    // What the acceptance test found is a table of its own.
    let shown = Case.schema.fields.filter { $0 !== Case.criteria.definition }
    let fields = try shown.compactMap { field -> Report.Field? in
      let cell = RecordCells.cell(try FieldPath(field.name, Case.schema, snapshot), record)
      return cell == .empty ? nil : Report.Field(field.name, field.label, cell)
    }
    let events = try snapshot.table(CaseEvent.self).records.filter {
      $0[CaseEvent.case] == record.id
    }
    let hasAppointment = events.contains { $0.has(CaseEvent.scheduledOn.definition) }
    let names =
      ["date", "action", "to", "step", "text"] + (hasAppointment ? ["scheduledOn"] : [])
      + ["papers", "costFen", "by"]
    let table = try ListCommand.table(CaseEvent.schema, events, names, snapshot)
    // A complaint that was decided is not made again.
    let isUpheld = events.contains { $0[CaseEvent.action] == .uphold }
    let actions = CaseStages.actions(at: record[Case.stage]).filter { $0 != .complain || !isUpheld }
    let tests = Acceptance.kept(in: record)
    let criteria: [Report.Block] =
      tests.isEmpty
      ? []
      : [
        .heading(Phrase(en: "Criteria", zh: "受理条件")),
        .table(CaseAssessment.criteria(tests)),
      ]
    try session.show(
      Report(
        title: Phrase(en: "case \(record.id)", zh: "案件 \(record.id)"),
        [.fields(fields)] + criteria + [
          .heading(Phrase(en: "What happened", zh: "经过")),
          .table(Presentation.Table(columns: table.columns, rows: table.rows)),
          .paragraph(
            Phrase(
              en: "possible now: " + actions.map(\.rawValue).joined(separator: ", "),
              zh: "现在可以："
                + actions.map { "\($0.rawValue)（\($0.choice.label.zh)）" }
                .joined(separator: "、")
            )
          ),
        ]
      )
    )
    return nil
  }

  static let stats = Command<World>(
    "stats",
    summary: Phrase(en: "Show the figures of a period", zh: "案件统计"),
    examples: [
      Example(
        "brandledger case stats --from 2025-01-01 --until 2025-03-31",
        Phrase(en: "A quarter", zh: "某一季度")
      ),
      Example(
        "brandledger case stats --year 2025 --quarters",
        Phrase(en: "The year by quarters", zh: "全年按季度")
      ),
      Example(
        "brandledger case stats --year 2025 --list",
        Phrase(en: "The cases behind the figures", zh: "统计所含案件")
      ),
    ],
    options: [ProgressCommand.year, from, until, quarters, isListed],
    rules: [
      .exclusive([quarters, from]), .exclusive([quarters, until]),
      .exclusive([quarters, isListed]),
    ]
  ) { session, arguments in
    let year = arguments[ProgressCommand.year] ?? session.today.year
    let start = arguments[from] ?? Day(year: year, month: 1, day: 1) ?? session.today
    let end = arguments[until] ?? Day(year: year, month: 12, day: 31) ?? session.today
    guard start <= end else {
      throw arguments.refusal(
        of: until,
        expected: Phrase(en: "a day not before \(start)", zh: "不早于 \(start) 的日期")
      )
    }
    let snapshot = try session.snapshot()
    if arguments[quarters] {
      try session.show(CaseQuarters.table(CaseQuarters(snapshot, year: year)))
      return nil
    }
    let statistics = try CaseStatistics(snapshot, from: start, until: end)
    try session.show(
      arguments[isListed] ? CaseQuarters.list(statistics, snapshot) : table(statistics)
    )
    if !statistics.unplaced.isEmpty {
      session.say(
        Phrase(
          en: "not counted, for want of dates: "
            + statistics.unplaced.map(\.text).joined(separator: ", "),
          zh: "因缺少日期未计入：" + statistics.unplaced.map(\.text).joined(separator: "、")
        )
      )
    }
    return nil
  }

  private static func table(_ statistics: CaseStatistics) -> Presentation.Table {
    var table = Presentation.Table(
      title: Phrase(
        en: "cases from \(statistics.from) to \(statistics.until)",
        zh: "案件统计 \(statistics.from) 至 \(statistics.until)"
      ),
      columns: [
        Column("by", Phrase(en: "by", zh: "维度")),
        Column("group", Phrase(en: "group", zh: "分组")),
        Column("openAtStart", Phrase(en: "open at start", zh: "期初未结"), .trailing),
        Column("opened", Phrase(en: "opened", zh: "收件"), .trailing),
        Column("accepted", Phrase(en: "accepted", zh: "受理"), .trailing),
        Column("refused", Phrase(en: "refused", zh: "不予受理"), .trailing),
        Column("reopened", Phrase(en: "reopened", zh: "撤销不予受理"), .trailing),
        Column("closed", Phrase(en: "closed", zh: "结案"), .trailing),
        Column("openAtEnd", Phrase(en: "open at end", zh: "期末未结"), .trailing),
        Column("aidFen", Phrase(en: "aid (CNY)", zh: "援助费用（元）"), .trailing),
        Column("recoveredFen", Phrase(en: "recovered (CNY)", zh: "追回金额（元）"), .trailing),
      ],
      notes: [
        Phrase(
          en: "open at start + opened + reopened − refused − closed = open at end",
          zh: "期初未结 + 收件 + 撤销不予受理 − 不予受理 − 结案 = 期末未结"
        )
      ]
        + (statistics.decisions > 0
          ? [
            Phrase(
              en:
                "\(statistics.decisions) decisions of authorities are kept besides, and not counted",
              zh: "另存行政处罚决定 \(statistics.decisions) 件，未计入"
            )
          ] : [])
    )
    let all = Phrase(en: "all", zh: "全部")
    table.append(cells(.phrase(all, code: "all"), .empty, statistics.total))
    for dimension in CaseStatistics.Dimension.allCases {
      for group in statistics.groups[dimension] ?? [] {
        table.append(
          cells(
            .phrase(dimension.label, code: dimension.rawValue),
            .phrase(group.label, code: group.key ?? ""),
            group.figures
          )
        )
      }
    }
    return table
  }

  private static func cells(_ dimension: Cell, _ group: Cell, _ figures: CaseFigures) -> [Cell] {
    let counts = [
      figures.openAtStart, figures.opened, figures.accepted, figures.refused, figures.reopened,
      figures.closed, figures.openAtEnd,
    ]
    return [dimension, group] + counts.map { .integer(Int64($0)) }
      + [.money(fen: figures.aid.fen), .money(fen: figures.recovered.fen)]
  }
}
