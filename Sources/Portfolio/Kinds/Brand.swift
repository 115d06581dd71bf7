import Bilingual
public import Ledger

/// A brand as an object of care: what it is called, whose it is, on what it rests.
public enum Brand: Kind {
  /// What it is called.
  public static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    aliases: ["品牌名称", "品牌"],
    Phrase(en: "What it is called.", zh: "品牌名称。")
  )
  /// Who owns it.
  public static let owner = Field<RecordID>(
    "owner",
    Phrase(en: "owner", zh: "所有人"),
    .reference(to: "enterprise"),
    privacy: .public,
    aliases: ["权利人"],
    isOwner: true,
    Phrase(en: "Who owns it.", zh: "品牌所有人。")
  )
  /// The industry of its products.
  public static let sector = Field<String>(
    "sector",
    Phrase(en: "sector", zh: "行业"),
    .text,
    privacy: .public,
    Phrase(en: "The industry of its products.", zh: "产品所属行业。")
  )
  /// Where it stands between idea and title.
  public static let stage = Field<BrandStage>(
    "stage",
    Phrase(en: "stage", zh: "培育阶段"),
    .choice(BrandStage.self),
    Phrase(en: "Where it stands between idea and title.", zh: "培育所处阶段。")
  )
  /// What is sold under it.
  public static let products = Field<[String]>(
    "products",
    Phrase(en: "products", zh: "产品"),
    .list(of: .text),
    privacy: .public,
    Phrase(en: "What is sold under it.", zh: "使用该品牌的产品。")
  )
  /// The registered marks on which it rests.
  public static let trademarks = Field<[RecordID]>(
    "trademarks",
    Phrase(en: "trademarks", zh: "依托商标"),
    .list(of: .reference(to: "trademark")),
    privacy: .public,
    Phrase(en: "The registered marks on which it rests.", zh: "依托的注册商标。")
  )
  /// The day of its first use, from which years of use are counted.
  public static let firstUsedOn = Field<PartialDate>(
    "firstUsedOn",
    Phrase(en: "first used on", zh: "首次使用日期"),
    .date,
    Phrase(
      en: "The day of its first use, from which years of use are counted.",
      zh: "首次使用日期，据此计算使用年限。"
    )
  )
  /// The title that it is prepared for.
  public static let plannedScheme = Field<RecordID>(
    "plannedScheme",
    Phrase(en: "planned scheme", zh: "拟申报荣誉"),
    .reference(to: "scheme"),
    Phrase(en: "The title that it is prepared for.", zh: "拟申报的荣誉。")
  )
  /// The year in which it shall apply.
  public static let plannedYear = Field<Int>(
    "plannedYear",
    Phrase(en: "planned year", zh: "拟申报年份"),
    .year,
    Phrase(en: "The year in which it shall apply.", zh: "拟申报年份。")
  )
  /// What is to be done next.
  public static let nextStep = Field<String>(
    "nextStep",
    Phrase(en: "next step", zh: "下一步"),
    .text,
    Phrase(en: "What is to be done next.", zh: "下一步工作。")
  )
  /// The product standard to which it is made.
  public static let standard = Field<String>(
    "standard",
    Phrase(en: "standard", zh: "执行标准"),
    .text,
    privacy: .public,
    Phrase(en: "The product standard to which it is made.", zh: "产品执行的标准。")
  )
  /// The conditions of the planned title that the office has confirmed by papers.
  public static let confirmed = Field<[String]>(
    "confirmed",
    Phrase(en: "confirmed", zh: "已确认条件"),
    .list(of: .text),
    Phrase(
      en: "The conditions of the planned title that the office has confirmed by papers.",
      zh: "主管部门已凭材料确认的申报条件。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "brand",
    Phrase(en: "brand", zh: "品牌"),
    file: "brands.jsonl",
    key: .generated(prefix: "brd"),
    meaning: Phrase(
      en: "A brand as an object of care: what it is called, whose it is, on what it rests.",
      zh: "作为培育对象的品牌：名称、所有人、依托商标。"
    ),
    fields: [
      name.definition,
      owner.definition,
      sector.definition,
      stage.definition,
      products.definition,
      trademarks.definition,
      firstUsedOn.definition,
      plannedScheme.definition,
      plannedYear.definition,
      nextStep.definition,
      standard.definition,
      confirmed.definition,
    ],
    names: [name.definition],
    identities: [
      [name.definition, owner.definition]
    ]
  )
}
