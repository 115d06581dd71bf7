import Bilingual
import CommandLine
import JSONLines
import Oversight
import Portfolio
import Presentation

/// `progress --year Y`: the year against the plan.
enum ProgressCommand {
  static let year = Option(
    "year",
    .integer(Phrase(en: "YEAR", zh: "年份"), in: 1900...2200),
    short: "y",
    help: Phrase(en: "The year; else the one that runs today", zh: "年份；默认为今年")
  )
  static let dimension = Option(
    "by",
    ValueKind(
      Phrase(en: "WHAT", zh: "维度"),
      choices: Breakdown.Dimension.allCases.map { Choice($0, $0.rawValue, $0.label) }
    ),
    help: Phrase(en: "Break the counts down", zh: "按维度细分")
  )
  static let all = Option(
    flag: "all",
    help: Phrase(en: "Show targets for which nothing is known yet, too", zh: "同时显示尚无数据的目标")
  )

  static let isScored = Option(
    flag: "score",
    help: Phrase(
      en: "Score the targets that bring points, towns and departments ranked",
      zh: "按分值考核计分，镇区和部门分别排名"
    )
  )
  static let unit = Option(
    "of",
    .text(Phrase(en: "UNIT", zh: "单位")),
    help: Phrase(en: "Score one town or department, target by target", zh: "某镇区或部门的逐项得分")
  )

  static let command = Command<World>(
    "progress",
    section: Section.work,
    summary: Phrase(en: "Show a year against the plan's targets", zh: "年度进度与规划目标对照"),
    discussion: Phrase(
      en: """
        Net leaves out what had lapsed or been revoked by the year's last day, or by today while it \
        runs. While the year runs, the pace is the reached share of the target over the elapsed share \
        of the year, and the forecast follows from it; a ceiling has no pace, and shares, ratios and \
        stocks are as they were last reported. Owners and holders on record elsewhere are not counted; \
        the seat is that of now, also for years that are over, which --as-of DAY tells as they were \
        counted then. Where a target is a yearly average (averageFrom), the average of the years since decides \
        whether it is met; where it asks for some owners only (ownerTypes, sectors), the count of all \
        stands below, and whose form or sector nobody recorded is a perhaps.

        Of a target that brings points (weight), --score takes off a rate for each unit that is missing \
        (deduction), else what the share reached leaves; a ceiling that is broken brings nothing without \
        a rate. What is beyond the target gives points on top (bonus, at most bonusLimit). Places go by the \
        share of the full points, towns and departments apart; who has a target of which nothing is known \
        is not ranked.
        """,
      zh: """
        净值不含截至年末（当年未结束时截至今日）已失效或撤销的部分。年度未结束时，进度为目标完成比例与时间\
        比例之比，并据此预测全年；上限类目标不计进度，占比、比率和存量取最近上报值。登记在外地的权利人和\
        持有人不计入；所在地以现登记为准，已结束的年度也是如此，当时的统计可用 --as-of 查询。\
        年均目标（averageFrom）按起始年以来的年均值判断是否完成；只统计部分主体的目标（ownerTypes、\
        sectors）之外，全部主体的数另列于后，类型或行业未登记的列为待定。

        --score 对有分值（weight）的目标计分：每差一个单位按 deduction 扣分，未规定的按完成比例得分，上限类目标\
        突破且未规定扣分的不得分；超额按 bonus 加分，以 bonusLimit 为限。名次按得分率（得分÷分值）排列，镇区与部门分别排名，有未知目标的单位不排名。
        """
    ),
    examples: [
      Example(
        "brandledger progress --year 2025 --by town",
        Phrase(en: "What each town added", zh: "各镇区新增情况")
      ),
      Example(
        "brandledger progress --year 2025 --score",
        Phrase(en: "The yearly assessment", zh: "年度考核得分与排名")
      ),
      Example(
        "brandledger progress --year 2025 --of 吕四港镇",
        Phrase(en: "How a town comes to its points", zh: "某镇的逐项得分")
      ),
      Example(
        "brandledger progress --year 2025 -O json",
        Phrase(en: "For other programs", zh: "供其他程序使用")
      ),
    ],
    options: [year, dimension, all, isScored, unit],
    rules: [.exclusive([dimension, isScored, unit])]
  ) { session, arguments in
    let progress = try Progress(
      year: arguments[year] ?? session.today.year,
      by: arguments[dimension],
      in: session.snapshot(),
      today: session.today
    )
    if let name = arguments[unit] {
      let unit = try ScoreTables.unit(named: name, progress)
      if session.isForPrograms {
        try session.show(json: unit.json, linesOf: "targets")
      } else {
        try session.show(ScoreTables.sheet(unit, progress))
      }
    } else if arguments[isScored] {
      if session.isForPrograms {
        try session.show(records: progress.assessment.units.map(\.json.text))
      } else {
        try session.show(ScoreTables.ranking(progress))
      }
    } else if let breakdown = progress.breakdown {
      try session.show(table(breakdown, progress))
    } else if session.isForPrograms {
      try session.show(records: progress.rows.map(\.json.text))
    } else {
      let isCSV = session.outputFormat == .csv
      try session.show(table(progress, isWhole: arguments[all] || isCSV, isForPrograms: isCSV))
    }
    return nil
  }

