import Bilingual
public import Ledger

/// A check of a member of a collective mark.
public enum Inspection: Kind {
  /// Whose products were checked.
  public static let membership = Field<RecordID>(
    "membership",
    Phrase(en: "membership", zh: "成员关系"),
    .reference(to: "membership"),
    required: true,
    Phrase(en: "Whose products were checked.", zh: "被检查的成员关系。")
  )
  /// The day of the check.
  public static let date = Field<PartialDate>(
    "date",
    Phrase(en: "date", zh: "日期"),
    .date,
    required: true,
    Phrase(en: "The day of the check.", zh: "检查日期。")
  )
  /// What was found.
  public static let result = Field<InspectionResult>(
    "result",
    Phrase(en: "result", zh: "结果"),
    .choice(InspectionResult.self),
    required: true,
    Phrase(en: "What was found.", zh: "检查结果。")
  )
  /// The findings in words.
  public static let findings = Field<String>(
    "findings",
    Phrase(en: "findings", zh: "发现问题"),
    .text,
    Phrase(en: "The findings in words.", zh: "发现的问题。")
  )
  /// The day by which faults are to be mended.
  public static let mendBy = Field<PartialDate>(
    "mendBy",
    Phrase(en: "mend by", zh: "整改期限"),
    .date,
    Phrase(en: "The day by which faults are to be mended.", zh: "整改截止日期。")
  )
  /// The day on which they were mended.
  public static let mendedOn = Field<PartialDate>(
    "mendedOn",
    Phrase(en: "mended on", zh: "整改完成"),
    .date,
    Phrase(en: "The day on which they were mended.", zh: "整改完成日期。")
  )
  /// Who checked.
  public static let inspector = Field<String>(
    "inspector",
    Phrase(en: "inspector", zh: "检查人"),
    .text,
    privacy: .personal,
    Phrase(en: "Who checked.", zh: "检查人。")
  )
  /// Which product was checked.
  public static let product = Field<String>(
    "product",
    Phrase(en: "product", zh: "产品"),
    .text,
    Phrase(en: "Which product was checked.", zh: "被检查的产品。")
  )

  /// The declaration.
  public static let schema = Schema(
    "inspection",
    Phrase(en: "inspection", zh: "检查"),
    file: "inspections.jsonl",
    key: .generated(prefix: "ins"),
    meaning: Phrase(en: "A check of a member of a collective mark.", zh: "对集体商标成员的检查。"),
    fields: [
      membership.definition,
      date.definition,
      result.definition,
      findings.definition,
      mendBy.definition,
      mendedOn.definition,
      inspector.definition,
      product.definition,
    ],
    identities: [
      [membership.definition, date.definition, product.definition]
    ]
  )
}
