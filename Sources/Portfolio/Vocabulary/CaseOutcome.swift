public import Ledger

/// How a case ended.
public enum CaseOutcome: String, Vocabulary {
  /// Won.
  case won
  /// Settled.
  case settled
  /// Lost.
  case lost
  /// Withdrawn.
  case withdrawn
  /// Referred.
  case referred
  /// Unfounded.
  case unfounded

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .won: Choice(rawValue, en: "won", zh: "维权成功", also: ["胜诉", "成功"])
    case .settled: Choice(rawValue, en: "settled", zh: "和解", also: ["调解成功"])
    case .lost: Choice(rawValue, en: "lost", zh: "未获支持", also: ["败诉"])
    case .withdrawn: Choice(rawValue, en: "withdrawn", zh: "撤回")
    case .referred: Choice(rawValue, en: "referred", zh: "移送", also: ["转交"])
    case .unfounded: Choice(rawValue, en: "unfounded", zh: "不成立")
    }
  }
}
