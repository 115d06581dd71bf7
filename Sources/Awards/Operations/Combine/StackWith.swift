import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Paid on top of what others pay, or of what other clauses give.
struct StackWith: Operation {
  static let clauses = Parameter(
    optional: "clauses",
    .several(.text),
    Phrase(
      en:
        "The numbers of other clauses of this policy on top of which these are paid, of an article or of one clause.",
      zh: "与本政策其他条款的奖励叠加：条款编号，可为整条或一款。"
    )
  )
  static let declaration = OperationDeclaration(
    "stackWith",
    .combine,
    Phrase(
      en:
        "Says that awards are paid in full on top of those of other payers, or with 'clauses' of what "
        + "other clauses of the policy give for the same fact, and names these in the trace. It changes no "
        + "amount.",
      zh: "明确在其他支付方奖励之外，或（clauses）在本政策其他条款对同一事实的奖励之外，全额叠加奖励，并列明该等奖励；"
        + "不改变金额。"
    ),
    parameters: [Levels.parameter.definition, clauses.definition],
    example: #"{"clauses":"第七条(一)"}"#,
    Phrase(en: "Paid on top of what article 7(1) gives for the same mark.", zh: "在第七条(一)的奖励之外另行奖励。")
  )

  private let levels: [BrandLevel]?
  /// The clauses of its policy that it names.
  let named: [String]?

  init(_ arguments: inout Arguments) {
    levels = arguments.optional(Levels.parameter)
    named = arguments.optional(Self.clauses)
    if levels != nil, named != nil {
      arguments.refuse(
        Self.clauses.definition.name,
        Phrase(en: "it names payers as well as clauses", zh: "不能同时指明支付方与条款")
      )
    }
  }

  /// Whether it says that two clauses of the policy are both paid for one fact.
  func joins(_ a: Rule, _ b: Rule, as rule: Rule) -> Bool {
    func isNamed(_ other: Rule) -> Bool {
      named?.contains { Rule.covers($0, other.number) } ?? false
    }
    return rule.governs(a) && isNamed(b) || rule.governs(b) && isNamed(a)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    guard let named else { return stackOnOthers(&work) }
    let numbers = work.context.rules.values.map(\.number)
    let isNamed = numbers.map { number in named.contains { Rule.covers($0, number) } }
    let beside = Dictionary(
      grouping: work.claims.indices.filter { index in
        work.claims[index].competes && isNamed[work.claims[index].place]
      }
    ) { work.claims[$0].source.id }
    for index in work.scope {
      let claim = work.claims[index]
      let others = (beside[claim.source.id] ?? []).filter { $0 != index }
        .map { numbers[work.claims[$0].place] }
      work.record(
        index,
        others.isEmpty ? .passed : .applied,
        others.isEmpty
          ? Phrase(en: "no award of these clauses beside it", zh: "无该等条款的奖励")
          : Phrase(
            en: "on top of what \(others.joined(separator: ", ")) gives",
            zh: "与\(others.joined(separator: "、"))的奖励叠加"
          )
      )
    }
  }

  private func stackOnOthers(_ work: inout Work) {
    for index in work.scope {
      let others = work.context.evidence.payouts(for: work.claims[index]).filter { payout in
        payout.isForeign(to: work.context.rules)
          && (levels.map { $0.contains { $0 == payout.payerLevel } } ?? true)
      }
      work.record(
        index,
        others.isEmpty ? .passed : .applied,
        inputs: others.map(\.input),
        Phrase(
          en: "on top of \(others.count, of: "payout") of other payers",
          zh: "与其他支付方的 \(others.count) 项奖励叠加"
        )
      )
    }
  }
}
