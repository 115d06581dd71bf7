import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only those who are registered for some years.
struct MinYearsOperating: RecipientCondition {
  static let years = Parameter("years", .years, Phrase(en: "How many years.", zh: "年数。"))
  static let declaration = OperationDeclaration(
    "minYearsOperating",
    .qualify,
    Phrase(
      en:
        "The recipient was registered a number of years before the fact, or longer ago. The "
        + "corresponding day suffices.",
      zh: "事实发生时，领取人登记已满规定年数；对应日当日视为已满。"
    ),
    parameters: [years.definition],
    example: #"{"years":3}"#,
    Phrase(en: "Registered for three years when the title is won.", zh: "获得荣誉时登记满三年。")
  )

  private let years: Int

  init(_ arguments: inout Arguments) {
    years = arguments.required(Self.years)
  }

  func judge(_ recipient: Record, _ claim: Claim, _ context: Context) -> Judgement {
    let input = Input(recipient, Enterprise.registeredOn)
    guard let registered = recipient[Enterprise.registeredOn] else {
      return .unknown([input.missing])
    }
    guard let date = claim.date else { return .unknown([claim.source.dateInput.missing]) }
    let reason = Phrase(
      en: "registered on \(registered), \(years, of: "year") needed by \(date)",
      zh: "\(registered) 登记，要求至 \(date) 满 \(years) 年"
    )
    if registered.last.adding(months: 12 * years).day <= date.first {
      return .passed([input], reason)
    }
    if registered.first.adding(months: 12 * years).day > date.last {
      return .failed([input], reason)
    }
    return .unknown([(registered.day == nil ? input : claim.source.dateInput).missing])
  }
}
