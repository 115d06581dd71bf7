public import Ledger

/// How a mark came to its office.
public enum TrademarkRoute: String, Vocabulary {
  /// Domestic.
  case domestic
  /// Madrid.
  case madrid
  /// Foreign.
  case foreign

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .domestic: Choice(rawValue, en: "domestic", zh: "国内", also: ["国内注册"])
    case .madrid: Choice(rawValue, en: "Madrid", zh: "马德里", also: ["马德里国际注册"])
    case .foreign: Choice(rawValue, en: "foreign", zh: "境外单一局", also: ["境外", "国外", "单一国家"])
    }
  }
}
