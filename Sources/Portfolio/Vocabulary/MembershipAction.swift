public import Ledger

/// What happened to a member of a collective mark.
public enum MembershipAction: String, Vocabulary {
  /// The member asked to be admitted.
  case applied
  /// The member was admitted.
  case admitted
  /// The member may use the mark for a period.
  case authorised
  /// The member was assessed against the technical standard.
  case assessed
  /// The member was warned.
  case warned
  /// The use of the mark was suspended.
  case suspended
  /// The suspension was lifted.
  case restored
  /// The membership ended.
  case withdrawn
  /// Labels were issued.
  case labels
  /// The report on a year's use came in.
  case reported
  /// Something else is to be remembered.
  case noted

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .applied: Choice(rawValue, en: "applied", zh: "申请加入", also: ["申请"])
    case .admitted: Choice(rawValue, en: "admitted", zh: "准入", also: ["批准加入"])
    case .authorised: Choice(rawValue, en: "authorised", zh: "授权使用", also: ["授权"])
    case .assessed: Choice(rawValue, en: "assessed", zh: "达标评定", also: ["评定"])
    case .warned: Choice(rawValue, en: "warned", zh: "警告")
    case .suspended: Choice(rawValue, en: "suspended", zh: "暂停使用", also: ["暂停"])
    case .restored: Choice(rawValue, en: "restored", zh: "恢复使用", also: ["恢复"])
    case .withdrawn: Choice(rawValue, en: "withdrawn", zh: "取消资格", also: ["退出", "取消"])
    case .labels: Choice(rawValue, en: "labels issued", zh: "发放标识", also: ["标识"])
    case .reported: Choice(rawValue, en: "use reported", zh: "使用报告", also: ["报告"])
    case .noted: Choice(rawValue, en: "noted", zh: "记录")
    }
  }
}
