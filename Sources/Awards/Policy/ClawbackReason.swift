public import Ledger
public import Portfolio

/// Why an award is claimed back.
public enum ClawbackReason: String, Vocabulary {
  /// It was got by deceit.
  case fraud
  /// The title was revoked.
  case revokedTitle = "revoked-title"
  /// A pledge was broken.
  case brokenPledge = "broken-pledge"
  /// It was used for something else.
  case misuse

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .fraud: Choice(rawValue, en: "deceit", zh: "骗取", also: ["骗取资金", "弄虚作假"])
    case .revokedTitle: Choice(rawValue, en: "title revoked", zh: "称号被撤销", also: ["撤销"])
    case .brokenPledge: Choice(rawValue, en: "broken pledge", zh: "违反承诺")
    case .misuse: Choice(rawValue, en: "misuse", zh: "挪用")
    }
  }
}
