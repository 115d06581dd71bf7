import Bilingual
public import Ledger

/// Somebody was seen using a mark or a title.
public enum Sighting: Kind {
  /// The day on which it was seen.
  public static let date = Field<PartialDate>(
    "date",
    Phrase(en: "date", zh: "日期"),
    .date,
    required: true,
    Phrase(en: "The day on which it was seen.", zh: "发现日期。")
  )
  /// Who used it.
  public static let enterprise = Field<RecordID>(
    "enterprise",
    Phrase(en: "enterprise", zh: "企业"),
    .reference(to: "enterprise"),
    required: true,
    Phrase(en: "Who used it.", zh: "使用企业。")
  )
  /// The mark that was used.
  public static let trademark = Field<RecordID>(
    "trademark",
    Phrase(en: "mark", zh: "商标"),
    .reference(to: "trademark"),
    Phrase(en: "The mark that was used.", zh: "所使用的商标。")
  )
  /// The title that was used.
  public static let scheme = Field<RecordID>(
    "scheme",
    Phrase(en: "title", zh: "荣誉项目"),
    .reference(to: "scheme"),
    aliases: ["荣誉"],
    Phrase(en: "The title that was used.", zh: "所使用的荣誉名称。")
  )
  /// On what it was seen.
  public static let medium = Field<UseMedium>(
    "medium",
    Phrase(en: "medium", zh: "载体"),
    .choice(UseMedium.self),
    Phrase(en: "On what it was seen.", zh: "使用载体。")
  )
  /// On which product.
  public static let product = Field<String>(
    "product",
    Phrase(en: "product", zh: "产品"),
    .text,
    Phrase(en: "On which product.", zh: "所用产品。")
  )
  /// Where it was seen.
  public static let place = Field<String>(
    "place",
    Phrase(en: "place", zh: "地点"),
    .text,
    Phrase(en: "Where it was seen.", zh: "发现地点。")
  )
  /// Where photographs or samples are kept.
  public static let evidence = Field<String>(
    "evidence",
    Phrase(en: "evidence", zh: "证据"),
    .text,
    Phrase(en: "Where photographs or samples are kept.", zh: "照片或样品存放处。")
  )
  /// The day on which the matter was settled.
  public static let settledOn = Field<PartialDate>(
    "settledOn",
    Phrase(en: "settled on", zh: "处理完毕"),
    .date,
    Phrase(en: "The day on which the matter was settled.", zh: "处理完毕日期。")
  )
  /// How it was settled.
  public static let settlement = Field<String>(
    "settlement",
    Phrase(en: "settlement", zh: "处理结果"),
    .text,
    Phrase(en: "How it was settled.", zh: "处理结果。")
  )
  /// Who saw it.
  public static let by = Field<String>(
    "by",
    Phrase(en: "by", zh: "发现人"),
    .text,
    privacy: .personal,
    Phrase(en: "Who saw it.", zh: "发现人。")
  )

  /// The declaration.
  public static let schema = Schema(
    "sighting",
    Phrase(en: "sighting", zh: "使用线索"),
    file: "sightings.jsonl",
    key: .generated(prefix: "sgt"),
    meaning: Phrase(en: "Somebody was seen using a mark or a title.", zh: "发现有人使用某商标或荣誉的线索。"),
    fields: [
      date.definition,
      enterprise.definition,
      trademark.definition,
      scheme.definition,
      medium.definition,
      product.definition,
      place.definition,
      evidence.definition,
      settledOn.definition,
      settlement.definition,
      by.definition,
    ]
  )
}
