import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only those who pay their taxes in an area.
struct TaxIn: StandingCondition {
  static let area = Parameter(
    "area",
    .several(.text),
    Phrase(en: "The area, as code or name.", zh: "地区代码或名称。")
  )
  static let declaration = OperationDeclaration(
    "taxIn",
    .qualify,
    Phrase(
      en:
        "The recipient pays its taxes in the area. One whose record names no other place for taxes "
        + "pays them where it is registered.",
      zh: "领取人在该地区纳税；未另填纳税地的，以登记地为纳税地。"
    ),
    parameters: [area.definition],
    example: #"{"area":["320681","启东市"]}"#,
    Phrase(en: "Only those who pay taxes in 启东 are paid.", zh: "仅奖励在启东市纳税的主体。")
  )

  private let areas: [String]

  init(_ arguments: inout Arguments) {
    areas = arguments.required(Self.area)
  }

  var allowance: Allowance? {
    Allowance(field: Enterprise.taxArea.definition, codes: areas.map(Folding.key))
  }

  func judge(_ recipient: Record, _ context: Context) -> Judgement {
    let field = recipient.has(Enterprise.taxArea.definition) ? Enterprise.taxArea : Enterprise.area
    if let area = recipient[field] {
      let input = Input(recipient, field)
      let isInside = areas.contains { Folding.key($0) == Folding.key(area) }
      return isInside
        ? .passed([input], Phrase(en: "pays taxes in \(area)", zh: "纳税地为\(area)"))
        : .failed(
          [input],
          demand: Phrase(
            en: "to pay taxes in \(areas.joined(separator: ", "))",
            zh: "在\(areas.joined(separator: "、"))纳税"
          ),
          Phrase(en: "pays taxes in \(area)", zh: "纳税地为\(area)，不符")
        )
    }
    guard let town = recipient[Enterprise.town] else {
      return .unknown([Input(recipient, Enterprise.taxArea), Input(recipient, Enterprise.town)])
    }
    return .passed(
      [Input(recipient, Enterprise.town)],
      Phrase(en: "seated in \(town), a place of this city", zh: "住所在本市 \(town)")
    )
  }
}
