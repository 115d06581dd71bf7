import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What a title is worth to a holder who was paid for a lower tier.
struct Upgrade: Operation {
  enum Mode: String, CaseIterable, Sendable {
    case full, difference
  }
  enum Group: String, CaseIterable, Sendable {
    case enterprise, brand
  }

  static let mode = Parameter(
    "mode",
    .word("mode", Mode.full),
    Phrase(
      en:
        "full: the whole amount again; difference: less what was paid for lower tiers, never below "
        + "nothing.",
      zh: "full 全额奖励；difference 扣除低级别已奖励金额（补差），不为负。"
    )
  )
  static let per = Parameter(
    "per",
    .word("group", Group.enterprise),
    default: .string(Group.enterprise.rawValue),
    Phrase(
      en: "Whose earlier payouts are deducted: the enterprise's, or only those for the same brand.",
      zh: "扣除范围：同一企业（enterprise）或仅同一品牌（brand）。"
    )
  )
  static let declaration = OperationDeclaration(
    "upgrade",
    .combine,
    Phrase(
      en:
        "Says what a title is worth after a lower one was paid. Lower titles of the same round that "
        + "were won no later count as paid. No payout is deducted twice in a round: what a title deducts "
        + "goes on with it.",
      zh: "低级别已奖励后又获更高级别荣誉如何奖励。同轮中不晚于其获得的低级别奖励视为已支付；同轮不重复扣除，"
        + "已扣除的随该荣誉计入更高级别的扣除。"
    ),
    parameters: [mode.definition, per.definition, PaymentScope.parameter.definition],
    example: #"{"mode":"difference","per":"brand"}"#,
    Phrase(
      en:
        "A brand paid 100,000 at the provincial tier gets 400,000 of 500,000 at the national one.",
      zh: "品牌省级已奖 10 万元的，升为国家级（50 万元）补差 40 万元。"
    )
  )

  private let mode: Mode
  private let per: Group
  private let earlier: PaymentScope

  init(_ arguments: inout Arguments) {
    mode = arguments.required(Self.mode)
    per = arguments.required(Self.per)
    earlier = arguments.required(PaymentScope.parameter)
  }

  /// Something paid to a recipient at a tier, that a higher title may deduct.
  private struct Credit {
    let level: BrandLevel
    let object: RecordID?
    let amount: Money
    let input: Input
    /// Where its brand should stand.
    let objectInput: Input
    /// The claim of this round that it comes from, where that is still open.
    var open: Int?
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    guard mode == .difference else {
      for index in work.scope {
        work.record(
          index,
          .passed,
          Phrase(en: "paid in full whatever was paid for lower tiers", zh: "升级全额奖励，不扣除低级别奖励")
        )
      }
      return
    }
    var credits: [RecordID: [Credit]] = [:]
    let lowerFirst = { (a: Claim, b: Claim) in a.levelRank < b.levelRank }
    try work.titlesByDay(lowerFirst) { (work, index, recipient, level) throws(Diagnostic) in
      var pool = credits[recipient] ?? paid(recipient, work)
      let claim = work.claims[index]
      if claim.outcome == .eligible { try apply(to: index, level, &pool, &work) }
      let after = work.claims[index]
      if after.competes {
        pool.append(
          Credit(
            level: level,
            object: claim.object,
            // What this title stands for is its full worth, whatever was deducted.
            amount: claim.worth,
            input: claim.source.dateInput,
            objectInput: claim.objectInput,
            open: after.isOpen ? index : nil
          )
        )
      }
      credits[recipient] = pool
    }
  }

  /// What was paid in earlier rounds.
  private func paid(_ recipient: RecordID, _ work: Work) -> [Credit] {
    work.payments(to: recipient, in: earlier).compactMap { payment in
      payment.level.map { level in
        Credit(
          level: level,
          object: payment.object,
          amount: payment.amount,
          input: payment.input,
          objectInput: Input(payment.id, Award.object.definition.name, nil)
        )
      }
    }
  }

  /// Whether a credit is for the same brand as a claim; `nil` where one of the two is not known.
  private func concerns(_ credit: Credit, _ claim: Claim) -> Bool? {
    guard per == .brand else { return true }
    guard let object = credit.object, let own = claim.object else { return nil }
    return object == own
  }

  private func apply(
    to index: Int,
    _ level: BrandLevel,
    _ pool: inout [Credit],
    _ work: inout Work
  ) throws(Diagnostic) {
    let claim = work.claims[index]
    let lower = pool.filter { $0.level.rank < level.rank && concerns($0, claim) != false }
    guard !lower.isEmpty else {
      work.record(
        index,
        .notApplicable,
        Phrase(en: "nothing was paid for a lower tier", zh: "低级别未曾奖励")
      )
      return
    }
    let inputs = lower.map(\.input)
    if let nameless = lower.first(where: { concerns($0, claim) == nil }) {
      work.settle(index, .unknown([claim.object == nil ? claim.objectInput : nameless.objectInput]))
      return
    }
    if let open = lower.compactMap(\.open).first {
      work.hold(index, behind: open)
      return
    }
    let deducted = try work.exactly { () throws(Money.Overflow) in
      var sum = Money.zero
      for credit in lower { sum = try sum.adding(credit.amount) }
      return sum
    }
    let rest = try work.exactly { () throws(Money.Overflow) in
      try claim.worth.subtracting(deducted)
    }
    pool.removeAll { $0.level.rank < level.rank && concerns($0, claim) == true }
    if rest <= .zero {
      // The title brings nothing of its own, but what it took up must not be lost to a higher one.
      pool.append(
        Credit(
          level: level,
          object: claim.object,
          amount: deducted,
          input: claim.source.dateInput,
          objectInput: claim.objectInput
        )
      )
    }
    work.reduce(
      index,
      to: max(.zero, rest),
      inputs: inputs,
      Phrase(
        en: "\(claim.worth) yuan less \(deducted) yuan paid for lower tiers",
        zh: "\(claim.worth) 元扣除低级别已奖励 \(deducted) 元"
      )
    )
  }
}
