public import Ledger

/// Whether a right holder is in difficulty.
public enum Hardship: String, Vocabulary {
  /// In difficulty.
  case yes
  /// Exempt group.
  case exempt
  /// Not in difficulty.
  case no
  /// Not yet known.
  case unknown

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .yes: Choice(rawValue, en: "in difficulty", zh: "困难", also: ["是"])
    case .exempt: Choice(rawValue, en: "exempt group", zh: "免审查", also: ["免予审查"])
    case .no: Choice(rawValue, en: "not in difficulty", zh: "不困难", also: ["否"])
    case .unknown: Choice(rawValue, en: "not yet known", zh: "待核", also: ["未知"])
    }
  }
}
