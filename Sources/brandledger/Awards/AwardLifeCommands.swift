import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `award publish …`: the way of a sealed award to its approval.
enum AwardLifeCommands {
  static let reason = Option(
    "reason",
    .text(Phrase(en: "TEXT", zh: "理由")),
    short: "r",
    help: Phrase(en: "Why", zh: "理由")
  )
  static let document = Option(
    "document",
    .text(Phrase(en: "NUMBER", zh: "文书号")),
    help: Phrase(en: "The decision, notice or voucher", zh: "决定、公告或凭证编号")
  )
  static let days = Option(
    "days",
    .integer(Phrase(en: "N", zh: "天数"), in: 1...365),
    help: Phrase(
      en: "The working days for objections; else as the policy's procedure says",
      zh: "异议期的工作日数；默认按政策程序"
    )
  )
  static let party = Option(
    required: "from",
    .text(Phrase(en: "WHO", zh: "异议人")),
    help: Phrase(en: "Who objects", zh: "异议人")
  )
  static let objection = Option(
    "objection",
    .text(Phrase(en: "EVENT", zh: "事件编号")),
    help: Phrase(en: "Which objection, where several are open", zh: "有多项异议时指定其一")
  )
  private static let part = ValueKind<AwardPart>(
    Phrase(en: "AMOUNT[=CONDITION]", zh: "金额[=条件]"),
    expected: Phrase(
      en: "an amount, and after an equals sign its condition, such as 4万=复核合格",
      zh: "金额，可在等号后写条件，例如 4万=复核合格"
    )
  ) { text in
    let pieces = text.unicodeScalars.split(
      separator: "=",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard let amount = Money(typed: String(pieces[0])), amount > .zero else { return nil }
    let condition = pieces.count > 1 ? Folding.trim(String(pieces[1])) : ""
    return AwardPart(amount, when: condition.isEmpty ? nil : condition)
  }
  static let parts = Option(
    repeated: "part",
    part,
    help: Phrase(
      en: "A part in which it is paid, in order; all parts add up to the award",
      zh: "依次给出各期金额与条件；合计须等于奖励金额"
    )
  )

  static let entry: [any AnyOption] = [EntryOptions.day, reason, document]

  static let publish = AwardBatch.command(
    .publish,
    summary: Phrase(en: "Publish awards and start their objection days", zh: "公示奖励并起算异议期"),
    discussion: Phrase(
      en: """
        Objections are taken for some working days from the day after publication, make-up days counted. An \
        award that no longer computes to what was sealed is not published.
        """,
      zh: "异议期自公示次日起按工作日计算，含调休上班日。现计算金额与封存不符的不予公示。"
    ),
    examples: [
      Example(
        "brandledger award publish --year 2024 --days 7",
        Phrase(en: "All sealed awards of a year", zh: "公示某年度全部已封存奖励")
      )
    ],
    options: [days]
  ) { desk, award, entry, arguments in
    try desk.publish(award, entry, days: arguments[days])
  }

  static let object = AwardBatch.command(
    .object,
    summary: Phrase(en: "Take in an objection, with who and why", zh: "登记异议人及理由"),
    discussion: Phrase(
      en: """
        One that came in time may be entered later with its day (--on), also where the award is approved and \
        not paid: the approval falls, and the objection is decided first.
        """,
      zh: "期限内收到而补登的异议，用 --on 填写收到日期；已批准尚未支付的也可登记，原批准失效，须先处理异议。"
    ),
    examples: [
      Example(
        "brandledger award object awd-20251103-k7m2qd --from 某公司 --reason 商标已转让",
        Phrase(en: "An objection to one award", zh: "对一项奖励提出异议")
      )
    ],
    options: [party]
  ) { desk, award, entry, arguments in
    try desk.object(award, entry, party: arguments[party])
  }

  static let uphold = AwardBatch.command(
    .uphold,
    summary: Phrase(en: "Find an objection right", zh: "认定异议成立"),
    examples: [
      Example(
        "brandledger award uphold awd-20251103-k7m2qd --reason 商标已转让 --user 审批人",
        Phrase(en: "With what was found", zh: "写明认定依据")
      )
    ],
    options: [objection]
  ) { desk, award, entry, arguments in
    try decide(desk, award, entry, arguments, isRight: true)
  }

  static let dismiss = AwardBatch.command(
    .dismiss,
    summary: Phrase(en: "Find an objection wrong", zh: "驳回异议"),
    examples: [
      Example(
        "brandledger award dismiss awd-20251103-k7m2qd --reason 权属未变 --user 审批人",
        Phrase(en: "With what was found", zh: "写明驳回理由")
      )
    ],
    options: [objection]
  ) { desk, award, entry, arguments in
    try decide(desk, award, entry, arguments, isRight: false)
  }

  private static func decide(
    _ desk: AwardDesk,
    _ award: Record,
    _ entry: AwardEntry,
    _ arguments: Arguments,
    isRight: Bool
  ) throws -> AwardMove {
    let id = arguments[objection].map { RecordID($0) }
    return try desk.decide(award, entry, isRight: isRight, objection: id)
  }

  static let approve = AwardBatch.command(
    .approve,
    summary: Phrase(en: "Approve awards, never by their maker", zh: "批准奖励，经办人不得自批"),
    discussion: Phrase(
      en: """
        Possible from the day after the last one for objections, by a person who neither sealed nor changed \
        nor published the award. A later change of its facts, policy or clauses voids the approval.
        """,
      zh: "异议期满次日起，由未封存、修改、公示该奖励的人批准。此后事实、政策或条款有变更的，批准失效。"
    ),
    examples: [
      Example(
        "brandledger award approve awd-20251103-k7m2qd --part 6万 --part 4万=年度复核合格 --user 审批人",
        Phrase(en: "In two parts, the second on a condition", zh: "分两期，第二期附条件")
      )
    ],
    options: [parts]
  ) { desk, award, entry, arguments in
    try desk.approve(award, entry, parts: arguments[parts])
  }

  static let void = AwardBatch.command(
    .void,
    summary: Phrase(
      en: "Make awards void, or the parts of them that are not paid",
      zh: "作废奖励或其未支付的部分"
    ),
    discussion: Phrase(
      en: """
        Of an award that was paid in part, named by its id, what is open is made void: a part whose condition \
        failed is not due any more. What was paid remains, and only that counts for caps, budgets and upgrades.
        """,
      zh: "已部分支付的奖励（须写明编号），作废其未支付部分：条件未满足的一期不再支付。已支付的保留，封顶、预算和晋级补差只计已支付部分。"
    ),
    examples: [
      Example(
        "brandledger award void awd-20251103-k7m2qd --reason 企业已注销",
        Phrase(en: "The reason is kept with it", zh: "理由随记录保存")
      )
    ]
  ) { desk, award, entry, _ in
    try desk.void(award, entry)
  }
}
