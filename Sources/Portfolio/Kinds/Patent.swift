import Bilingual
public import Ledger

/// A patent or an application for one.
public enum Patent: Kind {
  /// The application number with its check digit, such as 201710601862.3.
  public static let number = Field<String>(
    "number",
    Phrase(en: "application number", zh: "申请号"),
    .patentNumber,
    privacy: .public,
    // The office stands in the record of a foreign patent, whose number has the form of that office.
    domain: FieldDefinition.Domain(office, is: "CN"),
    Phrase(
      en: "The application number with its check digit, such as 201710601862.3.",
      zh: "申请号，含校验位。"
    )
  )
  /// Invention, utility model or design.
  public static let type = Field<PatentType>(
    "type",
    Phrase(en: "type", zh: "类型"),
    .choice(PatentType.self),
    required: true,
    privacy: .public,
    aliases: ["专利类型"],
    Phrase(en: "Invention, utility model or design.", zh: "发明、实用新型或外观设计。")
  )
  /// The day of filing, from which terms run.
  public static let filedOn = Field<PartialDate>(
    "filedOn",
    Phrase(en: "filed on", zh: "申请日"),
    .date,
    privacy: .public,
    aliases: ["申请日期"],
    Phrase(en: "The day of filing, from which terms run.", zh: "申请日，期限自此起算。")
  )
  /// The day on which the grant was announced.
  public static let grantedOn = Field<PartialDate>(
    "grantedOn",
    Phrase(en: "granted on", zh: "授权日"),
    .date,
    privacy: .public,
    aliases: ["授权公告日"],
    Phrase(en: "The day on which the grant was announced.", zh: "授权公告日。")
  )
  /// Where it stands.
  public static let status = Field<PatentStatus>(
    "status",
    Phrase(en: "status", zh: "状态"),
    .choice(PatentStatus.self),
    privacy: .public,
    Phrase(en: "Where it stands.", zh: "当前状态。")
  )
  /// The day from which it no longer counts.
  public static let endedOn = Field<PartialDate>(
    "endedOn",
    Phrase(en: "ended on", zh: "终止日期"),
    .date,
    privacy: .public,
    Phrase(en: "The day from which it no longer counts.", zh: "终止日期。")
  )
  /// Who owns it, the first-named first.
  public static let owners = Field<[RecordID]>(
    "owners",
    Phrase(en: "owners", zh: "专利权人"),
    .list(of: .reference(to: "enterprise")),
    required: true,
    privacy: .public,
    aliases: ["申请人"],
    Phrase(en: "Who owns it, the first-named first.", zh: "专利权人，按顺序。")
  )
  /// The office in the codes of WIPO ST.3.
  public static let office = Field<String>(
    "office",
    Phrase(en: "office", zh: "受理局"),
    .office,
    privacy: .public,
    Phrase(en: "The office in the codes of WIPO ST.3.", zh: "受理局（WIPO ST.3 代码）。")
  )
  /// What it is called.
  public static let title = Field<String>(
    "title",
    Phrase(en: "title", zh: "名称"),
    .text,
    privacy: .public,
    aliases: ["发明名称", "专利名称"],
    Phrase(en: "What it is called.", zh: "发明创造名称。")
  )
  /// The number under which it was published.
  public static let publication = Field<String>(
    "publication",
    Phrase(en: "publication number", zh: "公开号"),
    .text,
    privacy: .public,
    aliases: ["公开(公告)号"],
    Phrase(en: "The number under which it was published.", zh: "公开（公告）号。")
  )
  /// The day on which it was published, which for a granted right is the day of grant.
  public static let publishedOn = Field<PartialDate>(
    "publishedOn",
    Phrase(en: "published on", zh: "公开（公告）日"),
    .date,
    privacy: .public,
    aliases: ["公开日", "公告日"],
    Phrase(
      en: "The day on which it was published, which for a granted right is the day of grant.",
      zh: "公开（公告）日；授权公告即授权日。"
    )
  )
  /// The classes of the International Patent Classification, the main one first.
  public static let ipc = Field<[String]>(
    "ipc",
    Phrase(en: "IPC classes", zh: "分类号"),
    .list(of: .text),
    privacy: .public,
    aliases: ["主分类号", "IPC"],
    Phrase(
      en: "The classes of the International Patent Classification, the main one first.",
      zh: "国际专利分类号，主分类号在前。"
    )
  )
  /// Who made it.
  public static let inventors = Field<[String]>(
    "inventors",
    Phrase(en: "inventors", zh: "发明人"),
    .list(of: .text),
    privacy: .personal,
    Phrase(en: "Who made it.", zh: "发明人。")
  )
  /// What links applications for the same invention at several offices.
  public static let family = Field<String>(
    "family",
    Phrase(en: "family", zh: "同族"),
    .text,
    Phrase(en: "What links applications for the same invention at several offices.", zh: "同族标识。")
  )
  /// The last patent year for which the annuity is paid.
  public static let annuitiesPaidThrough = Field<Int>(
    "annuitiesPaidThrough",
    Phrase(en: "annuities paid through", zh: "年费缴至年度"),
    .count,
    Phrase(en: "The last patent year for which the annuity is paid.", zh: "年费已缴至第几年度。")
  )
  /// The shares of the owners in percent, in their order.
  public static let shares = Field<[DecimalNumber]>(
    "shares",
    Phrase(en: "shares", zh: "权利份额"),
    .list(of: .decimal),
    privacy: .public,
    Phrase(en: "The shares of the owners in percent, in their order.", zh: "权利人份额（%），与权利人顺序一致。")
  )
  /// By how much its annuities are reduced.
  public static let annuityReduction = Field<FeeReduction>(
    "annuityReduction",
    Phrase(en: "annuity reduction", zh: "年费减缴"),
    .choice(FeeReduction.self),
    Phrase(
      en: "By how much its annuities are reduced; full where nothing stands here.",
      zh: "年费减缴比例，空为全额。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "patent",
    Phrase(en: "patent", zh: "专利"),
    file: "patents.jsonl",
    key: .field(number.definition, elsePrefix: "pat"),
    meaning: Phrase(en: "A patent or an application for one.", zh: "专利或专利申请。"),
    fields: [
      number.definition,
      type.definition,
      filedOn.definition,
      grantedOn.definition,
      status.definition,
      endedOn.definition,
      owners.definition,
      office.definition,
      title.definition,
      publication.definition,
      publishedOn.definition,
      ipc.definition,
      inventors.definition,
      family.definition,
      annuitiesPaidThrough.definition,
      shares.definition,
      annuityReduction.definition,
    ],
    names: [number.definition, title.definition],
    identities: [
      [number.definition]
    ],
    chronologies: [
      [filedOn.definition, publishedOn.definition, endedOn.definition],
      [filedOn.definition, grantedOn.definition, endedOn.definition],
    ]
  )
}
