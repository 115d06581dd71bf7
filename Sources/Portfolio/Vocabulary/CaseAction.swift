public import Ledger

/// What was done in a case.
public enum CaseAction: String, Vocabulary {
  /// Opened.
  case open
  /// Papers asked for.
  case supplement
  /// Papers completed.
  case complete
  /// Accepted.
  case accept
  /// Refused.
  case refuse
  /// A complaint against the refusal came in.
  case complain
  /// The refusal stands.
  case uphold
  /// The refusal was wrong; aid is granted.
  case reverse
  /// Advanced.
  case advance
  /// Noted.
  case note
  /// Closed.
  case close

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .open: Choice(rawValue, en: "opened", zh: "收件")
    case .supplement: Choice(rawValue, en: "papers asked for", zh: "要求补正")
    case .complete: Choice(rawValue, en: "papers completed", zh: "补正完成")
    case .accept: Choice(rawValue, en: "accepted", zh: "受理")
    case .refuse: Choice(rawValue, en: "refused", zh: "不予受理")
    case .complain: Choice(rawValue, en: "complaint received", zh: "收到申诉")
    case .uphold: Choice(rawValue, en: "refusal upheld", zh: "维持不予受理")
    case .reverse: Choice(rawValue, en: "refusal reversed", zh: "撤销不予受理")
    case .advance: Choice(rawValue, en: "advanced", zh: "推进")
    case .note: Choice(rawValue, en: "noted", zh: "记录")
    case .close: Choice(rawValue, en: "closed", zh: "结案")
    }
  }
}
