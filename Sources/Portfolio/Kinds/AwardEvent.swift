import Bilingual
public import JSONLines
public import Ledger

/// What was done with a sealed award, when, by whom and why.
public enum AwardEvent: Kind {
  /// The award.
  public static let award = Field<RecordID>(
    "award",
    Phrase(en: "award", zh: "奖励"),
    .reference(to: "award"),
    required: true,
    Phrase(en: "The award.", zh: "所属奖励。")
  )
  /// The day on which it was done.
  public static let date = Field<PartialDate>(
    "date",
    Phrase(en: "date", zh: "日期"),
    .date,
    required: true,
    privacy: .public,
    Phrase(en: "The day on which it was done.", zh: "办理日期。")
  )
  /// What was done.
  public static let action = Field<AwardAction>(
    "action",
    Phrase(en: "action", zh: "动作"),
    .choice(AwardAction.self),
    required: true,
    privacy: .public,
    Phrase(en: "What was done.", zh: "动作。")
  )
  /// The state that was left.
  public static let from = Field<AwardState>(
    "from",
    Phrase(en: "from state", zh: "原状态"),
    .choice(AwardState.self),
    Phrase(en: "The state that was left.", zh: "原状态。")
  )
  /// The state that was entered.
  public static let to = Field<AwardState>(
    "to",
    Phrase(en: "to state", zh: "新状态"),
    .choice(AwardState.self),
    Phrase(en: "The state that was entered.", zh: "进入的状态。")
  )
  /// Who did it.
  public static let by = Field<String>(
    "by",
    Phrase(en: "by", zh: "经办人"),
    .text,
    Phrase(en: "Who did it.", zh: "经办人。")
  )
  /// Why it was done.
  public static let reason = Field<String>(
    "reason",
    Phrase(en: "reason", zh: "理由"),
    .text,
    Phrase(en: "Why it was done.", zh: "理由。")
  )
  /// Who objected.
  public static let party = Field<String>(
    "party",
    Phrase(en: "party", zh: "当事人"),
    .text,
    privacy: .personal,
    Phrase(en: "Who objected.", zh: "异议人。")
  )
  /// The objection that is decided, or the payment that failed or was not due.
  public static let answers = Field<RecordID>(
    "answers",
    Phrase(en: "answers", zh: "针对"),
    .reference(to: "award-event"),
    Phrase(
      en: "The objection that is decided, or the payment that failed or was not due.",
      zh: "所处理的异议，或失败、不应支付的款项。"
    )
  )
  /// What was paid, failed, is to come back, came back, or was open and made void.
  public static let amountFen = Field<Money>(
    "amountFen",
    Phrase(en: "amount", zh: "金额"),
    .amount,
    aliases: ["amount"],
    Phrase(
      en: "What was paid, failed, is to come back, came back, or was open and made void.",
      zh: "支付、退回、应追回、已追回或未支付而作废的金额。"
    )
  )
  /// To what its claim computed when it was to come back, where that was less than was awarded.
  public static let computedFen = Field<Money>(
    "computedFen",
    Phrase(en: "computed", zh: "现计算金额"),
    .amount,
    Phrase(
      en:
        "To what its claim computed when it was to come back, where that was less than was awarded.",
      zh: "决定追回时申领项的计算金额（低于奖励金额时）。"
    )
  )
  /// The part that was paid, from 1.
  public static let part = Field<Int>(
    "part",
    Phrase(en: "part", zh: "期次"),
    .integer,
    Phrase(en: "The part that was paid, from 1.", zh: "支付的期次，从 1 起。")
  )
  /// By what the condition of the part was found met.
  public static let condition = Field<String>(
    "condition",
    Phrase(en: "condition", zh: "条件"),
    .text,
    Phrase(en: "By what the condition of the part was found met.", zh: "认定该期支付条件已满足的依据。")
  )
  /// The parts that were approved, each with its amount and its condition.
  public static let parts = Field<JSONValue>(
    "parts",
    Phrase(en: "parts", zh: "分期"),
    .object,
    Phrase(
      en: "The parts that were approved: [{\"amountFen\":600,\"when\":\"…\"}, …].",
      zh: "批准的分期：金额与条件。"
    )
  )
  /// The last day on which objections are taken.
  public static let objectionsUntil = Field<PartialDate>(
    "objectionsUntil",
    Phrase(en: "objections until", zh: "异议截止"),
    .date,
    privacy: .public,
    Phrase(en: "The last day on which objections are taken.", zh: "受理异议的末日。")
  )
  /// The hash of all that was approved; another one today means that something changed.
  public static let basis = Field<String>(
    "basis",
    Phrase(en: "basis", zh: "依据"),
    .text,
    Phrase(
      en: "The hash of all that was approved; another one today means that something changed.",
      zh: "所批准内容的哈希；与今日不同即已有变更。"
    )
  )
  /// The decision, notice or voucher.
  public static let document = Field<String>(
    "document",
    Phrase(en: "document", zh: "文书号"),
    .text,
    Phrase(en: "The decision, notice or voucher.", zh: "决定、公告或凭证编号。")
  )
  /// The batch of payments.
  public static let batch = Field<String>(
    "batch",
    Phrase(en: "batch", zh: "批次"),
    .text,
    Phrase(en: "The batch of payments.", zh: "支付批次。")
  )

  /// The declaration.
  public static let schema = Schema(
    "award-event",
    Phrase(en: "award event", zh: "奖励经过"),
    file: "award-events.jsonl",
    key: .generated(prefix: "awe"),
    meaning: Phrase(
      en: "What was done with a sealed award, when, by whom and why.",
      zh: "已封存奖励的办理经过、时间、经办人与理由。"
    ),
    fields: [
      award.definition,
      date.definition,
      action.definition,
      from.definition,
      to.definition,
      by.definition,
      reason.definition,
      party.definition,
      answers.definition,
      amountFen.definition,
      computedFen.definition,
      part.definition,
      condition.definition,
      parts.definition,
      objectionsUntil.definition,
      basis.definition,
      document.definition,
      batch.definition,
    ]
  )
}
