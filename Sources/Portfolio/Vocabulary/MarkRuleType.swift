public import Ledger

/// What a rule of a collective mark rules.
public enum MarkRuleType: String, Vocabulary {
  /// Who may use the mark and how.
  case useRules = "use-rules"
  /// What the products must meet.
  case standard

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .useRules: Choice(rawValue, en: "rules of use", zh: "使用管理规则", also: ["管理规则"])
    case .standard: Choice(rawValue, en: "technical standard", zh: "技术标准", also: ["标准"])
    }
  }
}
