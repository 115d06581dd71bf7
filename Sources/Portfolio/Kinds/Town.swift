import Bilingual
public import Ledger

/// A town or zone of the city.
public enum Town: Kind {
  /// Its name.
  public static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "Its name.", zh: "名称。")
  )
  /// Town, zone or street.
  public static let type = Field<TownType>(
    "type",
    Phrase(en: "type", zh: "类型"),
    .choice(TownType.self),
    required: true,
    privacy: .public,
    Phrase(en: "Town, zone or street.", zh: "镇、乡或园区。")
  )
  /// The statistical code, where it has one of its own.
  public static let code = Field<String>(
    "code",
    Phrase(en: "division code", zh: "区划代码"),
    .text,
    privacy: .public,
    Phrase(en: "The statistical code, where it has one of its own.", zh: "统计用区划代码。")
  )
  /// Names of places that belong to it today.
  public static let formerNames = Field<[String]>(
    "formerNames",
    Phrase(en: "former names", zh: "曾用名"),
    .list(of: .text),
    privacy: .public,
    Phrase(en: "Names of places that belong to it today.", zh: "现属该镇区的旧地名。")
  )
  /// The day from which it exists, where that is known.
  public static let from = Field<PartialDate>(
    "from",
    Phrase(en: "from", zh: "起"),
    .date,
    privacy: .public,
    Phrase(en: "The day from which it exists, where that is known.", zh: "设立日期。")
  )
  /// The day on which it ended.
  public static let until = Field<PartialDate>(
    "until",
    Phrase(en: "until", zh: "止"),
    .date,
    privacy: .public,
    Phrase(en: "The day on which it ended.", zh: "撤销日期。")
  )

  /// The declaration.
  public static let schema = Schema(
    "town",
    Phrase(en: "town", zh: "镇区"),
    file: "towns.jsonl",
    key: .chosen,
    meaning: Phrase(en: "A town or zone of the city.", zh: "本市的镇、乡或园区。"),
    unlisted: Phrase(
      en: "who is not of the city has no town: leave it empty and fill area",
      zh: "不在本市的：镇区留空，填写登记地"
    ),
    fields: [
      name.definition,
      type.definition,
      code.definition,
      formerNames.definition,
      from.definition,
      until.definition,
    ],
    names: [name.definition, formerNames.definition],
    identities: [
      [name.definition]
    ]
  )
}
