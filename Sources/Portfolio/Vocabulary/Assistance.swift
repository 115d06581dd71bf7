public import Ledger

/// In which direction two cities help each other in a case.
public enum Assistance: String, Vocabulary {
  /// This office asks another.
  case sent
  /// Another office asks this one.
  case received

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .sent: Choice(rawValue, en: "sent to another city", zh: "发函请求协作", also: ["发出"])
    case .received: Choice(rawValue, en: "received from another city", zh: "收函提供协作", also: ["收到"])
    }
  }
}
