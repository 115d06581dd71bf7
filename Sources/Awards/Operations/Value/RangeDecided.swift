import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount that people decide within a range.
struct RangeDecided: Valuation {
  static let minimum = Parameter(
    optional: "minimum",
    .money,
    Phrase(en: "The least that may be decided; open where left out.", zh: "核定金额下限（含本数）；缺省为不限。")
  )
  static let maximum = Parameter(
    optional: "maximum",
    .money,
    Phrase(en: "The most that may be decided; open where left out.", zh: "核定金额上限（含本数）；缺省为不限。")
  )
  static let declaration = OperationDeclaration(
    "rangeDecided",
    .value,
    Phrase(
      en:
        "Pays the amount that people decided, with their reason, in the record of the application. "
        + "Without a decision, without a reason, or outside the range it is undecided. A side of the range "
        + "that the policy leaves open, such as a bare 'not below' or a case by case decision, is left out. "
        + "What an application names under another clause is not paid by this one. A decision is paid "
        + "once: where an application names neither fact nor clause and fits several, they are undecided.",
      zh: "按申报记录中核定的金额和理由奖励；未核定、无理由或超出幅度的为待定。政策只规定下限、只规定上限或“一事一议”的，"
        + "未规定的一端不填。申报记录指明按其他条款申报的事项，不适用本条款。"
        + "一次核定只支付一次：申报记录未注明事实、条款而可对应多项的，均待定。"
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
  private let minimum: Money?
  private let maximum: Money?

  init(_ arguments: inout Arguments) {
    minimum = arguments.optional(Self.minimum)
    maximum = arguments.optional(Self.maximum)
    selection = Selection(&arguments, of: FactKind.all)
    if arguments.faults.isEmpty, let minimum, let maximum, minimum > maximum {
      arguments.refuse(
        "minimum",
        Phrase(en: "the minimum is above the maximum", zh: "下限高于上限")
      )
    }
  }

  /// The range in words.
  private var range: Phrase {
    switch (minimum, maximum) {
    case (let least?, let most?): Phrase(en: "\(least) to \(most) yuan", zh: "\(least) 至 \(most) 元")
    case (let least?, nil): Phrase(en: "at least \(least) yuan", zh: "不低于 \(least) 元")
    case (nil, let most?): Phrase(en: "at most \(most) yuan", zh: "不超过 \(most) 元")
    case (nil, nil): Phrase(en: "case by case", zh: "一事一议")
    }
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let context = work.context
    let deciding = context.rules.values.map { $0.operation is RangeDecided }
    let fitting = work.claims.indices.filter { index in
      let claim = work.claims[index]
      return deciding[claim.place] && (claim.outcome == .eligible || claim.isOpen)
    }
    let shared = work.sharing(among: fitting) { Self.decision($0, context) }
    for index in work.scope {
      let claim = work.claims[index]
      let appraisal = appraise(claim, context)
      guard case .worth(let amount, _, _) = appraisal,
        let doubt = doubt(claim, shared[index], context)
      else {
        work.conclude(index, appraisal)
        continue
      }
      work.conclude(index, .undecided(doubt, atMost: amount))
    }
  }

  /// The application in which people decided on a claim.
  private static func decision(_ claim: Claim, _ context: Context) -> Record? {
    context.applications(for: claim).first { $0[Application.decidedFen] != nil }
  }

  /// Why a decision may be meant for another claim, or was paid for one.
  private func doubt(_ claim: Claim, _ shared: SharedApplication?, _ context: Context) -> Phrase? {
    if let record = Self.decision(claim, context),
      let paid = context.payout(of: record, besides: claim)
    {
      return Phrase(
        en: "the decision in \(record.id) was paid as \(paid.id) for \(paid.claim)",
        zh: "\(record.id) 的核定金额已用于 \(paid.claim)（\(paid.id)）"
      )
    }
    guard let shared, !context.hasPaid(claim) else { return nil }
    return shared.reason(Phrase(en: "the decision", zh: "核定金额"))
  }

  private func appraise(_ claim: Claim, _ context: Context) -> Appraisal {
    let range = range
    let applications = context.applications(for: claim)
    if applications.isEmpty, let other = context.applicationUnderAnother(claim) {
      let clause = other[Application.clause] ?? ""
      return .notApplicable(
        [Input(other, Application.clause)],
        Phrase(en: "applied for under clause \(clause)", zh: "按 \(clause) 申报")
      )
    }
    guard let decided = Self.decision(claim, context),
      let amount = decided[Application.decidedFen]
    else {
      return .undecided(
        Phrase(en: "no amount was decided yet (\(range.en))", zh: "尚未核定金额（\(range.zh)）"),
        atMost: maximum
      )
    }
    guard let reason = decided[Application.reason] else {
      return .undecided(
        Phrase(en: "the decision in \(decided.id) gives no reason", zh: "\(decided.id) 的核定未注明理由"),
        atMost: maximum
      )
    }
    guard amount >= minimum ?? .zero, maximum.map({ amount <= $0 }) ?? true else {
      return .undecided(
        Phrase(
          en: "the decided \(amount) yuan lie outside the range (\(range.en))",
          zh: "核定的 \(amount) 元超出幅度（\(range.zh)）"
        ),
        atMost: maximum
      )
    }
    let inputs = [Input(decided, Application.decidedFen), Input(decided, Application.reason)]
    guard amount > .zero else {
      return .nothing(
        inputs,
        Phrase(en: "nothing was decided for it: \(reason)", zh: "核定不予奖励：\(reason)")
      )
    }
    return .worth(
      amount,
      inputs,
      Phrase(en: "decided (\(range.en)): \(reason)", zh: "核定（\(range.zh)）：\(reason)")
    )
  }
}
