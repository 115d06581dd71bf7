public import Ledger

/// What the office gives.
public enum AidKind: String, Vocabulary {
  /// Consultation.
  case consultation
  /// Infringement opinion.
  case opinion
  /// Help with evidence.
  case evidence
  /// Legal aid.
  case legalAid = "legal-aid"
  /// Mediation.
  case mediation
  /// Funding.
  case funding

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .consultation: Choice(rawValue, en: "consultation", zh: "咨询")
    case .opinion: Choice(rawValue, en: "infringement opinion", zh: "侵权判定参考意见")
    case .evidence: Choice(rawValue, en: "help with evidence", zh: "取证协助")
    case .legalAid: Choice(rawValue, en: "legal aid", zh: "法律援助")
    case .mediation: Choice(rawValue, en: "mediation", zh: "调解")
    case .funding: Choice(rawValue, en: "funding", zh: "资金援助", also: ["经费"])
    }
  }
}
