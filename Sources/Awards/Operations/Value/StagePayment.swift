import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount for a stage of a project.
struct StagePayment: SingleValuation {
  /// A stage and what it is worth.
  struct Step: Sendable {
    static let stage = Parameter("stage", .text, Phrase(en: "The stage.", zh: "阶段。"))
    static let amount = Parameter("amount", .money, Phrase(en: "What is paid.", zh: "金额。"))
    let stage: String
    let amount: Money
  }

  static let steps = Parameter(
    "steps",
    .several(
      .object(
        "project-stage",
        Phrase(
          en: "a stage such as {\"stage\":\"filed\",\"amount\":\"2万元\"}",
          zh: "阶段，例如 {\"stage\":\"受理\",\"amount\":\"2万元\"}"
        ),
        placeholder: Step(stage: "", amount: .zero),
        [Step.stage.definition, Step.amount.definition]
      ) { arguments in
        Step(stage: arguments.required(Step.stage), amount: arguments.required(Step.amount))
      }
    ),
    Phrase(en: "The stages that are paid.", zh: "给予奖励的各阶段。")
  )
  static let declaration = OperationDeclaration(
    "stagePayment",
    .value,
    Phrase(
      en:
        "Pays for the stages that an application says are complete, each as a part of the award. A stage "
        + "that is complete later comes with an application of its own; none of them complete means not "
        + "yet known.",
      zh: "按申报记录中已确认完成的阶段支付，每一阶段为奖励的一期；以后完成的阶段另行申报；尚无完成阶段的为待查。"
    ),
    parameters: [steps.definition] + Selection.parameters(of: [.application]),
    example: #"""
      {"clause":"第八条","steps":[{"stage":"受理","amount":"2万元"},{"stage":"授权","amount":"3万元"}]}
      """#,
    Phrase(
      en: "20,000 yuan when the filing is accepted, 30,000 on the grant.",
      zh: "受理后支付 2 万元，授权后支付 3 万元。"
    )
  )

  let selection: Selection
  private let steps: [Step]

  init(_ arguments: inout Arguments) {
    steps = arguments.required(Self.steps)
    selection = Selection(&arguments, of: [.application])
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      let claim = work.claims[index]
      let appraisal = try work.exactly { () throws(Money.Overflow) in
        try appraise(claim, work.context)
      }
      work.conclude(index, appraisal)
      guard work.claims[index].amount > .zero else { continue }
      work.claims[index].parts = complete(claim).map { step in
        Part(
          recipient: claim.recipient,
          payee: claim.recipientName ?? "",
          amount: step.amount,
          condition: nil,
          dueMonths: nil,
          stage: step.stage
        )
      }
    }
  }

  /// The stages that a claim's application says are complete.
  private func complete(_ claim: Claim) -> [Step] {
    let done = Set((claim.source.record[Application.stages] ?? []).map(Folding.key))
    return steps.filter { done.contains(Folding.key($0.stage)) }
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    let input = Input(claim.source.record, Application.stages)
    guard !(claim.source.record[Application.stages] ?? []).isEmpty else {
      return .unknown([input.missing])
    }
    var sum = Money.zero
    var names: [String] = []
    for step in complete(claim) {
      sum = try sum.adding(step.amount)
      names.append(step.stage)
    }
    guard !names.isEmpty else {
      return .nothing([input], Phrase(en: "no stage that is paid", zh: "无可支付的阶段"))
    }
    return .worth(
      sum,
      [input],
      Phrase(
        en: "complete: \(names.joined(separator: ", "))",
        zh: "已完成：\(names.joined(separator: "、"))"
      )
    )
  }
}
