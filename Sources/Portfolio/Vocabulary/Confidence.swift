public import Ledger

/// How sure a rule of law is.
public enum Confidence: String, Vocabulary {
  /// High.
  case high
  /// Medium.
  case medium
  /// Low.
  case low
  /// Provisional.
  case provisional

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .high: Choice(rawValue, en: "high", zh: "高")
    case .medium: Choice(rawValue, en: "medium", zh: "中")
    case .low: Choice(rawValue, en: "low", zh: "低")
    case .provisional: Choice(rawValue, en: "provisional", zh: "暂定")
    }
  }
}
