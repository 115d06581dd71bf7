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
    case .advance: Choice(rawValue, en: "advanced", zh: "推进")
    case .note: Choice(rawValue, en: "noted", zh: "记录")
    case .close: Choice(rawValue, en: "closed", zh: "结案")
    }
  }
}
