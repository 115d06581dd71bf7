import Bilingual
public import Ledger

/// What happened to a member of a collective mark, and when.
public enum MembershipEvent: Kind {
  /// The membership.
  public static let membership = Field<RecordID>(
    "membership",
    Phrase(en: "membership", zh: "成员关系"),
    .reference(to: "membership"),
    required: true,
    privacy: .public,
    Phrase(en: "The membership.", zh: "所涉成员关系。")
  )
  /// The day on which it took effect.
  public static let date = Field<PartialDate>(
    "date",
    Phrase(en: "date", zh: "日期"),
    .date,
    required: true,
    privacy: .public,
    Phrase(en: "The day on which it took effect.", zh: "生效日期。")
  )
  /// What happened.
  public static let action = Field<MembershipAction>(
    "action",
    Phrase(en: "action", zh: "事项"),
    .choice(MembershipAction.self),
    required: true,
    privacy: .public,
    aliases: ["动作"],
    Phrase(en: "What happened.", zh: "发生的事项。")
  )
  /// The first day of an authorisation.
  public static let from = Field<PartialDate>(
    "from",
    Phrase(en: "from", zh: "授权起"),
    .date,
    privacy: .public,
    Phrase(en: "The first day of an authorisation.", zh: "授权首日。")
  )
  /// The last day of an authorisation.
  public static let until = Field<PartialDate>(
    "until",
    Phrase(en: "until", zh: "授权止"),
    .date,
    privacy: .public,
    Phrase(en: "The last day of an authorisation.", zh: "授权末日。")
  )
  /// The products that are authorised.
  public static let products = Field<[String]>(
    "products",
    Phrase(en: "products", zh: "授权产品"),
    .list(of: .text),
    privacy: .public,
    Phrase(en: "The products that are authorised.", zh: "授权产品。")
  )
  /// How many labels may be issued a year.
  public static let quota = Field<Int>(
    "quota",
    Phrase(en: "quota", zh: "标识配额"),
    .count,
    Phrase(en: "How many labels may be issued a year.", zh: "每年标识配额。")
  )
  /// The number of the certificate of use.
  public static let certificate = Field<String>(
    "certificate",
    Phrase(en: "certificate", zh: "使用证号"),
    .text,
    privacy: .public,
    Phrase(en: "The number of the certificate of use.", zh: "使用证编号。")
  )
  /// The technical standard by which it was assessed.
  public static let standard = Field<String>(
    "standard",
    Phrase(en: "standard", zh: "执行标准"),
    .text,
    privacy: .public,
    Phrase(en: "The technical standard by which it was assessed.", zh: "评定所依据的技术标准。")
  )
  /// Whether the standard is met.
  public static let meets = Field<Bool>(
    "meets",
    Phrase(en: "meets the standard", zh: "达标"),
    .boolean,
    privacy: .public,
    Phrase(en: "Whether the standard is met.", zh: "是否达标。")
  )
  /// The labels that were issued or, in a report, used.
  public static let labels = Field<Int>(
    "labels",
    Phrase(en: "labels", zh: "标识数量"),
    .count,
    Phrase(en: "The labels that were issued or, in a report, used.", zh: "发放的标识数量；报告中为使用数量。")
  )
  /// The year that a report or labels are for.
  public static let year = Field<Int>(
    "year",
    Phrase(en: "year", zh: "年度"),
    .year,
    Phrase(en: "The year that a report or labels are for.", zh: "报告或标识所属年度。")
  )
  /// What was sold under the mark in the year.
  public static let salesFen = Field<Money>(
    "salesFen",
    Phrase(en: "sales", zh: "销售额"),
    .amount,
    Phrase(en: "What was sold under the mark in the year.", zh: "当年使用该商标产品的销售额。")
  )
  /// The inspection on which it rests.
  public static let inspection = Field<RecordID>(
    "inspection",
    Phrase(en: "inspection", zh: "检查"),
    .reference(to: "inspection"),
    Phrase(en: "The inspection on which it rests.", zh: "所依据的检查。")
  )
  /// The papers on which it rests.
  public static let papers = Field<[String]>(
    "papers",
    Phrase(en: "papers", zh: "材料"),
    .list(of: .text),
    Phrase(en: "The papers on which it rests.", zh: "所依据的材料。")
  )
  /// Why, or what happened, in words.
  public static let text = Field<String>(
    "text",
    Phrase(en: "text", zh: "说明"),
    .text,
    Phrase(en: "Why, or what happened, in words.", zh: "理由或情况说明。")
  )
  /// Who did it.
  public static let by = Field<String>(
    "by",
    Phrase(en: "by", zh: "经办人"),
    .text,
    privacy: .personal,
    Phrase(en: "Who did it.", zh: "经办人。")
  )

  /// The declaration.
  public static let schema = Schema(
    "membership-event",
    Phrase(en: "event of a membership", zh: "成员事项"),
    file: "membership-events.jsonl",
    key: .generated(prefix: "mev"),
    meaning: Phrase(
      en: "What happened to a member of a collective mark, and when.",
      zh: "集体商标成员发生的事项及日期。"
    ),
    fields: [
      membership.definition,
      date.definition,
      action.definition,
      from.definition,
      until.definition,
      products.definition,
      quota.definition,
      certificate.definition,
      standard.definition,
      meets.definition,
      labels.definition,
      year.definition,
      salesFen.definition,
      inspection.definition,
      papers.definition,
      text.definition,
      by.definition,
    ]
  )
}
