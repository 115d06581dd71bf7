public import Ledger

/// The legal forms of those who own rights.
public enum EnterpriseType: String, Vocabulary {
  /// Company.
  case company
  /// Partnership.
  case partnership
  /// Sole proprietorship.
  case soleProprietorship = "sole-proprietorship"
  /// Individual business.
  case individualBusiness = "individual-business"
  /// Cooperative.
  case cooperative
  /// Branch.
  case branch
  /// Association.
  case association
  /// Institution.
  case institution
  /// Government.
  case government
  /// Person.
  case person

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .company:
      Choice(rawValue, en: "company", zh: "公司", also: ["有限责任公司", "股份有限公司", "股份合作制", "企业"])
    case .partnership: Choice(rawValue, en: "partnership", zh: "合伙企业", also: ["普通合伙", "有限合伙"])
    case .soleProprietorship: Choice(rawValue, en: "sole proprietorship", zh: "个人独资企业")
    case .individualBusiness:
      Choice(rawValue, en: "individual business", zh: "个体工商户", also: ["个体户"])
    case .cooperative: Choice(rawValue, en: "cooperative", zh: "合作社", also: ["农民专业合作社"])
    case .branch: Choice(rawValue, en: "branch", zh: "分支机构", also: ["集体分支机构(非法人)"])
    case .association: Choice(rawValue, en: "association", zh: "协会", also: ["行业协会", "社会团体"])
    case .institution: Choice(rawValue, en: "institution", zh: "事业单位", also: ["院校", "科研院所"])
    case .government: Choice(rawValue, en: "government", zh: "政府机关", also: ["机关"])
    case .person: Choice(rawValue, en: "person", zh: "个人", also: ["自然人"])
    }
  }
}
