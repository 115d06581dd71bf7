import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A share of the yearly costs of a right for some years.
struct Stream: SingleValuation {
  static let rate = Parameter("rate", .rate, Phrase(en: "The share.", zh: "比例。"))
  static let years = Parameter(
    "years",
    .years,
    Phrase(en: "For how many years from the grant or registration.", zh: "自授权、注册之日起的年数。")
  )
  static let declaration = OperationDeclaration(
    "stream",
    .value,
    Phrase(
      en:
        "Pays a share of the costs of a mark or patent, such as its annuities, that were paid within a "
        + "number of years from its grant or registration. The period ends the day before the "
        + "corresponding day.",
      zh: "自授权、注册之日起若干年内，按年费等支出的一定比例资助；期限末日为对应日前一日。"
    ),
    parameters: [rate.definition, years.definition, Measure.rounding.definition]
      + Selection.parameters(of: [.expense]),
    example: #"{"category":"annuity","rate":"80%","years":6}"#,
    Phrase(en: "80 % of the annuities of six years.", zh: "六年内年费的 80%。")
  )

  let selection: Selection
  private let rate: Rate
  private let years: Int
  private let rounding: Rounding?

  init(_ arguments: inout Arguments) {
    rate = arguments.required(Self.rate)
    years = arguments.required(Self.years)
    rounding = arguments.optional(Measure.rounding)
    selection = Selection(&arguments, of: [.expense])
  }

  /// The last day of the period that begins on a day.
  private func end(_ start: Day) -> Day { start.adding(months: 12 * years).day + -1 }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    guard let object = claim.object, let right = context.evidence.right(object) else {
      return .unknown([claim.objectInput])
    }
    let field =
      right.schema === Patent.schema ? Patent.grantedOn : Trademark.registeredOn
    guard let start = right[field] else { return .unknown([Input(right, field).missing]) }
    let cost = try Figure.cost.read(claim, context)
    let share =
      if case .value(let fen, _) = cost { try rate.share(of: Money(fen: fen), rounding) } else {
        Money?.none
      }
    guard let paid = claim.date else {
      return .unknown([claim.source.dateInput.missing], atMost: share)
    }
    // Where the day of the grant is not known, every day that it may be is tried.
    let (end, latest) = (self.end(start.first), self.end(start.last))
    let inputs = [Input(right, field), claim.source.dateInput]
    if paid.lies(from: start.first, until: latest) == false {
      return .nothing(
        inputs,
        Phrase(en: "not paid between \(start) and \(latest)", zh: "不在 \(start) 至 \(latest) 期间支付")
      )
    }
    guard paid.lies(from: start.last, until: end) == true else {
      return .unknown(
        [(paid.day == nil ? claim.source.dateInput : inputs[0]).missing],
        atMost: share
      )
    }
    guard case .value(let fen, let read) = cost else {
      return .unknown([Input(claim.source.record, Expense.amountFen).missing])
    }
    guard let share else { return .undecided(Reason.inexact) }
    let all = inputs + read
    let reason = Phrase(
      en: "\(rate) of \(Money(fen: fen)) yuan paid between \(start) and \(latest)",
      zh: "\(start) 至 \(latest) 期间支付 \(Money(fen: fen)) 元的 \(rate)"
    )
    return share > .zero ? .worth(share, all, reason) : .nothing(all, reason)
  }
}
