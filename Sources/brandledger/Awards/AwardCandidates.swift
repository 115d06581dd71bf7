import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `award candidates`: who would be entitled without applying, and what the rest lack.
enum AwardCandidates {
  static let command = Command<World>(
    "candidates",
    summary: Phrase(en: "List who would be entitled, and what is missing", zh: "免申即享匹配：列出应得者及所缺材料"),
    discussion: Phrase(
      en: """
        Facts are matched with the policies, whether or not anybody applied. Claims that are sealed already \
        are left out. Where a fact is missing, it is named: with it, the claim is computed anew. What is \
        possible is before caps and pots.
        """,
      zh: """
        无论是否申报，均以已有事实与政策匹配；已封存的不再列出。所缺事实逐项列明，补充后重新计算。“可能金额”未计封顶\
        和预算。
        """
    ),
    examples: [
      Example(
        "brandledger award candidates --year 2025",
        Phrase(en: "Whom to pay, and whom to ask for what", zh: "应奖励谁，向谁补要什么材料")
      )
    ],
    options: [AwardOptions.year, AwardOptions.policy]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let round = try AwardOptions.round(session, arguments, snapshot, traces: .none)
    let candidates = try Candidates(round, snapshot)
    if session.isForPrograms {
      try session.show(json: candidates.json, linesOf: "candidates")
    } else {
      Failure.tell(try round.barred(on: session.today, in: snapshot), session)
      try session.show(try table(candidates))
    }
    return nil
  }

  private static func table(_ candidates: Candidates) throws -> Presentation.Table {
    var table = Presentation.Table(
      title: Phrase(en: "Candidates of \(candidates.year)", zh: "\(candidates.year) 年度奖励候选对象"),
      columns: [
        Column("recipientName", Phrase(en: "recipient", zh: "奖励对象")),
        Column("entitled", Phrase(en: "entitled", zh: "应得项"), .trailing),
        Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
        Column("open", Phrase(en: "open", zh: "待查待定"), .trailing),
        Column("possibleFen", Phrase(en: "possible (CNY)", zh: "可能金额（元）"), .trailing),
        Column("missing", Phrase(en: "missing", zh: "所缺材料"), overflow: .wrap),
      ]
    )
    for group in candidates.groups {
      let undecided =
        group.undecided.isEmpty
        ? [] : [Phrase(en: "people have to decide", zh: "须由人决定")]
      let open =
        group.unappraised == 0
        ? []
        : [
          Phrase(
            en: "\(group.unappraised, of: "claim") may be worth more: the amount is not known yet",
            zh: "另有 \(group.unappraised) 项金额未定"
          )
        ]
      let needs = group.needs.map(\.phrase) + undecided + open
      table.append([
        .text(group.name), .integer(Int64(group.entitled.count)), .money(fen: group.amount.fen),
        .integer(Int64(group.lacking.count + group.undecided.count)),
        .money(fen: group.possible.fen),
        needs.isEmpty
          ? .empty
          : .phrase(
            Phrase(
              en: needs.map(\.en).joined(separator: "; "),
              zh: needs.map(\.zh).joined(separator: "；")
            ),
            code: needs.map(\.en).joined(separator: "; ")
          ),
      ])
    }
    let fen = try Money.sum(candidates.groups.map(\.amount)).fen
    table.setFooter([
      .phrase(Phrase(en: "total", zh: "合计"), code: "total"),
      .integer(Int64(candidates.groups.reduce(0) { $0 + $1.entitled.count })), .money(fen: fen),
      .empty, .empty, .empty,
    ])
    if candidates.sealed > 0 {
      table.notes.append(
        Phrase(
          en: "\(candidates.sealed, of: "claim") sealed already, left out",
          zh: "已封存的 \(candidates.sealed) 项不再列出"
        )
      )
    }
    return table
  }
}
