import Bilingual
import Ledger

/// A rule that no operation can say: nobody is paid by guess.
struct Unexpressed: Operation {
  static let because = Parameter(
    optional: "because",
    .text,
    Phrase(
      en: "Why it cannot be said: the source is cut, people decide case by case, ….",
      zh: "无法表达的原因：原文不全、一事一议等。"
    )
  )
  static let declaration = OperationDeclaration(
    "unexpressed",
    .qualify,
    Phrase(
      en:
        "Keeps the text of a rule that the engine cannot carry out. The claims that it governs are "
        + "undecided until people decide; where it names facts, only claims for those.",
      zh: "保留系统无法执行的规则原文；受其约束的申领项（指明事实的，仅该类事实）一律待定，由人决定。"
    ),
    parameters: [because.definition] + Selection.optionalParameters(of: FactKind.all),
    example: #"{"because":"一事一议"}"#,
    Phrase(
      en: "The amount is settled case by case, so the claims stay undecided.",
      zh: "金额一事一议，相关申领项待定。"
    )
  )

  private let because: String?
  private let selection: Selection?

  init(_ arguments: inout Arguments) {
    because = arguments.optional(Self.because)
    selection = Selection(optional: &arguments, of: FactKind.all)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let reason = Phrase(
      en: "a rule that only people can apply" + (because.map { ": \($0)" } ?? ""),
      zh: "该规则须由人工判断" + (because.map { "：\($0)" } ?? "")
    )
    for index in work.scope where selection.map({ work.isSelected(index, by: $0) }) ?? true {
      work.settle(index, .undecided(reason))
    }
  }
}
