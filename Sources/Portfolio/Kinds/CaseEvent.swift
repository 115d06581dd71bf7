import Bilingual
public import Ledger

/// What happened in a case, when, and what it cost.
public enum CaseEvent: Kind {
  /// The case.
  public static let `case` = Field<RecordID>(
    "case",
    Phrase(en: "case", zh: "案件"),
    .reference(to: "case"),
    required: true,
    Phrase(en: "The case.", zh: "所属案件。")
  )
  /// The day on which it happened.
  public static let date = Field<PartialDate>(
    "date",
    Phrase(en: "date", zh: "日期"),
    .date,
    required: true,
    Phrase(en: "The day on which it happened.", zh: "发生日期。")
  )
  /// What was done.
  public static let action = Field<CaseAction>(
    "action",
    Phrase(en: "action", zh: "动作"),
    .choice(CaseAction.self),
    required: true,
    Phrase(en: "What was done.", zh: "动作。")
  )
  /// The stage that was left.
  public static let from = Field<CaseStage>(
    "from",
    Phrase(en: "from stage", zh: "原阶段"),
    .choice(CaseStage.self),
    Phrase(en: "The stage that was left.", zh: "原阶段。")
  )
  /// The stage that was entered.
  public static let to = Field<CaseStage>(
    "to",
    Phrase(en: "to stage", zh: "新阶段"),
    .choice(CaseStage.self),
    Phrase(en: "The stage that was entered.", zh: "进入的阶段。")
  )
  /// What happened, in words.
  public static let text = Field<String>(
    "text",
    Phrase(en: "text", zh: "说明"),
    .text,
    Phrase(en: "What happened, in words.", zh: "经过说明。")
  )
  /// The papers that came in or went out.
  public static let papers = Field<[String]>(
    "papers",
    Phrase(en: "papers", zh: "材料"),
    .list(of: .text),
    Phrase(
      en: "The papers that came in or went out; 'identity=…' says which of the list one is.",
      zh: "收发的材料；“identity=…”写明为清单中的哪一项。"
    )
  )
  /// What it cost the office.
  public static let costFen = Field<Money>(
    "costFen",
    Phrase(en: "cost", zh: "费用"),
    .amount,
    aliases: ["cost"],
    Phrase(en: "What it cost the office.", zh: "发生费用。")
  )
  /// Who did it.
  public static let by = Field<String>(
    "by",
    Phrase(en: "by", zh: "经办人"),
    .text,
    Phrase(en: "Who did it.", zh: "经办人。")
  )
  /// The step of enforcement, of a court, of mediation or of help between cities.
  public static let step = Field<CaseStep>(
    "step",
    Phrase(en: "step", zh: "程序步骤"),
    .choice(CaseStep.self),
    Phrase(
      en: "The step of enforcement, of a court, of mediation or of help between cities.",
      zh: "行政执法、诉讼、调解或跨市协作的步骤。"
    )
  )

  /// A day that was set, such as that of a hearing.
  public static let scheduledOn = Field<PartialDate>(
    "scheduledOn",
    Phrase(en: "appointment", zh: "约定日期"),
    .date,
    Phrase(
      en: "A day that was set, such as that of a hearing; a later event of its step moves it.",
      zh: "排定的日期，例如开庭日；同一步骤的后一条经过可改期。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "case-event",
    Phrase(en: "case event", zh: "案件经过"),
    file: "case-events.jsonl",
    key: .generated(prefix: "evt"),
    meaning: Phrase(en: "What happened in a case, when, and what it cost.", zh: "案件经过、时间与费用。"),
    fields: [
      `case`.definition,
      date.definition,
      action.definition,
      from.definition,
      to.definition,
      text.definition,
      papers.definition,
      costFen.definition,
      by.definition,
      step.definition,
      scheduledOn.definition,
    ]
  )
}
