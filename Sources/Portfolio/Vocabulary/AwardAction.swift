public import Ledger

/// What was done with a sealed award.
public enum AwardAction: String, Vocabulary {
  /// Published, with its objection days.
  case publish
  /// Objected to.
  case object
  /// An objection was found right.
  case uphold
  /// An objection was found wrong.
  case dismiss
  /// Approved.
  case approve
  /// Paid, in full or a part.
  case pay
  /// A payment failed or came back.
  case fail
  /// Decided that what was paid is to come back.
  case recover
  /// Money came back.
  case repay
  /// What is still to come back is claimed no more.
  case withdraw
  /// Made void before payment, or what is open of it after a part was paid.
  case void

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .publish: Choice(rawValue, en: "published", zh: "公示")
    case .object: Choice(rawValue, en: "objected to", zh: "提出异议")
    case .uphold: Choice(rawValue, en: "objection upheld", zh: "认定异议成立")
    case .dismiss: Choice(rawValue, en: "objection dismissed", zh: "驳回异议")
    case .approve: Choice(rawValue, en: "approved", zh: "批准")
    case .pay: Choice(rawValue, en: "paid", zh: "支付")
    case .fail: Choice(rawValue, en: "payment failed", zh: "支付失败")
    case .recover: Choice(rawValue, en: "to be recovered", zh: "决定追回")
    case .repay: Choice(rawValue, en: "paid back", zh: "收回款项")
    case .withdraw: Choice(rawValue, en: "claim withdrawn", zh: "撤回追回")
    case .void: Choice(rawValue, en: "made void", zh: "作废")
    }
  }

  /// Whether it has to say why.
  public var needsReason: Bool {
    switch self {
    case .object, .uphold, .fail, .recover, .withdraw, .void: true
    case .publish, .dismiss, .approve, .pay, .repay: false
    }
  }
}
