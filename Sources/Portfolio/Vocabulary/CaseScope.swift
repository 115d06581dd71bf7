public import Ledger

/// Where an authority may act.
public enum CaseScope: String, Vocabulary {
  /// In the city.
  case local
  /// Elsewhere in the country.
  case elsewhere
  /// Anywhere.
  case anywhere

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .local: Choice(rawValue, en: "in the city", zh: "本市")
    case .elsewhere: Choice(rawValue, en: "elsewhere", zh: "外地")
    case .anywhere: Choice(rawValue, en: "anywhere", zh: "不限")
    }
  }
}
