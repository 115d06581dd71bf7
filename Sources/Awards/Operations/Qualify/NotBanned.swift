import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Nobody on a blacklist.
struct NotBanned: RecipientCondition {
  static let categories = Parameter(
    "categories",
    .several(.code("incident-category", IncidentCategory.fraud)),
    default: .array([
      .string(IncidentCategory.fraud.rawValue), .string(IncidentCategory.dishonesty.rawValue),
    ]),
    Phrase(en: "The entries that ban.", zh: "列入黑名单的记录类别。")
  )
  static let declaration = OperationDeclaration(
    "notBanned",
    .qualify,
    Phrase(
      en:
        "Vetoes recipients with an entry for fraud or bad credit that still counts on the last day of "
        + "the round's window, however old it is. A ban ends on the day from which its entry counts "
        + "no longer.",
      zh: "奖励期间末日仍有骗补、失信等有效记录的，不论多久以前，均不予奖励；记录不再计入之日起解除。"
    ),
    parameters: [categories.definition],
    example: "{\"categories\":[\"fraud\"]}",
    Phrase(en: "Whoever cheated is not paid until the ban ends.", zh: "骗取资助的，禁止期内不予奖励。")
  )

  private let categories: [IncidentCategory]

  init(_ arguments: inout Arguments) {
    categories = arguments.required(Self.categories)
  }

  func judge(_ recipient: Record, _ claim: Claim, _ context: Context) -> Judgement {
    let day = context.window.upperBound
    var missing: [Input] = []
    for incident in context.evidence.incidents(of: recipient.id) {
      guard let category = incident[Incident.category], categories.contains(category) else {
        continue
      }
      let isResolved = incident[Incident.resolvedOn].map { $0.lies(from: nil, until: day) } ?? false
      let hasBegun = incident[Incident.date]?.lies(from: nil, until: day)
      switch (hasBegun, isResolved) {
      case (false?, _), (_, true?): continue
      case (true?, false?):
        let label = category.choice.label
        return .failed(
          [Input(incident, Incident.category), Input(incident, Incident.resolvedOn)],
          demand: Phrase(en: "the end of the ban", zh: "禁止期届满"),
          Phrase(
            en: "\(incident.id) (\(label.en)) still counts on \(day)",
            zh: "\(incident.id)（\(label.zh)）至 \(day) 仍有效"
          )
        )
      case (nil, _): missing.append(Input(incident, Incident.date).missing)
      case (_, nil): missing.append(Input(incident, Incident.resolvedOn).missing)
      }
    }
    guard missing.isEmpty else { return .unknown(missing) }
    return .passed([], Phrase(en: "not banned on \(day)", zh: "至 \(day) 不在黑名单"))
  }
}
