import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Only projects that pay enough of their cost themselves.
struct SelfFundedRatioAtLeast: AskingCondition {
  static let ratio = Parameter("ratio", .rate, Phrase(en: "The least share.", zh: "最低比例（含本数）。"))
  static let declaration = OperationDeclaration(
    "selfFundedRatioAtLeast",
    .qualify,
    Phrase(
      en:
        "The applicant pays at least a share of what its project costs, as the application says. The "
        + "very share suffices.",
      zh: "申报单位自筹资金占项目总投入的比例不低于规定，恰好达到的符合。"
    ),
    parameters: [ratio.definition],
    example: #"{"ratio":"50%"}"#,
    Phrase(en: "At least half is self-funded.", zh: "自筹比例不低于 50%。")
  )

  private let ratio: Rate

  init(_ arguments: inout Arguments) {
    ratio = arguments.required(Self.ratio)
  }

  func ask(_ demand: inout ApplicationDemand, for claim: Claim, _ context: Context) {
    demand.narrow(selfFunded: ratio)
  }

  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    guard let application = context.applications(for: claim).first else {
      return .unknown([context.applicationInput(claim)])
    }
    let inputs = [
      Input(application, Application.selfFundedFen), Input(application, Application.investedFen),
    ]
    guard let own = application[Application.selfFundedFen],
      let all = application[Application.investedFen], all > .zero
    else { return .unknown(inputs.map(\.missing)) }
    let isEnough =
      Int128(own.fen) * Int128(ratio.denominator) >= Int128(all.fen) * Int128(ratio.numerator)
    let reason = Phrase(
      en: "\(own) of \(all) yuan are self-funded, at least \(ratio) needed",
      zh: "总投入 \(all) 元中自筹 \(own) 元，要求不低于 \(ratio)"
    )
    return isEnough
      ? .passed(inputs, reason)
      : .failed(
        inputs,
        demand: Phrase(en: "at least \(ratio) self-funded", zh: "自筹不低于 \(ratio)"),
        reason
      )
  }
}
