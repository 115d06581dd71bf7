import Bilingual
public import Ledger

/// A version of the rules of use or of the technical standard of a collective mark.
public enum MarkRule: Kind {
  /// The collective or certification mark.
  public static let mark = Field<RecordID>(
    "mark",
    Phrase(en: "mark", zh: "集体商标"),
    .reference(to: "trademark"),
    required: true,
    privacy: .public,
    Phrase(en: "The collective or certification mark.", zh: "集体商标或证明商标。")
  )
  /// Rules of use or technical standard.
  public static let type = Field<MarkRuleType>(
    "type",
    Phrase(en: "type", zh: "类型"),
    .choice(MarkRuleType.self),
    required: true,
    privacy: .public,
    Phrase(en: "Rules of use or technical standard.", zh: "使用管理规则或技术标准。")
  )
  /// The first day on which it holds.
  public static let inForceFrom = Field<PartialDate>(
    "inForceFrom",
    Phrase(en: "in force from", zh: "施行日期"),
    .date,
    required: true,
    privacy: .public,
    Phrase(en: "The first day on which it holds.", zh: "施行首日。")
  )
  /// The last day on which it holds; open where a later version ends it.
  public static let inForceUntil = Field<PartialDate>(
    "inForceUntil",
    Phrase(en: "in force until", zh: "失效日期"),
    .date,
    privacy: .public,
    Phrase(
      en: "The last day on which it holds; open where a later version ends it.",
      zh: "施行末日；由新版本替代的可不填。"
    )
  )
  /// What it is called.
  public static let title = Field<String>(
    "title",
    Phrase(en: "title", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "What it is called.", zh: "名称。")
  )
  /// The number of the standard, or of the version.
  public static let number = Field<String>(
    "number",
    Phrase(en: "number", zh: "标准号"),
    .text,
    privacy: .public,
    Phrase(en: "The number of the standard, or of the version.", zh: "标准号或版本号。")
  )
  /// The day on which the office announced the change of the rules.
  public static let announcedOn = Field<PartialDate>(
    "announcedOn",
    Phrase(en: "announced on", zh: "公告日期"),
    .date,
    privacy: .public,
    Phrase(en: "The day on which the office announced the change of the rules.", zh: "主管机关公告变更的日期。")
  )
  /// Where the text is kept.
  public static let document = Field<String>(
    "document",
    Phrase(en: "document", zh: "文件"),
    .text,
    privacy: .public,
    Phrase(en: "Where the text is kept.", zh: "文本存放处。")
  )
  /// What it demands, in short.
  public static let text = Field<String>(
    "text",
    Phrase(en: "text", zh: "内容"),
    .text,
    privacy: .public,
    Phrase(en: "What it demands, in short.", zh: "主要内容。")
  )
  /// How long after the year members may report its use, such as 3m.
  public static let reportWithin = Field<String>(
    "reportWithin",
    Phrase(en: "report within", zh: "报告期限"),
    .period,
    privacy: .public,
    Phrase(
      en: "How long after the year members may report its use, such as 3m.",
      zh: "年度使用报告的提交期限（自年末起），如 3m。"
    )
  )
  /// How long after an inspection the next one follows at the latest, such as 6m.
  public static let inspectEvery = Field<String>(
    "inspectEvery",
    Phrase(en: "inspect every", zh: "检查周期"),
    .period,
    privacy: .public,
    Phrase(
      en: "How long after an inspection the next one follows at the latest, such as 6m.",
      zh: "两次检查的最长间隔，如 6m。"
    )
  )
  /// How long after a change the list of members is filed with the office, such as 1m.
  public static let fileWithin = Field<String>(
    "fileWithin",
    Phrase(en: "file members within", zh: "名单报备期限"),
    .period,
    privacy: .public,
    Phrase(
      en: "How long after a change the list of members is filed with the office, such as 1m.",
      zh: "成员变更后向主管机关报备名单的期限，如 1m。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "mark-rule",
    Phrase(en: "rule of a mark", zh: "商标规则"),
    file: "mark-rules.jsonl",
    key: .generated(prefix: "rul"),
    meaning: Phrase(
      en: "A version of the rules of use or of the technical standard of a collective mark.",
      zh: "集体商标使用管理规则或技术标准的一个版本。"
    ),
    fields: [
      mark.definition,
      type.definition,
      inForceFrom.definition,
      inForceUntil.definition,
      title.definition,
      number.definition,
      announcedOn.definition,
      document.definition,
      text.definition,
      reportWithin.definition,
      inspectEvery.definition,
      fileWithin.definition,
    ],
    identities: [
      [mark.definition, type.definition, inForceFrom.definition]
    ]
  )
}
