public import Ledger

/// The kinds of mark of the trademark law, article 3.
public enum TrademarkKind: String, Vocabulary {
  /// Ordinary.
  case ordinary
  /// Collective.
  case collective
  /// Certification.
  case certification

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .ordinary: Choice(rawValue, en: "ordinary", zh: "普通商标", also: ["商标"])
    case .collective: Choice(rawValue, en: "collective", zh: "集体商标")
    case .certification: Choice(rawValue, en: "certification", zh: "证明商标")
    }
  }
}
