public import Ledger

/// The types of patent of the patent law, article 2.
public enum PatentType: String, Vocabulary {
  /// Invention.
  case invention
  /// Utility model.
  case utilityModel = "utility-model"
  /// Design.
  case design

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .invention: Choice(rawValue, en: "invention", zh: "发明", also: ["发明专利"])
    case .utilityModel: Choice(rawValue, en: "utility model", zh: "实用新型", also: ["实用新型专利"])
    case .design: Choice(rawValue, en: "design", zh: "外观设计", also: ["外观设计专利"])
    }
  }
}
