import Bilingual
import Ledger
import Oversight
import Portfolio
import Presentation

extension CaseQuarters {
  private static let columns = [
    Column("openAtStart", Phrase(en: "open at start", zh: "期初未结"), .trailing),
    Column("opened", Phrase(en: "opened", zh: "收件"), .trailing),
    Column("accepted", Phrase(en: "accepted", zh: "受理"), .trailing),
    Column("refused", Phrase(en: "refused", zh: "不予受理"), .trailing),
    Column("reopened", Phrase(en: "reopened", zh: "撤销不予受理"), .trailing),
    Column("closed", Phrase(en: "closed", zh: "结案"), .trailing),
    Column("openAtEnd", Phrase(en: "open at end", zh: "期末未结"), .trailing),
    Column("aidFen", Phrase(en: "aid (CNY)", zh: "援助费用（元）"), .trailing),
    Column("recoveredFen", Phrase(en: "recovered (CNY)", zh: "追回金额（元）"), .trailing),
  ]

  /// The quarters of a year, with the year below them.
  static func table(_ quarters: CaseQuarters) -> Presentation.Table {
    Presentation.Table(
      title: Phrase(en: "cases of \(quarters.year) by quarter", zh: "\(quarters.year) 年案件季度统计"),
      columns: [Column("quarter", Phrase(en: "quarter", zh: "季度"))] + columns,
      rows: quarters.quarters.enumerated().map { index, statistics in
        let label = Phrase(en: "Q\(index + 1)", zh: "第\(["一", "二", "三", "四"][index])季度")
        return [.phrase(label, code: "\(quarters.year)Q\(index + 1)")] + cells(statistics.total)
      },
      footer: [.phrase(Phrase(en: "year", zh: "全年"), code: "year")] + cells(quarters.whole.total),
      notes: [
        quarters.reconciles
          ? Phrase(
            en: "each quarter begins with what the one before left, and all add up to the year",
            zh: "各季度期初等于上季度期末，合计等于全年"
          )
          : Phrase(
            en: "the quarters do not add up: check the dates of the cases with 'brandledger check'",
            zh: "各季度不能衔接：请用 brandledger check 核对案件日期"
          )
      ]
    )
  }

  /// The cases behind the figures of a period: a one where a case counts.
  static func list(
    _ statistics: CaseStatistics,
    _ snapshot: Snapshot
  ) throws -> Presentation.Table {
    let enterprises = try snapshot.table(Enterprise.self)
    return Presentation.Table(
      title: Phrase(
        en: "cases counted from \(statistics.from) to \(statistics.until)",
        zh: "\(statistics.from) 至 \(statistics.until) 统计所含案件"
      ),
      columns: [
        Column("id", Phrase(en: "id", zh: "编号"), overflow: .keep),
        Column("rightHolder", Phrase(en: "right holder", zh: "权利人")),
      ] + columns,
      rows: statistics.list.map { record, figures in
        let holder = record[Case.rightHolder]
        let name = enterprises[holder]?[Enterprise.name] ?? holder?.text ?? ""
        return [.text(record.id.text), .text(name)] + cells(figures)
      },
      footer: [.phrase(Phrase(en: "total", zh: "合计"), code: "total"), .empty]
        + cells(statistics.total)
    )
  }

  private static func cells(_ figures: CaseFigures) -> [Cell] {
    [
      figures.openAtStart, figures.opened, figures.accepted, figures.refused, figures.reopened,
      figures.closed, figures.openAtEnd,
    ].map { .integer(Int64($0)) }
      + [.money(fen: figures.aid.fen), .money(fen: figures.recovered.fen)]
  }
}
