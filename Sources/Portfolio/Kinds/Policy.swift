import Bilingual
public import JSONLines
public import Ledger

/// A published award policy: who issued it, from when to when it holds.
public enum Policy: Kind {
  /// The policy's name.
  public static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The policy's name.", zh: "政策名称。")
  )
  /// The first day on which it holds.
  public static let inForceFrom = Field<PartialDate>(
    "inForceFrom",
    Phrase(en: "in force from", zh: "施行日期"),
    .date,
    required: true,
    privacy: .public,
    Phrase(en: "The first day on which it holds.", zh: "施行首日。")
  )
  /// The last day on which it holds.
  public static let inForceUntil = Field<PartialDate>(
    "inForceUntil",
    Phrase(en: "in force until", zh: "有效期至"),
    .date,
    privacy: .public,
    Phrase(en: "The last day on which it holds.", zh: "有效末日。")
  )
  /// The document's number.
  public static let document = Field<String>(
    "document",
    Phrase(en: "document", zh: "文号"),
    .text,
    privacy: .public,
    Phrase(en: "The document's number.", zh: "文号。")
  )
  /// Who issued it.
  public static let issuer = Field<String>(
    "issuer",
    Phrase(en: "issuer", zh: "发文机关"),
    .text,
    privacy: .public,
    Phrase(en: "Who issued it.", zh: "发文机关。")
  )
  /// The day of issue.
  public static let issuedOn = Field<PartialDate>(
    "issuedOn",
    Phrase(en: "issued on", zh: "发文日期"),
    .date,
    privacy: .public,
    Phrase(en: "The day of issue.", zh: "发文日期。")
  )
  /// Where it holds.
  public static let area = Field<String>(
    "area",
    Phrase(en: "area", zh: "适用地区"),
    .text,
    privacy: .public,
    Phrase(en: "Where it holds.", zh: "适用地区。")
  )
  /// The level of government that pays.
  public static let payer = Field<BrandLevel>(
    "payer",
    Phrase(en: "payer level", zh: "支付级别"),
    .choice(BrandLevel.self),
    privacy: .public,
    Phrase(en: "The level of government that pays.", zh: "支付奖励的政府级别。")
  )
  /// The policies that it puts out of force.
  public static let replaces = Field<[RecordID]>(
    "replaces",
    Phrase(en: "replaces", zh: "替代"),
    .list(of: .reference(to: "policy")),
    privacy: .public,
    Phrase(en: "The policies that it puts out of force.", zh: "所替代的政策。")
  )
  /// The day on which it was repealed before its time.
  public static let repealedOn = Field<PartialDate>(
    "repealedOn",
    Phrase(en: "repealed on", zh: "废止日期"),
    .date,
    privacy: .public,
    Phrase(en: "The day on which it was repealed before its time.", zh: "提前废止日期。")
  )
  /// The days whose facts a year's round pays: {"from":"01-01","until":"12-31","yearOffset":0}.
  public static let window = Field<JSONValue>(
    "window",
    Phrase(en: "award window", zh: "奖励期间"),
    .object,
    privacy: .public,
    Phrase(
      en:
        "The days whose facts a year's round pays: {\"from\":\"01-01\",\"until\":\"12-31\",\"yearOffset\":0}.",
      zh: "每年一轮所奖励事实的期间。"
    )
  )
  /// The working days for objections and the number of approvals: {"objectionDays":7,"approvals":1}.
  public static let procedure = Field<JSONValue>(
    "procedure",
    Phrase(en: "procedure", zh: "程序"),
    .object,
    privacy: .public,
    Phrase(
      en:
        "The working days for objections and the number of approvals: {\"objectionDays\":7,\"approvals\":1}.",
      zh: "公示异议期（工作日）与批准人数：{\"objectionDays\":7,\"approvals\":1}。"
    )
  )
  /// The first day whose facts it pays, where that lies before it came into force.
  public static let retroactiveFrom = Field<PartialDate>(
    "retroactiveFrom",
    Phrase(en: "retroactive from", zh: "追溯起始"),
    .date,
    privacy: .public,
    Phrase(
      en: "The first day whose facts it pays, where that lies before it came into force.",
      zh: "追溯奖励的首日（早于施行日期时填写）。"
    )
  )
  /// The levels of payers whose policies its clauses govern too, as a rule of the state does.
  public static let overrides = Field<[BrandLevel]>(
    "overrides",
    Phrase(en: "overrides", zh: "优先于"),
    .list(of: .choice(BrandLevel.self)),
    privacy: .public,
    Phrase(
      en:
        "The levels of payers whose policies its clauses govern too, as a rule of the state does, for facts "
        + "of its own days. Where a date leaves open whether it is one of those, the claim is unknown if a "
        + "clause would change it.",
      zh: "其条款同时约束哪些级别支付方的政策（限其有效期间内的事实），如国家规定；日期不详、无法确定是否在其期间内的，"
        + "条款对其有影响时为待查。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "policy",
    Phrase(en: "award policy", zh: "奖励政策"),
    file: "policies.jsonl",
    key: .chosen,
    meaning: Phrase(
      en: "A published award policy: who issued it, from when to when it holds.",
      zh: "公布的奖励政策：发文机关和有效期。"
    ),
    fields: [
      name.definition,
      inForceFrom.definition,
      inForceUntil.definition,
      document.definition,
      issuer.definition,
      issuedOn.definition,
      area.definition,
      payer.definition,
      replaces.definition,
      repealedOn.definition,
      window.definition,
      procedure.definition,
      retroactiveFrom.definition,
      overrides.definition,
    ],
    names: [name.definition, document.definition],
    identities: [
      [document.definition]
    ]
  )
}
