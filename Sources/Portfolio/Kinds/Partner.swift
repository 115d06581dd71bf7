import Bilingual
public import Ledger

/// An expert or a body that helps the office in cases.
public enum Partner: Kind {
  /// The name.
  public static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    Phrase(en: "The name.", zh: "名称。")
  )
  /// What it is.
  public static let type = Field<PartnerType>(
    "type",
    Phrase(en: "type", zh: "类型"),
    .choice(PartnerType.self),
    required: true,
    Phrase(en: "What it is.", zh: "类型。")
  )
  /// The rights that it knows; all where nothing stands here.
  public static let rights = Field<[RightType]>(
    "rights",
    Phrase(en: "rights", zh: "擅长权利"),
    .list(of: .choice(RightType.self)),
    Phrase(en: "The rights that it knows; all where nothing stands here.", zh: "擅长的权利类型，空为不限。")
  )
  /// The city of an office elsewhere.
  public static let city = Field<String>(
    "city",
    Phrase(en: "city", zh: "城市"),
    .text,
    Phrase(en: "The city of an office elsewhere.", zh: "所在城市。")
  )
  /// The first day on which it helps.
  public static let from = Field<PartialDate>(
    "from",
    Phrase(en: "from", zh: "聘任起"),
    .date,
    Phrase(en: "The first day on which it helps.", zh: "聘任或合作起始日期。")
  )
  /// The last day on which it helps.
  public static let until = Field<PartialDate>(
    "until",
    Phrase(en: "until", zh: "聘任止"),
    .date,
    Phrase(en: "The last day on which it helps.", zh: "聘任或合作终止日期。")
  )
  /// Whom to ask for.
  public static let contact = Field<String>(
    "contact",
    Phrase(en: "contact", zh: "联系人"),
    .text,
    privacy: .personal,
    Phrase(en: "Whom to ask for.", zh: "联系人。")
  )
  /// The number under which it is reached.
  public static let phone = Field<String>(
    "phone",
    Phrase(en: "phone", zh: "联系电话"),
    .text,
    privacy: .personal,
    Phrase(en: "The number under which it is reached.", zh: "联系电话。")
  )

  /// The declaration.
  public static let schema = Schema(
    "partner",
    Phrase(en: "partner", zh: "合作专家与机构"),
    file: "partners.jsonl",
    key: .generated(prefix: "prt"),
    meaning: Phrase(en: "An expert or a body that helps the office in cases.", zh: "参与维权援助的专家或机构。"),
    fields: [
      name.definition,
      type.definition,
      rights.definition,
      city.definition,
      from.definition,
      until.definition,
      contact.definition,
      phone.definition,
    ],
    names: [name.definition]
  )
}
