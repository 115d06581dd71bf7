import Bilingual
import Ledger
import Portfolio

/// The same amount for every fact.
struct Fixed: Valuation {
  static let amount = Parameter(
    "amount",
    .money,
    Phrase(en: "What is paid for each fact.", zh: "每项奖励金额。")
  )
  static let declaration = OperationDeclaration(
    "fixed",
    .value,
    Phrase(
      en: "Pays the same amount for each fact that the filters select.",
      zh: "对筛选出的每一项事实按同一定额奖励。"
    ),
    parameters: [amount.definition] + Selection.parameters(of: FactKind.all),
    example: #"{"scheme":"well-known-trademark","route":"administrative","amount":"50万元"}"#,
    Phrase(
      en: "500,000 yuan for each well-known trademark recognised by the authority.",
      zh: "每件行政认定的驰名商标奖励 50 万元。"
    )
  )

  let selection: Selection
  private let amount: Money

  init(_ arguments: inout Arguments) {
    amount = arguments.required(Self.amount)
    selection = Selection(&arguments, of: FactKind.all)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let reason = Phrase(en: "fixed amount of \(amount) yuan", zh: "定额 \(amount) 元")
    for index in work.scope { work.appraise(index, amount, reason) }
  }
}
