import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// `case assess CASE`: all that is to be known before a case is accepted.
enum CaseAssessment {
  static let command = Command<World>(
    "assess",
    summary: Phrase(
      en: "Test a case: criteria, conflicts, papers, authority, limitation",
      zh: "受理审查：条件、利益冲突、材料、主管机关、时效"
    ),
    discussion: Phrase(
      en: "Each criterion is yes, no or unknown with its reason; nothing is written.",
      zh: "各条件逐项给出是、否或未知及理由；不写入任何内容。"
    ),
    examples: [
      Example(
        "brandledger case assess case-20251103-k7m2qd",
        Phrase(en: "Before aid is granted or refused", zh: "受理或不予受理之前")
      )
    ],
    arguments: [CaseCommands.id]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let desk = try CaseDesk(snapshot, today: session.today)
    let record = try session.record(arguments[CaseCommands.id], Case.schema, in: snapshot)
    try session.show(report(record, desk))
    return nil
  }

  private static func report(_ record: Record, _ desk: CaseDesk) -> Report {
    var blocks: [Report.Block] = [
      .heading(Phrase(en: "Criteria", zh: "受理条件")), .table(criteria(desk.acceptance(of: record))),
    ]
    if let (end, _) = desk.limitation(of: record) {
      let urgent = desk.isUrgent(record)
      blocks.append(
        .paragraph(
          Phrase(
            en: "limitation runs until \(end.day)"
              + (urgent ? ": urgent, aid may be granted first" : ""),
            zh: "诉讼时效至 \(end.day)" + (urgent ? "：时效将届满，可先行受理" : "")
          )
        )
      )
    }
    let conflicts = desk.conflicts(of: record)
    blocks.append(.heading(Phrase(en: "Conflicts", zh: "利益冲突")))
    blocks +=
      conflicts.isEmpty
      ? [.paragraph(Phrase(en: "none found on either side", zh: "双方均未发现"))]
      : conflicts.map { .paragraph($0.message) }
    blocks += [
      .heading(Phrase(en: "Where it goes", zh: "主管机关")), .table(authorities(record, desk)),
      .heading(Phrase(en: "Papers", zh: "证据材料清单")), .table(papers(record, desk)),
    ]
    return Report(
      title: Phrase(en: "assessment of case \(record.id)", zh: "案件 \(record.id) 受理审查"),
      blocks
    )
  }

  static func criteria(_ tests: [Acceptance]) -> Presentation.Table {
    Presentation.Table(
      columns: [
        Column("criterion", Phrase(en: "name", zh: "名称"), overflow: .keep),
        Column("question", Phrase(en: "criterion", zh: "条件"), overflow: .wrap),
        Column("answer", Phrase(en: "answer", zh: "结论")),
        Column("reason", Phrase(en: "why", zh: "理由"), overflow: .wrap),
      ],
      rows: tests.map { test in
        [
          .text(test.criterion.rawValue),
          .phrase(test.criterion.label, code: test.criterion.rawValue),
          .phrase(test.answer.label, code: test.answer.rawValue),
          .phrase(test.reason, code: test.reason.en),
        ]
      }
    )
  }

  private static func authorities(_ record: Record, _ desk: CaseDesk) -> Presentation.Table {
    Presentation.Table(
      columns: [
        Column("authority", Phrase(en: "authority", zh: "机关"), overflow: .wrap),
        Column("channel", Phrase(en: "way", zh: "渠道")),
        Column("scope", Phrase(en: "place", zh: "地域")),
        Column("law", Phrase(en: "by", zh: "依据"), overflow: .wrap),
      ],
      rows: desk.authorities(for: record).map { authority in
        let channel = authority[Authority.channel]
        let scope = authority[Authority.scope]
        return [
          .text(authority[Authority.name] ?? authority.id.text),
          channel.map { .phrase($0.choice.label, code: $0.rawValue) } ?? .empty,
          scope.map { .phrase($0.choice.label, code: $0.rawValue) } ?? .empty,
          authority[Authority.law].map { .text($0) } ?? .empty,
        ]
      }
    )
  }

  private static func papers(_ record: Record, _ desk: CaseDesk) -> Presentation.Table {
    Presentation.Table(
      columns: [
        Column("item", Phrase(en: "paper", zh: "材料"), overflow: .wrap),
        Column("name", Phrase(en: "name", zh: "名称"), overflow: .keep),
        Column("needed", Phrase(en: "needed", zh: "必需")),
        Column("received", Phrase(en: "received as", zh: "已收到")),
        Column("look", Phrase(en: "to look at", zh: "待核对")),
      ],
      rows: desk.papers(of: record).map { paper in
        [
          .phrase(paper.item.label, code: paper.item.label.en),
          .text(paper.item.name),
          .boolean(paper.isNeeded),
          paper.paper.map { .text($0) } ?? .empty,
          paper.isDoubtful ? .boolean(true) : .empty,
        ]
      }
    )
  }
}
