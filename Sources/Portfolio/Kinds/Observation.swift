import Bilingual
public import Ledger

/// A reported value of an indicator that records cannot give.
public enum Observation: Kind {
  /// The indicator.
  public static let indicator = Field<String>(
    "indicator",
    Phrase(en: "indicator", zh: "指标"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The indicator.", zh: "指标。")
  )
  /// The day, month or year for which it was reported.
  public static let date = Field<PartialDate>(
    "date",
    Phrase(en: "date", zh: "日期"),
    .date,
    required: true,
    privacy: .public,
    Phrase(en: "The day, month or year for which it was reported.", zh: "上报所属日期、月份或年份。")
  )
  /// The value.
  public static let value = Field<DecimalNumber>(
    "value",
    Phrase(en: "value", zh: "数值"),
    .decimal,
    required: true,
    privacy: .public,
    Phrase(en: "The value.", zh: "数值。")
  )
  /// The unit.
  public static let unit = Field<String>(
    "unit",
    Phrase(en: "unit", zh: "单位"),
    .text,
    privacy: .public,
    Phrase(en: "The unit.", zh: "单位。")
  )
  /// The town or department; the whole city where nothing stands here.
  public static let scope = Field<String>(
    "scope",
    Phrase(en: "scope", zh: "范围"),
    .text,
    privacy: .public,
    Phrase(
      en: "The town or department; the whole city where nothing stands here.",
      zh: "镇区或部门；空为全市。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "observation",
    Phrase(en: "observation", zh: "观测值"),
    file: "observations.jsonl",
    key: .generated(prefix: "obs"),
    meaning: Phrase(
      en: "A reported value of an indicator that records cannot give.",
      zh: "无法由记录计算的指标上报值。"
    ),
    fields: [
      indicator.definition,
      date.definition,
      value.definition,
      unit.definition,
      scope.definition,
    ],
    identities: [
      [indicator.definition, scope.definition, date.definition]
    ]
  )
}
