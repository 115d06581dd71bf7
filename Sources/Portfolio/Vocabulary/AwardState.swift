public import Ledger

/// Where a sealed award stands.
public enum AwardState: String, Vocabulary {
  /// Sealed.
  case sealed
  /// Published.
  case published
  /// Objected.
  case objected
  /// Approved.
  case approved
  /// Paid.
  case paid
  /// Payment failed.
  case failed
  /// Recovered.
  case recovered
  /// Void.
  case void

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .sealed: Choice(rawValue, en: "sealed", zh: "已封存")
    case .published: Choice(rawValue, en: "published", zh: "公示中", also: ["公示"])
    case .objected: Choice(rawValue, en: "objected", zh: "有异议", also: ["异议"])
    case .approved: Choice(rawValue, en: "approved", zh: "已批准", also: ["批准"])
    case .paid: Choice(rawValue, en: "paid", zh: "已支付", also: ["支付"])
    case .failed: Choice(rawValue, en: "payment failed", zh: "支付失败", also: ["退回"])
    case .recovered: Choice(rawValue, en: "recovered", zh: "已追回", also: ["追回"])
    case .void: Choice(rawValue, en: "void", zh: "作废")
    }
  }
}
