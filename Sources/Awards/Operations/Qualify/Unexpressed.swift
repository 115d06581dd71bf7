import Bilingual
import Ledger

/// A rule that no operation can say: nobody is paid by guess.
struct Unexpressed: Condition {
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
        + "undecided until people decide.",
      zh: "保留系统无法执行的规则原文；受其约束的申领项一律待定，由人决定。"
    ),
    parameters: [because.definition],
    example: #"{"because":"一事一议"}"#,
    Phrase(
      en: "The amount is settled case by case, so the claims stay undecided.",
      zh: "金额一事一议，相关申领项待定。"
    )
  )

  private let because: String?

  init(_ arguments: inout Arguments) {
    because = arguments.optional(Self.because)
  }

  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    .undecided(
      Phrase(
        en: "a rule that only people can apply" + (because.map { ": \($0)" } ?? ""),
        zh: "该规则须由人工判断" + (because.map { "：\($0)" } ?? "")
      )
    )
  }
}
