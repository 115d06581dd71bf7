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
    options: [AwardOptions.year, ListCommand.conditions]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    var conditions = arguments[ListCommand.conditions]
    if let year = arguments[AwardOptions.year] { conditions.append("year=\(year)") }
    let records = try Query(Award.schema, where: conditions, snapshot).records(snapshot)
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
        Phrase(
          en: "what is void or came back whole is not in the total",
          zh: "合计不含已作废和已全额追回的奖励"
        )
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

/// `award totals --by …`: the round of a year summed up.
enum AwardTotals {
  static let grouping = Option(
    "by",
    ValueKind(
      Phrase(en: "WHAT", zh: "维度"),
      choices: [
        Choice(Round.Grouping.town, "town", Phrase(en: "the recipient's town", zh: "镇区")),
        Choice(Round.Grouping.level, "level", Phrase(en: "the title's tier", zh: "级别")),
        Choice(Round.Grouping.clause, "clause", Phrase(en: "the clause", zh: "条款")),
      ]
    ),
    default: "clause",
    help: Phrase(en: "By what to sum up", zh: "汇总维度")
  )

  static let command = Command<World>(
    "totals",
    summary: Phrase(en: "Sum up the payouts of a year", zh: "汇总某年度的奖励"),
    examples: [
      Example(
        "brandledger award totals --year 2025 --by town",
        Phrase(en: "What goes to each town", zh: "各镇区奖励合计")
      )
    ],
    options: [AwardOptions.year, AwardOptions.policy, grouping]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let round = try AwardOptions.round(session, arguments, snapshot, traces: .none)
    let isWithoutPolicy = AwardOptions.tellWithoutPolicy(round, session)
    if isWithoutPolicy, !session.isForPrograms { return 1 }
    let by = arguments[grouping]
    var table = Presentation.Table(
      title: Phrase(en: "Awards of \(round.year)", zh: "\(round.year) 年度奖励汇总"),
      columns: [
        Column(by.rawValue, label(by)),
        Column("count", Phrase(en: "awards", zh: "项数"), .trailing),
        Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
      ]
    )
    for subtotal in try round.subtotals(by: by) {
      table.append([
        try name(subtotal.key, by, snapshot), .integer(Int64(subtotal.count)),
        .money(fen: subtotal.amount.fen),
      ])
    }
    let count = round.claims.count { $0.outcome == .eligible }
    table.setFooter([
      .phrase(Phrase(en: "total", zh: "合计"), code: "total"), .integer(Int64(count)),
      .money(fen: round.total.fen),
    ])
    try session.show(table)
    return nil
  }

  private static func label(_ grouping: Round.Grouping) -> Phrase {
    switch grouping {
    case .town: Phrase(en: "town", zh: "镇区")
    case .level: Phrase(en: "level", zh: "级别")
    case .clause: Phrase(en: "clause", zh: "条款")
    }
  }

  private static func name(
    _ key: String?,
    _ grouping: Round.Grouping,
    _ snapshot: Snapshot
  ) throws -> Cell {
    guard let key else { return .phrase(Phrase(en: "(none)", zh: "（无）"), code: "") }
    switch grouping {
    case .town:
      let name = try snapshot.table(Town.self)[RecordID(key)]?[Town.name] ?? key
      return .phrase(Phrase(en: name, zh: name), code: key)
    case .level:
      return BrandLevel(rawValue: key).map { .phrase($0.choice.label, code: key) } ?? .text(key)
    case .clause:
      return .text(key)
    }
  }
}
