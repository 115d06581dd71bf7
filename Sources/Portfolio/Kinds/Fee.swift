import Bilingual
public import Ledger

/// An official fee with the days between which it holds.
public enum Fee: Kind {
  /// The right.
  public static let right = Field<RightType>(
    "right",
    Phrase(en: "right", zh: "权利"),
    .choice(RightType.self),
    required: true,
    privacy: .public,
    Phrase(en: "The right.", zh: "权利。")
  )
  /// What is paid for.
  public static let item = Field<String>(
    "item",
    Phrase(en: "item", zh: "项目"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "What is paid for.", zh: "收费项目。")
  )
  /// The fee.
  public static let amountFen = Field<Money>(
    "amountFen",
    Phrase(en: "amount", zh: "金额"),
    .amount,
    required: true,
    privacy: .public,
    aliases: ["amount"],
    Phrase(en: "The fee.", zh: "金额。")
  )
  /// The type of patent, for annuities.
  public static let type = Field<PatentType>(
    "type",
    Phrase(en: "type", zh: "类型"),
    .choice(PatentType.self),
    privacy: .public,
    Phrase(en: "The type of patent, for annuities.", zh: "专利类型（年费）。")
  )
  /// The first patent year of an annuity step.
  public static let yearFrom = Field<Int>(
    "yearFrom",
    Phrase(en: "from year", zh: "起始年度"),
    .count,
    privacy: .public,
    Phrase(en: "The first patent year of an annuity step.", zh: "年费档起始年度。")
  )
  /// The last patent year of an annuity step.
  public static let yearUntil = Field<Int>(
    "yearUntil",
    Phrase(en: "to year", zh: "终止年度"),
    .count,
    privacy: .public,
    Phrase(en: "The last patent year of an annuity step.", zh: "年费档终止年度。")
  )
  /// From which day it holds.
  public static let inForceFrom = Field<PartialDate>(
    "inForceFrom",
    Phrase(en: "in force from", zh: "施行日期"),
    .date,
    privacy: .public,
    Phrase(en: "From which day it holds.", zh: "施行日期。")
  )
  /// Until which day it holds.
  public static let inForceUntil = Field<PartialDate>(
    "inForceUntil",
    Phrase(en: "in force until", zh: "失效日期"),
    .date,
    privacy: .public,
    Phrase(en: "Until which day it holds.", zh: "失效日期。")
  )

  /// The declaration.
  public static let schema = Schema(
    "fee",
    Phrase(en: "official fee", zh: "官费标准"),
    file: "fees.jsonl",
    key: .chosen,
    meaning: Phrase(
      en: "An official fee with the days between which it holds.",
      zh: "官方收费标准及其适用期间。"
    ),
    fields: [
      right.definition,
      item.definition,
      amountFen.definition,
      type.definition,
      yearFrom.definition,
      yearUntil.definition,
      inForceFrom.definition,
      inForceUntil.definition,
    ]
  )
}
