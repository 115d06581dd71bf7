import Bilingual
public import JSONLines
public import Ledger

/// A title that can be won: who grants it, at which level, and when it could be won.
public enum Scheme: Kind {
  /// The title's name.
  public static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The title's name.", zh: "荣誉名称。")
  )
  /// The tier at which it is granted.
  public static let level = Field<BrandLevel>(
    "level",
    Phrase(en: "level", zh: "级别"),
    .choice(BrandLevel.self),
    required: true,
    privacy: .public,
    aliases: ["层级"],
    Phrase(en: "The tier at which it is granted.", zh: "级别。")
  )
  /// What kind of title it is.
  public static let family = Field<SchemeFamily>(
    "family",
    Phrase(en: "family", zh: "类别"),
    .choice(SchemeFamily.self),
    privacy: .public,
    Phrase(en: "What kind of title it is.", zh: "荣誉类别。")
  )
  /// Who grants it.
  public static let authority = Field<String>(
    "authority",
    Phrase(en: "authority", zh: "授予机关"),
    .text,
    privacy: .public,
    aliases: ["发证机关"],
    Phrase(en: "Who grants it.", zh: "授予机关。")
  )
  /// The first day on which it could be won; open where nothing stands here.
  public static let wonFrom = Field<PartialDate>(
    "wonFrom",
    Phrase(en: "won from", zh: "可获得起"),
    .date,
    privacy: .public,
    Phrase(
      en: "The first day on which it could be won; open where nothing stands here.",
      zh: "可获得的首日，空为不限。"
    )
  )
  /// The last day on which it could be won; open where nothing stands here.
  public static let wonUntil = Field<PartialDate>(
    "wonUntil",
    Phrase(en: "won until", zh: "可获得止"),
    .date,
    privacy: .public,
    Phrase(
      en: "The last day on which it could be won; open where nothing stands here.",
      zh: "可获得的末日，空为至今。"
    )
  )
  /// Cohorts by date won: {"wonFrom","wonUntil","years" or "validUntil","source"}; none means without end.
  public static let validity = Field<JSONValue>(
    "validity",
    Phrase(en: "validity", zh: "有效期"),
    .object,
    privacy: .public,
    Phrase(
      en:
        "Cohorts by date won: {\"wonFrom\",\"wonUntil\",\"years\" or \"validUntil\",\"source\"}; none means without end.",
      zh: "按获得日期分批的有效期；空为长期有效。"
    )
  )
  /// Other names, by which lists still call it.
  public static let formerNames = Field<[String]>(
    "formerNames",
    Phrase(en: "former names", zh: "曾用名"),
    .list(of: .text),
    privacy: .public,
    Phrase(en: "Other names, by which lists still call it.", zh: "曾用名或别名。")
  )
  /// The division of GB/T 2260 whose authority grants it, where it is not national.
  public static let area = Field<String>(
    "area",
    Phrase(en: "area", zh: "地区"),
    .text,
    privacy: .public,
    Phrase(
      en: "The division of GB/T 2260 whose authority grants it, where it is not national.",
      zh: "授予地区（非全国性荣誉）。"
    )
  )
  /// Whether a court may grant it too.
  public static let judicialRoute = Field<Bool>(
    "judicialRoute",
    Phrase(en: "won in court", zh: "可司法认定"),
    .boolean,
    privacy: .public,
    Phrase(en: "Whether a court may grant it too.", zh: "是否可由法院认定。")
  )
  /// Whether the law lets holders advertise it.
  public static let publicity = Field<Bool>(
    "publicity",
    Phrase(en: "may be advertised", zh: "可用于宣传"),
    .boolean,
    privacy: .public,
    Phrase(en: "Whether the law lets holders advertise it.", zh: "法律是否允许用于宣传。")
  )
  /// By which act it ended.
  public static let abolition = Field<String>(
    "abolition",
    Phrase(en: "abolition", zh: "废止依据"),
    .text,
    privacy: .public,
    Phrase(en: "By which act it ended.", zh: "废止依据。")
  )
  /// What a candidate must show, for the pipeline.
  public static let conditions = Field<JSONValue>(
    "conditions",
    Phrase(en: "conditions", zh: "申报条件"),
    .object,
    Phrase(en: "What a candidate must show, for the pipeline.", zh: "申报条件。")
  )

  /// The declaration.
  public static let schema = Schema(
    "scheme",
    Phrase(en: "scheme", zh: "荣誉项目"),
    file: "schemes.jsonl",
    key: .chosen,
    meaning: Phrase(
      en: "A title that can be won: who grants it, at which level, and when it could be won.",
      zh: "可获得的荣誉：授予机关、级别、可获得的期间。"
    ),
    fields: [
      name.definition,
      level.definition,
      family.definition,
      authority.definition,
      wonFrom.definition,
      wonUntil.definition,
      validity.definition,
      formerNames.definition,
      area.definition,
      judicialRoute.definition,
      publicity.definition,
      abolition.definition,
      conditions.definition,
    ],
    names: [name.definition, formerNames.definition],
    identities: [
      [name.definition, authority.definition]
    ]
  )
}
