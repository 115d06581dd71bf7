import Bilingual
public import Ledger

/// A class of the Nice Classification.
public enum NiceClass: Kind {
  /// Goods or services.
  public static let type = Field<NiceType>(
    "type",
    Phrase(en: "type", zh: "类型"),
    .choice(NiceType.self),
    required: true,
    privacy: .public,
    Phrase(en: "Goods or services.", zh: "商品或服务。")
  )
  /// The office's short name of the class in Chinese.
  public static let label = Field<String>(
    "label",
    Phrase(en: "label", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The office's short name of the class in Chinese.", zh: "类别简称。")
  )
  /// The short name in English.
  public static let labelEn = Field<String>(
    "labelEn",
    Phrase(en: "English label", zh: "英文名称"),
    .text,
    privacy: .public,
    Phrase(en: "The short name in English.", zh: "英文简称。")
  )

  /// The declaration.
  public static let schema = Schema(
    "nice-class",
    Phrase(en: "Nice class", zh: "尼斯分类"),
    file: "nice-classes.jsonl",
    key: .chosen,
    meaning: Phrase(en: "A class of the Nice Classification.", zh: "尼斯分类的一个类别。"),
    fields: [
      type.definition,
      label.definition,
      labelEn.definition,
    ],
    names: [label.definition]
  )
}
