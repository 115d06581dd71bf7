import Bilingual
import JSONLines
import Ledger
import Portfolio

/// The most that one enterprise, group, object or fact is paid in a year or for ever.
struct CapPer: Operation {
  enum Period: String, CaseIterable, Sendable {
    case year, lifetime
  }

  static let period = Parameter(
    "period",
    .word("period", Period.year),
    default: .string(Period.year.rawValue),
    Phrase(en: "Over one year, or over all years so far.", zh: "按年度（year）或累计（lifetime）。")
  )
  static let limit = Parameter(
    "limit",
    .measure,
    Phrase(
      en: "The most that is paid: an amount, or a share of a figure such as retained tax.",
      zh: "上限：金额，或留成税收等数据项的比例。"
    )
  )
  static let declaration = OperationDeclaration(
    "capPer",
    .cap,
    Phrase(
      en:
        "Limits the sum of payouts of the clauses that it applies to. Claims are paid in their order "
        + "(clause, day, id); the one that passes the limit is cut, those behind it get nothing. "
        + "Payouts already made count first, those for an object, mark, family or fact to whomever they "
        + "went; what is open takes nothing. \(Reason.limits.en)",
      zh: "限制所适用条款的奖励合计。按条款、日期、编号次序支付，超出部分核减；已支付的先行计入"
        + "（object、mark、family、fact 不论付给何人），待查、待定的不计。\(Reason.limits.zh)"
    ),
    parameters: [
      limit.definition, PayoutSubject.parameter.definition, period.definition,
      PayoutScope.parameter.definition,
    ],
    example: #"{"limit":{"figure":"retainedTax"},"period":"lifetime"}"#,
    Phrase(
      en: "All awards of an enterprise together stay within the tax that the district retains.",
      zh: "同一企业累计奖励不超过其区级税收留成。"
    )
  )

  private let limit: Measure
  private let subject: PayoutSubject
  private let period: Period
  private let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    limit = arguments.required(Self.limit)
    subject = arguments.required(PayoutSubject.parameter)
    period = arguments.required(Self.period)
    earlier = arguments.required(PayoutScope.parameter)
  }

  var figures: [(argument: String, figure: Figure)] {
    limit.figure.map { [("limit", $0)] } ?? []
  }

  var remembers: Bool { period == .lifetime }

  var countsObjects: Bool { subject.isObject }

  func apply(to work: inout Work) throws(Diagnostic) {
    var used: [RecordID: Money] = [:]
    let evidence = work.context.evidence
    let payouts = work.payouts(in: earlier) { subject.keys(of: $0, evidence) }
    for index in work.scope {
      let claim = work.claims[index]
      guard !claim.isCommendation, let applicant = claim.applicant else {
        work.record(index, .notApplicable, Reason.noMoney)
        continue
      }
      guard let key = subject.key(of: claim, by: applicant, evidence) else {
        work.settle(index, .unknown([claim.objectInput]))
        continue
      }
      let result = try work.exactly { () throws(Money.Overflow) in
        try limit.result(claim, work.context)
      }
      let before = if let sum = used[key] { sum } else { try paid(payouts[key] ?? [], work) }
      used[key] = before
      switch result {
      case .missing(let inputs): work.settle(index, .unknown(inputs))
      case .inexact(let floor):
        let total = try work.exactly { () throws(Money.Overflow) in
          try before.adding(claim.worth)
        }
        // What stays below the limit needs no rounding of it.
        if total <= floor {
          used[key] = try work.cap(
            index,
            at: floor,
            before,
            inputs: [],
            Phrase(en: "more than \(floor) yuan", zh: "高于 \(floor) 元")
          )
        } else {
          work.settle(index, .undecided(Reason.inexact))
        }
      case .amount(let most, let inputs, let phrase):
        used[key] = try work.cap(index, at: most, before, inputs: inputs, phrase)
      }
    }
  }

  private func paid(_ payouts: [Payout], _ work: Work) throws(Diagnostic) -> Money {
    try work.sum(
      of: payouts.filter { payout in
        (period == .lifetime || payout.year == work.context.year)
          && work.rule.counts(payout, work.context)
      }
    )
  }
}
