import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio
import Presentation

/// `explain date ID`: the dates of a record, each with its way.
enum DateExplanation {
  /// Shows the dates of the record that words name.
  static func show(_ words: [String], _ session: Session) throws {
    let snapshot = try session.snapshot()
    let record = try RecordFinder.record(words, snapshot, session)
    let docket = try Docket(snapshot, today: session.today)
    let dates = try docket.dates(of: record)
    if session.isForPrograms {
      let rows = try dates.map { try json($0, docket, snapshot).text }
      try session.show(records: rows)
      return
    }
    let label = record.schema.label
    let blocks = try dates.flatMap { try self.blocks($0, docket, snapshot) }
    try session.show(
      Report(
        title: Phrase(en: "dates of \(label.en) \(record.id)", zh: "\(label.zh) \(record.id) 的日期"),
        blocks.isEmpty ? [.paragraph(nothing)] : blocks
      )
    )
  }

  private static let nothing = Phrase(
    en:
      "Nothing of this record asks for action: it has ended, or the dates that start a period are missing.",
    zh: "该记录没有到期事项：已终结，或缺少起算日期。"
  )

  private static func blocks(
    _ date: DueDate,
    _ docket: Docket,
    _ snapshot: Snapshot
  ) throws -> [Report.Block] {
    let fields =
      try what(date, docket, snapshot) + rule(date) + window(date) + costs(date, docket)
    var blocks: [Report.Block] = [
      .heading(date.source.label), .fields(fields), .table(DateSteps.table(date.due)),
    ]
    blocks += (date.cost?.steps ?? []).map { .paragraph($0) }
    blocks += date.notes.map { .paragraph($0) }
    if let grace = date.grace, docket.today <= grace.day {
      let after = DueDate.afterGrace
      let told = Phrase(
        en: "Grace until \(grace.day): \(after.en).",
        zh: "宽展期至 \(grace.day)：\(after.zh)。"
      )
      blocks.append(.paragraph(told))
    }
    if let ladder = ladder(date) { blocks.append(.table(ladder)) }
    return blocks
  }

  /// The date, how near it is, and what is to be done.
  private static func what(
    _ date: DueDate,
    _ docket: Docket,
    _ snapshot: Snapshot
  ) throws -> [Report.Field] {
    let row = try DueRow(date, docket, snapshot)
    let due = DateSteps.named(date.due.day)
    return [
      Report.Field(
        "due",
        Phrase(en: "date", zh: "日期"),
        .phrase(due, code: date.due.day.description)
      ),
      Report.Field(
        "urgency",
        Phrase(en: "today", zh: "今日状态"),
        .phrase(
          Phrase(
            en: "\(row.urgency.label.en) (\(row.daysLeft, of: "day"))",
            zh: "\(row.urgency.label.zh)（\(row.daysLeft) 天）"
          ),
          code: row.urgency.rawValue
        )
      ),
      Report.Field(
        "action",
        Phrase(en: "action", zh: "办理事项"),
        .phrase(date.action, code: date.source.name)
      ),
    ]
  }

  /// The legal term and where it stands.
  private static func rule(_ date: DueDate) -> [Report.Field] {
    guard let term = date.term else { return [] }
    var fields = [
      Report.Field(
        "rule",
        Phrase(en: "rule", zh: "规则"),
        .phrase(
          Phrase(
            en: "\(term.id): \(term.length.phrase.en), \(term.rule.en)",
            zh: "\(term.id)：\(term.length.phrase.zh)，\(term.rule.zh)"
          ),
          code: term.id.text
        )
      ),
      Report.Field(
        "article",
        Phrase(en: "article", zh: "条款"),
        .phrase(term.article, code: term.article.zh)
      ),
      Report.Field("event", Phrase(en: "starts with", zh: "起算事件"), .text(term.event)),
    ]
    if let confidence = term.confidence, confidence != .high {
      fields.append(
        Report.Field(
          "confidence",
          Phrase(en: "confidence", zh: "可信度"),
          .phrase(confidence.choice.label, code: confidence.rawValue)
        )
      )
    }
    return fields
  }

  /// From when on it may be done, and until when late.
  private static func window(_ date: DueDate) -> [Report.Field] {
    let opens = date.opens.map {
      Report.Field("opens", Phrase(en: "opens", zh: "可办理起"), .date($0.description))
    }
    let grace = date.grace.map {
      Report.Field("grace", Phrase(en: "grace until", zh: "宽展期至"), .date($0.day.description))
    }
    return [opens, grace].compactMap { $0 }
  }

  /// What it costs today, and at the end of the grace.
  private static func costs(_ date: DueDate, _ docket: Docket) throws -> [Report.Field] {
    var fields: [Report.Field] = []
    if let cost = try date.graceCost(docket)?.total() {
      fields.append(
        Report.Field(
          "graceCostFen",
          Phrase(en: "to pay on that day (CNY)", zh: "该日应缴（元）"),
          .money(fen: cost.fen)
        )
      )
    }
    if let cost = date.cost {
      fields += [
        Report.Field("feeFen", Phrase(en: "fee (CNY)", zh: "费用（元）"), .money(fen: cost.fee.fen)),
        Report.Field(
          "lateFeeFen",
          Phrase(en: "late fee today (CNY)", zh: "今日另缴（元）"),
          .money(fen: cost.late.fen)
        ),
      ]
    }
    return fields
  }

  /// What paying late costs, step by step.
  private static func ladder(_ date: DueDate) -> Presentation.Table? {
    guard let steps = date.term?.lateFees?.steps, let cost = date.cost else { return nil }
    let rows = steps.map { step -> [Cell] in
      let end = step.within.acting(from: date.due.nominal, in: WorkCalendar([]), rolls: false).day
      return [.date(end.description), .integer(Int64(step.percent))]
    }
    guard !rows.isEmpty, cost.fee > .zero else { return nil }
    return Presentation.Table(
      columns: [
        Column("until", Phrase(en: "paid until", zh: "缴费日至"), overflow: .keep),
        Column("percent", Phrase(en: "late fee, % of the full fee", zh: "滞纳金（占全额 %）"), .trailing),
      ],
      rows: rows
    )
  }

  private static func json(_ date: DueDate, _ docket: Docket, _ snapshot: Snapshot) throws
    -> JSONValue
  {
    guard case .object(let members) = try DueRow(date, docket, snapshot).json else { return .null }
    let notes = (date.cost?.steps ?? []) + date.notes
    return .object(
      members + [
        JSONMember("graceCostFen", try date.graceCost(docket)?.total().json ?? .null),
        JSONMember("steps", DateSteps.json(date.due)),
        JSONMember(
          "notes",
          .array(
            notes.map {
              .object([JSONMember("en", .string($0.en)), JSONMember("zh", .string($0.zh))])
            }
          )
        ),
      ]
    )
  }
}
