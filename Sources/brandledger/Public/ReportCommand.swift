import Awards
import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// `report public --year Y`: the year for everybody to read.
enum ReportCommand {
  static let command = Command<World>(
    "report",
    section: Section.work,
    summary: Phrase(en: "Reports to hand on", zh: "对外报告"),
    examples: [
      Example(
        "brandledger report public --year 2024 -O md",
        Phrase(en: "A year for the public, as Markdown", zh: "年度公开报告（Markdown）")
      )
    ]
  ) { [publicReport] }

  private static let publicReport = Command<World>(
    "public",
    summary: Phrase(en: "Report a year to the public", zh: "生成年度公开报告"),
    discussion: Phrase(
      en: """
        Only fields that are declared public are in it ('brandledger kinds KIND' tells which), awards \
        that were published, and no title that may not be advertised. Counts of cases below five, and \
        those that would give them away, are left out.
        """,
      zh: """
        仅含声明为公开的字段（见 brandledger kinds 种类）和已公示的奖励，不列不得宣传的荣誉。少于五件的案件数及可推算出它的数不公布。
        """
    ),
    examples: [
      Example(
        "brandledger report public --year 2025 -o 年度报告.html",
        Phrase(en: "A page", zh: "生成网页")
      )
    ],
    options: [ProgressCommand.year]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let report = try PublicReport(
      year: arguments[ProgressCommand.year] ?? session.today.year,
      in: snapshot,
      today: session.today
    )
    try session.show(try page(report, snapshot))
    return nil
  }

  private static func page(_ report: PublicReport, _ snapshot: Snapshot) throws -> Report {
    var blocks: [Report.Block] = [
      .paragraph(Phrase(en: "As of \(report.closing).", zh: "截至 \(report.closing)。")),
      .heading(Phrase(en: "The year against the plan", zh: "年度目标")),
      .table(progress(report)),
    ]
    if !report.assessment.units.isEmpty {
      blocks += [
        .heading(Phrase(en: "Assessment", zh: "年度考核")), .table(assessment(report)),
      ]
    }
    blocks += [
      .heading(Phrase(en: "Titles won", zh: "获得荣誉")),
      .table(try titles(report, snapshot)),
      .heading(Phrase(en: "Awards published", zh: "公示奖励")),
      .table(try awards(report, snapshot)),
      .heading(Phrase(en: "Rights assistance", zh: "维权援助")),
      .fields([
        Report.Field(
          "casesOpened",
          Phrase(en: "cases that came in", zh: "收件"),
          count(report.casesOpened)
        ),
        Report.Field(
          "casesClosed",
          Phrase(en: "cases closed", zh: "结案"),
          count(report.casesClosed)
        ),
      ]),
    ]
    for dimension in [CaseStatistics.Dimension.channel, .right] {
      blocks.append(.table(cases(report.cases[dimension] ?? [], dimension)))
    }
    return Report(
      title: Phrase(
        en: "Brands and intellectual property \(report.year)",
        zh: "\(report.year) 年度品牌与知识产权工作公报"
      ),
      blocks
    )
  }

  private static func progress(_ report: PublicReport) -> Presentation.Table {
    Presentation.Table(
      of: report.progress,
      ProgressColumns.asked + [ProgressColumns.actual] + ProgressColumns.average(report.progress)
        + [ProgressColumns.met, ProgressColumns.unit, ProgressColumns.scope]
    )
  }

  private static func assessment(_ report: PublicReport) -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("rank", Phrase(en: "rank", zh: "名次"), .trailing),
      Column("unit", Phrase(en: "unit", zh: "单位")),
      Column("points", Phrase(en: "points", zh: "得分"), .trailing),
      Column("full", Phrase(en: "of", zh: "分值"), .trailing),
      Column("share", Phrase(en: "share", zh: "得分率"), .trailing),
    ])
    for unit in report.assessment.units {
      table.append([
        unit.isTold ? unit.rank.map { .integer(Int64($0)) } ?? .empty : count(nil),
        ScoreTables.name(unit),
        unit.isTold ? ScoreTables.points(unit) : count(nil),
        .text(unit.full.description),
        unit.isTold ? ScoreTables.share(unit) : count(nil),
      ])
    }
    let open = report.assessment.units.filter { $0.isTold && $0.isKnown && $0.unknown > 0 }
    for unit in open {
      let name = unit.name ?? ""
      table.notes.append(
        Phrase(
          en:
            "not all is known\(name.isEmpty ? "" : " of \(name)"): \(unit.unknown, of: "target") open",
          zh: "\(name)有 \(unit.unknown) 项目标的完成情况未知，未计分"
        )
      )
    }
    return table
  }

  private static func titles(_ report: PublicReport, _ snapshot: Snapshot) throws
    -> Presentation.Table
  {
    var table = try table(
      Recognition.schema,
      report.titles,
      ["awarded", "scheme", "scheme.level", "event", "brand", "holder", "document"],
      snapshot
    )
    let count = report.titlesElsewhere
    if count > 0 {
      table.notes.append(
        Phrase(
          en: "left out, their holders being on record elsewhere: \(count, of: "title")",
          zh: "持有人登记在外地、未列入的荣誉 \(count) 项"
        )
      )
    }
    return table
  }

  private static func awards(_ report: PublicReport, _ snapshot: Snapshot) throws
    -> Presentation.Table
  {
    var table = try table(
      Award.schema,
      report.awards.map(\.award),
      ["recipient", "recipient.town", "object", "level", "clause", "amountFen", "sealedOn"],
      snapshot
    )
    let fen = try Money.sum(report.awards.map(\.balance.awarded)).fen
    let sum = table.columns.map { column -> Cell in
      column.key == Award.amountFen.definition.name ? .money(fen: fen) : .empty
    }
    table.setFooter([.phrase(Phrase(en: "total", zh: "合计"), code: "total")] + sum.dropFirst())
    return table
  }

  private static func cases(
    _ groups: [PublicReport.CaseGroup],
    _ dimension: CaseStatistics.Dimension
  ) -> Presentation.Table {
    var table = Presentation.Table(
      columns: [
        Column(dimension.rawValue, dimension.label),
        Column("opened", Phrase(en: "came in", zh: "收件"), .trailing),
      ],
      notes: groups.contains { $0.opened == nil }
        ? [
          Phrase(
            en: "— stands for a count below five, or one that would give it away",
            zh: "“—”为少于五件，或可据以推算的数"
          )
        ] : []
    )
    for group in groups {
      table.append([.phrase(group.label, code: group.key ?? ""), count(group.opened)])
    }
    return table
  }

  private static func count(_ count: Int?) -> Cell {
    count.map { .integer(Int64($0)) } ?? .phrase(Phrase(en: "—", zh: "—"), code: "suppressed")
  }

  private static func table(
    _ schema: Schema,
    _ records: [Record],
    _ names: [String],
    _ snapshot: Snapshot
  ) throws -> Presentation.Table {
    let table = try PublicTable.table(schema, records, names, snapshot)
    return Presentation.Table(
      columns: table.columns,
      rows: table.rows,
      notes: table.notes
    )
  }
}
