import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio
import Presentation

/// `award notice`: what is written to each recipient, to be printed.
enum AwardNotice {
  static let command = Command<World>(
    "notice",
    summary: Phrase(en: "Write a notice to each recipient", zh: "生成奖励通知书"),
    discussion: Phrase(
      en: """
        A notice for each recipient of awards that are approved: what for, how much, by which clause and its \
        words, and the parts with their conditions and payees: it is for the recipient, not for the public.
        """,
      zh: "为已批准奖励的每个领取人生成一份通知：事项、金额、条款及条文、各期条件和收款人。仅供领取人，不对外公开。"
    ),
    examples: [
      Example(
        "brandledger award notice --year 2024 -o 通知书.html",
        Phrase(en: "All of a year, to be printed", zh: "全年通知书（打印）")
      ),
      Example(
        "brandledger award notice awd-20251103-k7m2qd -O md",
        Phrase(en: "One, as Markdown", zh: "一份（Markdown）")
      ),
    ],
    arguments: [AwardBatch.ids],
    options: AwardBatch.filters
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let desk = try AwardDesk(snapshot, today: session.today)
    let told: [AwardState] = [.approved, .partlyPaid, .paid, .failed]
    let batch = try AwardBatch(session, arguments, snapshot)
    let lives = batch.records.map { desk.life(of: $0) }
    let approved = lives.filter { $0.isSealedHere && told.contains($0.state) }
    if approved.count < lives.count {
      let left = lives.count - approved.count
      session.say(
        Phrase(
          en: "\(left, of: "award") not approved, void or claimed back: no notice is written",
          zh: "\(left) 项尚未批准、已作废或追回，不生成通知"
        )
      )
    }
    try session.show(try report(approved, session.today, snapshot))
    return nil
  }

  private static func report(_ lives: [AwardLife], _ today: Day, _ snapshot: Snapshot) throws
    -> Report
  {
    let enterprises = try snapshot.table(Enterprise.self)
    var recipients: [RecordID?] = []
    for life in lives where !recipients.contains(life.award[Award.recipient]) {
      recipients.append(life.award[Award.recipient])
    }
    var blocks: [Report.Block] = []
    for recipient in recipients {
      let own = lives.filter { $0.award[Award.recipient] == recipient }
      let name = recipient.flatMap { enterprises[$0]?[Enterprise.name] ?? $0.text } ?? ""
      blocks += try notice(name, own, today, snapshot)
    }
    return Report(title: Phrase(en: "Notices of awards", zh: "奖励通知书"), blocks)
  }

  private static func notice(
    _ name: String,
    _ lives: [AwardLife],
    _ today: Day,
    _ snapshot: Snapshot
  ) throws -> [Report.Block] {
    let policies = try snapshot.table(Policy.self)
    let clauses = try snapshot.table(Clause.self)
    let total = try Money.sum(lives.map(\.balance.granted))
    let returned = try Money.sum(lives.map(\.balance.repaid))
    let isReturned = returned > .zero
    var table = Presentation.Table(
      columns: [
        Column("award", Phrase(en: "award", zh: "奖励编号"), overflow: .keep),
        Column("for", Phrase(en: "for", zh: "事项"), overflow: .wrap),
        Column("policy", Phrase(en: "policy", zh: "政策"), overflow: .wrap),
        Column("clause", Phrase(en: "clause", zh: "条款"), overflow: .keep),
        Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
      ] + (isReturned ? [AwardShow.returned] : [])
    )
    var cited: [RecordID] = []
    var texts: [Report.Block] = []
    var parts: [Report.Block] = []
    for life in lives {
      let award = life.award
      let policy = award[Award.policy].flatMap { policies[$0] }
      let clause = award[Award.clause].flatMap { clauses[$0] }
      let number = clause?[Clause.number] ?? award[Award.clause]?.text ?? ""
      table.append(
        [
          .text(award.id.text),
          .text(try FactText.publicText(award, snapshot)),
          .text(policy?[Policy.name] ?? award[Award.policy]?.text ?? ""),
          .text(number),
          .money(fen: life.balance.granted.fen),
        ] + (isReturned ? [.money(fen: life.balance.repaid.fen)] : [])
      )
      if let clause, let text = clause[Clause.text], !cited.contains(clause.id) {
        cited.append(clause.id)
        texts.append(.paragraph(Phrase(en: "\(number): \(text)", zh: "\(number)：\(text)")))
      }
      if !life.parts.isEmpty {
        parts.append(.paragraph(Phrase(en: "Paid in parts: \(award.id)", zh: "分期支付：\(award.id)")))
        parts.append(.table(try AwardShow.parts(life, snapshot)))
      }
    }
    table.setFooter(
      [
        .phrase(Phrase(en: "total", zh: "合计"), code: "total"), .empty, .empty, .empty,
        .money(fen: total.fen),
      ] + (isReturned ? [.money(fen: returned.fen)] : [])
    )
    return [
      .heading(Phrase(en: name, zh: name)),
      .paragraph(
        Phrase(
          en:
            "You are awarded \(lives.count, of: "award"), \(total) yuan in all (\(total.capitals)).",
          zh: "经审核、公示和批准，你单位获得奖励 \(lives.count) 项，合计人民币 \(total) 元（大写：\(total.capitals)）。"
        )
      ),
      .table(table),
    ] + texts + parts + [
      .paragraph(Phrase(en: "Written on \(today).", zh: "通知日期：\(today)。"))
    ]
  }
}
