import Bilingual
public import JSONLines
public import Ledger

/// By what aid is granted in a case, and who helps.
extension Case {
  /// The day on which the right holder knew of the harm and of who did it; limitation runs from it.
  public static let knownOn = Field<PartialDate>(
    "knownOn",
    Phrase(en: "known on", zh: "知悉侵权日期"),
    .date,
    Phrase(
      en:
        "The day on which the right holder knew of the harm and of who did it; limitation runs from it.",
      zh: "权利人知悉侵权及侵权人的日期，诉讼时效自此起算。"
    )
  )
  /// What the acceptance test found: [{\"criterion\",\"answer\",\"reason\"},…].
  public static let criteria = Field<JSONValue>(
    "criteria",
    Phrase(en: "criteria", zh: "受理条件"),
    .object,
    Phrase(
      en: "What the acceptance test found: [{\"criterion\",\"answer\",\"reason\"},…].",
      zh: "受理审查各条件的结论：[{\"criterion\",\"answer\",\"reason\"},…]。"
    )
  )
  /// Why aid was granted although a criterion or the hardship rule speaks against it.
  public static let override = Field<String>(
    "override",
    Phrase(en: "override", zh: "例外理由"),
    .text,
    Phrase(
      en: "Why aid was granted although a criterion or the hardship rule speaks against it.",
      zh: "虽有条件不符仍予援助的理由。"
    )
  )
  /// Whether the right holder is in difficulty, so that legal aid is due.
  public static let hardship = Field<Hardship>(
    "hardship",
    Phrase(en: "hardship", zh: "经济困难"),
    .choice(Hardship.self),
    Phrase(
      en: "Whether the right holder is in difficulty, so that legal aid is due.",
      zh: "是否维权确有困难。"
    )
  )
  /// By what that was found.
  public static let hardshipReason = Field<String>(
    "hardshipReason",
    Phrase(en: "hardship reason", zh: "困难说明"),
    .text,
    privacy: .personal,
    Phrase(en: "By what that was found.", zh: "困难认定依据。")
  )
  /// The group for which hardship is not examined.
  public static let hardshipGroup = Field<HardshipGroup>(
    "hardshipGroup",
    Phrase(en: "exempt group", zh: "免审查人群"),
    .choice(HardshipGroup.self),
    privacy: .personal,
    Phrase(en: "The group for which hardship is not examined.", zh: "免予核查经济困难的人群。")
  )
  /// The kinds of aid granted.
  public static let aid = Field<[AidKind]>(
    "aid",
    Phrase(en: "aid", zh: "援助方式"),
    .list(of: .choice(AidKind.self)),
    Phrase(en: "The kinds of aid granted.", zh: "给予的援助方式。")
  )
  /// What the aid has cost so far, the sum of its events.
  public static let aidFen = Field<Money>(
    "aidFen",
    Phrase(en: "aid cost", zh: "援助费用"),
    .amount,
    Phrase(en: "What the aid has cost so far, the sum of its events.", zh: "援助已发生费用（各事件之和）。")
  )
  /// The experts and partners who help in it.
  public static let partners = Field<[RecordID]>(
    "partners",
    Phrase(en: "partners", zh: "合作专家与机构"),
    .list(of: .reference(to: "partner")),
    Phrase(en: "The experts and partners who help in it.", zh: "参与的专家与合作机构。")
  )
  /// Whether another city was asked for help, or asks for it.
  public static let assistance = Field<Assistance>(
    "assistance",
    Phrase(en: "mutual assistance", zh: "跨市协作"),
    .choice(Assistance.self),
    Phrase(en: "Whether another city was asked for help, or asks for it.", zh: "跨市协作方向。")
  )
  /// The other city of mutual assistance.
  public static let city = Field<String>(
    "city",
    Phrase(en: "other city", zh: "协作城市"),
    .text,
    Phrase(en: "The other city of mutual assistance.", zh: "协作城市。")
  )
}
