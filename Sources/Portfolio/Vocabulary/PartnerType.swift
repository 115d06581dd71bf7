public import Ledger

/// What a partner of the office is.
public enum PartnerType: String, Vocabulary {
  /// An expert.
  case expert
  /// A law firm.
  case lawFirm = "law-firm"
  /// A patent or trademark agency.
  case agency
  /// A notary.
  case notary
  /// A body that appraises goods or losses.
  case appraiser
  /// A mediation committee.
  case mediator
  /// The office of another city.
  case office
  /// A volunteer.
  case volunteer

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .expert: Choice(rawValue, en: "expert", zh: "专家")
    case .lawFirm: Choice(rawValue, en: "law firm", zh: "律师事务所", also: ["律所"])
    case .agency: Choice(rawValue, en: "patent or trademark agency", zh: "专利商标代理机构", also: ["代理机构"])
    case .notary: Choice(rawValue, en: "notary", zh: "公证机构", also: ["公证处"])
    case .appraiser: Choice(rawValue, en: "appraiser", zh: "鉴定机构", also: ["鉴定"])
    case .mediator: Choice(rawValue, en: "mediation committee", zh: "调解组织", also: ["调解委员会"])
    case .office: Choice(rawValue, en: "office of another city", zh: "外地维权援助机构", also: ["外地机构"])
    case .volunteer: Choice(rawValue, en: "volunteer", zh: "志愿者")
    }
  }
}
