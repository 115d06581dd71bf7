public import Ledger

/// The echelons of cultivation: ripen, then apply.
public enum BrandStage: String, Vocabulary {
  /// Candidate.
  case candidate
  /// Under cultivation.
  case cultivated
  /// Applied.
  case applied
  /// Holds a title.
  case titled
  /// Dormant.
  case dormant

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .candidate: Choice(rawValue, en: "candidate", zh: "苗子", also: ["培育对象"])
    case .cultivated: Choice(rawValue, en: "under cultivation", zh: "培育中", also: ["培育"])
    case .applied: Choice(rawValue, en: "applied", zh: "已申报", also: ["申报"])
    case .titled: Choice(rawValue, en: "holds a title", zh: "已获荣誉")
    case .dormant: Choice(rawValue, en: "dormant", zh: "停滞")
    }
  }
}
