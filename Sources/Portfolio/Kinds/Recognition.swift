import Bilingual
public import Ledger

/// A title won: which scheme, by which brand and holder, when, and by which document.
public enum Recognition: Kind {
  /// The title.
  public static let scheme = Field<RecordID>(
    "scheme",
    Phrase(en: "scheme", zh: "荣誉项目"),
    .reference(to: "scheme"),
    required: true,
    privacy: .public,
    aliases: ["荣誉", "荣誉名称"],
    Phrase(en: "The title.", zh: "荣誉项目。")
  )
  /// The day on which it was won; a month or year where no more is known.
  public static let awarded = Field<PartialDate>(
    "awarded",
    Phrase(en: "awarded", zh: "获得日期"),
    .date,
    privacy: .public,
    aliases: ["认定日期", "授予日期"],
    Phrase(
      en: "The day on which it was won; a month or year where no more is known.",
      zh: "获得日期；不详时可只填年月。"
    )
  )
  /// Who holds it.
  public static let holder = Field<RecordID>(
    "holder",
    Phrase(en: "holder", zh: "持有人"),
    .reference(to: "enterprise"),
    privacy: .public,
    aliases: ["获得企业", "企业名称", "单位"],
    isOwner: true,
    Phrase(en: "Who holds it.", zh: "荣誉持有人。")
  )
  /// The brand that won it.
  public static let brand = Field<RecordID>(
    "brand",
    Phrase(en: "brand", zh: "品牌"),
    .reference(to: "brand"),
    privacy: .public,
    Phrase(en: "The brand that won it.", zh: "获得荣誉的品牌。")
  )
  /// Whether it was won for the first time, renewed, or raised from a lower tier.
  public static let event = Field<RecognitionEvent>(
    "event",
    Phrase(en: "event", zh: "性质"),
    .choice(RecognitionEvent.self),
    privacy: .public,
    Phrase(
      en: "Whether it was won for the first time, renewed, or raised from a lower tier.",
      zh: "首次认定、复评或升级。"
    )
  )
  /// By an authority or by a court.
  public static let route = Field<RecognitionRoute>(
    "route",
    Phrase(en: "route", zh: "途径"),
    .choice(RecognitionRoute.self),
    privacy: .public,
    aliases: ["认定途径"],
    Phrase(en: "By an authority or by a court.", zh: "行政认定或司法认定。")
  )
  /// The last day of its validity, where the document names one.
  public static let validUntil = Field<PartialDate>(
    "validUntil",
    Phrase(en: "valid until", zh: "有效期至"),
    .date,
    privacy: .public,
    Phrase(en: "The last day of its validity, where the document names one.", zh: "有效期末日（文件载明时）。")
  )
  /// The day on which it was taken away.
  public static let revokedOn = Field<PartialDate>(
    "revokedOn",
    Phrase(en: "revoked on", zh: "撤销日期"),
    .date,
    privacy: .public,
    Phrase(en: "The day on which it was taken away.", zh: "被撤销日期。")
  )
  /// Why it was taken away.
  public static let revocation = Field<String>(
    "revocation",
    Phrase(en: "revocation", zh: "撤销原因"),
    .text,
    Phrase(en: "Why it was taken away.", zh: "撤销原因。")
  )
  /// The document that grants it.
  public static let document = Field<String>(
    "document",
    Phrase(en: "document", zh: "文件"),
    .text,
    privacy: .public,
    aliases: ["文号"],
    Phrase(en: "The document that grants it.", zh: "授予文件。")
  )
  /// The certificate's number.
  public static let certificate = Field<String>(
    "certificate",
    Phrase(en: "certificate", zh: "证书号"),
    .text,
    privacy: .public,
    Phrase(en: "The certificate's number.", zh: "证书编号。")
  )
  /// Who granted it, where the scheme does not say.
  public static let authority = Field<String>(
    "authority",
    Phrase(en: "authority", zh: "授予机关"),
    .text,
    privacy: .public,
    Phrase(en: "Who granted it, where the scheme does not say.", zh: "授予机关（与项目不同时）。")
  )
  /// The product for which it was won.
  public static let product = Field<String>(
    "product",
    Phrase(en: "product", zh: "产品"),
    .text,
    privacy: .public,
    Phrase(en: "The product for which it was won.", zh: "获奖产品。")
  )
  /// The recognition that it renews or raises.
  public static let previous = Field<RecordID>(
    "previous",
    Phrase(en: "previous", zh: "前次荣誉"),
    .reference(to: "recognition"),
    Phrase(en: "The recognition that it renews or raises.", zh: "复评或升级所依据的前次荣誉。")
  )
  /// Others who hold it too, in order.
  public static let coHolders = Field<[RecordID]>(
    "coHolders",
    Phrase(en: "co-holders", zh: "共同持有人"),
    .list(of: .reference(to: "enterprise")),
    privacy: .public,
    Phrase(en: "Others who hold it too, in order.", zh: "共同持有人，按顺序。")
  )
  /// The holder's place among several holders or drafters, or the place won, from 1.
  public static let rank = Field<Int>(
    "rank",
    Phrase(en: "rank", zh: "位次"),
    .count,
    privacy: .public,
    Phrase(
      en: "The holder's place among several holders or drafters, or the place won, from 1.",
      zh: "持有人在多个持有人、起草单位中的排名，或获奖名次，自 1 起。"
    )
  )
  /// Whether the holder uses it, or means to use it, in publicity.
  public static let advertised = Field<Bool>(
    "advertised",
    Phrase(en: "advertised", zh: "用于宣传"),
    .boolean,
    Phrase(
      en: "Whether the holder uses it, or means to use it, in publicity.",
      zh: "持有人是否将其用于或拟用于宣传。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "recognition",
    Phrase(en: "recognition", zh: "荣誉"),
    file: "recognitions.jsonl",
    key: .generated(prefix: "rec"),
    meaning: Phrase(
      en: "A title won: which scheme, by which brand and holder, when, and by which document.",
      zh: "获得的荣誉：项目、品牌、持有人、日期和文件。"
    ),
    fields: [
      scheme.definition,
      awarded.definition,
      holder.definition,
      brand.definition,
      event.definition,
      route.definition,
      validUntil.definition,
      revokedOn.definition,
      revocation.definition,
      document.definition,
      certificate.definition,
      authority.definition,
      product.definition,
      previous.definition,
      coHolders.definition,
      rank.definition,
      advertised.definition,
    ],
    identities: [
      [
        scheme.definition, brand.definition, holder.definition, event.definition,
        awarded.definition,
      ],
      [certificate.definition, scheme.definition],
    ]
  )
}
