import Bilingual
import JSONLines
import Ledger
import Portfolio

/// In which order a budget reaches claims.
struct Priority: Operation {
  enum Key: String, CaseIterable, Sendable {
    case level, amount, score, carried
  }

  static let by = Parameter(
    "by",
    .several(.word("key", Key.level)),
    Phrase(
      en:
        "What goes first, one key after the other: the higher tier (level), the larger amount, the "
        + "higher score of the application, what the round before left over (carried).",
      zh: "优先次序：级别高者（level）、金额大者（amount）、评分高者（score）、上一轮结转者（carried），依次比较。"
    )
  )
  static let declaration = OperationDeclaration(
    "priority",
    .budget,
    Phrase(
      en:
        "Sets the order in which the quotas and pots behind it reach claims. Of equal ones the earlier "
        + "fact goes first, then the lower id.",
      zh: "确定其后名额、预算条款的次序；相同者按事实日期、编号先后。"
    ),
    parameters: [by.definition],
    example: #"{"by":["carried","level"]}"#,
    Phrase(
      en: "What was left over goes first, then the higher tiers.",
      zh: "上年结转者优先，其次级别高者。"
    )
  )

  private let keys: [Key]

  init(_ arguments: inout Arguments) {
    keys = arguments.required(Self.by)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    if keys.contains(.score) {
      for index in work.scope {
        let score = work.context.score(work.claims[index])
        if score.value == nil { work.settle(index, .unknown([score.input])) }
      }
    }
    let context = work.context
    work.priorities = keys.map { key in
      var ranks: [Int: Int64] = [:]
      for index in work.governed {
        let claim = work.claims[index]
        ranks[index] =
          switch key {
          case .level: Int64(claim.levelRank)
          case .amount: claim.worth.fen
          case .carried: context.isOfRoundBefore(claim) ? 1 : 0
          case .score: context.score(claim).value ?? .min
          }
      }
      return ranks
    }
  }
}

extension Context {
  /// The reviewers' score for a claim in billionths, and where it stands or should stand.
  func score(_ claim: Claim) -> (value: Int64?, input: Input) {
    let applications = applications(for: claim)
    guard let first = applications.first else { return (nil, applicationInput(claim)) }
    let scored = applications.first { $0[Application.score] != nil } ?? first
    let input = Input(scored, Application.score)
    return (scored[Application.score]?.scaled(to: 9), input)
  }
}
