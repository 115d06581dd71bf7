public import Ledger

/// The tiers of brands in the plan, and those below a city.
public enum BrandLevel: String, Vocabulary {
  /// World.
  case world
  /// National.
  case national
  /// Provincial.
  case provincial
  /// Municipal.
  case municipal
  /// County.
  case county

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .world: Choice(rawValue, en: "world", zh: "世界级", also: ["世界"], rank: 5)
    case .national: Choice(rawValue, en: "national", zh: "国家级", also: ["国家", "部级"], rank: 4)
    case .provincial: Choice(rawValue, en: "provincial", zh: "省级", also: ["省"], rank: 3)
    case .municipal: Choice(rawValue, en: "municipal", zh: "市级", also: ["市", "地级"], rank: 2)
    case .county: Choice(rawValue, en: "county", zh: "县级", also: ["县级市", "区级"], rank: 1)
    }
  }
}
