import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What an example says must come out for one clause and fact.
struct Expectation: Sendable {
  static let clause = Parameter(
    "clause",
    .text,
    Phrase(en: "The number of the clause that gives the award.", zh: "给出奖励的条款号。")
  )
  static let fact = Parameter(
    "fact",
    .text,
    Phrase(en: "The record that it rewards.", zh: "所奖励的记录。")
  )
  static let outcome = Parameter(
    "outcome",
    .word("outcome", Outcome.eligible),
    Phrase(en: "What becomes of it.", zh: "结果。")
  )
  static let amount = Parameter(
    optional: "amount",
    .money,
    Phrase(en: "What is paid, exactly; nothing where it is left out.", zh: "奖励金额；缺省为零。")
  )
  static let fen = Parameter(
    optional: "amountFen",
    .fen,
    Phrase(en: "The same in fen.", zh: "以分计的奖励金额。")
  )
  static let worth = Parameter(
    optional: "worth",
    .money,
    Phrase(
      en: "What an open claim would be worth before caps and pots.",
      zh: "待查或待定的申领项如获确认的金额（封顶和预算之前）。"
    )
  )
  static let by = Parameter(
    optional: "by",
    .several(.text),
    Phrase(en: "Other clauses that must have changed or ended it.", zh: "须已作出核减或终止的其他条款。")
  )
  static let recipient = Parameter(
    optional: "recipient",
    .text,
    Phrase(en: "Who is paid.", zh: "领取人。")
  )
  static let missing = Parameter(
    optional: "missing",
    .several(.text),
    Phrase(en: "All that is missing, each as record.field.", zh: "全部所缺事实，写作“记录.字段”。")
  )
  static let parts = Parameter(
    optional: "parts",
    .several(ExpectedPart.type),
    Phrase(en: "All parts in which it is paid, in order.", zh: "全部支付部分，依次列出。")
  )
  static let procedure = Parameter(
    optional: "procedure",
    ExpectedProcedure.type,
    Phrase(en: "How the office goes about it.", zh: "办理程序。")
  )
  static let parameters = [
    clause.definition, fact.definition, outcome.definition, amount.definition, fen.definition,
    worth.definition, by.definition, recipient.definition, missing.definition,
    parts.definition, procedure.definition,
  ]

  let clause: String
  let fact: RecordID
  let outcome: Outcome
  let amount: Money
  let worth: Money?
  let by: [String]
  let recipient: RecordID?
  let missing: [String]?
  let parts: [ExpectedPart]?
  let procedure: ExpectedProcedure?

  init(_ json: JSONValue, at path: [PathStep], _ faults: inout [ArgumentFault]) {
    var arguments = Arguments(json, at: path, declared: Self.parameters)
    clause = arguments.required(Self.clause)
    fact = RecordID(arguments.required(Self.fact))
    outcome = arguments.required(Self.outcome)
    let (amount, fen) = (arguments.optional(Self.amount), arguments.optional(Self.fen))
    self.amount = amount ?? fen ?? .zero
    worth = arguments.optional(Self.worth)
    by = arguments.optional(Self.by) ?? []
    recipient = arguments.optional(Self.recipient).map { RecordID($0) }
    missing = arguments.optional(Self.missing)
    parts = arguments.optional(Self.parts)
    procedure = arguments.optional(Self.procedure)
    if amount != nil, fen != nil {
      let message = Phrase(
        en: "give 'amount' or 'amountFen', not both",
        zh: "“amount”与“amountFen”只填一项"
      )
      arguments.refuse(Self.fen.definition.name, message)
    }
    faults += arguments.faults
  }
}

extension ArgumentType<Money> {
  /// An amount as a whole number of fen, nothing among them.
  fileprivate static var fen: Self {
    ArgumentType(
      name: "fen",
      expectation: Phrase(en: "a whole number of fen", zh: "以分计的整数"),
      placeholder: .zero,
      read: { json, _, _ in json.integer.flatMap { $0 >= 0 ? Money(fen: $0) : nil } }
    )
  }
}
