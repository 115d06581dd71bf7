import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only those who are registered in an area.
struct RegisteredIn: StandingCondition {
  static let area = Parameter(
    "area",
    .several(.text),
    Phrase(
      en:
        "The area, as code or name: those whose record names one of them as place of registration.",
      zh: "地区代码或名称；登记地与之一致者符合。"
    )
  )
  static let declaration = OperationDeclaration(
    "registeredIn",
    .qualify,
    Phrase(
      en: "The recipient is registered in the area. One whose record names no other area and has a "
        + "town of this city is; where both are missing it is not known.",
      zh: "领取人登记在该地区。登记地为空而镇区已填的视为本市；两者皆空为待查。"
    ),
    parameters: [area.definition],
    example: #"{"area":["320681","启东市"]}"#,
    Phrase(en: "Only those registered in 启东 (320681) are paid.", zh: "仅奖励登记在启东市（320681）的主体。")
  )

  private let areas: [String]

  init(_ arguments: inout Arguments) {
    areas = arguments.required(Self.area)
  }

  var allowance: Allowance? {
    Allowance(field: Enterprise.area.definition, codes: areas.map(Folding.key))
  }

  func judge(_ recipient: Record, _ context: Context) -> Judgement {
    if let area = recipient[Enterprise.area] {
      let inputs = [Input(recipient, Enterprise.area)]
      let key = Folding.key(area)
      return areas.contains { Folding.key($0) == key }
        ? .passed(inputs, Phrase(en: "registered in \(area)", zh: "登记地为\(area)"))
        : .failed(
          inputs,
          Phrase(
            en: "registered in \(area), not in \(areas.joined(separator: ", "))",
            zh: "登记地为\(area)，不在\(areas.joined(separator: "、"))"
          )
        )
    }
    guard let town = recipient[Enterprise.town] else {
      return .unknown([
        Input(recipient, Enterprise.area), Input(recipient, Enterprise.town),
      ])
    }
    return .passed(
      [Input(recipient, Enterprise.town)],
      Phrase(en: "seated in \(town), a place of this city", zh: "住所在本市 \(town)")
    )
  }
}
