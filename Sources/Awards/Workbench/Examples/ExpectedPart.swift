import Bilingual
import Ledger
import Portfolio

/// What an example says of one part of a payment; what it leaves out is not compared.
struct ExpectedPart: Sendable {
  private static let amount = Parameter(
    "amount",
    .money,
    Phrase(en: "How much.", zh: "金额。")
  )
  private static let payee = Parameter(
    optional: "payee",
    .text,
    Phrase(en: "The payee's id, name or role.", zh: "收款人的编号、名称或角色。")
  )
  private static let condition = Parameter(
    optional: "condition",
    .text,
    Phrase(en: "What has to come first.", zh: "支付条件。")
  )
  private static let months = Parameter(
    optional: "dueMonths",
    .positive,
    Phrase(en: "After how many months.", zh: "到期月数。")
  )
  static let type = ArgumentType<ExpectedPart>.object(
    "part",
    Phrase(en: "a part such as {\"amount\":\"3万元\"}", zh: "支付部分，例如 {\"amount\":\"3万元\"}"),
    placeholder: ExpectedPart(amount: .zero, payee: nil, condition: nil, dueMonths: nil),
    [amount.definition, payee.definition, condition.definition, months.definition]
  ) { arguments in
    ExpectedPart(
      amount: arguments.required(amount),
      payee: arguments.optional(payee),
      condition: arguments.optional(condition),
      dueMonths: arguments.optional(months)
    )
  }

  let amount: Money
  let payee: String?
  let condition: String?
  let dueMonths: Int?

  private func matches(_ part: Part) -> Bool {
    amount == part.amount
      && payee.map { $0 == part.payee || $0 == part.recipient?.text } ?? true
      && condition.map { $0 == part.condition } ?? true
      && dueMonths.map { $0 == part.dueMonths } ?? true
  }

  /// Compares all parts; `nil` expects nothing.
  static func differences(_ expected: [ExpectedPart]?, _ parts: [Part], _ name: String) -> [Phrase]
  {
    guard let expected else { return [] }
    let isRight =
      expected.count == parts.count
      && zip(expected, parts).allSatisfy { $0.matches($1) }
    guard !isRight else { return [] }
    func told(_ amount: Money, _ payee: String?, _ condition: String?, _ months: Int?) -> String {
      ([amount.description] + [payee, condition, months.map(String.init)].compactMap(\.self))
        .joined(separator: " ")
    }
    let wanted = expected.map { told($0.amount, $0.payee, $0.condition, $0.dueMonths) }
    let found = parts.map { told($0.amount, $0.payee, $0.condition, $0.dueMonths) }
    return [
      Phrase(
        en: "\(name): expected the parts [\(wanted.joined(separator: "; "))], got "
          + "[\(found.joined(separator: "; "))]",
        zh: "\(name)：应分为[\(wanted.joined(separator: "；"))]，实为"
          + "[\(found.joined(separator: "；"))]"
      )
    ]
  }
}
