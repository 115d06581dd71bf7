public import Ledger

/// By whom a title was granted.
public enum RecognitionRoute: String, Vocabulary {
  /// Administrative.
  case administrative
  /// Judicial.
  case judicial

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .administrative: Choice(rawValue, en: "administrative", zh: "行政认定", also: ["行政"])
    case .judicial: Choice(rawValue, en: "judicial", zh: "司法认定", also: ["司法"])
    }
  }
}
