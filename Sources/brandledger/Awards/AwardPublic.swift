import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio
import Presentation

/// `award public --year Y`: the list for publication, of public fields alone.
enum AwardPublic {
  static let command = Command<World>(
    "public",
    summary: Phrase(en: "List the awards of a year for publication", zh: "生成年度公示名单"),
    discussion: Phrase(
      en: """
        Only fields that are declared public are in it. Awards that were not published yet, are void or \
        withdrawn are left out.
        """,
      zh: "仅含声明为公开的字段；尚未公示、作废和异议成立的奖励不列入。"
    ),
    examples: [
      Example(
        "brandledger award public --year 2024 -o 公示.html",
        Phrase(en: "A page", zh: "生成网页")
      )
    ],
    options: [AwardOptions.year, ListCommand.conditions]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let year = arguments[AwardOptions.year] ?? session.today.year
    let query = try Query(Award.schema, where: arguments[ListCommand.conditions], snapshot)
    let wanted = Set(try query.records(snapshot).map(\.id))
    let lives = try PublicAwards.lives(year: year, snapshot, on: session.today)
      .filter { wanted.contains($0.award.id) }
    try session.show(table(lives, year, snapshot))
    return nil
  }

  private static func table(_ lives: [AwardLife], _ year: Int, _ snapshot: Snapshot) throws
    -> Presentation.Table
  {
    let used = PublicAwards.fields.filter { field in lives.contains { $0.award.has(field) } }
    let names = lives.isEmpty ? PublicAwards.fields.map(\.name) : used.map(\.name)
    let base = try PublicTable.table(Award.schema, lives.map(\.award), names, snapshot)
    let until = AwardEvent.objectionsUntil.definition
    let returned = try Money.sum(lives.map(\.balance.repaid))
    let isReturned = returned > .zero
    var table = Presentation.Table(
      title: Phrase(en: "Awards of \(year)", zh: "\(year) 年度奖励公示"),
      columns: base.columns + [
        Column("for", Phrase(en: "for", zh: "事项"), overflow: .wrap),
        Column(until.name, until.label),
      ] + (isReturned ? [AwardShow.returned] : []),
      notes: [Phrase(en: "\(lives.count, of: "award")", zh: "共 \(lives.count) 项")]
    )
    let amount = names.firstIndex(of: Award.amountFen.definition.name)
    for (life, row) in zip(lives, base.rows) {
      var cells = row
      if let amount { cells[amount] = .money(fen: life.balance.granted.fen) }
      let fact = try FactText.publicText(life.award, snapshot)
      table.append(
        cells + [.text(fact), life.objectionsUntil.map { .date($0.description) } ?? .empty]
          + (isReturned ? [.money(fen: life.balance.repaid.fen)] : [])
      )
    }
    let total = try Money.sum(lives.map(\.balance.granted))
    let sum = names.map { name -> Cell in
      name == Award.amountFen.definition.name ? .money(fen: total.fen) : .empty
    }
    table.setFooter(
      [.phrase(Phrase(en: "total", zh: "合计"), code: "total")] + sum.dropFirst() + [.empty, .empty]
        + (isReturned ? [.money(fen: returned.fen)] : [])
    )
    return table
  }
}
