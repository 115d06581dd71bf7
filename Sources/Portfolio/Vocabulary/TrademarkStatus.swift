public import Ledger

/// Where a mark stands.
public enum TrademarkStatus: String, Vocabulary {
  /// Pending.
  case pending
  /// Published.
  case published
  /// Registered.
  case registered
  /// Refused.
  case refused
  /// Withdrawn or abandoned before registration.
  case withdrawn
  /// Expired.
  case expired
  /// Cancelled.
  case cancelled
  /// Invalidated.
  case invalidated

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .pending: Choice(rawValue, en: "pending", zh: "申请中")
    case .published: Choice(rawValue, en: "published", zh: "初审公告")
    case .registered: Choice(rawValue, en: "registered", zh: "已注册", also: ["注册"])
    case .refused: Choice(rawValue, en: "refused", zh: "已驳回", also: ["驳回"])
    case .withdrawn:
      Choice(rawValue, en: "withdrawn", zh: "已撤回", also: ["撤回", "放弃", "视为撤回"])
    case .expired: Choice(rawValue, en: "expired", zh: "期满未续")
    case .cancelled: Choice(rawValue, en: "cancelled", zh: "已撤销", also: ["撤销", "注销"])
    case .invalidated: Choice(rawValue, en: "invalidated", zh: "已宣告无效", also: ["无效"])
    }
  }
}
