public import Ledger

/// On what a mark or a title was seen.
public enum UseMedium: String, Vocabulary {
  /// The goods.
  case goods
  /// Packaging or containers.
  case packaging
  /// Advertising.
  case advertising
  /// An exhibition.
  case exhibition
  /// A shop, a website, a platform.
  case shop
  /// Something else.
  case other

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .goods: Choice(rawValue, en: "goods", zh: "商品")
    case .packaging: Choice(rawValue, en: "packaging", zh: "包装", also: ["容器"])
    case .advertising: Choice(rawValue, en: "advertising", zh: "广告宣传", also: ["广告"])
    case .exhibition: Choice(rawValue, en: "exhibition", zh: "展览", also: ["展会"])
    case .shop: Choice(rawValue, en: "shop or website", zh: "店铺网站", also: ["网店", "网站"])
    case .other: Choice(rawValue, en: "other", zh: "其他")
    }
  }
}
