import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What a title is worth to a holder who was paid for a lower tier.
struct Upgrade: Operation {
  enum Mode: String, CaseIterable, Sendable {
    case full, difference, deductPaid
  }
  enum Downgrade: String, CaseIterable, Sendable {
    case pay, none
  }
  enum Class: String, CaseIterable, Sendable {
    case any, family
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
        + "nothing; deductPaid: less what was paid for titles of any tier.",
      zh: "full 全额奖励；difference 扣除低级别已奖励金额（补差），不为负；deductPaid 扣除各级别已奖励金额。"
    )
  )
  static let per = Parameter(
    "per",
    .word("group", Group.enterprise),
    default: .string(Group.enterprise.rawValue),
    Phrase(
      en:
        "Whose earlier payouts are deducted: the enterprise's (enterprise), or only those for the same "
        + "brand, to whomever they went (brand).",
      zh: "扣除范围：同一企业（enterprise）或仅同一品牌，不论付给何人（brand）。"
    )
  )
  static let downgrade = Parameter(
    "downgrade",
    .word("downgrade", Downgrade.pay),
    default: .string(Downgrade.pay.rawValue),
    Phrase(
      en: "Whether a title is paid after a higher one was (pay), or not (none).",
      zh: "高级别已奖励后又获低级别的：pay 仍奖励，none 不奖励。"
    )
  )
  static let within = Parameter(
    "class",
    .word("class", Class.any),
    default: .string(Class.any.rawValue),
    Phrase(
      en: "Whether all titles are compared (any), or only those of one family (family).",
      zh: "比较全部荣誉（any），或仅比较同类荣誉（family）。"
    )
  )
  static let declaration = OperationDeclaration(
    "upgrade",
    .combine,
    Phrase(
      en:
        "Says what a title is worth after a lower one was paid. Lower titles of the same round that "
        + "were won no later count with what they get in the end, after caps and budget; where no amounts "
        + "fit together, people decide. No payout is deducted twice in a round: what a title deducts goes "
        + "on with it. \(Reason.unordered.en)",
      zh: "低级别已奖励后又获更高级别荣誉如何奖励。同轮中不晚于其获得的低级别荣誉，按封顶、预算之后的最终所得计；"
        + "金额相互牵制无法确定的，待定。同轮不重复扣除，已扣除的随该荣誉计入更高级别的扣除。"
        + Reason.unordered.zh
    ),
    parameters: [
      mode.definition, per.definition, within.definition, downgrade.definition,
      PayoutScope.parameter.definition,
    ],
    example: #"{"mode":"difference","per":"brand"}"#,
    Phrase(
      en:
        "A brand paid 100,000 at the provincial tier gets 400,000 of 500,000 at the national one.",
      zh: "品牌省级已奖 10 万元的，升为国家级（50 万元）补差 40 万元。"
    )
  )

  private let mode: Mode
  let per: Group
  private let within: Class
  private let downgrade: Downgrade
  let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    mode = arguments.required(Self.mode)
    per = arguments.required(Self.per)
    within = arguments.required(Self.within)
    downgrade = arguments.required(Self.downgrade)
    earlier = arguments.required(PayoutScope.parameter)
  }

  private static let unsettled = Phrase(
    en: "what lower titles get hangs on what this one gets, and no amounts fit together",
    zh: "低级别所得与本项金额相互牵制，无法确定"
  )
  private static let inFull = Phrase(
    en: "paid in full whatever was paid for lower tiers",
    zh: "升级全额奖励，不扣除低级别奖励"
  )

  var remembers: Bool { mode != .full || downgrade == .none }

  var settlesAlone: Bool { true }

  func apply(to work: inout Work) throws(Diagnostic) {
    if mode == .full, downgrade == .pay {
      // No amount hangs on a tier then, so nothing waits for one that is not known.
      for index in work.scope { work.record(index, .passed, Self.inFull) }
      return
    }
    var credits = Credits(byBrand: per == .brand)
    credits.append(paid(work))
    let lowerFirst = { (a: Claim, b: Claim) in a.levelRank < b.levelRank }
    try work.titlesByDay(byBrand: per == .brand, lowerFirst) {
      (work, index, recipient, level, peers) throws(Diagnostic) in
      let claim = work.claims[index]
      let isEligible = claim.outcome == .eligible
      let deducted = isEligible ? try apply(to: index, level, peers, &credits, &work) : .zero
      let title = title(index, work)
      guard title != nil || deducted > .zero else { return }
      credits.append(
        Credit(
          level: level,
          facts: claim.facts,
          recipient: recipient,
          object: claim.object,
          // What it took up goes on with it, whether it brings something of its own or not.
          amount: try work.exactly { () throws(Money.Overflow) in
            try deducted.adding(title?.amount ?? .zero)
          },
          input: claim.source.dateInput,
          objectInput: claim.objectInput,
          title: title
        )
      )
    }
  }

  /// What a title gets: as it came out when all clauses were carried out, else as it stands here.
  private func title(_ index: Int, _ work: Work) -> Credit.Title? {
    let claim = work.claims[index]
    guard claim.competes else { return nil }
    guard !claim.isOpen, let end = work.context.settlements[index] else {
      return Credit.Title(index: index, amount: claim.worth, isOpen: claim.isOpen)
    }
    return Credit.Title(index: index, amount: end.amount, isOpen: end.isOpen)
  }

  /// What was paid in earlier rounds; a payout without a tier was for no title.
  private func paid(_ work: Work) -> [Credit] {
    guard work.context.evidence.hasPayouts else { return [] }
    return work.context.evidence.allPayouts.compactMap { payout in
      guard let level = payout.level, work.counts(payout, in: earlier) else { return nil }
      return Credit(
        level: level,
        facts: payout.facts,
        recipient: payout.applicant,
        object: payout.object,
        amount: payout.amount,
        input: payout.input,
        objectInput: Input(payout.id, Award.object.definition.name, nil),
        payout: payout
      )
    }
  }

  /// Whether the clause deducts what was paid at a tier from a title of another.
  private func isDeducted(_ rank: Int, from level: BrandLevel) -> Bool {
    mode == .deductPaid || rank < level.rank
  }

  /// Whether it matters to a title if another one came before it: by what that brings, or by what it takes.
  private func matters(_ other: Claim, to claim: Claim, deducting: Bool, _ work: Work) -> Bool {
    guard other.competes, let level = claim.level, let theirs = other.level,
      concerns(other.facts, other.object, claim, work) != false
    else { return false }
    return isWeighed(theirs.rank, against: level) || deducting && mode != .full
  }

  /// Whether a credit is for the same brand and class as a claim; `nil` where one is not known.
  private func concerns(_ credit: Credit, _ claim: Claim, _ work: Work) -> Bool? {
    concerns(credit.facts, credit.object, claim, work)
  }

  private func concerns(
    _ facts: [RecordID],
    _ object: RecordID?,
    _ claim: Claim,
    _ work: Work
  ) -> Bool? {
    var answers: [Bool?] = []
    if within == .family {
      let evidence = work.context.evidence
      let family = evidence.family(ofFact: claim.source.id)
      let other = facts.lazy.compactMap { evidence.family(ofFact: $0) }.first
      answers.append(other.flatMap { theirs in family.map { $0 == theirs } })
    }
    if per == .brand {
      answers.append(object.flatMap { theirs in claim.object.map { $0 == theirs } })
    }
    // What differs in one respect is another one, whatever is not known of the other.
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  /// What has to be known to say whether a credit is for the same brand and class as a claim.
  private func missing(_ credit: Credit, _ claim: Claim, _ work: Work) -> Input {
    if per == .brand, claim.object == nil { return claim.objectInput }
    if per == .brand, credit.object == nil { return credit.objectInput }
    let scheme = work.context.evidence.scheme(ofFact: claim.source.id)
    return Input(scheme ?? claim.source.id, Scheme.family.definition.name, nil)
  }

  private func apply(
    to index: Int,
    _ level: BrandLevel,
    _ peers: [Int],
    _ credits: inout Credits,
    _ work: inout Work
  ) throws(Diagnostic) -> Money {
    if work.context.settlements.unsettled.contains(index) {
      work.settle(index, .undecided(Self.unsettled))
      return .zero
    }
    let claim = work.claims[index]
    let related = credits.kin(of: claim).filter { credit in
      concerns(credit, claim, work) != false
        && credit.payout.map { work.rule.counts($0, work.context) } ?? true
        && credit.title.map { work.isOrdered($0.index, index) } ?? true
    }
    work.reliances += related.filter { isWeighed($0.rank, against: level) }.compactMap(\.title).map
    {
      Reliance(title: $0.index, amount: $0.amount, isOpen: $0.isOpen, dependent: index)
    }
    // What came to nothing was not paid.
    let counted = related.filter { $0.open != nil || $0.amount > .zero }
    let above = downgrade == .none ? counted.filter { $0.rank > level.rank } : []
    // One that was surely paid decides, whatever is open beside it.
    let paid = above.first { $0.open == nil && concerns($0, claim, work) == true }
    let lower = counted.filter { isDeducted($0.rank, from: level) }
    let unordered = work.firstUnordered(with: index, among: peers) { other in
      matters(other, to: claim, deducting: !lower.isEmpty, work)
    }
    if paid == nil, let unordered {
      work.leaveUnordered(index, with: unordered)
      return .zero
    }
    if let higher = paid ?? above.first {
      deny(index, after: higher, isSure: concerns(higher, claim, work) == true, &work)
      return .zero
    }
    guard !lower.isEmpty else {
      work.record(
        index,
        .notApplicable,
        Phrase(en: "nothing was paid for a lower tier", zh: "低级别未曾奖励")
      )
      return .zero
    }
    return try deduct(lower, from: index, &credits, &work)
  }

  /// Takes what was paid for lower tiers off what a title gets; the result is what was taken off.
  private func deduct(
    _ lower: [Credit],
    from index: Int,
    _ credits: inout Credits,
    _ work: inout Work
  ) throws(Diagnostic) -> Money {
    let claim = work.claims[index]
    let inputs = lower.map(\.input)
    guard mode != .full else {
      work.record(index, .passed, inputs: inputs, Self.inFull)
      return .zero
    }
    if let nameless = lower.first(where: { concerns($0, claim, work) == nil }) {
      work.settle(index, .unknown([missing(nameless, claim, work)]))
      return .zero
    }
    if let open = lower.compactMap(\.open).first {
      wait(index, for: open, &work)
      return .zero
    }
    let deducted = try work.exactly { () throws(Money.Overflow) in
      var sum = Money.zero
      for credit in lower { sum = try sum.adding(credit.amount) }
      return sum
    }
    let rest = try work.exactly { () throws(Money.Overflow) in
      try claim.worth.subtracting(deducted)
    }
    credits.take(lower)
    work.reduce(
      index,
      to: max(.zero, rest),
      inputs: inputs,
      Phrase(
        en: "\(claim.worth) yuan less \(deducted) yuan paid for "
          + (mode == .deductPaid ? "earlier titles" : "lower tiers"),
        zh: "\(claim.worth) 元扣除\(mode == .deductPaid ? "" : "低级别")已奖励 \(deducted) 元"
      )
    )
    return deducted
  }

  /// Whether what a title gets hangs on what one of another tier gets.
  private func isWeighed(_ rank: Int, against level: BrandLevel) -> Bool {
    mode != .full && isDeducted(rank, from: level) || downgrade == .none && rank > level.rank
  }

  /// Makes a title wait for another one that is open, here or when all clauses are carried out.
  private func wait(_ index: Int, for rival: Int, _ work: inout Work) {
    guard !work.claims[rival].isOpen, let end = work.context.settlements[rival] else {
      work.hold(index, behind: rival)
      return
    }
    work.settle(index, end.judgement(of: work.claims[rival].id))
  }

  /// Pays nothing after a higher tier was paid.
  private func deny(_ index: Int, after higher: Credit, isSure: Bool, _ work: inout Work) {
    guard isSure else {
      work.settle(index, .unknown([missing(higher, work.claims[index], work)]))
      return
    }
    if let open = higher.open {
      wait(index, for: open, &work)
      return
    }
    // Capturing the credit itself breaks the optimiser of Swift 6.3.1.
    let inputs = [higher.input]
    work.reduce(
      index,
      to: .zero,
      inputs: inputs,
      Phrase(en: "a higher tier was paid before", zh: "高级别已奖励，低级别不再奖励")
    )
  }
}
