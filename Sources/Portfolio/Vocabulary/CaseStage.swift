public import Ledger

/// The stages of a case of rights assistance, in the order of the CNIPA guide of 2023.
public enum CaseStage: String, Vocabulary {
  /// Received.
  case received
  /// Papers to be completed.
  case supplement
  /// Accepted.
  case accepted
  /// Under investigation.
  case investigating
  /// Before the authority or court.
  case proceeding
  /// Refused.
  case refused
  /// A complaint against the refusal is being decided.
  case complained
  /// Closed.
  case closed

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .received: Choice(rawValue, en: "received", zh: "已收件", also: ["收件"])
    case .supplement: Choice(rawValue, en: "papers to be completed", zh: "待补正", also: ["补正"])
    case .accepted: Choice(rawValue, en: "accepted", zh: "已受理", also: ["受理"])
    case .investigating: Choice(rawValue, en: "under investigation", zh: "调查取证", also: ["调查"])
    case .proceeding:
      Choice(rawValue, en: "before the authority or court", zh: "办理中", also: ["处理中"])
    case .refused: Choice(rawValue, en: "refused", zh: "不予受理")
    case .complained: Choice(rawValue, en: "complaint pending", zh: "申诉中", also: ["申诉"])
    case .closed: Choice(rawValue, en: "closed", zh: "已结案", also: ["结案"])
    }
  }
}
