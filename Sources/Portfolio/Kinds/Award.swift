import Bilingual
public import JSONLines
public import Ledger

/// A sealed payout and its life.
public enum Award: Kind {
  /// The policy that pays.
  public static let policy = Field<RecordID>(
    "policy",
    Phrase(en: "policy", zh: "政策"),
    .reference(to: "policy"),
    required: true,
    privacy: .public,
    Phrase(en: "The policy that pays.", zh: "依据政策。")
  )
  /// The year of the round.
  public static let year = Field<Int>(
    "year",
    Phrase(en: "year", zh: "年度"),
    .year,
    required: true,
    privacy: .public,
    Phrase(en: "The year of the round.", zh: "奖励年度。")
  )
  /// Who is paid.
  public static let recipient = Field<RecordID>(
    "recipient",
    Phrase(en: "recipient", zh: "领取人"),
    .reference(to: "enterprise"),
    required: true,
    privacy: .public,
    Phrase(en: "Who is paid.", zh: "奖励对象。")
  )
  /// What is paid.
  public static let amountFen = Field<Money>(
    "amountFen",
    Phrase(en: "amount", zh: "金额"),
    .amount,
    required: true,
    privacy: .public,
    aliases: ["amount"],
    Phrase(en: "What is paid.", zh: "金额。")
  )
  /// Where it stands.
  public static let state = Field<AwardState>(
    "state",
    Phrase(en: "state", zh: "状态"),
    .choice(AwardState.self),
    required: true,
    privacy: .public,
    Phrase(en: "Where it stands.", zh: "状态。")
  )
  /// The clause that gives the amount.
  public static let clause = Field<RecordID>(
    "clause",
    Phrase(en: "clause", zh: "条款"),
    .reference(to: "clause"),
    required: true,
    privacy: .public,
    Phrase(en: "The clause that gives the amount.", zh: "计算金额的条款。")
  )
  /// The claim that was sealed.
  public static let claim = Field<String>(
    "claim",
    Phrase(en: "claim", zh: "申领项"),
    .text,
    required: true,
    Phrase(en: "The claim that was sealed.", zh: "封存的申领项。")
  )
  /// The records that it rewards.
  public static let facts = Field<[String]>(
    "facts",
    Phrase(en: "facts", zh: "事实"),
    .list(of: .text),
    required: true,
    Phrase(en: "The records that it rewards.", zh: "所奖励的事实记录。")
  )
  /// What the fact is about: the brand, the mark, the patent.
  public static let object = Field<String>(
    "object",
    Phrase(en: "object", zh: "对象"),
    .text,
    Phrase(
      en: "What the fact is about: the brand, mark or patent; told by the facts where left out.",
      zh: "事实的对象：品牌、商标或专利；未填时由所列事实得出。"
    )
  )
  /// The tier of the title, where it rewards one.
  public static let level = Field<BrandLevel>(
    "level",
    Phrase(en: "level", zh: "级别"),
    .choice(BrandLevel.self),
    privacy: .public,
    Phrase(en: "The tier of the title, where it rewards one.", zh: "所奖荣誉的级别。")
  )
  /// Who pays, where it is another than this city: the province, the district.
  public static let payer = Field<String>(
    "payer",
    Phrase(en: "payer", zh: "支付方"),
    .text,
    Phrase(
      en: "Who pays, where it is another than this city, by level: 省级 (provincial), 县级 (county). "
        + "Of another name the level is that which the policy names, or not known.",
      zh: "支付方（非本市支付时），填写级别：国家级、省级、市级、县级。填写其他名称的，级别以政策所填为准，未填的不明。"
    )
  )
  /// The day on which it was sealed.
  public static let sealedOn = Field<PartialDate>(
    "sealedOn",
    Phrase(en: "sealed on", zh: "封存日期"),
    .date,
    required: true,
    Phrase(en: "The day on which it was sealed.", zh: "封存日期。")
  )
  /// The parts in which it is paid, where a clause says so.
  public static let parts = Field<JSONValue>(
    "parts",
    Phrase(en: "parts", zh: "分期"),
    .object,
    Phrase(
      en: "The parts in which it is paid: amountFen, and where the clauses say so payee, "
        + "recipient, stage, when (the condition) and dueMonths (months after the approval).",
      zh: "分期支付安排：各期金额（amountFen），以及条款规定的领取者（payee、recipient）、阶段（stage）、"
        + "条件（when）、批准后到期月数（dueMonths）。"
    )
  )
  /// Commit, hashes of the clauses, inputs and steps, by which it can be verified.
  public static let receipt = Field<JSONValue>(
    "receipt",
    Phrase(en: "receipt", zh: "凭据"),
    .object,
    Phrase(
      en: "Commit, hashes of the clauses, inputs and steps, by which it can be verified.",
      zh: "提交号、条款哈希、输入与步骤，用于核验。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "award",
    Phrase(en: "award", zh: "奖励"),
    file: "awards.jsonl",
    key: .generated(prefix: "awd"),
    meaning: Phrase(en: "A sealed payout and its life.", zh: "已封存的奖励及其后续。"),
    fields: [
      policy.definition,
      year.definition,
      recipient.definition,
      amountFen.definition,
      state.definition,
      clause.definition,
      claim.definition,
      facts.definition,
      object.definition,
      level.definition,
      payer.definition,
      sealedOn.definition,
      parts.definition,
      receipt.definition,
    ],
    identities: [
      [policy.definition, claim.definition]
    ]
  )
}
