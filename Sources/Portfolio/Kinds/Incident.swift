import Bilingual
public import Ledger

/// A violation or bad-credit entry on which vetoes look back.
public enum Incident: Kind {
  /// Who committed it.
  public static let enterprise = Field<RecordID>(
    "enterprise",
    Phrase(en: "enterprise", zh: "企业"),
    .reference(to: "enterprise"),
    required: true,
    Phrase(en: "Who committed it.", zh: "责任企业。")
  )
  /// The day on which it was decided or happened.
  public static let date = Field<PartialDate>(
    "date",
    Phrase(en: "date", zh: "日期"),
    .date,
    required: true,
    Phrase(en: "The day on which it was decided or happened.", zh: "认定或发生日期。")
  )
  /// The field of law or of credit.
  public static let category = Field<IncidentCategory>(
    "category",
    Phrase(en: "category", zh: "类别"),
    .choice(IncidentCategory.self),
    required: true,
    Phrase(en: "The field of law or of credit.", zh: "类别。")
  )
  /// How grave it is.
  public static let severity = Field<IncidentSeverity>(
    "severity",
    Phrase(en: "severity", zh: "程度"),
    .choice(IncidentSeverity.self),
    Phrase(en: "How grave it is.", zh: "严重程度。")
  )
  /// What happened.
  public static let description = Field<String>(
    "description",
    Phrase(en: "description", zh: "情况"),
    .text,
    Phrase(en: "What happened.", zh: "基本情况。")
  )
  /// Who decided it.
  public static let authority = Field<String>(
    "authority",
    Phrase(en: "authority", zh: "认定机关"),
    .text,
    Phrase(en: "Who decided it.", zh: "认定机关。")
  )
  /// The number of the decision.
  public static let document = Field<String>(
    "document",
    Phrase(en: "document", zh: "文书号"),
    .text,
    Phrase(en: "The number of the decision.", zh: "文书编号。")
  )
  /// The day from which it no longer counts, where credit was restored.
  public static let resolvedOn = Field<PartialDate>(
    "resolvedOn",
    Phrase(en: "resolved on", zh: "修复日期"),
    .date,
    Phrase(en: "The day from which it no longer counts, where credit was restored.", zh: "信用修复日期。")
  )
  /// The last day on which awards are barred, where a ban was decided.
  public static let bannedUntil = Field<PartialDate>(
    "bannedUntil",
    Phrase(en: "banned until", zh: "禁止申报至"),
    .date,
    Phrase(
      en: "The last day on which awards are barred, where a ban was decided.",
      zh: "决定取消申报资格的，其末日。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "incident",
    Phrase(en: "incident", zh: "违法失信记录"),
    file: "incidents.jsonl",
    key: .generated(prefix: "inc"),
    meaning: Phrase(
      en: "A violation or bad-credit entry on which vetoes look back.",
      zh: "违法或失信记录，供一票否决回溯。"
    ),
    fields: [
      enterprise.definition,
      date.definition,
      category.definition,
      severity.definition,
      description.definition,
      authority.definition,
      document.definition,
      resolvedOn.definition,
      bannedUntil.definition,
    ],
    identities: [
      [enterprise.definition, category.definition, date.definition, document.definition]
    ]
  )
}
