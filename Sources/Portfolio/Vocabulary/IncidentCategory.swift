public import Ledger

/// The fields in which an incident vetoes an award.
public enum IncidentCategory: String, Vocabulary {
  /// Work safety.
  case safety
  /// Environment.
  case environment
  /// Product quality.
  case quality
  /// Tax.
  case tax
  /// Labour.
  case labour
  /// Infringement of IP.
  case infringement
  /// Bad credit.
  case dishonesty
  /// Fraud.
  case fraud

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .safety: Choice(rawValue, en: "work safety", zh: "安全生产", also: ["安全"])
    case .environment: Choice(rawValue, en: "environment", zh: "环境保护", also: ["环保"])
    case .quality: Choice(rawValue, en: "product quality", zh: "产品质量", also: ["质量"])
    case .tax: Choice(rawValue, en: "tax", zh: "税收", also: ["纳税"])
    case .labour: Choice(rawValue, en: "labour", zh: "劳动用工")
    case .infringement: Choice(rawValue, en: "infringement of IP", zh: "知识产权侵权", also: ["侵权"])
    case .dishonesty: Choice(rawValue, en: "bad credit", zh: "失信", also: ["严重失信"])
    case .fraud: Choice(rawValue, en: "fraud", zh: "骗取资金", also: ["骗补"])
    }
  }
}
