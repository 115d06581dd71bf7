import Bilingual
import JSONLines
import Ledger
import Portfolio

/// The most that one enterprise, group, object or fact is paid in a year or for ever.
struct CapPer: Operation {
  enum Subject: String, CaseIterable, Sendable {
    case enterprise, group, object, mark, family, fact
  }
  enum Period: String, CaseIterable, Sendable {
    case year, lifetime
  }

  static let subject = Parameter(
    "subject",
    .word("subject", Subject.enterprise),
    default: .string(Subject.enterprise.rawValue),
    Phrase(
      en:
        "Whose payouts are summed up: the applicant's (enterprise), those of its whole group (group), "
        + "those for one brand, mark or patent (object), for the same mark of one owner whatever its "
        + "numbers (mark), for one patent family (family), or for one fact (fact).",
      zh:
        "合计范围：同一申报单位（enterprise）、同一集团（group）、同一品牌商标专利（object）、同一注册人的同一商标（mark）、同族专利（family）、同一事实（fact）。"
    )
  )
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
        + "went; what is open takes nothing.",
      zh: "限制所适用条款的奖励合计。按条款、日期、编号次序支付，超出部分核减；已支付的先行计入"
        + "（object、mark、family、fact 不论付给何人），待查、待定的不计。"
    ),
    parameters: [
      limit.definition, subject.definition, period.definition, PaymentScope.parameter.definition,
    ],
    example: #"{"limit":{"figure":"retainedTax"},"period":"lifetime"}"#,
    Phrase(
      en: "All awards of an enterprise together stay within the tax that the district retains.",
      zh: "同一企业累计奖励不超过其区级税收留成。"
    )
  )

  private let limit: Measure
  private let subject: Subject
  private let period: Period
  private let earlier: PaymentScope

  init(_ arguments: inout Arguments) {
    limit = arguments.required(Self.limit)
    subject = arguments.required(Self.subject)
    period = arguments.required(Self.period)
    earlier = arguments.required(PaymentScope.parameter)
  }

  var figures: [(argument: String, figure: Figure)] {
    limit.figure.map { [("limit", $0)] } ?? []
  }

  var remembers: Bool { period == .lifetime }

  func apply(to work: inout Work) throws(Diagnostic) {
    var used: [RecordID: Money] = [:]
    let evidence = work.context.evidence
    let payments = work.payments(in: earlier) { keys($0, evidence) }
    for index in work.scope {
      let claim = work.claims[index]
      guard !claim.isCommendation, let applicant = claim.applicant else {
        work.record(index, .notApplicable, Reason.noMoney)
        continue
      }
      guard let key = key(claim, applicant, work) else {
        work.settle(index, .unknown([claim.objectInput]))
        continue
      }
      let result = try work.exactly { () throws(Money.Overflow) in
        try limit.result(claim, work.context)
      }
      let before = if let sum = used[key] { sum } else { try paid(payments[key] ?? [], work) }
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

  private func key(_ claim: Claim, _ applicant: RecordID, _ work: Work) -> RecordID? {
    switch subject {
    case .enterprise: applicant
    case .group: work.context.evidence.group(of: applicant)
    case .object: claim.object
    case .mark: claim.object.map { work.context.evidence.mark($0) }
    case .family: claim.object.map { work.context.evidence.family($0) }
    case .fact: claim.source.id
    }
  }

  /// Whose, or what for, an earlier payout was.
  private func keys(_ payment: Payment, _ evidence: Evidence) -> [RecordID] {
    let applicant = payment.applicant
    switch subject {
    case .enterprise: return [applicant]
    case .group:
      let head = evidence.group(of: applicant)
      return head == applicant ? [head] : [head, applicant]
    case .object: return payment.objects
    case .mark: return payment.objects.map(evidence.mark)
    case .family: return payment.objects.map(evidence.family)
    case .fact: return payment.facts
    }
  }

  private func paid(_ payments: [Payment], _ work: Work) throws(Diagnostic) -> Money {
    try work.sum(
      of: payments.filter { payment in
        (period == .lifetime || payment.year == work.context.year)
          && work.rule.counts(payment, work.context)
      }
    )
  }
}

extension Work {
  /// Cuts a claim at what is left below a limit, and returns what is used up afterwards.
  mutating func cap(
    _ index: Int,
    at most: Money,
    _ before: Money,
    inputs: [Input],
    _ limit: Phrase
  ) throws(Diagnostic) -> Money {
    let worth = claims[index].worth
    let (left, total) = try exactly { () throws(Money.Overflow) in
      (try most.subtracting(before), try before.adding(worth))
    }
    if total <= most {
      record(
        index,
        .passed,
        inputs: inputs,
        Phrase(
          en: "\(total) yuan in all; the limit is \(limit.en)",
          zh: "累计 \(total) 元，上限为\(limit.zh)"
        )
      )
      return total
    }
    reduce(
      index,
      to: max(.zero, left),
      inputs: inputs,
      Phrase(
        en: "\(before) yuan are used; the limit is \(limit.en)",
        zh: "已计 \(before) 元，上限为\(limit.zh)"
      )
    )
    return max(before, most)
  }

  func sum(of payments: some Sequence<Payment>) throws(Diagnostic) -> Money {
    var sum = Money.zero
    for payment in payments {
      sum = try exactly { () throws(Money.Overflow) in try sum.adding(payment.amount) }
    }
    return sum
  }
}
