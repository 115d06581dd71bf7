public import Ledger

/// How an actual value compares to a target.
public enum TargetOperator: String, Vocabulary {
  /// At least.
  case atLeast = "at-least"
  /// More than.
  case above
  /// At most.
  case atMost = "at-most"
  /// Within the range.
  case within

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .atLeast: Choice(rawValue, en: "at least", zh: "不低于", also: ["达到", "≥"])
    case .above: Choice(rawValue, en: "more than", zh: "超过", also: ["大于", ">"])
    case .atMost: Choice(rawValue, en: "at most", zh: "不高于", also: ["以内", "≤"])
    case .within: Choice(rawValue, en: "within the range", zh: "区间")
    }
  }
}
