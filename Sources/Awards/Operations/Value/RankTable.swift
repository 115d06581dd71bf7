import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount by place.
struct RankTable: SingleValuation {
  static let amounts = Parameter(
    "amounts",
    .several(.money),
    Phrase(
      en: "What the first, the second … is paid; places behind get nothing.",
      zh: "第一、第二……名次的金额；其后不奖励。"
    )
  )
  static let declaration = OperationDeclaration(
    "rankTable",
    .value,
    Phrase(
      en:
        "Pays an amount by the recipient's place: among several holders or drafters, or the place won. "
        + "Without co-holders the place is the first.",
      zh: "按领取人在持有人、起草单位中的排名或获奖名次奖励；无共同持有人的视为第一。"
    ),
    parameters: [amounts.definition] + Selection.parameters(of: FactKind.all),
    example: #"{"scheme":"industry-standard","amounts":["20万元","10万元","5万元"]}"#,
    Phrase(
      en: "200,000 yuan for the first drafter, 100,000 for the second, 50,000 for the third.",
      zh: "第一起草单位 20 万元，第二 10 万元，第三 5 万元。"
    )
  )

  let selection: Selection
  private let amounts: [Money]

  init(_ arguments: inout Arguments) {
    amounts = arguments.required(Self.amounts)
    selection = Selection(&arguments, of: FactKind.all)
  }

  var severalAlike: String? { Self.amounts.definition.name }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    let (rank, input) = claim.rank
    guard let rank, rank > 0 else {
      return .unknown([input.missing], atMost: amounts.max())
    }
    guard rank <= amounts.count else {
      return .nothing(
        [input],
        Phrase(
          en: "place \(rank); only the first \(amounts.count) are paid",
          zh: "第 \(rank) 名，仅奖励前 \(amounts.count) 名"
        )
      )
    }
    let amount = amounts[rank - 1]
    return .worth(
      amount,
      [input],
      Phrase(en: "\(amount) yuan for place \(rank)", zh: "第 \(rank) 名，\(amount) 元")
    )
  }
}