  private static func table(_ progress: Progress, isWhole: Bool, isForPrograms: Bool) -> Table {
    let rows = progress.rows.filter { isWhole || $0.actual != nil }
    var table = Table(
      title: Phrase(
        en: "\(progress.year) against the plan, as of \(progress.closing)",
        zh: "\(progress.year) 年进度（截至 \(progress.closing)）"
      ),
      of: rows,
      columns(of: rows, isForPrograms: isForPrograms),
      notes: [summary(rows)] + ProgressNotes.notes(rows)
    )
    note(rows.map { ($0.label, $0.elsewhere) }, .elsewhere, &table)
    let hidden = progress.rows.count - rows.count
    if hidden > 0 {
      table.notes.append(
        Phrase(
          en: "no data yet for \(hidden, of: "target"); --all shows them",
          zh: "另有 \(hidden) 项目标尚无数据，加 --all 显示"
        )
      )
    }
    return table
  }

  private static func columns(
    of rows: [ProgressRow],
    isForPrograms: Bool
  ) -> [RowColumn<ProgressRow>] {
    typealias Columns = ProgressColumns
    let reached =
      isForPrograms ? [Columns.actual, Columns.uncertain] : [Columns.actualAndUncertain]
    let isRunning = rows.contains { $0.pace != nil }
    return Columns.asked + reached + [Columns.net] + Columns.average(rows)
      + (isRunning ? [Columns.pace, Columns.forecast] : [])
      + [Columns.met, Columns.unit, Columns.scope]
  }

  private static func summary(_ rows: [ProgressRow]) -> Phrase {
    let unknown = rows.filter { $0.met == nil && $0.target != nil }.count
    let met = rows.filter { $0.met == true }.count
    let missed = rows.filter { $0.met == false }.count
    return Phrase(
      en: "\(met, of: "target") met, \(missed) not met, \(unknown) not known",
      zh: "已完成 \(met) 项，未完成 \(missed) 项，未知 \(unknown) 项"
    )
  }

  private static func table(_ breakdown: Breakdown, _ progress: Progress) -> Table {
    let all = breakdown.measures.enumerated()
    let measures = all.filter { breakdown.totals[$0.offset] > 0 }
    var table = Table(
      title: Phrase(
        en: "\(progress.year) by \(breakdown.dimension.label.en)",
        zh: "\(progress.year) 年按\(breakdown.dimension.label.zh)"
      ),
      columns: [Column(breakdown.dimension.rawValue, breakdown.dimension.label)]
        + measures.map { Column($0.element.rawValue, $0.element.label, .trailing) }
    )
    for row in breakdown.rows {
      table.append(
        [.phrase(row.label, code: row.key ?? "")]
          + measures.map { .integer(Int64(row.counts[$0.offset])) }
      )
    }
    table.setFooter(
      [.phrase(Phrase(en: "total", zh: "合计"), code: "total")]
        + measures.map { .integer(Int64(breakdown.totals[$0.offset])) }
    )
    note(all.map { ($0.element.label, breakdown.uncertain[$0.offset]) }, .uncertain, &table)
    note(all.map { ($0.element.label, breakdown.elsewhere[$0.offset]) }, .elsewhere, &table)
    return table
  }

  /// What a count leaves out.
  private enum Omission {
    case uncertain
    case elsewhere
  }

  /// Tells beneath a table how many of what it leaves out.
  private static func note(_ counts: [(Phrase, Int)], _ why: Omission, _ table: inout Table) {
    let counts = counts.filter { $0.1 > 0 }
    guard !counts.isEmpty else { return }
    let en = counts.map { "\($0.0.en) \($0.1)" }.joined(separator: ", ")
    let zh = counts.map { "\($0.0.zh) \($0.1)" }.joined(separator: "、")
    let note: Phrase =
      switch why {
      case .uncertain:
        Phrase(
          en: "may count too, their dates or places being missing or unclear: \(en)",
          zh: "日期缺失或不完整、所在地不明，可能计入的：\(zh)"
        )
      case .elsewhere:
        Phrase(
          en: "not counted, their owners or holders being on record elsewhere: \(en)",
          zh: "权利人或持有人登记在外地、未计入的：\(zh)"
        )
      }
    table.notes.append(note)
  }
}
