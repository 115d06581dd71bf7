import Bilingual
public import Ledger

/// An authority or court to which cases are brought, by right, way and place.
public enum Authority: Kind {
  /// The name.
  public static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The name.", zh: "名称。")
  )
  /// The rights that it handles; all where nothing stands here.
  public static let rights = Field<[RightType]>(
    "rights",
    Phrase(en: "rights", zh: "权利类型"),
    .list(of: .choice(RightType.self)),
    privacy: .public,
    Phrase(en: "The rights that it handles; all where nothing stands here.", zh: "管辖的权利类型，空为不限。")
  )
  /// The way by which it is gone.
  public static let channel = Field<CaseChannel>(
    "channel",
    Phrase(en: "channel", zh: "渠道"),
    .choice(CaseChannel.self),
    required: true,
    privacy: .public,
    Phrase(en: "The way by which it is gone.", zh: "维权渠道。")
  )
  /// Where it may act.
  public static let scope = Field<CaseScope>(
    "scope",
    Phrase(en: "scope", zh: "地域"),
    .choice(CaseScope.self),
    required: true,
    privacy: .public,
    Phrase(en: "Where it may act.", zh: "管辖地域。")
  )
  /// The act and article by which it acts.
  public static let law = Field<String>(
    "law",
    Phrase(en: "law", zh: "依据"),
    .text,
    privacy: .public,
    Phrase(en: "The act and article by which it acts.", zh: "职权依据。")
  )

  /// The declaration.
  public static let schema = Schema(
    "authority",
    Phrase(en: "authority", zh: "主管机关"),
    file: "authorities.jsonl",
    key: .chosen,
    meaning: Phrase(
      en: "An authority or court to which cases are brought, by right, way and place.",
      zh: "按权利、渠道和地点接办案件的机关或法院。"
    ),
    fields: [
      name.definition,
      rights.definition,
      channel.definition,
      scope.definition,
      law.definition,
    ],
    names: [name.definition]
  )
}
