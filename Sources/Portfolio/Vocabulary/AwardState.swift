public import Ledger

/// Where a sealed award stands.
public enum AwardState: String, Vocabulary {
  /// Sealed.
  case sealed
  /// Published; objections are taken.
  case published
  /// An objection is open.
  case objected
  /// An objection was right; the award is mended and published anew, or void.
  case upheld
  /// Approved.
  case approved
  /// A part is paid.
  case partlyPaid = "partly-paid"
  /// Paid.
  case paid
  /// A payment failed or came back; its amount is open again.
  case failed
  /// Money is to come back.
  case recovering
  /// A part of what was paid came back, as was decided.
  case partlyRecovered = "partly-recovered"
  /// All that was paid came back.
  case recovered
  /// Void.
  case void

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .sealed: Choice(rawValue, en: "sealed", zh: "已封存")
    case .published: Choice(rawValue, en: "published", zh: "公示中", also: ["公示"])
    case .objected: Choice(rawValue, en: "objected", zh: "有异议", also: ["异议"])
    case .upheld: Choice(rawValue, en: "objection upheld", zh: "异议成立")
    case .approved: Choice(rawValue, en: "approved", zh: "已批准", also: ["批准"])
    case .partlyPaid: Choice(rawValue, en: "partly paid", zh: "部分支付")
    case .paid: Choice(rawValue, en: "paid", zh: "已支付", also: ["支付"])
    case .failed: Choice(rawValue, en: "payment failed", zh: "支付失败", also: ["退回"])
    case .recovering: Choice(rawValue, en: "being recovered", zh: "追回中")
    case .partlyRecovered: Choice(rawValue, en: "partly recovered", zh: "部分追回")
    case .recovered: Choice(rawValue, en: "recovered", zh: "已追回", also: ["追回"])
    case .void: Choice(rawValue, en: "void", zh: "作废")
    }
  }
}
