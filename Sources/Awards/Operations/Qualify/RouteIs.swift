import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only titles that came by some way.
struct RouteIs: Condition {
  static let route = Parameter(
    "route",
    .several(.word("route", RecognitionRoute.administrative)),
    Phrase(en: "The ways that are rewarded.", zh: "给予奖励的认定途径。")
  )
  static let declaration = OperationDeclaration(
    "routeIs",
    .qualify,
    Phrase(
      en: "The title was granted by an authority, or by a court, as the clause demands.",
      zh: "荣誉须由行政机关或法院认定。"
    ),
    parameters: [route.definition],
    example: #"{"route":"administrative"}"#,
    Phrase(en: "Titles found by a court are not rewarded.", zh: "司法认定的荣誉不予奖励。")
  )

  private let routes: [RecognitionRoute]

  init(_ arguments: inout Arguments) {
    routes = arguments.required(Self.route)
  }

  var allowance: Allowance? {
    Allowance(field: Recognition.route.definition, codes: routes.map(\.rawValue))
  }

  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    guard claim.source.kind === FactKind.recognition else {
      return .passed([], Phrase(en: "is not a title", zh: "不属于荣誉"))
    }
    let input = Input(claim.source.record, Recognition.route)
    guard let route = claim.source.record[Recognition.route] else {
      return .unknown([input.missing])
    }
    let label = route.choice.label
    return routes.contains(route)
      ? .passed([input], Phrase(en: "the route is \(label.en)", zh: "途径为\(label.zh)"))
      : .failed(
        [input],
        Phrase(en: "the route is \(label.en)", zh: "途径为\(label.zh)，不予奖励")
      )
  }
}
