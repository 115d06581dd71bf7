import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A share of what something cost.
struct PercentOf: SingleValuation {
  static let kinds: [FactKind] = [.expense, .loan, .repayment, .case, .application, .paid]

  static let figure = Parameter(
    "figure",
    .word("figure", Figure.cost),
    default: .string(Figure.cost.rawValue),
    Phrase(
      en:
        "Of what: the cost of a voucher, or a payout less what came back of it (cost), interest or principal of a loan, what was "
        + "recovered in a case, or the sum invested in a project.",
      zh: "计算基数：支出或已获奖励金额（扣除已退回部分）（cost）、利息（interest）、本金（principal）、追回金额（recovered）、总投入（invested）。"
    )
  )
  static let rate = Parameter("rate", .rate, Phrase(en: "The share.", zh: "比例。"))
  static let maximum = Parameter(
    optional: "maximum",
    .money,
    Phrase(en: "The most for one fact.", zh: "每项上限。")
  )
  static let declaration = OperationDeclaration(
    "percentOf",
    .value,
    Phrase(
      en:
        "Pays a share of what each voucher, loan, case or project says was paid, up to a maximum. What "
        + "comes to nothing is not eligible.",
      zh: "按每笔支出、贷款、案件或项目金额的一定比例资助，可设每项上限；计得为零的不符合。"
    ),
    parameters: [
      figure.definition, rate.definition, maximum.definition, Measure.rounding.definition,
    ] + Selection.parameters(of: kinds),
    example:
      #"{"facts":"expense","category":"registration","official":"yes","rate":"50%","maximum":"1万元"}"#,
    Phrase(
      en: "Half of each official registration fee, at most 10,000 yuan a voucher.",
      zh: "按官方注册费的 50% 资助，每笔至多 1 万元。"
    )
  )

  let selection: Selection
  private let figure: Figure
  private let rate: Rate
  private let maximum: Money?
  private let rounding: Rounding?

  init(_ arguments: inout Arguments) {
    figure = arguments.required(Self.figure)
    rate = arguments.required(Self.rate)
    maximum = arguments.optional(Self.maximum)
    rounding = arguments.optional(Measure.rounding)
    selection = Selection(&arguments, of: Self.kinds)
    let kind = selection.kind
    let isOfApplication =
      kind === FactKind.application && (figure == .invested || figure == .selfFunded)
    if arguments.faults.isEmpty, figure.field(of: kind) == nil, !isOfApplication {
      arguments.refuse(
        "figure",
        Phrase(
          en: "facts of kind '\(kind.name)' have no '\(figure.rawValue)'",
          zh: "“\(kind.name)”类事实没有“\(figure.rawValue)”"
        )
      )
    }
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    switch try figure.read(claim, context) {
    case .missing(let inputs): return .unknown(inputs, atMost: maximum)
    case .value(let fen, let inputs):
      let whole = Money(fen: fen)
      guard let share = try rate.share(of: whole, rounding, upTo: maximum) else {
        return .undecided(Reason.inexact, atMost: maximum)
      }
      let worth = maximum.map { min($0, share) } ?? share
      let limit =
        worth < share ? ("; at most \(worth)", "，每项至多 \(worth) 元") : ("", "")
      let reason = Phrase(
        en: "\(rate) of \(figure.label.en) of \(whole) yuan" + limit.0,
        zh: "\(figure.label.zh) \(whole) 元的 \(rate)" + limit.1
      )
      return worth > .zero ? .worth(worth, inputs, reason) : .nothing(inputs, reason)
    }
  }
}
