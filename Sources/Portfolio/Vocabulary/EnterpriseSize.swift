public import Ledger

/// The statistical size classes of 2011 and the class above designated size.
public enum EnterpriseSize: String, Vocabulary {
  /// Large.
  case large
  /// Medium.
  case medium
  /// Small.
  case small
  /// Micro.
  case micro

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .large: Choice(rawValue, en: "large", zh: "大型", rank: 4)
    case .medium: Choice(rawValue, en: "medium", zh: "中型", rank: 3)
    case .small: Choice(rawValue, en: "small", zh: "小型", rank: 2)
    case .micro: Choice(rawValue, en: "micro", zh: "微型", rank: 1)
    }
  }
}
