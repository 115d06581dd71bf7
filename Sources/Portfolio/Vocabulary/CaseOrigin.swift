public import Ledger

/// How a case came to the office.
public enum CaseOrigin: String, Vocabulary {
  /// A right holder applied for aid.
  case application
  /// The office of another city asked for help.
  case request
  /// An authority decided, and the decision is kept; no aid was asked for.
  case decision

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .application: Choice(rawValue, en: "application for aid", zh: "维权援助申请", also: ["申请"])
    case .request: Choice(rawValue, en: "request of another city", zh: "外地协作来函", also: ["来函"])
    case .decision: Choice(rawValue, en: "decision of an authority", zh: "行政处罚决定", also: ["处罚决定"])
    }
  }
}
