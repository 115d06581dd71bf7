public import Ledger

/// What a place of the city is.
public enum TownType: String, Vocabulary {
  /// Town.
  case town
  /// Township.
  case township
  /// Zone.
  case zone

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .town: Choice(rawValue, en: "town", zh: "镇")
    case .township: Choice(rawValue, en: "township", zh: "乡")
    case .zone: Choice(rawValue, en: "zone", zh: "园区", also: ["开发区"])
    }
  }
}
