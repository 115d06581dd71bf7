public import Ledger

/// By how much patent fees are reduced for owners who qualify.
///
/// Source: the rules on reducing patent fees (Caishui 2016 No. 78): 85 % for one owner, 70 % for several.
public enum FeeReduction: String, Vocabulary {
  /// One owner.
  case single = "85%"
  /// Two owners or more, each of whom qualifies.
  case joint = "70%"

  /// The reduction in hundredths.
  public var percent: Int {
    switch self {
    case .single: 85
    case .joint: 70
    }
  }

  /// The reduction that can be had for a number of owners: several never have that of one.
  ///
  /// - Parameter owners: How many own the patent.
  /// - Returns: The reduction.
  public func allowed(for owners: Int) -> FeeReduction { owners > 1 ? .joint : self }

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .single: Choice(rawValue, en: "85 %, one owner", zh: "减缴85%（单一专利权人）", also: ["85"])
    case .joint: Choice(rawValue, en: "70 %, several owners", zh: "减缴70%（共有）", also: ["70"])
    }
  }
}
