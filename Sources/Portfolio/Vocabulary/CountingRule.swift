public import Ledger

/// How a legal period is counted.
public enum CountingRule: String, Vocabulary {
  /// Validity.
  case validity
  /// Period for acting.
  case acting

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .validity: Choice(rawValue, en: "validity", zh: "有效期")
    case .acting: Choice(rawValue, en: "period for acting", zh: "办理期限")
    }
  }
}
