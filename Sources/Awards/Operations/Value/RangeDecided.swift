import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount that people decide within a range.
struct RangeDecided: SingleValuation {
  static let minimum = Parameter(
    optional: "minimum",
    .money,
    Phrase(en: "The least that may be decided.", zh: "核定金额下限（含本数）。")
  )
  static let maximum = Parameter(
    "maximum",
    .money,
    Phrase(en: "The most that may be decided.", zh: "核定金额上限（含本数）。")
  )
  static let declaration = OperationDeclaration(
    "rangeDecided",
    .value,
    Phrase(
      en:
        "Pays the amount that people decided, with their reason, in the record of the application. "
        + "Without a decision, without a reason, or outside the range it is undecided.",
      zh: "按申报记录中核定的金额和理由奖励；未核定、无理由或超出幅度的为待定。"
    ),
    parameters: [minimum.definition, maximum.definition]
      + Selection.parameters(of: FactKind.all),
    example: #"{"facts":"application","minimum":"8万元","maximum":"20万元"}"#,
    Phrase(
      en: "A project gets what was decided between 80,000 and 200,000 yuan.",
      zh: "项目在 8 万元至 20 万元之间核定。"
    )
  )

  let selection: Selection
  private let minimum: Money
  private let maximum: Money

  init(_ arguments: inout Arguments) {
    let minimum = arguments.optional(Self.minimum) ?? .zero
    let maximum = arguments.required(Self.maximum)
    self.minimum = minimum
    self.maximum = maximum
    selection = Selection(&arguments, of: FactKind.all)
    if arguments.faults.isEmpty, minimum > maximum {
      arguments.refuse(
        "minimum",
        Phrase(en: "the minimum is above the maximum", zh: "下限高于上限")
      )
    }
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    let range = Phrase(en: "\(minimum) to \(maximum) yuan", zh: "\(minimum) 至 \(maximum) 元")
    let decided = context.applications(for: claim).first { $0[Application.decidedFen] != nil }
    guard let decided, let amount = decided[Application.decidedFen] else {
      return .undecided(
        Phrase(en: "no amount was decided yet (\(range.en))", zh: "尚未核定金额（\(range.zh)）")
      )
    }
    guard let reason = decided[Application.reason] else {
      return .undecided(
        Phrase(en: "the decision in \(decided.id) gives no reason", zh: "\(decided.id) 的核定未注明理由")
      )
    }
    guard amount >= minimum, amount <= maximum else {
      return .undecided(
        Phrase(
          en: "the decided \(amount) yuan lie outside \(range.en)",
          zh: "核定的 \(amount) 元超出幅度（\(range.zh)）"
        )
      )
    }
    return .worth(
      amount,
      [Input(decided, Application.decidedFen), Input(decided, Application.reason)],
      Phrase(
        en: "decided within \(range.en): \(reason)",
        zh: "在 \(range.zh) 幅度内核定：\(reason)"
      )
    )
  }
}
