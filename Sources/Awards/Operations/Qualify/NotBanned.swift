import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Nobody on a blacklist.
struct NotBanned: StandingCondition {
  static let categories = Parameter(
    "categories",
    .several(.word("incident-category", IncidentCategory.fraud)),
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
        + "the round's window, however old it is, or with any entry by which awards are barred on that "
        + "day. A ban ends after its last day (bannedUntil), or on the day from which its entry counts "
        + "no longer (resolvedOn).",
      zh: "奖励期间末日仍有骗补、失信等有效记录，或仍在任何记录所定禁止申报期内的，不论多久以前，均不予奖励；"
        + "禁止申报期满次日（bannedUntil）或记录不再计入之日（resolvedOn）起解除。"
    ),
    parameters: [categories.definition],
    example: "{\"categories\":[\"fraud\"]}",
    Phrase(en: "Whoever cheated is not paid until the ban ends.", zh: "骗取资助的，禁止期内不予奖励。")
  )

  private let categories: [IncidentCategory]

  init(_ arguments: inout Arguments) {
    categories = arguments.required(Self.categories)
  }

  func judge(_ recipient: Record, _ context: Context) -> Judgement {
    let day = context.window.upperBound
    var missing: [Input] = []
    for incident in context.evidence.incidents(of: recipient.id) {
      let lastDay = incident[Incident.bannedUntil]
      guard let category = incident[Incident.category],
        lastDay != nil || categories.contains(category)
      else { continue }
      switch (Ban.hasBegun(incident, on: day), Ban.hasEnded(incident, on: day)) {
      case (false?, _), (_, true?): continue
      case (true?, false?):
        let label = category.choice.label
        return .failed(
          [
            Input(incident, Incident.category),
            lastDay == nil
              ? Input(incident, Incident.resolvedOn) : Input(incident, Incident.bannedUntil),
          ],
          demand: Phrase(en: "the end of the ban", zh: "禁止期届满"),
          Phrase(
            en: "\(incident.id) (\(label.en)) still counts on \(day)",
            zh: "\(incident.id)（\(label.zh)）至 \(day) 仍有效"
          )
        )
      case (nil, _): missing.append(Input(incident, Incident.date).missing)
      case (_, nil):
        let isOfBan = lastDay.map { $0.lies(from: day, until: nil) == nil } ?? false
        missing.append(
          (isOfBan
            ? Input(incident, Incident.bannedUntil) : Input(incident, Incident.resolvedOn)).missing
        )
      }
    }
    guard missing.isEmpty else { return .unknown(missing) }
    return .passed([], Phrase(en: "not banned on \(day)", zh: "至 \(day) 不在黑名单"))
  }
}
