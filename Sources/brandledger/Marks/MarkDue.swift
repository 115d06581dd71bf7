import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio
import Presentation

/// `mark due`: what marks and their members ask for, and when.
enum MarkDue {
  static let mark = Argument(
    optional: .text(Phrase(en: "MARK", zh: "商标")),
    help: Phrase(en: "Only this mark and its members", zh: "仅该商标及其成员")
  )
  static let kinds = [
    "mark-renewal", "mark-use", "madrid-renewal", "foreign-renewal", "madrid-dependency",
    "authorisation", "inspection-mending", "use-report", "next-inspection", "member-list",
  ]

  static let command = Command<World>(
    "due",
    summary: Phrase(en: "Show what marks and their members ask for", zh: "列出商标及成员的到期事项"),
    examples: [
      Example(
        "brandledger mark due 天汾电动工具 --within 6m",
        Phrase(en: "A collective mark, half a year ahead", zh: "某集体商标今后半年的事项")
      )
    ],
    arguments: [mark],
    options: [DueCommand.within, DueCommand.all]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let docket = try Docket(snapshot, today: session.today)
    let marks = try CollectiveMarks(snapshot, today: session.today)
    let only = try arguments[mark].map { text in
      let shared = marks.marks.filter { Folding.key($0[Trademark.mark] ?? "") == Folding.key(text) }
      return try shared.count == 1
        ? shared[0].id : session.record(text, Trademark.schema, in: snapshot).id
    }
    let inspections = try snapshot.table(Inspection.self)
    let horizon = DueCommand.horizon(session, arguments)
    let isAll = arguments[DueCommand.all]
    let today = session.today
    let near = try docket.dates(
      from: kinds,
      Docket.Choice(where: { isAll || DueCommand.isNear($0, today, horizon) })
    )
    let dates = near.filter { date in
      guard let only else { return true }
      let membership = inspections[date.record.id]?[Inspection.membership] ?? date.record.id
      return date.record.id == only || marks.memberships[membership]?[Membership.mark] == only
    }
    let rows = try DueRow.rows(dates, docket, snapshot)
    if session.isForPrograms {
      try session.show(records: rows.map { $0.json.text })
    } else {
      var tally = DueTally()
      for row in rows { tally.add(row.urgency, isProvisional: row.date.isProvisional) }
      let width = DueRow.Width(session, tally)
      var table = DueRow.head(today, width, tally)
      for row in rows { table.append(row.cells(width)) }
      try session.show(table)
    }
    return nil
  }
}
