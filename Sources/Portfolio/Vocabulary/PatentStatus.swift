public import Ledger

/// Where a patent stands.
public enum PatentStatus: String, Vocabulary {
  /// Pending.
  case pending
  /// Granted.
  case granted
  /// Refused.
  case refused
  /// Withdrawn.
  case withdrawn
  /// Lapsed.
  case lapsed
  /// Invalidated.
  case invalidated

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .pending: Choice(rawValue, en: "pending", zh: "审查中", also: ["申请中"])
    case .granted: Choice(rawValue, en: "granted", zh: "已授权", also: ["有效", "授权"])
    case .refused: Choice(rawValue, en: "refused", zh: "已驳回")
    case .withdrawn: Choice(rawValue, en: "withdrawn", zh: "已撤回")
    case .lapsed: Choice(rawValue, en: "lapsed", zh: "已终止", also: ["未缴年费终止"])
    case .invalidated: Choice(rawValue, en: "invalidated", zh: "已宣告无效")
    }
  }
}
