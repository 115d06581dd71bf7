import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `award simulate`: a round by a policy that the ledger does not hold, or of next year.
enum AwardSimulate {
  static let policies = Option(
    repeated: "policy",
    .text(Phrase(en: "POLICY", zh: "政策")),
    short: "p",
    help: Phrase(
      en: "A policy by id or name, or a policy file; else all that hold in the year",
      zh: "政策（编号或名称）或政策文件；默认为当年有效的全部政策"
    )
  )
  static let next = Option(
    flag: "next",
    help: Phrase(
      en: "Let the facts of the year happen again a year later, and compute that year",
      zh: "假定当年的事实在次年再次发生，计算次年"
    )
  )

  static let command = Command<World>(
    "simulate",
    summary: Phrase(en: "Compute a round as it would be", zh: "模拟计算奖励"),
    discussion: Phrase(
      en:
        "What is assumed stands below the table. Nothing is written, and nothing of it can be sealed.",
      zh: "所作假定列于表下。不写入任何内容，结果不能封存。"
    ),
    examples: [
      Example(
        "brandledger award simulate --year 2025 --policy draft.jsonl",
        Phrase(en: "What a draft would cost", zh: "草案所需金额")
      ),
      Example(
        "brandledger award simulate --year 2025 --next",
        Phrase(en: "What 2026 would cost if 2025 came again", zh: "假定 2025 年重现，2026 年所需金额")
      ),
    ],
    options: [AwardOptions.year, policies, next]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let names = arguments[policies]
    let simulation = try Simulation(
      year: arguments[AwardOptions.year] ?? session.today.year,
      sources: try names.filter(PolicyCommand.isFile).map {
        try PolicyCommand.source($0, session, snapshot)
      },
      policies: try names.filter { !PolicyCommand.isFile($0) }.map {
        try session.record($0, Policy.schema, in: snapshot).id
      },
      isNext: arguments[next],
      snapshot
    )
    if session.isForPrograms {
      try session.show(json: try simulation.json(in: session.language).text)
      return nil
    }
    guard !AwardOptions.tellWithoutPolicy(simulation.round, session) else { return 1 }
    try session.show(try table(simulation))
    return nil
  }

  private static func table(_ simulation: Simulation) throws -> Presentation.Table {
    let round = simulation.round
    let names = round.policies.map(\.text)
    var table = Presentation.Table(
      title: Phrase(
        en: "Awards of \(round.year) as they would be by \(names.joined(separator: ", "))",
        zh: "\(round.year) 年度奖励模拟（\(names.joined(separator: "、"))）"
      ),
      columns: [
        Column("recipientName", Phrase(en: "recipient", zh: "奖励对象")),
        Column("eligible", Phrase(en: "eligible", zh: "符合"), .trailing),
        Column("open", Phrase(en: "open", zh: "待查待定"), .trailing),
        Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
      ],
      notes: simulation.assumptions.map(assumed)
    )
    for sum in try round.sums() {
      table.append([
        .text(sum.name), .integer(Int64(sum.eligible)), .integer(Int64(sum.open)),
        .money(fen: sum.amount.fen),
      ])
    }
    let eligible = round.claims.count { $0.outcome == .eligible }
    let open = round.claims.count { $0.outcome == .unknown || $0.outcome == .undecided }
    table.setFooter([
      .phrase(Phrase(en: "total", zh: "合计"), code: "total"), .integer(Int64(eligible)),
      .integer(Int64(open)), .money(fen: round.total.fen),
    ])
    return table
  }

  static func assumed(_ assumption: Phrase) -> Phrase {
    Phrase(en: "assumed: \(assumption.en)", zh: "假定：\(assumption.zh)")
  }
}
