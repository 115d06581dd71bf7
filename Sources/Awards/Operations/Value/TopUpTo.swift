import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What is missing to a standard after others have paid.
struct TopUpTo: SingleValuation {
  static let standard = Parameter(
    "standard",
    .money,
    Phrase(en: "The amount to which payouts are topped up.", zh: "补足至的标准金额。")
  )
  static let declaration = OperationDeclaration(
    "topUpTo",
    .value,
    Phrase(
      en:
        "Pays what is missing to a standard after other payers paid for the same fact, to whomever; "
        + "nothing where they paid as much or more. "
        + Levels.nameless.en,
      zh: "其他支付方对同一事项奖励（不论付给何人）低于标准的，补足差额；不低于标准的不再奖励。" + Levels.nameless.zh
    ),
    parameters: [standard.definition, Levels.parameter.definition]
      + Selection.parameters(of: FactKind.all),
    example: #"{"scheme":"well-known-trademark","standard":"50万元","payers":"provincial"}"#,
    Phrase(
      en: "500,000 yuan less what the province paid for the same title.",
      zh: "省级奖励低于 50 万元的，按差额奖励。"
    )
  )

  let selection: Selection
  private let standard: Money
  private let levels: [BrandLevel]?

  init(_ arguments: inout Arguments) {
    standard = arguments.required(Self.standard)
    levels = arguments.optional(Levels.parameter)
    selection = Selection(&arguments, of: FactKind.all)
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    switch try context.paidByOthers(claim, levels: levels) {
    case .missing(let inputs): return .unknown(inputs, atMost: standard)
    case .value(let fen, let inputs):
      let paid = Money(fen: fen)
      let reason = Phrase(
        en: "\(standard) yuan less \(paid) yuan of other payers",
        zh: "标准 \(standard) 元，扣除其他支付方已奖励 \(paid) 元"
      )
      guard paid < standard else { return .nothing(inputs, reason) }
      return .worth(try standard.subtracting(paid), inputs, reason)
    }
  }
}

/// The payers whose payouts an operation looks at.
enum Levels {
  /// How payouts count that do not tell the title.
  static let nameless = Phrase(
    en:
      "A payout that names no fact of the ledger counts by its brand, mark or patent; where it may be "
      + "for several facts about that, it is unknown. So is what one that names several facts gives for "
      + "each: enter an award for each of them.",
    zh: "奖励记录未指明台账中事实的，按其品牌、商标、专利认定；可能对应多项事实的，为待查。一笔奖励对应台账中多项事实的，"
      + "各项金额待查，请按事项分别登记。"
  )
  static let parameter = Parameter(
    optional: "payers",
    .several(.word("level", BrandLevel.provincial)),
    Phrase(
      en: "The levels of the payers that count; all other payers where left out.",
      zh: "计入的支付方级别；缺省为其他各级支付方。"
    )
  )
}
