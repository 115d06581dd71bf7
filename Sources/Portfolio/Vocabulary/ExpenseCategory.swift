public import Ledger

/// What was paid for.
public enum ExpenseCategory: String, Vocabulary {
  /// Filing fee.
  case filing
  /// Examination fee.
  case examination
  /// Registration fee.
  case registration
  /// Annuity.
  case annuity
  /// Agency fee.
  case agency
  /// Inspection.
  case inspection
  /// Litigation.
  case litigation
  /// Evaluation.
  case evaluation
  /// Insurance premium.
  case insurance
  /// Other.
  case other

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .filing: Choice(rawValue, en: "filing fee", zh: "申请费")
    case .examination:
      Choice(rawValue, en: "examination fee", zh: "审查费", also: ["实质审查费", "实审费"])
    case .registration: Choice(rawValue, en: "registration fee", zh: "注册费")
    case .annuity: Choice(rawValue, en: "annuity", zh: "年费")
    case .agency: Choice(rawValue, en: "agency fee", zh: "代理费")
    case .inspection: Choice(rawValue, en: "inspection", zh: "检测费", also: ["检验"])
    case .litigation: Choice(rawValue, en: "litigation", zh: "诉讼费", also: ["律师费"])
    case .evaluation: Choice(rawValue, en: "evaluation", zh: "评估费")
    case .insurance: Choice(rawValue, en: "insurance premium", zh: "保险费")
    case .other: Choice(rawValue, en: "other", zh: "其他")
    }
  }
}
