import Bilingual
public import Ledger

/// What the plan wants: an indicator, a value, and the clause that says so.
public enum Target: Kind {
  /// What is counted; computed from records where it can be, else observed.
  public static let indicator = Field<String>(
    "indicator",
    Phrase(en: "indicator", zh: "指标"),
    .text,
    required: true,
    privacy: .public,
    Phrase(
      en: """
        What is counted; computed from records where it can be, else observed. Titles by scheme or by level \
        and family: new-recognitions:jiangsu-quality-product, holdings:provincial, \
        new-recognitions:national/trademark.
        """,
      zh: """
        指标；能计算的由记录计算，否则取观测值。荣誉可按项目、级别或级别加类别统计：\
        new-recognitions:jiangsu-quality-product、holdings:provincial、new-recognitions:national/trademark。
        """
    )
  )
  /// How the actual value compares to the target.
  public static let `operator` = Field<TargetOperator>(
    "operator",
    Phrase(en: "operator", zh: "比较"),
    .choice(TargetOperator.self),
    required: true,
    privacy: .public,
    Phrase(en: "How the actual value compares to the target.", zh: "与目标的比较方式。")
  )
  /// The target.
  public static let value = Field<DecimalNumber>(
    "value",
    Phrase(en: "value", zh: "目标值"),
    .decimal,
    required: true,
    privacy: .public,
    Phrase(en: "The target.", zh: "目标值。")
  )
  /// The upper end, where the target is a range.
  public static let upper = Field<DecimalNumber>(
    "upper",
    Phrase(en: "upper", zh: "上限"),
    .decimal,
    privacy: .public,
    Phrase(en: "The upper end, where the target is a range.", zh: "上限（区间目标）。")
  )
  /// What is counted.
  public static let unit = Field<String>(
    "unit",
    Phrase(en: "unit", zh: "单位"),
    .text,
    privacy: .public,
    Phrase(en: "What is counted.", zh: "单位。")
  )
  /// New in each year, or the stock on a day.
  public static let basis = Field<TargetBasis>(
    "basis",
    Phrase(en: "basis", zh: "口径"),
    .choice(TargetBasis.self),
    required: true,
    privacy: .public,
    Phrase(en: "New in each year, or the stock on a day.", zh: "每年新增或存量。")
  )
  /// The one year for which it holds; every year where nothing stands here.
  public static let year = Field<Int>(
    "year",
    Phrase(en: "year", zh: "年度"),
    .year,
    privacy: .public,
    aliases: ["年份"],
    Phrase(
      en: "The one year for which it holds; every year where nothing stands here.",
      zh: "适用年度；空为每年。"
    )
  )
  /// The town or department that must reach it; the whole city where nothing stands here.
  public static let scope = Field<String>(
    "scope",
    Phrase(en: "scope", zh: "范围"),
    .text,
    privacy: .public,
    Phrase(
      en: "The town or department that must reach it; the whole city where nothing stands here.",
      zh: "责任镇区或部门；空为全市。"
    )
  )
  /// The sectors whose owners alone count, in the office's words.
  public static let sectors = Field<[String]>(
    "sectors",
    Phrase(en: "sectors", zh: "行业"),
    .list(of: .text),
    privacy: .public,
    Phrase(
      en:
        "The sectors whose owners alone count, in the office's words; a brand's sector stands before its owner's.",
      zh: "只统计这些行业的权利人或持有人（用本部门的行业说法）；品牌有行业的按品牌。"
    )
  )
  /// The legal forms of the owners and holders that alone count.
  public static let ownerTypes = Field<[EnterpriseType]>(
    "ownerTypes",
    Phrase(en: "owner types", zh: "主体类型"),
    .list(of: .choice(EnterpriseType.self)),
    privacy: .public,
    Phrase(
      en: "The legal forms of the owners and holders that alone count.",
      zh: "只统计这些类型的权利人或持有人。"
    )
  )
  /// The first year of the yearly average that must reach the target.
  public static let averageFrom = Field<Int>(
    "averageFrom",
    Phrase(en: "average from", zh: "年均起始年"),
    .year,
    privacy: .public,
    Phrase(
      en:
        "The first year of the yearly average that must reach the target; without it each year for itself.",
      zh: "年均指标的起始年：自该年起的年均值须达到目标；空为各年分别考核。"
    )
  )
  /// The department that answers for it in the assessment.
  public static let responsible = Field<String>(
    "responsible",
    Phrase(en: "responsible", zh: "责任单位"),
    .text,
    privacy: .public,
    Phrase(
      en:
        "The department that answers for it in the assessment, where that is not the town or department of its scope.",
      zh: "考核中的责任单位；空为范围所指的镇区或部门。"
    )
  )
  /// The points that reaching it brings in the yearly assessment.
  public static let weight = Field<DecimalNumber>(
    "weight",
    Phrase(en: "points", zh: "分值"),
    .decimal,
    privacy: .public,
    Phrase(
      en:
        "The points that reaching it brings in the yearly assessment; without them it is not scored.",
      zh: "年度考核的分值（完成即得）；空为不计分。"
    )
  )
  /// The points taken off for each unit that is missing.
  public static let deduction = Field<DecimalNumber>(
    "deduction",
    Phrase(en: "deduction", zh: "每差扣分"),
    .decimal,
    privacy: .public,
    Phrase(
      en:
        "The points taken off for each unit that is missing; without them the points follow the share reached.",
      zh: "每差一个单位扣的分；空为按完成比例得分。"
    )
  )
  /// The points given for each unit beyond the target.
  public static let bonus = Field<DecimalNumber>(
    "bonus",
    Phrase(en: "bonus", zh: "每超加分"),
    .decimal,
    privacy: .public,
    Phrase(en: "The points given for each unit beyond the target.", zh: "每超一个单位加的分。")
  )
  /// The most that is given beyond the points of the target.
  public static let bonusLimit = Field<DecimalNumber>(
    "bonusLimit",
    Phrase(en: "bonus limit", zh: "加分上限"),
    .decimal,
    privacy: .public,
    Phrase(
      en:
        "The most that is given beyond the points of the target; no limit where nothing stands here.",
      zh: "加分上限；空为不封顶。"
    )
  )
  /// The indicator of which this one is a part and so cannot exceed.
  public static let partOf = Field<String>(
    "partOf",
    Phrase(en: "part of", zh: "属于"),
    .text,
    privacy: .public,
    Phrase(
      en: "The indicator of which this one is a part and so cannot exceed.",
      zh: "所属的总体指标，本指标不能超过它。"
    )
  )
  /// The clause of the plan.
  public static let clause = Field<String>(
    "clause",
    Phrase(en: "clause", zh: "条款"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The clause of the plan.", zh: "规划条款。")
  )
  /// What the plan says.
  public static let text = Field<String>(
    "text",
    Phrase(en: "text", zh: "内容"),
    .text,
    privacy: .public,
    Phrase(en: "What the plan says.", zh: "规划内容。")
  )
  /// The indicator's name in Chinese.
  public static let label = Field<String>(
    "label",
    Phrase(en: "label", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The indicator's name in Chinese.", zh: "指标中文名称。")
  )
  /// The indicator's name in English.
  public static let labelEn = Field<String>(
    "labelEn",
    Phrase(en: "English label", zh: "英文名称"),
    .text,
    privacy: .public,
    Phrase(en: "The indicator's name in English.", zh: "指标英文名称。")
  )

  /// The declaration.
  public static let schema = Schema(
    "target",
    Phrase(en: "target", zh: "目标"),
    file: "targets.jsonl",
    key: .chosen,
    meaning: Phrase(
      en: "What the plan wants: an indicator, a value, and the clause that says so.",
      zh: "规划目标：指标、数值和条款。"
    ),
    fields: [
      indicator.definition,
      `operator`.definition,
      value.definition,
      upper.definition,
      unit.definition,
      basis.definition,
      year.definition,
      scope.definition,
      sectors.definition,
      ownerTypes.definition,
      averageFrom.definition,
      responsible.definition,
      weight.definition,
      deduction.definition,
      bonus.definition,
      bonusLimit.definition,
      partOf.definition,
      clause.definition,
      text.definition,
      label.definition,
      labelEn.definition,
    ],
    identities: [
      [indicator.definition, scope.definition, year.definition]
    ]
  )
}
