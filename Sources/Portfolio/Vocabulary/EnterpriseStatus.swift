public import Ledger

/// Whether an enterprise still operates.
public enum EnterpriseStatus: String, Vocabulary {
  /// Operating.
  case operating
  /// Suspended.
  case suspended
  /// Revoked.
  case revoked
  /// Deregistered.
  case deregistered

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .operating: Choice(rawValue, en: "operating", zh: "在业", also: ["存续", "正常"])
    case .suspended: Choice(rawValue, en: "suspended", zh: "停业", also: ["歇业"])
    case .revoked: Choice(rawValue, en: "revoked", zh: "吊销")
    case .deregistered: Choice(rawValue, en: "deregistered", zh: "注销")
    }
  }
}
