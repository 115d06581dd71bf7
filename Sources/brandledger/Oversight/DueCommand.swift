import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio
import Presentation

/// `due`: everything that asks for action within a time.
enum DueCommand {
  static let kinds = Option(
    repeated: "kind",
    ValueKind<String>(
      Phrase(en: "KIND", zh: "类别"),
      choices: DueSources.all.map { Choice($0.name, $0.name, $0.label) }
    ),
    short: "k",
    help: Phrase(en: "Only dates of a kind", zh: "只列某类日期")
  )
  static let urgencies = Option(
    repeated: "urgency",
    ValueKind<Urgency>(
      Phrase(en: "URGENCY", zh: "紧急程度"),
      choices: Urgency.allCases.map { Choice($0, $0.rawValue, $0.label) }
    ),
    help: Phrase(en: "Only dates that stand so", zh: "只列某种紧急程度")
  )
  static let holder = Option(
    "holder",
    .text(Phrase(en: "ENTERPRISE", zh: "企业")),
    help: Phrase(en: "Only dates of a holder, by id or name", zh: "只列某权利人（编号或名称）")
  )
  static let town = Option(
    "town",
    .text(Phrase(en: "TOWN", zh: "镇区")),
    help: Phrase(en: "Only dates of holders in a town", zh: "只列某镇区的权利人")
  )
  static let within = Option(
    "within",
    ValueKind<Period>(
      Phrase(en: "LENGTH", zh: "长度"),
      expected: Phrase(en: "a length such as 90d, 6m or 2y", zh: "长度，例如 90d、6m 或 2y")
    ) { text in Period(typed: text).flatMap { $0.unit == .workingDays ? nil : $0 } },
    default: "90d",
    help: Phrase(en: "How far ahead to look", zh: "向后看多久")
  )
  static let all = Option(
    flag: "all",
    help: Phrase(en: "Every date, however far ahead, and what holds since", zh: "列出全部日期，包括较远的和已届至的")
  )
  static let dimension = Option(
    "by",
    ValueKind<DueSummary.Dimension>(
      Phrase(en: "WHAT", zh: "维度"),
      choices: DueSummary.Dimension.allCases.map { Choice($0, $0.rawValue, $0.label) }
    ),
    help: Phrase(en: "Count the dates and add up what they cost", zh: "按维度计数并合计费用")
  )
  static let calendar = Option(
    "ics",
    .file(),
    help: Phrase(en: "Write the dates as a calendar (iCalendar)", zh: "写成日历文件（iCalendar）")
  )

