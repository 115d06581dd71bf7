public import Ledger

/// By which way a right is pursued.
public enum CaseChannel: String, Vocabulary {
  /// Administrative.
  case administrative
  /// Judicial.
  case judicial
  /// Mediation.
  case mediation
  /// Customs.
  case customs
  /// Online platform.
  case platform
  /// Overseas.
  case overseas

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .administrative: Choice(rawValue, en: "administrative", zh: "行政", also: ["行政查处"])
    case .judicial: Choice(rawValue, en: "judicial", zh: "司法", also: ["诉讼"])
    case .mediation: Choice(rawValue, en: "mediation", zh: "调解")
    case .customs: Choice(rawValue, en: "customs", zh: "海关", also: ["海关保护"])
    case .platform: Choice(rawValue, en: "online platform", zh: "电商平台", also: ["平台", "网络平台"])
    case .overseas: Choice(rawValue, en: "overseas", zh: "海外", also: ["境外"])
    }
  }
}
