public import Ledger

/// What happened to a trademark or a patent.
public enum RightAction: String, Vocabulary {
  /// The application was filed.
  case filed
  /// The application was published.
  case published
  /// The right was registered or granted.
  case registered
  /// An international registration was extended to one more office.
  case designated
  /// An office granted protection to a designation.
  case protected
  /// An office refused a designation for the time being.
  case provisionallyRefused = "provisionally-refused"
  /// The application or a designation was refused for good.
  case refused
  /// The applicant withdrew the application.
  case withdrawn
  /// The term was renewed.
  case renewed
  /// The office made up for time lost in granting the patent, or in approving the drug, by a longer term.
  case extended
  /// The right went to other owners.
  case transferred
  /// Somebody was licensed to use it.
  case licensed
  /// A licence ended before its time.
  case licenceEnded = "licence-ended"
  /// It was pledged.
  case pledged
  /// The pledge was released.
  case released
  /// The annuity of a patent year was paid.
  case annuityPaid = "annuity-paid"
  /// It ended for want of a renewal or an annuity.
  case lapsed
  /// A right that had lapsed, was cancelled or declared invalid was restored.
  case restored
  /// The owner gave it up.
  case surrendered
  /// An office cancelled it, for want of use above all.
  case cancelled
  /// It was declared invalid.
  case invalidated
  /// Somebody opposed the mark.
  case opposed
  /// Review of a refusal or a cancellation was applied for, or the court's of what a review decided or of an invalidity.
  case reviewFiled = "review-filed"
  /// The office asked for evidence of use.
  case useDemanded = "use-demanded"
  /// Evidence of use was handed in.
  case useShown = "use-shown"
  /// The list of members of a collective mark was filed with the office.
  case membersFiled = "members-filed"
  /// Something else is to be remembered.
  case noted

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .filed: Choice(rawValue, en: "filed", zh: "申请", also: ["提交申请"])
    case .published: Choice(rawValue, en: "published", zh: "公告", also: ["初审公告", "公布"])
    case .registered:
      Choice(rawValue, en: "registered or granted", zh: "注册授权", also: ["注册", "核准注册", "授权", "授权公告"])
    case .designated: Choice(rawValue, en: "designated later", zh: "后期指定")
    case .protected: Choice(rawValue, en: "protected", zh: "核准保护", also: ["给予保护"])
    case .provisionallyRefused: Choice(rawValue, en: "provisionally refused", zh: "临时驳回")
    case .refused: Choice(rawValue, en: "refused", zh: "驳回")
    case .withdrawn: Choice(rawValue, en: "withdrawn", zh: "撤回")
    case .renewed: Choice(rawValue, en: "renewed", zh: "续展")
    case .extended: Choice(rawValue, en: "term extended", zh: "期限补偿", also: ["专利权期限补偿"])
    case .transferred: Choice(rawValue, en: "transferred", zh: "转让", also: ["权利人变更"])
    case .licensed: Choice(rawValue, en: "licensed", zh: "许可", also: ["许可备案"])
    case .licenceEnded: Choice(rawValue, en: "licence ended", zh: "许可终止")
    case .pledged: Choice(rawValue, en: "pledged", zh: "质押", also: ["质押登记"])
    case .released: Choice(rawValue, en: "released from pledge", zh: "解除质押", also: ["质押注销"])
    case .annuityPaid: Choice(rawValue, en: "annuity paid", zh: "缴纳年费", also: ["缴年费"])
    case .lapsed: Choice(rawValue, en: "lapsed", zh: "失效", also: ["期满未续", "终止", "未缴年费终止"])
    case .restored: Choice(rawValue, en: "restored", zh: "恢复", also: ["恢复权利"])
    case .surrendered: Choice(rawValue, en: "surrendered", zh: "注销", also: ["放弃", "主动放弃"])
    case .cancelled: Choice(rawValue, en: "cancelled", zh: "撤销")
    case .invalidated: Choice(rawValue, en: "invalidated", zh: "宣告无效", also: ["无效"])
    case .opposed: Choice(rawValue, en: "opposed", zh: "被异议", also: ["异议"])
    case .reviewFiled: Choice(rawValue, en: "review applied for", zh: "申请复审", also: ["复审", "起诉"])
    case .useDemanded: Choice(rawValue, en: "evidence of use demanded", zh: "通知提供使用证据")
    case .useShown: Choice(rawValue, en: "evidence of use handed in", zh: "提交使用证据")
    case .membersFiled: Choice(rawValue, en: "list of members filed", zh: "成员名单报备", also: ["成员备案"])
    case .noted: Choice(rawValue, en: "noted", zh: "记录")
    }
  }

  /// Whether it is a decision against which a review or a suit is possible.
  public var isReviewable: Bool { [.refused, .cancelled, .invalidated].contains(self) }
}
