import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Awards that a higher rule forbids from a day on.
struct OverlaySwitch: Operation {
  static let from = Parameter(
    optional: "from",
    .day,
    Phrase(
      en: "The first day whose facts are no longer paid; that of the policy where left out.",
      zh: "不再奖励的首日；缺省为政策施行之日。"
    )
  )
  static let until = Parameter(
    optional: "until",
    .day,
    Phrase(en: "The last such day; open where left out.", zh: "末日；缺省为长期。")
  )
  static let declaration = OperationDeclaration(
    "overlaySwitch",
    .qualify,
    Phrase(
      en:
        "Forbids awards for some facts, or from a day on. In a policy that overrides others, it governs "
        + "their claims too.",
      zh: "禁止（或自某日起禁止）对所列事实给予奖励；所在政策优先于其他政策的，同样约束其他政策的申领项。"
    ),
    parameters: [from.definition, until.definition] + Selection.parameters(of: FactKind.all),
    example: #"{"facts":"expense","category":["filing","annuity","agency"],"from":"2021-07-01"}"#,
    Phrase(
      en: "From July 2021 on nobody pays for filings, annuities and agents.",
      zh: "2021 年 7 月起不得资助申请费、年费和代理费。"
    )
  )

  let from: Day?
  let until: Day?
  private let selection: Selection

  init(_ arguments: inout Arguments) {
    from = arguments.optional(Self.from)
    until = arguments.optional(Self.until)
    selection = Selection(&arguments, of: FactKind.all)
  }

  private var rule: Phrase {
    switch (from, until) {
    case (let from?, let until?):
      Phrase(
        en: "awards for this are forbidden from \(from) to \(until)",
        zh: "自 \(from) 至 \(until) 禁止此类奖励"
      )
    case (let from?, nil):
      Phrase(en: "awards for this are forbidden from \(from) on", zh: "自 \(from) 起禁止此类奖励")
    case (nil, let until?):
      Phrase(en: "awards for this are forbidden until \(until)", zh: "\(until) 以前禁止此类奖励")
    case (nil, nil):
      Phrase(en: "awards for this are forbidden", zh: "禁止此类奖励")
    }
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let first = from ?? work.rule.foreignDays?.from ?? work.context.rules.from
    for index in work.scope {
      let fact = work.claims[index].source
      let isInDays = fact.date?.lies(from: first, until: self.until)
      // Outside its days it does not matter what the fact is.
      if isInDays == false, fact.kind === selection.kind,
        case .unknown = selection.matches(fact, work.context.evidence)
      {
        work.record(index, .passed, inputs: [fact.dateInput], rule)
        continue
      }
      guard work.isSelected(index, by: selection) else { continue }
      switch isInDays {
      case true?: work.settle(index, .failed([fact.dateInput], rule))
      case nil: work.settle(index, .unknown([fact.dateInput.missing]))
      case false?: work.record(index, .passed, inputs: [fact.dateInput], rule)
      }
    }
  }
}

extension Work {
  /// Whether a clause with a selection of its own speaks about a claim; says so where it does not.
  mutating func isSelected(_ index: Int, by selection: Selection) -> Bool {
    let fact = claims[index].source
    guard fact.kind === selection.kind else {
      record(
        index,
        .notApplicable,
        Phrase(
          en: "the clause is about: \(selection.kind.label.en)",
          zh: "本条款针对：\(selection.kind.label.zh)"
        )
      )
      return false
    }
    switch selection.matches(fact, context.evidence) {
    case .yes: return true
    case .unknown(let inputs):
      settle(index, .unknown(inputs))
      return false
    case .no, .otherwise:
      record(
        index,
        .notApplicable,
        Phrase(en: "not among the facts that the clause names", zh: "不属于本条款所列事实")
      )
      return false
    }
  }
}
