import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A share of what others paid.
struct Matching: SingleValuation {
  static let ratio = Parameter(
    "ratio",
    .multiple,
    default: .string("100%"),
    Phrase(
      en: "The share of what they paid; more than 100% where it is a multiple of that.",
      zh: "配套比例；按其若干倍配套的可超过 100%。"
    )
  )
  static let maximum = Parameter(
    optional: "maximum",
    .money,
    Phrase(en: "The most for one fact.", zh: "每项上限。")
  )
  static let declaration = OperationDeclaration(
    "matching",
    .value,
    Phrase(
      en:
        "Matches what other payers paid for the same fact, to whomever; nothing where they paid "
        + "nothing. "
        + Levels.nameless.en,
      zh: "按其他支付方对同一事项已奖励（不论付给何人）金额配套；未获其他奖励的不配套。" + Levels.nameless.zh
    ),
    parameters: [
      ratio.definition, maximum.definition, Levels.parameter.definition,
      Measure.rounding.definition,
    ] + Selection.parameters(of: FactKind.all),
    example: #"{"scheme":"china-quality-award","ratio":"50%","payers":"provincial"}"#,
    Phrase(en: "Half of what the province paid.", zh: "按省级奖励金额的 50% 配套。")
  )

  let selection: Selection
  private let ratio: Rate
  private let maximum: Money?
  private let levels: [BrandLevel]?
  private let rounding: Rounding?

  init(_ arguments: inout Arguments) {
    ratio = arguments.required(Self.ratio)
    maximum = arguments.optional(Self.maximum)
    levels = arguments.optional(Levels.parameter)
    rounding = arguments.optional(Measure.rounding)
    selection = Selection(&arguments, of: FactKind.all)
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    switch try context.paidByOthers(claim, levels: levels) {
    case .missing(let inputs): return .unknown(inputs, atMost: maximum)
    case .value(let fen, let inputs):
      let paid = Money(fen: fen)
      guard paid > .zero else {
        return .nothing(
          inputs,
          Phrase(en: "no other payer paid for it", zh: "未见其他支付方奖励"),
          demand: Phrase(en: "a payout of another payer", zh: "其他支付方的奖励记录")
        )
      }
      guard let share = try ratio.share(of: paid, rounding, upTo: maximum) else {
        return .undecided(Reason.inexact, atMost: maximum)
      }
      let reason = Phrase(
        en: "\(ratio) of \(paid) yuan of other payers"
          + (maximum.map { ", at most \($0)" } ?? ""),
        zh: "其他支付方已奖励 \(paid) 元的 \(ratio)" + (maximum.map { "，至多 \($0) 元" } ?? "")
      )
      let worth = maximum.map { min($0, share) } ?? share
      return worth > .zero ? .worth(worth, inputs, reason) : .nothing(inputs, reason)
    }
  }
}
