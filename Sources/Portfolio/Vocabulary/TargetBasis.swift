public import Ledger

/// What a target counts.
public enum TargetBasis: String, Vocabulary {
  /// New in each year.
  case flow
  /// Standing on the last day.
  case stock

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .flow: Choice(rawValue, en: "new in each year", zh: "每年新增", also: ["新增"])
    case .stock: Choice(rawValue, en: "standing on the last day", zh: "存量")
    }
  }
}
