import Bilingual
import JSONLines
import Ledger
import Portfolio

/// The least of several amounts.
struct LesserOf: SingleValuation {
  static let amounts = Parameter(
    "amounts",
    .several(.measure),
    Phrase(en: "The amounts and shares of figures that are compared.", zh: "相比较的金额或数据项比例。")
  )
  static let declaration = OperationDeclaration(
    "lesserOf",
    .value,
    Phrase(
      en:
        "Pays the least of several amounts; a figure that is not known leaves it unknown. What an "
        + "application says was invested or self-funded counts once: facts that share an application are "
        + "undecided until it names the fact.",
      zh: "取若干金额中的最低者；所需数据缺失的为待查。申报记录中的投入额、自筹额只计一次："
        + "多项事实共用一份申报记录的，注明事实前均待定。"
    ),
    parameters: [amounts.definition] + Selection.parameters(of: FactKind.all),
    example: #"{"facts":"loan","amounts":["20万元",{"figure":"interest","rate":"50%"}]}"#,
    Phrase(
      en: "Half of the interest paid, but no more than 200,000 yuan.",
      zh: "利息的 50% 与 20 万元取低者。"
    )
  )

  let selection: Selection
  private let amounts: [Measure]

  init(_ arguments: inout Arguments) {
    amounts = arguments.required(Self.amounts)
    selection = Selection(&arguments, of: FactKind.all)
  }

  var figures: [(argument: String, figure: Figure)] {
    amounts.compactMap(\.figure).map { ("amounts", $0) }
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    var least: Money?
    var inputs: [Input] = []
    var missing: [Input] = []
    var phrases: [Phrase] = []
    var inexact: [Money] = []
    for measure in amounts {
      switch try measure.result(claim, context) {
      case .missing(let places): missing += places
      case .inexact(let above): inexact.append(above)
      case .amount(let money, let read, let phrase):
        least = least.map { min($0, money) } ?? money
        inputs += read
        phrases.append(phrase)
      }
    }
    guard missing.isEmpty else { return .unknown(missing, atMost: least) }
    // What is surely more than the least needs no rounding.
    guard let least, inexact.allSatisfy({ $0 >= least }) else {
      return .undecided(Reason.inexact, atMost: least)
    }
    let reason = Phrase(
      en: "the least of \(phrases.map(\.en).joined(separator: "; "))",
      zh: "取低者：\(phrases.map(\.zh).joined(separator: "；"))"
    )
    return least > .zero ? .worth(least, inputs, reason) : .nothing(inputs, reason)
  }
}
