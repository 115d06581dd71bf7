public import Bilingual
public import Portfolio

/// What is counted from the records of a ledger.
public enum Measure: String, CaseIterable, Sendable {
  /// Marks registered at home.
  case newTrademarksDomestic = "new-trademarks-domestic"
  /// Marks registered abroad or internationally, each registration once.
  case newTrademarksInternational = "new-trademarks-international"
  /// Marks registered abroad or internationally, once for each country: a designation counts from the
  /// registration or from its own day, where it was made later.
  case newTrademarksCountries = "new-trademarks-countries"
  /// Titles won, renewals not among them.
  case newRecognitions = "new-recognitions"
  /// Titles held on the closing day.
  case holdings
  /// Patents filed.
  case patentsApplied = "patents-applied"
  /// Patents granted.
  case patentsGranted = "patents-granted"
  /// Inventions filed.
  case inventionsApplied = "inventions-applied"
  /// Inventions granted.
  case inventionsGranted = "inventions-granted"
  /// Cases of rights assistance that came in.
  case casesOpened = "cases-opened"
  /// Cases in which aid was granted.
  case casesAccepted = "cases-accepted"
  /// Cases that were closed.
  case casesClosed = "cases-closed"

  /// Whether it is new in each year, or the stock on a day.
  public var basis: TargetBasis { self == .holdings ? .stock : .flow }

  /// Whether each scheme is counted for itself.
  var isByScheme: Bool { self == .holdings || self == .newRecognitions }

  /// The name shown to people.
  public var label: Phrase {
    switch self {
    case .newTrademarksDomestic: Phrase(en: "new domestic marks", zh: "新增国内注册商标")
    case .newTrademarksInternational: Phrase(en: "new international marks", zh: "新增国际注册商标")
    case .newTrademarksCountries:
      Phrase(en: "new international marks by country", zh: "新增国际注册（按国家）")
    case .newRecognitions: Phrase(en: "new titles", zh: "新增荣誉")
    case .holdings: Phrase(en: "titles held", zh: "现有荣誉")
    case .patentsApplied: Phrase(en: "patents applied for", zh: "专利申请")
    case .patentsGranted: Phrase(en: "patents granted", zh: "专利授权")
    case .inventionsApplied: Phrase(en: "inventions applied for", zh: "发明专利申请")
    case .inventionsGranted: Phrase(en: "inventions granted", zh: "发明专利授权")
    case .casesOpened: Phrase(en: "cases opened", zh: "维权案件收件")
    case .casesAccepted: Phrase(en: "cases accepted", zh: "维权案件受理")
    case .casesClosed: Phrase(en: "cases closed", zh: "维权案件结案")
    }
  }
}
