public import Ledger

/// The kinds of right that are protected.
public enum RightType: String, Vocabulary {
  /// Trademark.
  case trademark
  /// Patent.
  case patent
  /// Geographical indication.
  case geographicalIndication = "geographical-indication"
  /// Copyright.
  case copyright
  /// Trade secret.
  case tradeSecret = "trade-secret"
  /// Other.
  case other

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .trademark: Choice(rawValue, en: "trademark", zh: "商标", also: ["商标权"])
    case .patent: Choice(rawValue, en: "patent", zh: "专利", also: ["专利权"])
    case .geographicalIndication: Choice(rawValue, en: "geographical indication", zh: "地理标志")
    case .copyright: Choice(rawValue, en: "copyright", zh: "著作权", also: ["版权"])
    case .tradeSecret: Choice(rawValue, en: "trade secret", zh: "商业秘密")
    case .other: Choice(rawValue, en: "other", zh: "其他")
    }
  }
}
