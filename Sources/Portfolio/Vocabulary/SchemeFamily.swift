public import Ledger

/// What kind of title a scheme grants.
public enum SchemeFamily: String, Vocabulary {
  /// Product title.
  case product
  /// Trademark title.
  case trademark
  /// Time-honoured brand.
  case timeHonoured = "time-honoured"
  /// Geographical indication.
  case geographicalIndication = "geographical-indication"
  /// Quality prize.
  case qualityPrize = "quality-prize"
  /// Brand certification.
  case certification
  /// Agricultural brand.
  case agricultural

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .product: Choice(rawValue, en: "product title", zh: "名牌产品", also: ["名牌"])
    case .trademark:
      Choice(rawValue, en: "trademark title", zh: "商标荣誉", also: ["驰名商标", "著名商标", "知名商标"])
    case .timeHonoured: Choice(rawValue, en: "time-honoured brand", zh: "老字号")
    case .geographicalIndication: Choice(rawValue, en: "geographical indication", zh: "地理标志")
    case .qualityPrize: Choice(rawValue, en: "quality prize", zh: "质量奖")
    case .certification: Choice(rawValue, en: "brand certification", zh: "品牌认证", also: ["精品"])
    case .agricultural: Choice(rawValue, en: "agricultural brand", zh: "农产品品牌")
    }
  }
}
