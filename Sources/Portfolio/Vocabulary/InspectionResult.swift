public import Ledger

/// What an inspection found.
public enum InspectionResult: String, Vocabulary {
  /// Passed.
  case pass
  /// To be mended.
  case mend
  /// Failed.
  case fail

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .pass: Choice(rawValue, en: "passed", zh: "合格")
    case .mend: Choice(rawValue, en: "to be mended", zh: "限期整改", also: ["整改"])
    case .fail: Choice(rawValue, en: "failed", zh: "不合格")
    }
  }
}
