import Bilingual
public import Ledger

/// A member of a collective mark and what it may do.
public enum Membership: Kind {
  /// The collective or certification mark.
  public static let mark = Field<RecordID>(
    "mark",
    Phrase(en: "mark", zh: "集体商标"),
    .reference(to: "trademark"),
    required: true,
    privacy: .public,
    Phrase(en: "The collective or certification mark.", zh: "集体商标或证明商标。")
  )
  /// Who is the member.
  public static let member = Field<RecordID>(
    "member",
    Phrase(en: "member", zh: "成员"),
    .reference(to: "enterprise"),
    required: true,
    privacy: .public,
    Phrase(en: "Who is the member.", zh: "成员企业。")
  )
  /// Where the membership stands.
  public static let state = Field<MembershipState>(
    "state",
    Phrase(en: "state", zh: "状态"),
    .choice(MembershipState.self),
    required: true,
    privacy: .public,
    Phrase(en: "Where the membership stands.", zh: "成员状态。")
  )
  /// The day of admission.
  public static let admittedOn = Field<PartialDate>(
    "admittedOn",
    Phrase(en: "admitted on", zh: "加入日期"),
    .date,
    privacy: .public,
    Phrase(en: "The day of admission.", zh: "准入日期。")
  )
  /// The first day on which the mark may be used.
  public static let authorisedFrom = Field<PartialDate>(
    "authorisedFrom",
    Phrase(en: "authorised from", zh: "授权起"),
    .date,
    privacy: .public,
    Phrase(en: "The first day on which the mark may be used.", zh: "授权使用首日。")
  )
  /// The last day on which the mark may be used.
  public static let authorisedUntil = Field<PartialDate>(
    "authorisedUntil",
    Phrase(en: "authorised until", zh: "授权止"),
    .date,
    privacy: .public,
    Phrase(en: "The last day on which the mark may be used.", zh: "授权使用末日。")
  )
  /// The technical standard, with its version, that the member meets.
  public static let standard = Field<String>(
    "standard",
    Phrase(en: "standard", zh: "执行标准"),
    .text,
    privacy: .public,
    Phrase(
      en: "The technical standard, with its version, that the member meets.",
      zh: "成员达到的技术标准及版本。"
    )
  )
  /// Whether the member was found to meet it.
  public static let meetsStandard = Field<Bool>(
    "meetsStandard",
    Phrase(en: "meets the standard", zh: "达标"),
    .boolean,
    privacy: .public,
    Phrase(en: "Whether the member was found to meet it.", zh: "是否达到标准。")
  )
  /// By which report that was found.
  public static let evidence = Field<String>(
    "evidence",
    Phrase(en: "evidence", zh: "达标证据"),
    .text,
    Phrase(en: "By which report that was found.", zh: "达标依据（检测报告等）。")
  )
  /// The products that may bear the mark.
  public static let products = Field<[String]>(
    "products",
    Phrase(en: "products", zh: "授权产品"),
    .list(of: .text),
    privacy: .public,
    Phrase(en: "The products that may bear the mark.", zh: "可使用该商标的产品。")
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

  /// The declaration.
  public static let schema = Schema(
    "membership",
    Phrase(en: "membership", zh: "集体商标成员"),
    file: "memberships.jsonl",
    key: .generated(prefix: "mem"),
    meaning: Phrase(en: "A member of a collective mark and what it may do.", zh: "集体商标的成员及其使用授权。"),
    fields: [
      mark.definition,
      member.definition,
      state.definition,
      admittedOn.definition,
      authorisedFrom.definition,
      authorisedUntil.definition,
      standard.definition,
      meetsStandard.definition,
      evidence.definition,
      products.definition,
      quota.definition,
      certificate.definition,
    ],
    identities: [
      [mark.definition, member.definition, admittedOn.definition]
    ]
  )
}
