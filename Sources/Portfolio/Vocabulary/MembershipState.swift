public import Ledger

/// Where a membership stands.
public enum MembershipState: String, Vocabulary {
  /// Applied.
  case applied
  /// Admitted.
  case admitted
  /// Suspended.
  case suspended
  /// Withdrawn.
  case withdrawn

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .applied: Choice(rawValue, en: "applied", zh: "已申请", also: ["申请"])
    case .admitted: Choice(rawValue, en: "admitted", zh: "已准入", also: ["准入", "正常"])
    case .suspended: Choice(rawValue, en: "suspended", zh: "暂停")
    case .withdrawn: Choice(rawValue, en: "withdrawn", zh: "已退出", also: ["取消", "退出"])
    }
  }
}
