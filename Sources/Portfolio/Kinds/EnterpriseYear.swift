import Bilingual
public import Ledger

/// What conditions and targets read of an enterprise's year.
public enum EnterpriseYear: Kind {
  /// Whose figures they are.
  public static let enterprise = Field<RecordID>(
    "enterprise",
    Phrase(en: "enterprise", zh: "企业"),
    .reference(to: "enterprise"),
    required: true,
    Phrase(en: "Whose figures they are.", zh: "所属企业。")
  )
  /// The calendar year.
  public static let year = Field<Int>(
    "year",
    Phrase(en: "year", zh: "年份"),
    .year,
    required: true,
    aliases: ["年度"],
    Phrase(en: "The calendar year.", zh: "年份。")
  )
  /// Tax paid in the year.
  public static let taxFen = Field<Money>(
    "taxFen",
    Phrase(en: "tax paid", zh: "纳税额"),
    .amount,
    aliases: ["tax"],
    Phrase(en: "Tax paid in the year.", zh: "当年缴纳的税款。")
  )
  /// The part of that tax that stays with the district.
  public static let retainedTaxFen = Field<Money>(
    "retainedTaxFen",
    Phrase(en: "retained tax", zh: "地方留成税收"),
    .amount,
    aliases: ["retainedTax"],
    Phrase(en: "The part of that tax that stays with the district.", zh: "其中地方留成部分。")
  )
  /// Sales of the year.
  public static let salesFen = Field<Money>(
    "salesFen",
    Phrase(en: "sales", zh: "销售收入"),
    .amount,
    aliases: ["sales"],
    Phrase(en: "Sales of the year.", zh: "当年销售收入。")
  )
  /// Sales of products under a title of provincial level or higher.
  public static let brandSalesFen = Field<Money>(
    "brandSalesFen",
    Phrase(en: "brand sales", zh: "品牌产品销售收入"),
    .amount,
    aliases: ["brandSales"],
    Phrase(
      en: "Sales of products under a title of provincial level or higher.",
      zh: "省级以上品牌产品的销售收入。"
    )
  )
  /// Spending on research and development.
  public static let researchFen = Field<Money>(
    "researchFen",
    Phrase(en: "research spending", zh: "研发投入"),
    .amount,
    aliases: ["research"],
    Phrase(en: "Spending on research and development.", zh: "研究开发支出。")
  )
  /// Exports of the year.
  public static let exportsFen = Field<Money>(
    "exportsFen",
    Phrase(en: "exports", zh: "出口额"),
    .amount,
    aliases: ["exports"],
    Phrase(en: "Exports of the year.", zh: "当年出口额。")
  )
  /// People employed at the year's end.
  public static let employees = Field<Int>(
    "employees",
    Phrase(en: "employees", zh: "从业人数"),
    .count,
    Phrase(en: "People employed at the year's end.", zh: "年末从业人数。")
  )

  /// The declaration.
  public static let schema = Schema(
    "enterprise-year",
    Phrase(en: "enterprise year", zh: "企业年度"),
    file: "enterprise-years.jsonl",
    key: .joined([enterprise.definition, year.definition]),
    meaning: Phrase(
      en: "What conditions and targets read of an enterprise's year.",
      zh: "条件和目标所用的企业年度数据。"
    ),
    fields: [
      enterprise.definition,
      year.definition,
      taxFen.definition,
      retainedTaxFen.definition,
      salesFen.definition,
      brandSalesFen.definition,
      researchFen.definition,
      exportsFen.definition,
      employees.definition,
    ],
    identities: [
      [enterprise.definition, year.definition]
    ]
  )
}
