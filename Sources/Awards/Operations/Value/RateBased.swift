import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Interest at a reference rate, no more than what was paid.
struct RateBased: SingleValuation {
  /// A reference rate from a day on.
  struct Quote: Sendable {
    static let from = Parameter("from", .day, Phrase(en: "The first day.", zh: "起始日。"))
    static let rate = Parameter("rate", .rate, Phrase(en: "The yearly rate.", zh: "年利率。"))
    let from: Day
    let rate: Rate
  }
  enum Basis: String, CaseIterable, Sendable {
    case year
    case days360 = "360"
    case days365 = "365"
  }

  static let rates = Parameter(
    "rates",
    .several(
      .object(
        "rate-quote",
        Phrase(
          en: "a rate from a day on such as {\"from\":\"2024-10-21\",\"rate\":\"3.1%\"}",
          zh: "自某日起的利率，例如 {\"from\":\"2024-10-21\",\"rate\":\"3.1%\"}"
        ),
        placeholder: Quote(from: Day(ordinal: 0), rate: .whole),
        [Quote.from.definition, Quote.rate.definition]
      ) { arguments in
        Quote(from: arguments.required(Quote.from), rate: arguments.required(Quote.rate))
      }
    ),
    Phrase(
      en: "The reference rates in their order; the last on or before the contract's day holds.",
      zh: "各期参考利率（如 LPR），按日期先后；以合同日当日或之前最近一期为准。"
    )
  )
  static let share = Parameter(
    "share",
    .rate,
    default: .string("100%"),
    Phrase(en: "The share of the reference rate that is paid.", zh: "按参考利率资助的比例。")
  )
  static let basis = Parameter(
    "basis",
    .word("basis", Basis.year),
    default: .string(Basis.year.rawValue),
    Phrase(
      en:
        "For how long: one whole year, or the days from contract to repayment over 360 or 365.",
      zh: "计息期间：一整年（year），或合同日至还款日的天数除以 360、365。"
    )
  )
  static let declaration = OperationDeclaration(
    "rateBased",
    .value,
    Phrase(
      en:
        "Pays the interest of a loan at a share of a reference rate, but no more than the interest that "
        + "was really paid.",
      zh: "按参考利率的一定比例计算贷款贴息，不超过实际支付的利息。"
    ),
    parameters: [
      rates.definition, share.definition, basis.definition, Measure.rounding.definition,
    ] + Selection.parameters(of: [.loan, .repayment]),
    example: #"""
      {"repaid":"yes","rates":[{"from":"2024-10-21","rate":"3.1%"}],"share":"50%","basis":"360","rounding":{"unit":"0.01元","direction":"down"}}
      """#,
    Phrase(
      en: "Half of the LPR for the days of the loan, at most the interest paid.",
      zh: "按 LPR 的 50% 和贷款天数贴息，不超过实付利息。"
    )
  )

  let selection: Selection
  let rates: [Quote]
  private let share: Rate
  private let basis: Basis
  private let rounding: Rounding?

  init(_ arguments: inout Arguments) {
    rates = arguments.required(Self.rates)
    share = arguments.required(Self.share)
    basis = arguments.required(Self.basis)
    rounding = arguments.optional(Measure.rounding)
    selection = Selection(&arguments, of: [.loan, .repayment])
    if !zip(rates, rates.dropFirst()).allSatisfy({ $0.from < $1.from }) {
      arguments.refuse(
        "rates",
        Phrase(en: "the days do not follow each other", zh: "各期未按日期先后排列")
      )
    }
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    let record = claim.source.record
    var inputs = [
      Input(record, Loan.principalFen), Input(record, Loan.interestFen),
    ]
    guard let principal = record[Loan.principalFen], let paid = record[Loan.interestFen] else {
      return .unknown(
        inputs.map(\.missing).filter { input in
          !inputs.contains { $0.field == input.field && $0.value != nil }
        },
        atMost: record[Loan.interestFen]
      )
    }
    // The rate is that of the contract's day, also where the loan is paid for when it is repaid. It is never
    // more than the interest that was paid.
    let signed = Input(record, Loan.contractOn).missing
    guard let date = record[Loan.contractOn] else { return .unknown([signed], atMost: paid) }
    guard let quote = rates.last(where: { $0.from <= date.last }) else {
      return .undecided(
        Phrase(en: "no reference rate holds on \(date)", zh: "\(date) 无适用的参考利率"),
        atMost: paid
      )
    }
    guard quote.from <= date.first else { return .unknown([signed], atMost: paid) }
    inputs.append(Input(record, Loan.contractOn))
    var (days, year): (Int128, Int128) = (1, 1)
    var span = Phrase(en: "", zh: "")
    if basis != .year {
      guard let day = date.day else { return .unknown([signed], atMost: paid) }
      guard let end = record[Loan.repaidOn]?.day else {
        return .unknown([Input(record, Loan.repaidOn).missing], atMost: paid)
      }
      (days, year) = (Int128(max(0, end - day)), basis == .days360 ? 360 : 365)
      span = Phrase(
        en: " for \(days) days of a year of \(year)",
        zh: "、\(days) 天（一年按 \(year) 天）"
      )
    }
    let (above, below) = try Self.product(
      Int128(principal.fen) * days,
      year,
      [quote.rate, share]
    )
    guard let interest = try rounding?.quotient(above, below) ?? Self.whole(above, below) else {
      // What was paid is less than the interest, however that is rounded.
      guard above / below >= Int128(paid.fen) else {
        return .undecided(Reason.inexact, atMost: paid)
      }
      return worth(
        paid,
        inputs,
        Phrase(
          en: "\(share) of \(quote.rate)\(span.en) is more than the \(paid) yuan that were paid",
          zh: "按 \(quote.rate) 的 \(share)\(span.zh)计，高于实付利息 \(paid) 元，取实付利息"
        )
      )
    }
    return worth(
      min(interest, paid),
      inputs,
      Phrase(
        en: "\(interest) yuan at \(share) of \(quote.rate)\(span.en); \(paid) yuan were paid",
        zh: "按 \(quote.rate) 的 \(share)\(span.zh)计 \(interest) 元，实付利息 \(paid) 元，取低者"
      )
    )
  }

  private func worth(_ amount: Money, _ inputs: [Input], _ reason: Phrase) -> Appraisal {
    amount > .zero ? .worth(amount, inputs, reason) : .nothing(inputs, reason)
  }

  /// A quotient without a remainder.
  private static func whole(_ above: Int128, _ below: Int128) -> Money? {
    above % below == 0 ? Int64(exactly: above / below).map { Money(fen: $0) } : nil
  }

  /// Multiplies exactly.
  private static func product(
    _ dividend: Int128,
    _ divisor: Int128,
    _ rates: [Rate]
  ) throws(Money.Overflow) -> (above: Int128, below: Int128) {
    var (above, below) = (dividend, divisor)
    for rate in rates {
      let (product, isAbove) = above.multipliedReportingOverflow(by: Int128(rate.numerator))
      let (divisor, isBelow) = below.multipliedReportingOverflow(by: Int128(rate.denominator))
      guard !isAbove, !isBelow else { throw Money.Overflow() }
      let common = Unit.gcd(product, divisor)
      (above, below) = (product / common, divisor / common)
    }
    return (above, below)
  }
}
