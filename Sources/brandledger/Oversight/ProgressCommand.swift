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
    help: Phrase(
      en: "Show targets for which nothing is known yet, too",
      zh: "同时显示尚无数据的目标"
    )
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
        stocks are as they were last reported. Owners and holders on record elsewhere are not counted; the seat is that of \
        now, also for years that are over, which --as-of DAY tells as they were counted then.
        """,
      zh: """
        净值不含截至年末（当年未结束时截至今日）已失效或撤销的部分。年度未结束时，进度为目标完成比例与时间\
        比例之比，并据此预测全年；上限类目标不计进度，占比、比率和存量取最近上报值。登记在外地的权利人和\
        持有人不计入；所在地以现登记为准，已结束的年度也是如此，当时的统计可用 --as-of 查询。
        """
    ),
    examples: [
      Example(
        "brandledger progress --year 2025 --by town",
        Phrase(en: "What each town added", zh: "各镇区新增情况")
      ),
      Example(
        "brandledger progress --year 2025 -O json",
        Phrase(en: "For other programs", zh: "供其他程序使用")
      ),
    ],
    options: [year, dimension, all]
  ) { session, arguments in
    let progress = try Progress(
      year: arguments[year] ?? session.today.year,
      by: arguments[dimension],
      in: session.snapshot(),
      today: session.today
    )
    if let breakdown = progress.breakdown {
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
    let hidden = progress.rows.count - rows.count
    let unknown = rows.filter { $0.met == nil && $0.target != nil }.count
    let met = rows.filter { $0.met == true }.count
    let missed = rows.filter { $0.met == false }.count
    let isRunning = rows.contains { $0.pace != nil }
    var columns = [
      Column("label", Phrase(en: "indicator", zh: "指标"), overflow: .wrap),
      Column("clause", Phrase(en: "clause", zh: "条款"), overflow: .keep),
      Column("target", Phrase(en: "target", zh: "目标"), .trailing),
      Column("actual", Phrase(en: "actual", zh: "实际"), .trailing),
    ]
    if isForPrograms {
      columns.append(Column("uncertain", Phrase(en: "may count", zh: "待定"), .trailing))
    }
    columns.append(Column("net", Phrase(en: "net", zh: "净值"), .trailing))
    if isRunning {
      columns += [
        Column("pace", Phrase(en: "pace", zh: "进度"), .trailing),
        Column("forecast", Phrase(en: "forecast", zh: "预测"), .trailing),
      ]
    }
    columns += [
      Column("met", Phrase(en: "met", zh: "完成")),
      Column("unit", Phrase(en: "unit", zh: "单位")),
      Column("scope", Phrase(en: "scope", zh: "范围")),
    ]
    var table = Table(
      title: Phrase(
        en: "\(progress.year) against the plan, as of \(progress.closing)",
        zh: "\(progress.year) 年进度（截至 \(progress.closing)）"
      ),
      columns: columns,
      notes: [
        Phrase(
          en: "\(met, of: "target") met, \(missed) not met, \(unknown) not known",
          zh: "已完成 \(met) 项，未完成 \(missed) 项，未知 \(unknown) 项"
        )
      ]
    )
    for row in rows {
      table.append(cells(row, isRunning: isRunning, isForPrograms: isForPrograms))
    }
    for row in rows where row.isAboveRange {
      table.notes.append(
        Phrase(
          en: "above the range, which is met: \(row.label.en)",
          zh: "超出区间上限，视为完成：\(row.label.zh)"
        )
      )
    }
    note(rows.map { ($0.label, $0.elsewhere) }, .elsewhere, &table)
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

  private static func cells(
    _ row: ProgressRow,
    isRunning: Bool,
    isForPrograms: Bool
  ) -> [Cell] {
    func number(_ value: DecimalNumber?) -> Cell {
      value.map { .text($0.description) } ?? .empty
    }
    var actual = number(row.actual)
    if row.uncertain > 0, !isForPrograms, let value = row.actual {
      actual = .text("\(value) (+\(row.uncertain)?)")
    }
    var cells: [Cell] = [
      .phrase(row.label, code: row.indicator),
      row.clause.map { .text($0) } ?? .empty,
      row.target.map { .text(target($0, row)) } ?? .empty,
      actual,
    ]
    if isForPrograms { cells.append(row.actual == nil ? .empty : .integer(Int64(row.uncertain))) }
    cells.append(number(row.net))
    if isRunning {
      cells += [
        row.pace.map { .percentage($0.numerator, of: $0.denominator) } ?? .empty,
        number(row.forecast),
      ]
    }
    cells += [
      row.met.map { .boolean($0) } ?? .empty, row.unit.map { .text($0) } ?? .empty,
      row.scope.map { .text($0) } ?? .empty,
    ]
    return cells
  }

  static func target(_ value: DecimalNumber, _ row: ProgressRow) -> String {
    switch row.comparison {
    case .atLeast, nil: "≥\(value)"
    case .above: ">\(value)"
    case .atMost: "≤\(value)"
    case .within: "\(value)–\(row.upper?.description ?? "")"
    }
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
          en: "may count too, their dates being missing or partial: \(en)",
          zh: "日期缺失或不完整、可能计入的：\(zh)"
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
