import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount for a stage of a project.
struct StagePayment: Valuation {
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
        + "yet known. A stage is paid once for a project: applications of one applicant are for the same "
        + "one, but where they name different facts.",
      zh: "按申报记录中已确认完成的阶段支付，每一阶段为奖励的一期；以后完成的阶段另行申报；尚无完成阶段的为待查。"
        + "同一项目每一阶段只支付一次；同一申报单位的申报，除指明不同事实的外，视为同一项目。"
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
    let names = steps.map { Folding.key($0.stage) }
    if arguments.faults.isEmpty, Set(names).count < names.count {
      arguments.refuse(
        "steps",
        Phrase(en: "a stage stands twice; it is paid once", zh: "同一阶段重复列出，只能支付一次")
      )
    }
  }

  var remembers: Bool { true }

  func apply(to work: inout Work) throws(Diagnostic) {
    var before: [RecordID?: [Record]] = [:]
    for index in work.scope {
      let claim = work.claims[index]
      let record = claim.source.record
      guard !stages(of: record).isEmpty else {
        work.conclude(
          index,
          .unknown(
            [Input(record, Application.stages).missing],
            atMost: try? Money.sum(steps.map(\.amount))
          )
        )
        continue
      }
      var paid = paid(claim, work.context)
      for earlier in before[claim.applicant] ?? [] where Self.isSameProject(earlier, record) {
        paid.formUnion(stages(of: earlier))
      }
      if claim.outcome == .eligible { before[claim.applicant, default: []].append(record) }
      try pay(index, paid, &work)
    }
  }

  /// Pays for the stages that are complete and were not paid.
  private func pay(_ index: Int, _ paid: Set<String>, _ work: inout Work) throws(Diagnostic) {
    let claim = work.claims[index]
    let input = Input(claim.source.record, Application.stages)
    let done = stages(of: claim.source.record)
    let complete = steps.filter { done.contains(Folding.key($0.stage)) }
    let new = complete.filter { !paid.contains(Folding.key($0.stage)) }
    guard let first = complete.first else {
      let reason = Phrase(en: "no stage that is paid", zh: "无可支付的阶段")
      return work.conclude(index, .nothing([input], reason))
    }
    guard !new.isEmpty else {
      let reason = Phrase(
        en: "paid already for this project: \(first.stage)",
        zh: "该项目的阶段已支付：\(first.stage)"
      )
      return work.conclude(index, .nothing([input], reason))
    }
    let sum = try work.exactly { () throws(Money.Overflow) in
      var sum = Money.zero
      for step in new { sum = try sum.adding(step.amount) }
      return sum
    }
    let old = complete.filter { paid.contains(Folding.key($0.stage)) }.map(\.stage)
    let names = new.map(\.stage)
    work.appraise(
      index,
      sum,
      inputs: [input],
      Phrase(
        en: "complete: \(names.joined(separator: ", "))"
          + (old.isEmpty ? "" : "; paid already: \(old.joined(separator: ", "))"),
        zh: "已完成：\(names.joined(separator: "、"))"
          + (old.isEmpty ? "" : "；已支付：\(old.joined(separator: "、"))")
      )
    )
    guard work.claims[index].amount > .zero else { return }
    work.claims[index].parts = new.map { step in
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

  /// The stages of a claim's project for which others of its applications were sealed.
  ///
  /// What was sealed for the claim itself stands against applications that came after it.
  private func paid(_ claim: Claim, _ context: Context) -> Set<String> {
    let payouts = context.payouts(by: claim.clause, of: claim.applicant)
    let isSealed = payouts.contains { $0.facts.contains(claim.source.id) }
    var paid: Set<String> = []
    for payment in payouts where !payment.facts.contains(claim.source.id) {
      let others = payment.facts.compactMap { context.evidence.fact($0, of: .application) }
      let counted = others.filter { other in
        Self.isSameProject(other.record, claim.source.record)
          && (!isSealed || Fact.precedes(other, claim.source))
      }
      guard !counted.isEmpty else { continue }
      let parts = context.evidence.award(payment.id)?[Award.parts].flatMap(AwardPart.read) ?? []
      let named = parts.compactMap(\.stage).map { Folding.key($0) }
      paid.formUnion(named.isEmpty ? counted.flatMap { stages(of: $0.record) } : named)
    }
    return paid
  }

  /// The stages that an application says are complete, folded.
  private func stages(of application: Record) -> Set<String> {
    Set((application[Application.stages] ?? []).map { Folding.key($0) })
  }

  private static func isSameProject(_ a: Record, _ b: Record) -> Bool {
    guard let first = a[Application.fact], let second = b[Application.fact] else { return true }
    return RecordID(first) == RecordID(second)
  }
}
