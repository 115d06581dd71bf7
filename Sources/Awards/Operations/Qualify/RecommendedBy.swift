import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only those whom some office recommends.
struct RecommendedBy: ApplicationCondition {
  static let by = Parameter(
    "by",
    .several(.text),
    Phrase(en: "The offices, one of which must recommend.", zh: "推荐单位，其一即可。")
  )
  static let declaration = OperationDeclaration(
    "recommendedBy",
    .qualify,
    Phrase(
      en: "The application is recommended by one of the offices. Without one it is not known.",
      zh: "申报须由所列单位之一推荐；无申报记录为待查。"
    ),
    parameters: [by.definition],
    example: #"{"by":["市市场监督管理局","市工业和信息化局"]}"#,
    Phrase(en: "Recommended by the market or the industry office.", zh: "由市场监管局或工信局推荐。")
  )

  private let offices: [String]

  init(_ arguments: inout Arguments) {
    offices = arguments.required(Self.by)
  }

  func ask(_ demand: inout ApplicationDemand, for claim: Claim, _ context: Context) {
    if let office = offices.first { demand.recommenders.append(office) }
  }

  func judge(_ application: Record, _ claim: Claim, _ context: Context) -> Judgement {
    let keys = offices.map(Folding.key)
    let inputs = [Input(application, Application.recommendedBy)]
    let found = application[Application.recommendedBy]?.first { keys.contains(Folding.key($0)) }
    if let found {
      return .passed(inputs, Phrase(en: "recommended by \(found)", zh: "由\(found)推荐"))
    }
    return .failed(
      inputs,
      demand: Phrase(
        en: "a recommendation by \(offices.joined(separator: " or "))",
        zh: "由\(offices.joined(separator: "或"))推荐"
      ),
      Phrase(en: "not recommended", zh: "未获推荐")
    )
  }
}
