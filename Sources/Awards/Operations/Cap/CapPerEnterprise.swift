import Bilingual
import JSONLines
import Ledger
import Portfolio

/// The most that one enterprise is paid in a year.
struct CapPerEnterprise: Operation {
  static let amount = Parameter(
    "amount",
    .money,
    Phrase(en: "The most that is paid to one enterprise in a year.", zh: "同一企业每年奖励上限。")
  )
  static let sizes = Parameter(
    optional: "sizes",
    .several(.word("size-class", EnterpriseSize.large)),
    Phrase(
      en: "The sizes of enterprises that it limits; all where left out.",
      zh: "所限制企业的规模；缺省为全部。"
    )
  )
  static let towns = Parameter(
    optional: "towns",
    .several(.text),
    Phrase(
      en: "The ids of the towns whose enterprises it limits; all where left out.",
      zh: "所限制企业所属镇区的编号；缺省为全部。"
    )
  )
  static let declaration = OperationDeclaration(
    "capPerEnterprise",
    .cap,
    Phrase(
      en:
        "Limits what one enterprise gets in a year from the clauses that it applies to. Claims are paid "
        + "in their order (clause, day, id); the one that passes the limit is cut, those behind it get "
        + "nothing. Payouts already made for the same year count first, where the clause names others "
        + "only those that came from them. What is open takes nothing. A limit for some sizes or towns leaves "
        + "others alone. \(Reason.limits.en)",
      zh: "限制同一企业每年所得。按条款、日期、编号次序支付，超出部分核减；同年度已支付的先行计入（指明条款的，只计其奖励）；"
        + "待查、待定的不计。只限某些规模或镇区的，不及其他企业。\(Reason.limits.zh)"
    ),
    parameters: [
      amount.definition, sizes.definition, towns.definition, PayoutScope.parameter.definition,
    ],
    example: #"{"amount":"100万元"}"#,
    Phrase(en: "No enterprise gets more than 1,000,000 yuan a year.", zh: "同一企业每年奖励不超过 100 万元。")
  )

  private let amount: Money
  private let sizes: [EnterpriseSize]?
  let towns: [RecordID]?
  private let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    amount = arguments.required(Self.amount)
    sizes = arguments.optional(Self.sizes)
    towns = arguments.optional(Self.towns)?.map { RecordID($0) }
    earlier = arguments.required(PayoutScope.parameter)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    var used = PartyTable<Money>(work.context.evidence.parties)
    var said = LastSaid<Money>()
    // Those of whom it is not known whether they are limited, once that mattered.
    var unsure = PartyTable<Bool>()
    for index in work.scope {
      guard !work.claims[index].isCommendation, let party = work.claims[index].partyNumber else {
        work.record(index, .notApplicable, Reason.noMoney)
        continue
      }
      let reach = reach(to: work.claims[index])
      if case .none(let inputs) = reach {
        work.record(index, .notApplicable, inputs: inputs, Self.isOfOthers)
        continue
      }
      let worth = work.claims[index].worth
      let before =
        if let sum = used[party] { sum } else {
          try paid(party, work)
        }
      let left = try work.exactly { () throws(Money.Overflow) in try amount.subtracting(before) }
      let total = try work.exactly { () throws(Money.Overflow) in try before.adding(worth) }
      let claim = work.claims[index]
      var read: [Input] = []
      if case .limited(let inputs) = reach { read = inputs }
      if case .unsure(let open) = reach, total > amount || unsure[party] == true {
        unsure[party] = true
        work.settle(index, .unknown(open))
        continue
      }
      if total <= amount {
        work.record(
          index,
          .passed,
          inputs: [claim.recipientInput] + read,
          said(
            total,
            Phrase(
              en: "\(total) of at most \(amount) yuan a year",
              zh: "本年累计 \(total) 元，不超过上限 \(amount) 元"
            )
          )
        )
      } else {
        work.reduce(
          index,
          to: max(.zero, left),
          inputs: [claim.recipientInput] + read,
          Phrase(
            en: "\(before) yuan are used of at most \(amount) yuan a year",
            zh: "本年已计 \(before) 元，上限 \(amount) 元"
          )
        )
      }
      used[party] = try work.used(before, index)
    }
  }

  /// Whether an enterprise is one of those that it limits, by what its record tells.
  private enum Reach {
    case limited([Input])
    case none([Input])
    case unsure([Input])
  }

  private func reach(to claim: Claim) -> Reach {
    guard sizes != nil || towns != nil else { return .limited([]) }
    guard let recipient = claim.recipientRecord else { return .unsure([claim.recipientInput]) }
    var asked: [(isNamed: Bool?, input: Input)] = []
    if let sizes {
      let isNamed = recipient[Enterprise.size].map(sizes.contains)
      asked.append((isNamed, Input(recipient, Enterprise.size)))
    }
    if let towns {
      if recipient[Enterprise.town] == nil, let area = recipient[Enterprise.area],
        Self.isOutside(area, towns)
      {
        return .none([Input(recipient, Enterprise.area)])
      }
      let isNamed = recipient[Enterprise.town].map(towns.contains)
      asked.append((isNamed, Input(recipient, Enterprise.town)))
    }
    if let other = asked.first(where: { $0.isNamed == false }) { return .none([other.input]) }
    let open = asked.filter { $0.isNamed == nil }.map(\.input.missing)
    return open.isEmpty ? .limited(asked.map(\.input)) : .unsure(open)
  }

  /// Whether the code of a place of registration is none in which one of some towns lies.
  private static func isOutside(_ area: String, _ towns: [RecordID]) -> Bool {
    area.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && !towns.contains { $0.text.utf8.starts(with: area.utf8) }
  }

  private static let isOfOthers = Phrase(
    en: "limits enterprises of other sizes or towns",
    zh: "只限制其他规模或镇区的企业"
  )

  private func paid(_ party: Int, _ work: Work) throws(Diagnostic) -> Money {
    guard work.context.evidence.hasPayouts else { return .zero }
    let recipient = work.context.evidence.parties[party].id
    let payouts = work.payouts(of: recipient, in: earlier).filter { payout in
      payout.year == work.context.year && work.rule.counts(payout, work.context)
    }
    return try work.exactly { () throws(Money.Overflow) in
      var sum = Money.zero
      for payout in payouts { sum = try sum.adding(payout.amount) }
      return sum
    }
  }
}
