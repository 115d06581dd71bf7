import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount for those who reach a number of facts in the round.
struct BonusIfCount: Valuation {
  /// A further number that must be reached.
  struct Metric: Sendable {
    static let atLeast = Parameter(
      "atLeast",
      .positive,
      Phrase(en: "The least number, which suffices.", zh: "最低件数（含本数）。")
    )
    let selection: Selection
    let atLeast: Int
  }

  static let amount = Parameter("amount", .money, Phrase(en: "The bonus.", zh: "奖励金额。"))
  static let also = Parameter(
    optional: "also",
    .several(
      .object(
        "metric",
        Phrase(
          en:
            "facts and a number such as {\"facts\":\"trademark\",\"route\":\"madrid\",\"atLeast\":1}",
          zh: "事实与件数，例如 {\"facts\":\"trademark\",\"route\":\"madrid\",\"atLeast\":1}"
        ),
        placeholder: Metric(selection: Selection(all: .recognition), atLeast: 1),
        [Metric.atLeast.definition] + Selection.parameters(of: FactKind.all)
      ) { arguments in
        let atLeast = arguments.required(Metric.atLeast)
        return Metric(selection: Selection(&arguments, of: FactKind.all), atLeast: atLeast)
      }
    ),
    Phrase(
      en:
        "Other facts of the round's days, still standing at their end, of which numbers must be reached "
        + "as well.",
      zh: "同时须达到件数的其他事实（奖励期间内且届满时仍有效）。"
    )
  )
  static let declaration = OperationDeclaration(
    "bonusIfCount",
    .value,
    Phrase(
      en:
        "Pays a bonus once to each recipient with at least a number of facts in the round that meet the "
        + "conditions. The fact that reaches the number carries the bonus, and keeps it once it is sealed; "
        + "the others are counted.",
      zh: "本轮符合条件的事实达到规定件数的，向领取人一次性奖励；由达到件数的那一项承载，封存后不再移动，其余仅计数。"
    ),
    parameters: [amount.definition, Metric.atLeast.definition, also.definition]
      + Selection.parameters(of: FactKind.all),
    example: #"""
      {"facts":"patent","type":"invention","atLeast":5,"amount":"5万元","also":[{"facts":"trademark","route":"madrid","atLeast":1}]}
      """#,
    Phrase(
      en: "50,000 yuan for five inventions and a Madrid registration in a year.",
      zh: "年度发明授权满 5 件且有马德里注册 1 件的，奖励 5 万元。"
    )
  )

  let selection: Selection
  private let amount: Money
  private let atLeast: Int
  private let also: [Metric]

  init(_ arguments: inout Arguments) {
    amount = arguments.required(Self.amount)
    atLeast = arguments.required(Metric.atLeast)
    also = arguments.optional(Self.also) ?? []
    selection = Selection(&arguments, of: FactKind.all)
  }

  var isBonus: Bool { true }

  func apply(to work: inout Work) throws(Diagnostic) {
    for (recipient, indices) in work.scopeByApplicant() {
      let sure = indices.filter { work.claims[$0].outcome == .eligible }
      let open = indices.first { work.claims[$0].isOpen }
      // Of too few none can carry it.
      let most = indices.count < atLeast ? Money.zero : amount
      for index in indices { work.claims[index].bound(to: most) }
      if sure.count < atLeast, indices.count >= atLeast, let open {
        for index in sure {
          work.hold(index, behind: open)
          work.claims[index].bound(to: amount)
        }
        continue
      }
      let carrier = sure.count < atLeast ? nil : work.carrier(of: sure, else: sure[atLeast - 1])
      for (place, index) in sure.enumerated() {
        switch carrier {
        case nil: work.conclude(index, tooFew(sure.count))
        case .paid(let payout)?: work.conclude(index, .paid(payout))
        case .claim(index)?:
          let counted = sure.map { work.claims[$0].source.dateInput }
          work.conclude(index, bonus(place + 1, counted, recipient, work.context))
        case .claim(let other)?:
          let number = (sure.firstIndex(of: other) ?? 0) + 1
          work.dismiss(
            index,
            Phrase(en: "counted; number \(number) carries the bonus", zh: "仅计数，由第 \(number) 件承载奖励")
          )
        }
      }
    }
  }

  private func tooFew(_ count: Int) -> Appraisal {
    let reason = Phrase(
      en: "\(count) in the round, at least \(atLeast) needed",
      zh: "本轮 \(count) 件，要求不少于 \(atLeast) 件"
    )
    return .nothing(
      [],
      reason,
      demand: Phrase(en: "\(atLeast - count) more", zh: "再有 \(atLeast - count) 件")
    )
  }

  private func bonus(
    _ place: Int,
    _ counted: [Input],
    _ recipient: RecordID,
    _ context: Context
  ) -> Appraisal {
    var inputs = counted
    for metric in also {
      let (sure, open) = context.count(metric.selection, of: recipient)
      let yes = sure.count
      inputs += sure.map(\.dateInput)
      if yes >= metric.atLeast { continue }
      if yes + open.count >= metric.atLeast { return .unknown(open, atMost: amount) }
      let label = metric.selection.kind.label
      return .nothing(
        inputs,
        Phrase(
          en: "\(label.en): \(yes), at least \(metric.atLeast) needed",
          zh: "\(label.zh) \(yes) 件，要求不少于 \(metric.atLeast) 件"
        )
      )
    }
    return .worth(
      amount,
      inputs,
      Phrase(
        en: "number \(place) of the round: the bonus of \(amount) yuan",
        zh: "本轮第 \(place) 件，达到件数，奖励 \(amount) 元"
      )
    )
  }
}
