import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio
import Presentation

/// `award totals --by …`: the round of a year summed up: what today's records give, what was sealed, what was paid.
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
    discussion: Phrase(
      en: """
        What today's records give is computed anew, as 'award compute' does; beside it stands what was \
        sealed and holds, less what came back, and what of it is with the recipients.
        """,
      zh: "“现计算”按当前记录重新计算（同 award compute）；另列已封存且有效的金额（扣除退回）及其中已支付（扣除退回）的金额。"
    ),
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
        Column("amountFen", Phrase(en: "computed now (CNY)", zh: "现计算（元）"), .trailing),
        Column("sealedFen", Phrase(en: "sealed (CNY)", zh: "已封存（元）"), .trailing),
        Column("paidFen", Phrase(en: "paid (CNY)", zh: "已支付（元）"), .trailing),
      ]
    )
    let sealed = try SealedTotals(
      year: round.year,
      policies: arguments[AwardOptions.policy].isEmpty ? nil : Set(round.policies),
      by: by,
      snapshot
    )
    var rows = try round.subtotals(by: by).map { (key: $0.key, count: $0.count, amount: $0.amount) }
    let computed = Set(rows.map(\.key))
    // What is sealed and no longer computed stands before what has no key.
    let others = sealed.keys.filter { !computed.contains($0) }.map { ($0, 0, Money.zero) }
    rows.insert(contentsOf: others, at: rows.count - (computed.contains(nil) ? 1 : 0))
    for row in rows {
      table.append(
        [
          try name(row.key, by, snapshot), .integer(Int64(row.count)),
          .money(fen: row.amount.fen),
        ] + cells(sealed[row.key])
      )
    }
    let count = round.claims.count { $0.outcome == .eligible }
    table.setFooter(
      [
        .phrase(Phrase(en: "total", zh: "合计"), code: "total"), .integer(Int64(count)),
        .money(fen: round.total.fen),
      ] + cells(try sealed.total())
    )
    try session.show(table)
    return nil
  }

  private static func cells(_ sums: SealedTotals.Sums) -> [Cell] {
    [.money(fen: sums.sealed.fen), .money(fen: sums.paid.fen)]
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