  static let command = Command<World>(
    "due",
    section: Section.work,
    summary: Phrase(en: "Show what asks for action, and when", zh: "列出到期事项"),
    discussion: Phrase(
      en: """
        Renewals with window and grace, annuities with amounts and late fees, titles, authorisations, \
        inspections, case steps, objection days, instalments. What has passed and was not kept stays \
        in the list; 'brandledger explain date ID' tells how a date comes about.
        """,
      zh: """
        包括续展（窗口期、宽展期）、年费（金额与滞纳金）、荣誉复评、授权、整改、案件期限、公示异议期、\
        奖励兑付。已过而未办的始终列出；brandledger explain date 编号 说明日期如何得出。
        """
    ),
    examples: [
      Example(
        "brandledger due --within 6m --town 吕四港镇",
        Phrase(en: "Half a year ahead, in one town", zh: "某镇区今后半年的事项")
      ),
      Example(
        "brandledger due --kind patent-annuity --urgency grace",
        Phrase(en: "Annuities that can still be paid late", zh: "宽限期内可补缴的年费")
      ),
      Example(
        "brandledger due --within 1y --by town",
        Phrase(en: "How many, and what they cost, town by town", zh: "各镇区的件数与费用")
      ),
      Example(
        "brandledger due --ics due.ics",
        Phrase(en: "For a calendar program", zh: "供日历程序使用")
      ),
    ],
    options: [kinds, urgencies, holder, town, within, all, dimension, calendar],
    rules: [.exclusive([dimension, calendar])]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let docket = try Docket(snapshot, today: session.today)
    let slips = try chosen(docket, snapshot, session, arguments)
    if session.isForPrograms, arguments[calendar] == nil, arguments[dimension] == nil {
      try session.show(records: slips.count) { places in
        try docket.rows(slips[places], snapshot).map(\.json.text)
      }
      return nil
    }
    if let dimension = arguments[dimension] {
      var summary = DueSummary(dimension)
      try session.made(slips.count, { try docket.rows(slips[$0], snapshot) }) { rows in
        for row in rows { try summary.add(row) }
      }
      try session.show(summary.table(session.today))
      return nil
    }
    if let file = arguments[calendar] {
      // A day that is over asks nobody for anything, unless it is asked for.
      let isAsked = arguments[urgencies].contains(.missed)
      let asked = slips.filter { isAsked || $0.urgency != .missed }
      var rows: [DueRow] = []
      try session.made(asked.count, { try docket.rows(asked[$0], snapshot) }) { rows += $0 }
      let calendar = DueCalendar.calendar(rows, docket, session)
      let text = calendar.rendered(in: session.language)
      guard !session.isDryRun else {
        try session.print(text)
        return nil
      }
      try UserFiles.write(Array(text.utf8), to: file)
      session.say(
        Phrase(
          en: "\(calendar.events.count, of: "date") written to \(file)",
          zh: "已将 \(calendar.events.count) 个日期写入 \(file)"
        )
      )
      return nil
    }
    var tally = DueTally()
    for slip in slips { tally.add(slip.urgency, isProvisional: slip.isProvisional) }
    let width = DueRow.Width(session, tally)
    try session.show(DueRow.head(session.today, width, tally), rows: slips.count) { places in
      try docket.rows(slips[places], snapshot).map { $0.cells(width) }
    }
    return nil
  }

  private static func chosen(
    _ docket: Docket,
    _ snapshot: Snapshot,
    _ session: Session,
    _ arguments: Arguments
  ) throws -> Docket.Slips {
    let holder = try arguments[holder].map {
      try session.record($0, Enterprise.schema, in: snapshot).id
    }
    let town = try arguments[town].map { try session.record($0, Town.schema, in: snapshot).id }
    let wanted = arguments[urgencies]
    let horizon = horizon(session, arguments)
    let isAll = arguments[all]
    let today = session.today
    let isWanted: @Sendable (RecordID?) throws -> Bool = { id in
      if let holder, id != holder { return false }
      return try town == nil || docket.town(of: id) == town
    }
    let isAsked = holder != nil || town != nil
    let choice = Docket.Choice(of: isAsked ? isWanted : nil) { date in
      if !wanted.isEmpty, !date.stands(in: wanted, on: today) { return false }
      return isAll || isNear(date, today, horizon)
        || (wanted.contains(.past) && date.urgency(on: today) == .past)
    }
    return try docket.slips(from: arguments[kinds], choice)
  }

  /// The last day that is looked ahead to.
  static func horizon(_ session: Session, _ arguments: Arguments) -> Day {
    arguments[within].end(after: session.today)
  }

  /// Whether a date is near enough to be shown: what was missed always is.
  static func isNear(_ date: DueDate, _ today: Day, _ horizon: Day) -> Bool {
    switch date.urgency(on: today) {
    case .missed, .grace, .soon: true
    case .open, .ahead: date.due.day <= horizon
    case .past: false
    }
  }
}

extension Docket {
  /// Dates as they are shown.
  fileprivate func rows(_ slips: some Collection<Slip>, _ snapshot: Snapshot) throws -> [DueRow] {
    try DueRow.rows(dates(of: slips), self, snapshot)
  }
}

extension Period {
  /// The last day of a look ahead from a day.
  fileprivate func end(after day: Day) -> Day {
    acting(from: day, in: WorkCalendar([]), rolls: false).day
  }
}
