public import Ledger

/// What a Nice class covers.
public enum NiceType: String, Vocabulary {
  /// Goods.
  case goods
  /// Services.
  case services

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .goods: Choice(rawValue, en: "goods", zh: "商品")
    case .services: Choice(rawValue, en: "services", zh: "服务")
    }
  }
}
