import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only what was applied for soon after it happened.
struct WithinOf: ApplicationCondition {
  static let years = Parameter(
    optional: "years",
    .years,
    Phrase(en: "How many years.", zh: "年数。")
  )
  static let months = Parameter(
    optional: "months",
    .months,
    Phrase(en: "How many months, besides or instead of years.", zh: "月数。")
  )
  static let declaration = OperationDeclaration(
    "withinOf",
    .qualify,
    Phrase(
      en:
        "Pays only what was applied for within a period from the day of the fact, such as that of the "
        + "certificate: not before that day, on it, or later until the corresponding day, which is the "
        + "last. What was applied for before the fact has to be applied for again.",
      zh: "仅奖励自事实（如取得证书）之日起一定期间内申报的事项：不早于当日，期间末日为对应日（含）；事实之前申报的，须重新申报。"
    ),
    parameters: [years.definition, months.definition],
    example: #"{"years":1}"#,
    Phrase(en: "Applied for within one year of the certificate.", zh: "取得证书后一年内申报。")
  )

  private let months: Int

  init(_ arguments: inout Arguments) {
    let years = arguments.optional(Self.years)
    let months = arguments.optional(Self.months)
    self.months = (years ?? 0) * 12 + (months ?? 0)
    if years == nil, months == nil, arguments.faults.isEmpty {
      arguments.refuse(
        "years",
        Phrase(en: "neither 'years' nor 'months' is given", zh: "“years”与“months”至少填写一项")
      )
    }
  }

  func ask(_ demand: inout ApplicationDemand, for claim: Claim, _ context: Context) {
    demand.narrow(
      from: claim.date?.last,
      until: claim.date?.first.adding(months: months).day
    )
  }

  func judge(_ application: Record, _ claim: Claim, _ context: Context) -> Judgement {
    let input = Input(application, Application.appliedOn)
    guard let applied = application[Application.appliedOn] else { return .unknown([input.missing]) }
    guard let date = claim.date else { return .unknown([claim.source.dateInput.missing]) }
    let last = date.first.adding(months: months).day
    let latest = date.last.adding(months: months).day
    let inputs = [input, claim.source.dateInput]
    let reason = Phrase(
      en: "applied for on \(applied); the period is \(date) to \(latest)",
      zh: "\(applied) 申报，期限为 \(date) 至 \(latest)"
    )
    if applied.first >= date.last, applied.last <= last { return .passed(inputs, reason) }
    if applied.last < date.first || applied.first > latest {
      return .failed(
        inputs,
        demand: Phrase(
          en: "an application from \(date) to \(latest)",
          zh: "于 \(date) 至 \(latest) 期间申报"
        ),
        reason
      )
    }
    return .unknown([(date.day == nil ? claim.source.dateInput : input).missing])
  }
}
