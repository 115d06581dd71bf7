public import Ledger

/// A group whose hardship is not examined.
///
/// Source: Legal Aid Law 2021, article 42.
public enum HardshipGroup: String, Vocabulary {
  /// Minors, elderly or disabled people and others without a fixed income.
  case needy
  /// Receivers of social relief, judicial relief or preferential treatment.
  case relief
  /// Migrant workers who claim wages or compensation for injuries at work.
  case migrant
  /// Others whom a law or regulation names.
  case other

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .needy:
      Choice(
        rawValue,
        en: "minors, elderly, disabled without fixed income",
        zh: "无固定生活来源的未成年人、老年人、残疾人等",
        also: ["残疾人", "老年人", "未成年人"]
      )
    case .relief:
      Choice(
        rawValue,
        en: "receivers of social or judicial relief or preferential treatment",
        zh: "社会救助、司法救助或优抚对象",
        also: ["低保", "优抚对象"]
      )
    case .migrant:
      Choice(
        rawValue,
        en: "migrant workers claiming wages or injury compensation",
        zh: "申请支付劳动报酬或工伤赔偿的进城务工人员",
        also: ["农民工"]
      )
    case .other: Choice(rawValue, en: "others named by law", zh: "法律、法规、规章规定的其他人员")
    }
  }
}
