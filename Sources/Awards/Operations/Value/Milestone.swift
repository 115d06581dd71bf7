import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount when a recipient reaches a number of facts over all years.
struct Milestone: SingleValuation {
  /// A number and what it is worth.
  struct Step: Sendable {
    static let count = Parameter("count", .positive, Phrase(en: "The number.", zh: "累计件数。"))
    static let amount = Parameter("amount", .money, Phrase(en: "What is paid.", zh: "奖励金额。"))
    let count: Int
    let amount: Money
  }

  static let steps = Parameter(
    "steps",
    .several(
      .object(
        "milestone",
        Phrase(
          en: "a number and an amount such as {\"count\":10,\"amount\":\"5万元\"}",
          zh: "累计件数与金额，例如 {\"count\":10,\"amount\":\"5万元\"}"
        ),
        placeholder: Step(count: 1, amount: .zero),
        [Step.count.definition, Step.amount.definition]
      ) { arguments in
        Step(count: arguments.required(Step.count), amount: arguments.required(Step.amount))
      }
    ),
    Phrase(en: "The numbers upwards.", zh: "由少到多各级累计件数。")
  )
  static let declaration = OperationDeclaration(
    "milestone",
    .value,
    Phrase(
      en:
        "Pays an amount for the fact by which a recipient reaches a number, counted over all years on "
        + "record by day and id. Other facts are only counted, whether they were paid or not. Where it is "
        + "not known how many came before, and one of the possible numbers is named, it is unknown.",
      zh: "累计件数（台账所载历年，按日期、编号）达到规定数的那一项给予奖励，其余仅计数（不论是否获奖励）。"
        + "在先件数不明且可能正好达到规定数的，待查。"
    ),
    parameters: [steps.definition] + Selection.parameters(of: FactKind.all),
    example: #"""
      {"facts":"patent","type":"invention","steps":[{"count":10,"amount":"5万元"},{"count":30,"amount":"15万元"}]}
      """#,
    Phrase(
      en: "50,000 yuan for the tenth invention, 150,000 for the thirtieth.",
      zh: "发明累计满 10 件奖 5 万元，满 30 件奖 15 万元。"
    )
  )

  let selection: Selection
  private let steps: [Step]

  init(_ arguments: inout Arguments) {
    steps = arguments.required(Self.steps)
    selection = Selection(&arguments, of: FactKind.all)
    if !zip(steps, steps.dropFirst()).allSatisfy({ $0.count < $1.count }) {
      arguments.refuse(
        "steps",
        Phrase(en: "the numbers do not go upwards", zh: "累计件数未由少到多排列")
      )
    }
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    var number = 1
    var unsure: [Input] = []
    for fact in context.evidence.history(of: selection.kind).facts(of: claim.applicant)
    where fact.id != claim.source.id {
      let isBefore = fact.came(before: claim.source)
      if isBefore == false { continue }
      switch selection.matches(fact, context.evidence) {
      case .no, .otherwise: continue
      case .unknown(let inputs): unsure.append(inputs.first ?? fact.dateInput.missing)
      case .yes where isBefore == true: number += 1
      case .yes:
        unsure.append((fact.date?.day != nil ? claim.source : fact).dateInput.missing)
      }
    }
    // Where no number that it may have is a milestone, it does not matter which one it is.
    guard unsure.isEmpty || !steps.contains(where: { number...(number + unsure.count) ~= $0.count })
    else { return .unknown(unsure) }
    guard let step = steps.first(where: { $0.count == number }) else {
      return .notApplicable(
        [claim.source.dateInput],
        Phrase(en: "number \(number) is no milestone", zh: "累计第 \(number) 件，未达奖励节点")
      )
    }
    return .worth(
      step.amount,
      [claim.source.dateInput],
      Phrase(
        en: "number \(number) over all years: \(step.amount) yuan",
        zh: "累计第 \(number) 件，奖励 \(step.amount) 元"
      )
    )
  }
}
