public import Ledger

/// Where a trademark or a patent stands, as its dates and events tell.
public enum RightState: String, Vocabulary {
  /// Applied for.
  case pending
  /// Published, before registration or grant.
  case published
  /// Registered or granted, and not ended.
  case standing
  /// Refused.
  case refused
  /// Withdrawn by the applicant.
  case withdrawn
  /// Ended for want of a renewal or an annuity.
  case lapsed
  /// Given up by the owner.
  case surrendered
  /// Cancelled by an office.
  case cancelled
  /// Declared invalid.
  case invalidated

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .pending: Choice(rawValue, en: "pending", zh: "申请中")
    case .published: Choice(rawValue, en: "published", zh: "已公告")
    case .standing: Choice(rawValue, en: "in force", zh: "有效")
    case .refused: Choice(rawValue, en: "refused", zh: "已驳回")
    case .withdrawn: Choice(rawValue, en: "withdrawn", zh: "已撤回")
    case .lapsed: Choice(rawValue, en: "lapsed", zh: "已失效")
    case .surrendered: Choice(rawValue, en: "given up", zh: "已注销")
    case .cancelled: Choice(rawValue, en: "cancelled", zh: "已撤销")
    case .invalidated: Choice(rawValue, en: "invalidated", zh: "已宣告无效")
    }
  }

  /// Whether nothing is left of it.
  public var isEnded: Bool {
    switch self {
    case .pending, .published, .standing: false
    case .refused, .withdrawn, .lapsed, .surrendered, .cancelled, .invalidated: true
    }
  }

  /// Whether a right in this state was never registered or granted.
  public var isUngranted: Bool {
    switch self {
    case .pending, .published, .refused, .withdrawn: true
    case .standing, .lapsed, .surrendered, .cancelled, .invalidated: false
    }
  }

  /// The status of a trademark in this state.
  var trademarkStatus: TrademarkStatus {
    switch self {
    case .pending: .pending
    case .published: .published
    case .standing: .registered
    case .refused: .refused
    case .lapsed: .expired
    case .withdrawn: .withdrawn
    case .surrendered, .cancelled: .cancelled
    case .invalidated: .invalidated
    }
  }

  /// The status of a patent in this state.
  var patentStatus: PatentStatus {
    switch self {
    case .pending, .published: .pending
    case .standing: .granted
    case .refused: .refused
    case .withdrawn: .withdrawn
    case .lapsed, .surrendered, .cancelled: .lapsed
    case .invalidated: .invalidated
    }
  }

  /// The state that a typed status means.
  init(_ status: TrademarkStatus) {
    self =
      switch status {
      case .pending: .pending
      case .published: .published
      case .registered: .standing
      case .refused: .refused
      case .withdrawn: .withdrawn
      case .expired: .lapsed
      case .cancelled: .cancelled
      case .invalidated: .invalidated
      }
  }

  /// The state that a typed status means.
  init(_ status: PatentStatus) {
    self =
      switch status {
      case .pending: .pending
      case .granted: .standing
      case .refused: .refused
      case .withdrawn: .withdrawn
      case .lapsed: .lapsed
      case .invalidated: .invalidated
      }
  }

  /// The state to which an event of the whole right leads; `nil` where it leads nowhere.
  ///
  /// - Parameter action: What happened.
  public init?(after action: RightAction) {
    switch action {
    case .filed: self = .pending
    case .published: self = .published
    case .registered, .renewed, .restored: self = .standing
    case .refused: self = .refused
    case .withdrawn: self = .withdrawn
    case .lapsed: self = .lapsed
    case .surrendered: self = .surrendered
    case .cancelled: self = .cancelled
    case .invalidated: self = .invalidated
    case .designated, .protected, .provisionallyRefused, .extended, .transferred, .licensed,
      .licenceEnded, .pledged, .released, .annuityPaid, .opposed, .reviewFiled, .useDemanded,
      .useShown, .membersFiled, .noted:
      return nil
    }
  }
}
