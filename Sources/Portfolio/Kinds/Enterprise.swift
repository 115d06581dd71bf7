import Bilingual
public import Ledger

/// A company, association, institution or person that owns marks, wins titles or is paid awards.
public enum Enterprise: Kind {
  /// The registered name.
  public static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    privacy: .public,
    aliases: ["企业名称", "单位名称", "公司名称"],
    Phrase(en: "The registered name.", zh: "登记名称。")
  )
  /// The town or zone in which it is seated.
  public static let town = Field<RecordID>(
    "town",
    Phrase(en: "town", zh: "镇区"),
    .reference(to: "town"),
    privacy: .public,
    aliases: ["所属镇", "乡镇", "园区"],
    Phrase(en: "The town or zone in which it is seated.", zh: "住所所在的镇或园区。")
  )
  /// The industry, in the words of the office.
  public static let sector = Field<String>(
    "sector",
    Phrase(en: "sector", zh: "行业"),
    .text,
    privacy: .public,
    aliases: ["所属行业"],
    Phrase(en: "The industry, in the words of the office.", zh: "所属行业，用本部门的说法。")
  )
  /// The legal form.
  public static let type = Field<EnterpriseType>(
    "type",
    Phrase(en: "type", zh: "类型"),
    .choice(EnterpriseType.self),
    privacy: .public,
    aliases: ["企业类型", "主体类型"],
    Phrase(en: "The legal form.", zh: "主体的法律形式。")
  )
  /// The statistical size class.
  public static let size = Field<EnterpriseSize>(
    "size",
    Phrase(en: "size", zh: "规模"),
    .choice(EnterpriseSize.self),
    privacy: .public,
    aliases: ["企业规模"],
    Phrase(en: "The statistical size class.", zh: "统计上的规模划分。")
  )
  /// Whether it still operates.
  public static let status = Field<EnterpriseStatus>(
    "status",
    Phrase(en: "status", zh: "状态"),
    .choice(EnterpriseStatus.self),
    privacy: .public,
    aliases: ["登记状态", "经营状态"],
    Phrase(en: "Whether it still operates.", zh: "是否仍在经营。")
  )
  /// The unified credit code of GB 32100-2015; an older register number is kept with a warning.
  public static let creditCode = Field<String>(
    "creditCode",
    Phrase(en: "unified credit code", zh: "统一社会信用代码"),
    .creditCode,
    privacy: .public,
    aliases: ["信用代码", "社会信用代码"],
    Phrase(
      en:
        "The unified credit code of GB 32100-2015; an older register number is kept with a warning.",
      zh: "GB 32100-2015 统一社会信用代码；旧登记号保留并提示。"
    )
  )
  /// The day of its registration.
  public static let registeredOn = Field<PartialDate>(
    "registeredOn",
    Phrase(en: "registered on", zh: "注册日期"),
    .date,
    privacy: .public,
    aliases: ["成立日期"],
    Phrase(en: "The day of its registration.", zh: "登记成立的日期。")
  )
  /// Names it bore before, by which it is still found.
  public static let formerNames = Field<[String]>(
    "formerNames",
    Phrase(en: "former names", zh: "曾用名"),
    .list(of: .text),
    privacy: .public,
    Phrase(en: "Names it bore before, by which it is still found.", zh: "以前用过的名称，仍可据此查到。")
  )
  /// The division of GB/T 2260 in which it is registered now, where that is not this city; all years count by it.
  public static let area = Field<String>(
    "area",
    Phrase(en: "registered in", zh: "登记地"),
    .text,
    aliases: ["地区"],
    Phrase(
      en:
        "The division of GB/T 2260 in which it is registered now, where that is not this city; all years count by it.",
      zh: "现登记地的行政区划代码或名称（不在本市时填写），各年度统计均以此为准。"
    )
  )
  /// The division in which it pays its taxes, where that is not this city.
  public static let taxArea = Field<String>(
    "taxArea",
    Phrase(en: "pays tax in", zh: "纳税地"),
    .text,
    Phrase(
      en: "The division in which it pays its taxes, where that is not this city.",
      zh: "纳税地（不在本市时填写）。"
    )
  )
  /// Whether foreign capital holds a share.
  public static let foreignInvested = Field<Bool>(
    "foreignInvested",
    Phrase(en: "foreign-invested", zh: "外商投资"),
    .boolean,
    Phrase(en: "Whether foreign capital holds a share.", zh: "是否有外商投资。")
  )
  /// The registered capital with its currency, as the register prints it.
  public static let capital = Field<String>(
    "capital",
    Phrase(en: "registered capital", zh: "注册资本"),
    .capital,
    aliases: ["注册资金"],
    Phrase(
      en: "The registered capital with its currency, as the register prints it.",
      zh: "注册资本及币种，按登记原文。"
    )
  )
  /// The registered address.
  public static let address = Field<String>(
    "address",
    Phrase(en: "address", zh: "地址"),
    .text,
    aliases: ["注册地址", "住所"],
    Phrase(en: "The registered address.", zh: "登记住所。")
  )
  /// What it may do, as registered.
  public static let businessScope = Field<String>(
    "businessScope",
    Phrase(en: "business scope", zh: "经营范围"),
    .text,
    Phrase(en: "What it may do, as registered.", zh: "登记的经营范围。")
  )
  /// The person whom the office calls.
  public static let contact = Field<String>(
    "contact",
    Phrase(en: "contact", zh: "联系人"),
    .text,
    privacy: .personal,
    Phrase(en: "The person whom the office calls.", zh: "联系人。")
  )
  /// The number under which that person is reached.
  public static let phone = Field<String>(
    "phone",
    Phrase(en: "phone", zh: "电话"),
    .text,
    privacy: .personal,
    aliases: ["联系电话"],
    Phrase(en: "The number under which that person is reached.", zh: "联系电话。")
  )
  /// Whose account is paid into, where that is not its own name.
  public static let accountHolder = Field<String>(
    "accountHolder",
    Phrase(en: "account holder", zh: "开户名"),
    .text,
    privacy: .personal,
    aliases: ["账户名称", "户名"],
    Phrase(
      en: "Whose account is paid into, where that is not its own name.",
      zh: "收款账户户名（与企业名称不同时填写）。"
    )
  )
  /// The bank and branch of its account.
  public static let bank = Field<String>(
    "bank",
    Phrase(en: "bank", zh: "开户行"),
    .text,
    privacy: .personal,
    aliases: ["开户银行"],
    Phrase(en: "The bank and branch of its account.", zh: "收款账户开户银行。")
  )
  /// The number of the account into which awards are paid.
  public static let account = Field<String>(
    "account",
    Phrase(en: "account", zh: "账号"),
    .text,
    privacy: .personal,
    aliases: ["银行账号"],
    Phrase(en: "The number of the account into which awards are paid.", zh: "收款账号。")
  )
  /// The enterprise that controls it, where limits count a group as one.
  public static let group = Field<RecordID>(
    "group",
    Phrase(en: "group", zh: "所属集团"),
    .reference(to: "enterprise"),
    Phrase(
      en: "The enterprise that controls it, where limits count a group as one.",
      zh: "控股企业（按集团合计限额时使用）。"
    )
  )
  /// Whether statistics count it above designated size.
  public static let aboveDesignatedSize = Field<Bool>(
    "aboveDesignatedSize",
    Phrase(en: "above designated size", zh: "规模以上"),
    .boolean,
    Phrase(en: "Whether statistics count it above designated size.", zh: "是否规模以上。")
  )

  /// The declaration.
  public static let schema = Schema(
    "enterprise",
    Phrase(en: "enterprise", zh: "企业"),
    file: "enterprises.jsonl",
    key: .field(creditCode.definition, elsePrefix: "ent"),
    meaning: Phrase(
      en:
        "A company, association, institution or person that owns marks, wins titles or is paid awards.",
      zh: "拥有商标、获得荣誉或领取奖励的企业、协会、机构或个人。"
    ),
    fields: [
      name.definition,
      town.definition,
      sector.definition,
      type.definition,
      size.definition,
      status.definition,
      creditCode.definition,
      registeredOn.definition,
      formerNames.definition,
      area.definition,
      taxArea.definition,
      foreignInvested.definition,
      capital.definition,
      address.definition,
      businessScope.definition,
      contact.definition,
      phone.definition,
      accountHolder.definition,
      bank.definition,
      account.definition,
      group.definition,
      aboveDesignatedSize.definition,
    ],
    names: [name.definition, formerNames.definition, creditCode.definition],
    identities: [
      [creditCode.definition],
      [name.definition],
    ]
  )
}
