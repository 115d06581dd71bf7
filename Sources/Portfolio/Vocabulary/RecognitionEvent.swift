public import Ledger

/// How a title came to be held.
public enum RecognitionEvent: String, Vocabulary {
  /// First.
  case first
  /// Renewal.
  case renewal
  /// Upgrade.
  case upgrade

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .first: Choice(rawValue, en: "first", zh: "首次认定", also: ["首次", "新认定"])
    case .renewal: Choice(rawValue, en: "renewal", zh: "复评", also: ["续认定", "重新认定", "复审"])
    case .upgrade: Choice(rawValue, en: "upgrade", zh: "升级")
    }
  }
}
