import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Payment in parts, each with its condition.
struct Instalments: Operation {
  /// One instalment.
  struct Step: Sendable {
    static let ratio = Parameter("ratio", .rate, Phrase(en: "The share.", zh: "比例。"))
    static let condition = Parameter(
      optional: "condition",
      .text,
      Phrase(en: "What has to come first; nothing where left out.", zh: "支付前提；缺省为无。")
    )
    static let months = Parameter(
      optional: "months",
      .months,
      Phrase(en: "How many months after the approval it falls due.", zh: "审批后多少个月到期。")
    )
    let ratio: Rate
    let condition: String?
    let months: Int?
  }

  static let steps = Parameter(
    "steps",
    .several(
      .object(
        "instalment",
        Phrase(
          en: "an instalment such as {\"ratio\":\"40%\",\"condition\":\"passed the yearly check\"}",
          zh: "一期，例如 {\"ratio\":\"40%\",\"condition\":\"年度考核合格\"}"
        ),
        placeholder: Step(ratio: .whole, condition: nil, months: nil),
        [Step.ratio.definition, Step.condition.definition, Step.months.definition]
      ) { arguments in
        Step(
          ratio: arguments.required(Step.ratio),
          condition: arguments.optional(Step.condition),
          months: arguments.optional(Step.months)
        )
      }
    ),
    Phrase(en: "The instalments in their order; they make the whole.", zh: "各期，比例合计为全部。")
  )
  static let declaration = OperationDeclaration(
    "instalments",
    .schedule,
    Phrase(
      en:
        "Pays each award, or each payee's part of it, in instalments, behind the clauses that name and "
        + "divide payees. They are rounded down to the unit; the last takes what is left. What two "
        + "clauses pay in instalments is undecided.",
      zh: "每项奖励（或各领取者的份额）分期支付，在确定领取人、分配之后进行；各期向下取整到单位，末期支付余额。"
        + "两条款同时分期的为待定。"
    ),
    parameters: [steps.definition, Unit.parameter.definition],
    example: #"{"steps":[{"ratio":"60%"},{"ratio":"40%","condition":"年度考核合格","months":12}]}"#,
    Phrase(en: "60 % at once, 40 % after the yearly check.", zh: "认定后支付 60%，年度考核合格后支付 40%。")
  )

  private let steps: [Step]
  private let unit: Money

  init(_ arguments: inout Arguments) {
    steps = arguments.required(Self.steps)
    unit = arguments.required(Unit.parameter)
    if arguments.faults.isEmpty, !Unit.isWhole(steps.map(\.ratio)) {
      arguments.refuse(
        "steps",
        Phrase(en: "the instalments do not make the whole", zh: "各期比例合计不等于全部")
      )
    }
  }

  private static let isDivided = Phrase(
    en: "another clause pays the award in other instalments",
    zh: "已由其他条款分期"
  )

  var turn: Int { 2 }
  var settlesAlone: Bool { true }
  var severalAlike: String? { Self.steps.definition.name }

  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope {
      guard !work.claims[index].isCommendation else {
        work.record(index, .notApplicable, Reason.noMoney)
        continue
      }
      let whole = work.parts(of: index)
      guard whole.allSatisfy({ $0.condition == nil && $0.dueMonths == nil }),
        work.settles(index, by: Self.self)
      else {
        work.settle(index, .undecided(Self.isDivided))
        continue
      }
      let parts = whole.flatMap(divided)
      let list = parts.map { "\($0.amount)" + ($0.condition.map { " (\($0))" } ?? "") }
      work.record(
        index,
        .applied,
        Phrase(
          en: "in parts: \(list.joined(separator: ", "))",
          zh: "分期：\(list.joined(separator: "、"))"
        )
      ) { $0.parts = parts }
    }
  }

  private func divided(_ part: Part) -> [Part] {
    let amounts = Unit.divide(part.amount, steps.map(\.ratio), unit, remainderTo: steps.count - 1)
    return zip(steps, amounts).map { step, amount in
      Part(
        recipient: part.recipient,
        payee: part.payee,
        amount: amount,
        condition: step.condition,
        dueMonths: step.months,
        stage: part.stage
      )
    }
  }
}
