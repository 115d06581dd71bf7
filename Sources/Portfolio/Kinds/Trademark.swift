import Bilingual
public import Ledger

/// A mark at one office: registration, application, or international registration.
public enum Trademark: Kind {
  /// The office in the codes of WIPO ST.3: CN, WO, EM, US ….
  public static let office = Field<String>(
    "office",
    Phrase(en: "office", zh: "受理局"),
    .office,
    required: true,
    privacy: .public,
    Phrase(en: "The office in the codes of WIPO ST.3: CN, WO, EM, US ….", zh: "受理局（WIPO ST.3 代码）。")
  )
  /// The registration number, before registration the application number.
  public static let number = Field<String>(
    "number",
    Phrase(en: "number", zh: "号码"),
    .markNumber,
    required: true,
    privacy: .public,
    aliases: ["注册号"],
    Phrase(
      en: "The registration number, before registration the application number.",
      zh: "注册号，未注册前为申请号。"
    )
  )
  /// The day of registration.
  public static let registeredOn = Field<PartialDate>(
    "registeredOn",
    Phrase(en: "registered on", zh: "注册日期"),
    .date,
    privacy: .public,
    aliases: ["注册公告日期", "注册日"],
    Phrase(en: "The day of registration.", zh: "注册日期。")
  )
  /// Domestic, by the Madrid system, or at a foreign office.
  public static let route = Field<TrademarkRoute>(
    "route",
    Phrase(en: "route", zh: "途径"),
    .choice(TrademarkRoute.self),
    required: true,
    privacy: .public,
    Phrase(en: "Domestic, by the Madrid system, or at a foreign office.", zh: "国内、马德里或境外单一局。")
  )
  /// Who owns it.
  public static let owner = Field<RecordID>(
    "owner",
    Phrase(en: "owner", zh: "注册人"),
    .reference(to: "enterprise"),
    required: true,
    privacy: .public,
    aliases: ["申请人", "权利人"],
    isOwner: true,
    Phrase(en: "Who owns it.", zh: "商标注册人。")
  )
  /// Where it stands.
  public static let status = Field<TrademarkStatus>(
    "status",
    Phrase(en: "status", zh: "状态"),
    .choice(TrademarkStatus.self),
    privacy: .public,
    Phrase(en: "Where it stands.", zh: "当前状态。")
  )
  /// The day from which it no longer counts: lapsed, cancelled, invalidated.
  public static let endedOn = Field<PartialDate>(
    "endedOn",
    Phrase(en: "ended on", zh: "终止日期"),
    .date,
    privacy: .public,
    Phrase(
      en: "The day from which it no longer counts: lapsed, cancelled, invalidated.",
      zh: "注销、撤销或无效的日期。"
    )
  )
  /// The mark as it is written.
  public static let mark = Field<String>(
    "mark",
    Phrase(en: "mark", zh: "商标"),
    .text,
    required: true,
    privacy: .public,
    aliases: ["商标名称"],
    Phrase(en: "The mark as it is written.", zh: "商标文字。")
  )
  /// Ordinary, collective or certification mark.
  public static let kind = Field<TrademarkKind>(
    "kind",
    Phrase(en: "kind", zh: "种类"),
    .choice(TrademarkKind.self),
    privacy: .public,
    Phrase(en: "Ordinary, collective or certification mark.", zh: "普通、集体或证明商标。")
  )
  /// The Nice classes, 1 to 45.
  public static let classes = Field<[Int]>(
    "classes",
    Phrase(en: "classes", zh: "类别"),
    .list(of: .niceClass, isSet: true),
    privacy: .public,
    aliases: ["国际分类", "尼斯分类"],
    Phrase(en: "The Nice classes, 1 to 45.", zh: "尼斯分类,1 至 45。")
  )
  /// The goods and services.
  public static let goods = Field<String>(
    "goods",
    Phrase(en: "goods", zh: "商品服务"),
    .text,
    privacy: .public,
    Phrase(en: "The goods and services.", zh: "核定商品或服务。")
  )
  /// The mark on which an international registration rests.
  public static let basicMark = Field<RecordID>(
    "basicMark",
    Phrase(en: "basic mark", zh: "基础商标"),
    .reference(to: "trademark"),
    privacy: .public,
    Phrase(en: "The mark on which an international registration rests.", zh: "国际注册的基础商标。")
  )
  /// The countries and organisations designated or covered.
  public static let designations = Field<[String]>(
    "designations",
    Phrase(en: "designations", zh: "指定国家"),
    .list(of: .office),
    privacy: .public,
    aliases: ["指定缔约方"],
    Phrase(en: "The countries and organisations designated or covered.", zh: "指定的国家和组织。")
  )
  /// The number of the application, where the mark goes under its registration number.
  public static let applicationNumber = Field<String>(
    "applicationNumber",
    Phrase(en: "application number", zh: "申请号"),
    .markNumber,
    privacy: .public,
    Phrase(
      en: "The number of the application, where the mark goes under its registration number.",
      zh: "申请号（以注册号登记时填写）。"
    )
  )
  /// The day of filing.
  public static let filedOn = Field<PartialDate>(
    "filedOn",
    Phrase(en: "filed on", zh: "申请日期"),
    .date,
    privacy: .public,
    aliases: ["申请日"],
    Phrase(en: "The day of filing.", zh: "申请日期。")
  )
  /// The last day of the term, where the register names one.
  public static let validUntil = Field<PartialDate>(
    "validUntil",
    Phrase(en: "valid until", zh: "专用期至"),
    .date,
    privacy: .public,
    Phrase(en: "The last day of the term, where the register names one.", zh: "专用权期限末日（登记载明时）。")
  )
  /// How it ended.
  public static let ending = Field<String>(
    "ending",
    Phrase(en: "ending", zh: "终止原因"),
    .text,
    privacy: .public,
    Phrase(en: "How it ended.", zh: "终止原因。")
  )
  /// Where the picture of the mark is kept.
  public static let image = Field<String>(
    "image",
    Phrase(en: "image", zh: "图样"),
    .text,
    Phrase(en: "Where the picture of the mark is kept.", zh: "商标图样存放处。")
  )
  /// Designations that were refused, given up or cancelled; events of a designation stand before what is typed.
  public static let ceasedDesignations = Field<[String]>(
    "ceasedDesignations",
    Phrase(en: "ceased designations", zh: "已终止指定"),
    .list(of: .office),
    privacy: .public,
    Phrase(
      en:
        "Designations that were refused, given up or cancelled; events of a designation stand before what is typed.",
      zh: "已被驳回、放弃或撤销的指定国；某国有权利事项的以事项为准。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "trademark",
    Phrase(en: "trademark", zh: "商标"),
    file: "trademarks.jsonl",
    key: .joined([office.definition, number.definition]),
    meaning: Phrase(
      en: "A mark at one office: registration, application, or international registration.",
      zh: "在某一局的商标：注册、申请或国际注册。"
    ),
    fields: [
      office.definition,
      number.definition,
      registeredOn.definition,
      route.definition,
      owner.definition,
      status.definition,
      endedOn.definition,
      kind.definition,
      mark.definition,
      classes.definition,
      goods.definition,
      basicMark.definition,
      designations.definition,
      applicationNumber.definition,
      filedOn.definition,
      validUntil.definition,
      ending.definition,
      image.definition,
      ceasedDesignations.definition,
    ],
    names: [mark.definition, number.definition],
    identities: [
      [office.definition, number.definition],
      [office.definition, applicationNumber.definition],
    ],
    chronologies: [
      [filedOn.definition, registeredOn.definition, endedOn.definition],
      [filedOn.definition, registeredOn.definition, validUntil.definition],
    ]
  )
}
