public import Ledger

/// How grave an incident is.
public enum IncidentSeverity: String, Vocabulary {
  /// Minor.
  case minor
  /// Serious.
  case serious
  /// Grave.
  case grave

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .minor: Choice(rawValue, en: "minor", zh: "一般", also: ["轻微"], rank: 1)
    case .serious: Choice(rawValue, en: "serious", zh: "较大", rank: 2)
    case .grave: Choice(rawValue, en: "grave", zh: "重大", also: ["严重"], rank: 3)
    }
  }
}
