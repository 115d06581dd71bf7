import Bilingual
import Ledger
import Oversight
import Portfolio
import Presentation

/// The yearly assessment as tables.
enum ScoreTables {
  /// The towns and departments by their places.
  static func ranking(_ progress: Progress) -> Presentation.Table {
    let units = progress.assessment.units
    var table = Presentation.Table(
      title: Phrase(
        en: "assessment of \(progress.year), as of \(progress.closing)",
        zh: "\(progress.year) 年度考核（截至 \(progress.closing)）"
      ),
      columns: [
        Column("rank", Phrase(en: "rank", zh: "名次"), .trailing),
        Column("unit", Phrase(en: "unit", zh: "单位")),
        Column("kind", Phrase(en: "kind", zh: "类别")),
        Column("points", Phrase(en: "points", zh: "得分"), .trailing),
        Column("full", Phrase(en: "of", zh: "分值"), .trailing),
        Column("share", Phrase(en: "share", zh: "得分率"), .trailing),
        Column("deducted", Phrase(en: "taken off", zh: "扣分"), .trailing),
        Column("bonus", Phrase(en: "bonus", zh: "加分"), .trailing),
        Column("targets", Phrase(en: "targets", zh: "项数"), .trailing),
        Column("unknown", Phrase(en: "not known", zh: "未知"), .trailing),
      ]
    )
    for unit in units {
      table.append([
        unit.rank.map { .integer(Int64($0)) } ?? .empty,
        name(unit),
        kind(unit),
        points(unit),
        .text(unit.full.description),
        share(unit),
        .text(unit.deducted.description),
        .text(unit.bonus.description),
        .integer(Int64(unit.rows.count)),
        .integer(Int64(unit.unknown)),
      ])
    }
    table.notes += notes(units.flatMap(\.rows))
    if units.contains(where: { $0.unknown > 0 }) {
      table.notes.append(
        Phrase(en: "who has a target of which nothing is known is not ranked", zh: "有未知目标的单位不排名")
      )
    }
    return table
  }

  /// The targets of one unit with their points.
  static func sheet(_ unit: Assessment.Unit, _ progress: Progress) -> Presentation.Table {
    let columns =
      ProgressColumns.asked + [ProgressColumns.actual] + ProgressColumns.average(unit.rows)
      + ProgressColumns.points + [ProgressColumns.unit]
    let label = unit.name.map { Phrase(en: $0, zh: $0) } ?? Phrase(en: "the city", zh: "全市")
    var table = Presentation.Table(
      title: Phrase(
        en: "assessment of \(progress.year): \(label.en), as of \(progress.closing)",
        zh: "\(progress.year) 年度考核：\(label.zh)（截至 \(progress.closing)）"
      ),
      of: unit.rows,
      columns,
      notes: notes(unit.rows)
    )
    let sums = [
      "weight": unit.full, "deducted": unit.deducted, "bonus": unit.bonus, "points": unit.points,
    ]
    let totals = table.columns.dropFirst().map { column -> Cell in
      sums[column.key].map { .text($0.description) } ?? .empty
    }
    table.setFooter([.phrase(Phrase(en: "total", zh: "合计"), code: "total")] + totals)
    return table
  }

  /// Finds a unit by its name.
  static func unit(named name: String, _ progress: Progress) throws -> Assessment.Unit {
    let units = progress.assessment.units
    let key = Folding.key(name)
    if let unit = units.first(where: { $0.name.map(Folding.key) == key }) { return unit }
    if ["全市", "city"].contains(key), let unit = units.first(where: { $0.name == nil }) {
      return unit
    }
    let names = units.compactMap(\.name)
    throw Diagnostics(
      Diagnostic(
        "unknown-unit",
        Phrase(
          en: "'\(name)' answers for no target of \(progress.year) that brings points",
          zh: "“\(name)”在 \(progress.year) 年没有计分的目标"
        ),
        help: names.isEmpty
          ? Phrase(
            en: "give targets points first: 'brandledger set target … weight=10'",
            zh: "请先为目标设定分值：brandledger set target … 分值=10"
          )
          : Phrase(
            en: "there are: \(names.joined(separator: ", "))",
            zh: "可选：\(names.joined(separator: "、"))"
          )
      )
    )
  }

  static func name(_ unit: Assessment.Unit) -> Cell {
    unit.name.map { .text($0) } ?? .phrase(Phrase(en: "the city", zh: "全市"), code: "city")
  }

  /// The points, as far as is known what was reached.
  static func points(_ unit: Assessment.Unit) -> Cell {
    unit.isKnown
      ? .text(unit.points.description)
      : .phrase(Phrase(en: "not known", zh: "未知"), code: "unknown")
  }

  /// The share of the full points, by which units are ranked.
  static func share(_ unit: Assessment.Unit) -> Cell {
    unit.share.map { .percentage($0.numerator, of: $0.denominator) } ?? .empty
  }

  private static func kind(_ unit: Assessment.Unit) -> Cell {
    guard unit.name != nil else { return .empty }
    return unit.isTown
      ? .phrase(Phrase(en: "town", zh: "镇区"), code: "town")
      : .phrase(Phrase(en: "department", zh: "部门"), code: "department")
  }

  /// Tells which scores may still change, dates, places or owners being unclear.
  private static func notes(_ rows: [ProgressRow]) -> [Phrase] {
    rows.filter { $0.uncertain > 0 }.map { row in
      let unit = row.score?.unit.map { " (\($0))" } ?? ""
      return Phrase(
        en: "scored without \(row.uncertain) that may count: \(row.label.en)\(unit)",
        zh: "计分未含待定的 \(row.uncertain) 项：\(row.label.zh)\(unit)"
      )
    }
  }
}
