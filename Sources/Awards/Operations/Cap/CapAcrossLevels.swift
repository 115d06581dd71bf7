import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A share of the official fees that all payers together may pay.
struct CapAcrossLevels: Operation {
  static let rate = Parameter(
    "rate",
    .rate,
    Phrase(en: "The share of the official fees.", zh: "占官方规定费用的比例。")
  )
  static let fees = Parameter(
    optional: "fees",
    .several(.word("fee", ExpenseCategory.filing)),
    Phrase(
      en:
        "Which official fees count, such as those for filing and registration; all where left out.",
      zh: "计入的官方规定费用，如申请费、登记费；缺省为全部。"
    )
  )
  static let kinds: [FactKind] = [.patent, .trademark, .expense]
  static let declaration = OperationDeclaration(
    "capAcrossLevels",
    .cap,
    Phrase(
      en:
        "Limits what payers of all levels together give for one patent or mark to a share of the "
        + "official fees paid for it, taken from its vouchers. A share of a fen is not paid.",
      zh: "各级支付方对同一专利、商标的奖励合计不超过其官方规定费用的一定比例，费用取自票据；不足一分的舍去。"
    ),
    parameters: [rate.definition, fees.definition] + Selection.parameters(of: kinds),
    example: #"{"facts":"patent","rate":"50%","fees":["filing","registration"]}"#,
    Phrase(
      en: "All levels together pay at most half of the official fees for getting a patent.",
      zh: "各级资助合计不超过获得专利权所缴官方费用的 50%。"
    )
  )

  private let rate: Rate
  private let fees: [ExpenseCategory]?
  private let selection: Selection

  init(_ arguments: inout Arguments) {
    rate = arguments.required(Self.rate)
    fees = arguments.optional(Self.fees)
    selection = Selection(&arguments, of: Self.kinds)
  }

  var remembers: Bool { true }

  func apply(to work: inout Work) throws(Diagnostic) {
    var used: [RecordID: Money] = [:]
    for index in work.scope {
      let claim = work.claims[index]
      guard !claim.isCommendation, work.isSelected(index, by: selection) else { continue }
      guard let object = claim.object else {
        work.settle(index, .unknown([claim.objectInput]))
        continue
      }
      let reading = try work.exactly { () throws(Money.Overflow) in
        try work.context.officialFees(claim, of: fees)
      }
      guard case .value(let fen, let inputs) = reading else {
        if case .missing(let places) = reading { work.settle(index, .unknown(places)) }
        continue
      }
      let down = Rounding(unit: Money(fen: 1), direction: .down)
      guard let most = rate.share(of: Money(fen: fen), down) else { throw work.rule.overflow }
      let before: Money
      if let sum = used[object] {
        before = sum
      } else {
        let payments = work.context.evidence.payments(about: object)
        before = try work.sum(of: payments.filter { work.counts($0, in: .all) })
      }
      used[object] = try work.cap(
        index,
        at: most,
        before,
        inputs: inputs,
        Phrase(
          en: "\(most) yuan, \(rate) of official fees of \(Money(fen: fen)) yuan over all payers",
          zh: "官方费用 \(Money(fen: fen)) 元的 \(rate)，即 \(most) 元（各级合计）"
        )
      )
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
