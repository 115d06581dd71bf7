import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `award list`: the sealed awards.
enum AwardList {
  static let command = Command<World>(
    "list",
    summary: Phrase(en: "List sealed awards", zh: "列出已封存的奖励"),
    examples: [
      Example(
        "brandledger award list --year 2024 --where recipient.town=吕四港镇",
        Phrase(en: "The awards of a town", zh: "某镇的奖励")
      )
    ],
    options: AwardBatch.filters
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let records = try AwardBatch.wanted(session, arguments, snapshot)
    if session.isForPrograms {
      try session.show(records: records.map(\.line))
      return nil
    }
    let names = ["id", "year", "recipient", "amountFen", "state", "clause", "level", "sealedOn"]
    let base = try ListCommand.table(Award.schema, records, names, snapshot)
    var table = Presentation.Table(
      title: base.title,
      columns: base.columns + [
        Column("paidFen", Phrase(en: "paid (CNY)", zh: "已支付（元）"), .trailing),
        Column("openFen", Phrase(en: "open (CNY)", zh: "未支付（元）"), .trailing),
      ],
      notes: base.notes
    )
    let desk = try AwardDesk(snapshot, today: session.today)
    let lives = records.map { desk.life(of: $0) }
    let standing = lives.filter { $0.state != .void && $0.state != .recovered }
    for (life, cells) in zip(lives, base.rows) {
      // What was paid elsewhere has no life here.
      table.append(
        cells
          + (life.isSealedHere
            ? [.money(fen: life.balance.kept.fen), .money(fen: life.open.fen)] : [.empty, .empty])
      )
    }
    if standing.count < lives.count {
      table.notes.append(
        Phrase(en: "what is void or came back whole is not in the total", zh: "合计不含已作废和已全额追回的奖励")
      )
    }
    let sealed = lives.filter(\.isSealedHere)
    table.setFooter(
      [
        .phrase(Phrase(en: "total", zh: "合计"), code: "total"), .empty, .empty,
        .money(fen: try Money.sum(standing.compactMap { $0.award[Award.amountFen] }).fen),
      ]
        + Array(repeating: .empty, count: names.count - 4) + [
          .money(fen: try Money.sum(sealed.map(\.balance.kept)).fen),
          .money(fen: try Money.sum(sealed.map(\.open)).fen),
        ]
    )
    try session.show(table)
    return nil
  }
}
