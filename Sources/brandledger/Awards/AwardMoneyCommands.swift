import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `award pay …`: money on its way to the recipient, and back.
enum AwardMoneyCommands {
  static let amount = Option(
    "amount",
    Values.money,
    help: Phrase(
      en: "How much; else the part that is due, or all that is open",
      zh: "金额；默认为到期的一期，或全部未付、未收"
    )
  )
  static let part = Option(
    "part",
    .integer(Phrase(en: "N", zh: "期次"), in: 1...1000),
    help: Phrase(en: "Which part; else the first that is due", zh: "期次；默认为首个到期的")
  )
  static let met = Option(
    "met",
    .text(Phrase(en: "TEXT", zh: "依据")),
    help: Phrase(en: "By what the part's condition was found met", zh: "认定该期条件已满足的依据")
  )
  static let batch = Option(
    "batch",
    .text(Phrase(en: "NAME", zh: "批次")),
    help: Phrase(en: "The batch of payments", zh: "支付批次")
  )
  static let payment = Option(
    "payment",
    .text(Phrase(en: "EVENT", zh: "事件编号")),
    help: Phrase(en: "Which payment, where there are several", zh: "有多笔支付时指定其一")
  )
  static let ground = Option(
    "for",
    Values.word(ClawbackReason.self, Phrase(en: "GROUND", zh: "情形")),
    help: Phrase(
      en: "The ground in the policy's clawback clause, which says how much and which ban",
      zh: "政策追回条款所列情形，据以确定金额与禁止年限"
    )
  )
  static let ban = Option(
    "ban",
    .integer(Phrase(en: "YEARS", zh: "年数"), in: 0...100),
    help: Phrase(
      en:
        "Bar who applied, or whom the clause names, from awards for so many years; else as the clause says",
      zh: "取消申报单位（或条款所定对象）申报资格的年数；默认按条款"
    )
  )

  private static func isMet(_ arguments: Arguments) -> Bool { arguments[met] != nil }

  static let pay = AwardBatch.command(
    .pay,
    summary: Phrase(en: "Note payments, in full or in parts", zh: "登记全额或分期支付"),
    discussion: Phrase(
      en: """
        Caps, budgets and the approval are checked again under the ledger's lock, with everything that was \
        sealed or paid by then. Never more than the award is paid, no part twice, and nobody who is barred \
        from awards on that day.
        """,
      zh: "写入时在账本锁内按已封存和已支付的全部奖励重新核对上限、预算与批准。支付不超过奖励金额，各期不重复支付，"
        + "支付日处于禁止期的不予支付。"
    ),
    examples: [
      Example(
        "brandledger award pay --year 2024 --batch 2025-1 --document 拨付单1号",
        Phrase(en: "All that is approved", zh: "支付全部已批准的奖励")
      ),
      Example(
        "brandledger award pay awd-20251103-k7m2qd --part 2 --met 复核报告",
        Phrase(en: "A part whose condition is met", zh: "支付条件已满足的一期")
      ),
    ],
    options: [amount, part, met, batch],
    conditionMet: isMet
  ) { desk, award, entry, arguments in
    try desk.pay(
      award,
      entry,
      amount: arguments[amount],
      part: arguments[part],
      condition: arguments[met],
      batch: arguments[batch]
    )
  }

  static let fail = AwardBatch.command(
    .fail,
    summary: Phrase(
      en: "Note that a payment failed or came back; its amount is open again",
      zh: "登记支付失败或退回，金额恢复为未支付"
    ),
    examples: [
      Example(
        "brandledger award fail awd-20251103-k7m2qd --reason 账号有误",
        Phrase(en: "With the reason of the bank", zh: "写明退票原因")
      )
    ],
    options: [payment]
  ) { desk, award, entry, arguments in
    try desk.fail(award, entry, payment: arguments[payment].map { RecordID($0) })
  }

  static let recover = AwardBatch.command(
    .recover,
    summary: Phrase(en: "Decide that money is to come back", zh: "决定追回已支付的奖励"),
    discussion: Phrase(
      en: """
        Where the policy has clawback clauses, --for names the ground; its clause says which share of what was \
        paid comes back and who is barred how long. --amount and --ban decide otherwise.
        """,
      zh: "政策有追回条款的，用 --for 指明情形，按条款确定追回比例与禁止申报的对象、年限；--amount、--ban 可另行决定。"
    ),
    examples: [
      Example(
        "brandledger award recover awd-20251103-k7m2qd --for fraud --reason 伪造材料",
        Phrase(en: "As the policy's clause says", zh: "按政策条款追回")
      ),
      Example(
        "brandledger award recover awd-20251103-k7m2qd --reason 伪造材料 --ban 3",
        Phrase(en: "All of it, with a ban for cheating", zh: "全额追回并取消申报资格三年")
      ),
    ],
    options: [ground, amount, ban]
  ) { desk, award, entry, arguments in
    try desk.recover(
      award,
      entry,
      for: arguments[ground],
      amount: arguments[amount],
      banYears: arguments[ban]
    )
  }

  static let repay = AwardBatch.command(
    .repay,
    summary: Phrase(en: "Note that money came back", zh: "登记收回的款项"),
    examples: [
      Example(
        "brandledger award repay awd-20251103-k7m2qd --amount 5万 --document 收据3号",
        Phrase(en: "A part of what was claimed back", zh: "收回部分款项")
      )
    ],
    options: [amount]
  ) { desk, award, entry, arguments in
    try desk.repay(award, entry, amount: arguments[amount])
  }

  static let withdraw = AwardBatch.command(
    .withdraw,
    summary: Phrase(
      en: "Claim no more what is still to come back of awards",
      zh: "撤回追回决定或核销未追回的款项"
    ),
    discussion: Phrase(
      en: """
        Where the decision to recover was annulled, or the money cannot be had. What came back stays on record as \
        such; a ban that went with the recovery ends by resolvedOn of its incident.
        """,
      zh: "追回决定被撤销，或款项确已无法追回时使用。已收回的款项仍按收回记录；随追回作出的禁止期，在其失信记录中填写 resolvedOn 解除。"
    ),
    examples: [
      Example(
        "brandledger award withdraw awd-20251103-k7m2qd --reason 复议撤销追回决定",
        Phrase(en: "With the decision that annulled it", zh: "写明撤销的依据")
      )
    ]
  ) { desk, award, entry, _ in
    try desk.withdraw(award, entry)
  }
}
