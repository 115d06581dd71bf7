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
        + "record by day and id: what stands at the end of the round's days. Other facts are only counted, whether they were paid or not. Where it is "
        + "not known how many came before, and one of the possible numbers is named, it is unknown. Each "
        + "number is paid once: what was sealed for it stays with its fact when earlier ones are entered.",
      zh: "累计件数（台账所载历年、至本轮期间届满仍有效者，按日期、编号）达到规定数的那一项给予奖励，其余仅计数（不论是否获奖励）。"
        + "在先件数不明且可能正好达到规定数的，待查。每一规定数只奖励一次：补录在先事实的，已封存的奖励仍属原事实。"
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

  var isBonus: Bool { true }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    let (earlier, unsure) = earlier(than: claim.source, context)
    let number = earlier.count + 1
    let counted = [claim.source.dateInput] + earlier.map(\.dateInput)
    let paid = paid(claim, context)
    let own = paid.first { $0.payout.facts.contains(claim.source.id) && $0.step.count <= number }
    if let (payout, step) = own {
      return .worth(
        step.amount,
        [claim.source.dateInput],
        Phrase(
          en: "sealed as \(payout.id) for number \(step.count): \(step.amount) yuan",
          zh: "已作为累计第 \(step.count) 件封存（\(payout.id)），奖励 \(step.amount) 元"
        )
      )
    }
    // Where no number that it may have is a milestone, it does not matter which one it is.
    let possible = steps.filter { number...(number + unsure.count) ~= $0.count }
    guard unsure.isEmpty || possible.isEmpty else {
      return .unknown(unsure, atMost: possible.map(\.amount).max())
    }
    guard let step = steps.first(where: { $0.count == number }) else {
      return .notApplicable(
        [claim.source.dateInput],
        Phrase(en: "number \(number) is no milestone", zh: "累计第 \(number) 件，未达奖励节点")
      )
    }
    if let other = paid.first(where: { $0.step.count == step.count }) {
      return .paid(other.payout)
    }
    return .worth(
      step.amount,
      counted,
      Phrase(
        en: "number \(number) over all years: \(step.amount) yuan",
        zh: "累计第 \(number) 件，奖励 \(step.amount) 元"
      )
    )
  }

  /// The facts that came before one by day and id, and what leaves open whether more did.
  private func earlier(than source: Fact, _ context: Context) -> (sure: [Fact], unsure: [Input]) {
    var sure: [Fact] = []
    var unsure: [Input] = []
    for fact in context.evidence.history(of: selection.kind).facts(of: source.recipient)
    where fact.id != source.id {
      let isBefore = fact.came(before: source)
      if isBefore == false { continue }
      switch context.counts(fact, selection) {
      case .no: continue
      case .unknown(let input): unsure.append(input)
      case .yes where isBefore == true: sure.append(fact)
      case .yes: unsure.append((fact.date?.day != nil ? source : fact).dateInput.missing)
      }
    }
    return (sure, unsure)
  }

  /// The numbers that a claim's applicant was paid for.
  ///
  /// An award tells the amount; of several numbers of that amount it is the highest that its fact
  /// reaches by now: earlier facts that are entered late raise it.
  private func paid(_ claim: Claim, _ context: Context) -> [(payout: Payout, step: Step)] {
    var left = steps
    let payouts = context.payouts(by: claim.clause, of: claim.applicant).map { payout in
      let facts = payout.facts.compactMap { context.evidence.fact($0, of: selection.kind) }
      return (payout, facts.first.map { earlier(than: $0, context).sure.count + 1 } ?? .max)
    }
    return payouts.sorted { $0.1 > $1.1 }.compactMap { payout, number in
      let amount = context.evidence.valued(payout)
      let alike = left.filter { $0.amount == amount }
      let possible = alike.isEmpty ? left : alike
      guard let step = possible.last(where: { $0.count <= number }) ?? possible.first else {
        return nil
      }
      left.removeAll { $0.count == step.count }
      return (payout, step)
    }
  }
}

extension Evidence {
  /// What the clause of an award gave before others changed it; what was sealed, where no receipt tells.
  fileprivate func valued(_ payout: Payout) -> Money {
    let steps = Receipt(award(payout.id)?[Award.receipt])?.steps ?? []
    return steps.first { $0.clause == payout.clause && $0.after > .zero }?.after ?? payout.awarded
  }
}
