import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `award compute --year Y`: the payouts of a year; it changes nothing.
enum AwardCompute {
  static let each = Option(
    flag: "each",
    help: Phrase(
      en: "Show every claim that is paid, not sums by recipient and clause",
      zh: "逐项显示应付申领项，不按对象和条款汇总"
    )
  )
  static let all = Option(
    flag: "all",
    help: Phrase(en: "Show the claims that are not paid, too", zh: "同时显示不予支付的申领项")
  )

  static let command = Command<World>(
    "compute",
    summary: Phrase(en: "Compute the payouts of a year", zh: "计算某年度的奖励"),
    discussion: Phrase(
      en: """
        Facts become claims, and claims go through seven stages: select, qualify, value, combine, cap, \
        budget, schedule. A fact that is missing makes a claim unknown, and unknown never pays. Nothing is \
        written; 'award seal' commits payouts.
        """,
      zh: """
        事实形成申领项，依次经过七个环节：选取、资格、计价、合并、封顶、预算、支付安排。缺少事实的申领项\
        结果为待查，待查不支付。本命令不写入任何内容；用 award seal 封存。
        """
    ),
    examples: [
      Example(
        "brandledger award compute --year 2025 --all -O csv",
        Phrase(en: "Every claim, for a spreadsheet", zh: "全部申领项，输出 CSV")
      ),
      Example(
        "brandledger award compute --year 2025 -O json",
        Phrase(en: "With the way of every claim, for programs", zh: "含完整计算过程，供程序使用")
      ),
    ],
    options: [AwardOptions.year, AwardOptions.policy, each, all]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let round = try AwardOptions.round(
      session,
      arguments,
      snapshot,
      traces: session.isForPrograms ? .all : .none
    )
    let lives = try SealedLives(round, snapshot)
    if session.isForPrograms {
      try session.show(
        json: round.json(in: session.language, with: lives.members),
        linesOf: "claims"
      )
      return nil
    }
    guard !AwardOptions.tellWithoutPolicy(round, session) else { return 1 }
    Failure.tell(
      try round.cautions() + round.barred(on: session.today, in: snapshot),
      session
    )
    let isCSV = session.outputFormat == .csv
    let isWhole = arguments[all] || isCSV
    let claims = round.claims.filter { isWhole || $0.outcome == .eligible }
    let groups =
      isWhole || arguments[each] ? claims.map { [$0] } : grouped(claims)
    try session.show(table(groups, round, lives, snapshot))
    return nil
  }

  /// The claims of one recipient by one clause together, in the order of their first ones.
  private static func grouped(_ claims: [Claim]) -> [[Claim]] {
    var groups: [[Claim]] = []
    var places: [[String]: Int] = [:]
    for claim in claims {
      let key = [claim.clause.text, claim.recipient?.text ?? claim.id]
      if let place = places[key] {
        groups[place].append(claim)
      } else {
        places[key] = groups.count
        groups.append([claim])
      }
    }
    return groups
  }

  private static func table(
    _ groups: [[Claim]],
    _ round: Round,
    _ lives: SealedLives,
    _ snapshot: Snapshot
  ) throws -> Presentation.Table {
    var table = Presentation.Table(
      title: Phrase(
        en: "Awards of \(round.year) by \(round.policies.map(\.text).joined(separator: ", "))",
        zh: "\(round.year) 年度奖励（\(round.policies.map(\.text).joined(separator: "、"))）"
      ),
      columns: [
        Column("recipientName", Phrase(en: "recipient", zh: "奖励对象")),
        Column("fact", Phrase(en: "for", zh: "事由"), overflow: .wrap),
        Column("clause", Phrase(en: "clause", zh: "条款"), overflow: .wrap),
        Column("outcome", Phrase(en: "outcome", zh: "结果")),
        Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
        Column("state", Phrase(en: "award", zh: "奖励状态")),
        Column("claim", Phrase(en: "claim", zh: "申领项"), overflow: .keep),
      ],
      notes: try lives.notes() + notes(round)
    )
    for group in groups { table.append(try cells(group, lives, snapshot)) }
    table.setFooter([
      .phrase(Phrase(en: "total", zh: "合计"), code: "total"), .empty, .empty, .empty,
      .money(fen: round.total.fen), .empty, .empty,
    ])
    return table
  }

  private static func cells(_ group: [Claim], _ lives: SealedLives, _ snapshot: Snapshot) throws
    -> [Cell]
  {
    let claim = group[0]
    let isCommended = claim.isCommendation && claim.outcome == .eligible
    let outcome =
      isCommended ? Phrase(en: "commended", zh: "通报表扬") : claim.outcome.choice.label
    let name = claim.recipientName ?? claim.recipient?.text
    let number = try snapshot.table(Clause.self)[claim.clause]?[Clause.number]
    let fact: Cell =
      group.count == 1
      ? .text(try FactText.text(claim, snapshot))
      : .phrase(
        Phrase(en: "\(group.count, of: "fact")", zh: "\(group.count) 项"),
        code: String(group.count)
      )
    return [
      name.map { .text($0) } ?? .empty,
      fact,
      .text(number ?? claim.clause.text),
      .phrase(outcome, code: claim.outcome.rawValue),
      isCommended ? .empty : .money(fen: group.reduce(0) { $0 + $1.amount.fen }),
      lives.cell(group),
      group.count == 1 ? .text(claim.id) : .empty,
    ]
  }

  /// What was sealed with another amount than the one shown.
  private static func sealedOtherwise(_ round: Round) -> [Phrase] {
    let others = round.claims.filter { claim in
      claim.sealedAmount.map { $0 != claim.amount } ?? false
    }
    guard let first = others.first, let award = first.sealed, let amount = first.sealedAmount else {
      return []
    }
    return [
      Phrase(
        en:
          "\(others.count, of: "award") \(others.count == 1 ? "was" : "were") sealed with another amount, "
          + "such as \(award): \(amount), now \(first.amount)",
        zh: "\(others.count) 项奖励的封存金额与此不同，如 \(award)：封存 \(amount)，现为 \(first.amount)"
      )
    ]
  }

  private static func notes(_ round: Round) -> [Phrase] {
    let counts = Outcome.allCases.compactMap { outcome -> (Outcome, Int)? in
      let count = round.claims.count { $0.outcome == outcome }
      return count > 0 ? (outcome, count) : nil
    }
    guard !counts.isEmpty else {
      return [Phrase(en: "nothing of the year falls under a clause", zh: "本年度没有符合条款的事实")]
    }
    return sealedOtherwise(round) + [
      Phrase(
        en: counts.map { "\($0.choice.label.en): \($1)" }.joined(separator: ", "),
        zh: counts.map { "\($0.choice.label.zh) \($1) 项" }.joined(separator: "，")
      ),
      Phrase(
        en: "'brandledger award explain NAME --year \(round.year)' tells why; --each shows every "
          + "payout, --all what is not paid too",
        zh: "用 brandledger award explain 名称 --year \(round.year) 查看理由；--each 逐项显示，"
          + "--all 包括不予支付的"
      ),
    ]
  }
}
