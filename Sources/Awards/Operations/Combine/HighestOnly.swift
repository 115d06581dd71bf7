import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Of several awards of a year only the highest.
struct HighestOnly: Operation {
  enum Group: String, CaseIterable, Sendable {
    case enterprise, brand, `class`
  }
  enum Order: String, CaseIterable, Sendable {
    case amount, level
  }

  static let per = Parameter(
    "per",
    .word("group", Group.enterprise),
    Phrase(
      en:
        "Whose awards of one year are compared: those of one enterprise (enterprise), or those of "
        + "one enterprise for the same brand, mark or patent (brand), or for titles of the same family "
        + "(class).",
      zh: "比较范围：同一年度同一企业（enterprise），同一企业同一品牌、商标、专利（brand），或同一企业同类荣誉（class）。"
    )
  )
  static let by = Parameter(
    "by",
    .word("order", Order.amount),
    default: .string(Order.amount.rawValue),
    Phrase(
      en:
        "What is highest: the largest amount, of equal ones the higher tier (amount), or the higher "
        + "tier, within one tier the larger amount (level).",
      zh: "何为最高：金额最高，相同取级别高者（amount）；级别最高，同级取金额高者（level）。"
    )
  )
  static let declaration = OperationDeclaration(
    "highestOnly",
    .combine,
    Phrase(
      en:
        "Pays only the highest of several awards of one year among the clauses that it applies to; of "
        + "equal ones the earlier claim is kept. What was already paid for the year, as under a policy that "
        + "was replaced within it, or was published before a higher one was found, is taken off. Where one "
        + "that may be higher is not yet known or decided, "
        + "also one whose amount or tier is not known, the lower ones wait for it; an equal one that is "
        + "open holds nothing up. With brand, an award whose brand is not known waits where a higher one of "
        + "the enterprise competes, and those below it wait for it; with class so do titles whose scheme "
        + "has no family, among titles. \(Reason.nextTakesPlace.en)",
      zh: "所适用条款中，同一年度多项奖励只取最高一项，相同的取在先者；本年度已支付的（例如年内被替代的政策支付的，或更高一项发现前已公示的）予以扣除。"
        + "可能更高的一项尚待查或待定（包括金额或级别不明）的，较低项等待其结果；相同的待定项不影响。按品牌比较时，品牌不详的，"
        + "有更高项则等待，低于它的也等待其结果；按类比较时，荣誉项目未注明类别的，在各项荣誉之间亦同。\(Reason.nextTakesPlace.zh)"
    ),
    parameters: [per.definition, by.definition, PayoutScope.parameter.definition],
    example: #"{"per":"brand","by":"level"}"#,
    Phrase(
      en: "A brand that wins titles of several tiers in a year is paid for the highest.",
      zh: "同一品牌同一年度获得多级荣誉的，按最高级别奖励。"
    )
  )

  private let per: Group
  private let by: Order
  private let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    per = arguments.required(Self.per)
    by = arguments.required(Self.by)
    earlier = arguments.required(PayoutScope.parameter)
  }

  var weighing: Weighing { .prefers }

  func apply(to work: inout Work) throws(Diagnostic) {
    var recipients: [RecordID] = []
    var groups: [RecordID: [Int]] = [:]
    for index in work.governed {
      let claim = work.claims[index]
      guard claim.competes, let recipient = claim.recipient else { continue }
      if groups[recipient] == nil { recipients.append(recipient) }
      groups[recipient, default: []].append(index)
    }
    for recipient in recipients { try compare(groups[recipient] ?? [], recipient, &work) }
    for index in work.scope where work.claims[index].isCommendation {
      work.record(index, .notApplicable, Reason.noMoney)
    }
  }

  /// Walks one recipient's claims from the highest down.
  private func compare(
    _ indices: [Int],
    _ recipient: RecordID,
    _ work: inout Work
  ) throws(Diagnostic) {
    let ranked = indices.sorted { i, j in
      ranksAbove(work.claims[i], i, work.claims[j], j, work.context.evidence)
    }
    let payouts = work.payouts(of: recipient, in: earlier).filter { payout in
      payout.year == work.context.year && work.rule.counts(payout, work.context)
    }
    // The first claim of each object that is sure, that is open, and the first without an object.
    var sure: [RecordID: Int] = [:]
    var open: [RecordID: Int] = [:]
    var nameless: Int?
    var first: Int?
    for index in ranked {
      let claim = work.claims[index]
      let object = group(claim, work.context.evidence)
      var isSure = claim.outcome == .eligible
      if isSure {
        if by == .level, claim.level == nil,
          let tier = claim.tierInput(work.context.evidence),
          ranked.count > 1 || !payouts.isEmpty
        {
          work.settle(index, .unknown([tier.missing]))
          isSure = false
        } else if let winner = object.flatMap({ sure[$0] }) {
          fail(index, against: winner, &work)
        } else if let object {
          if let rival = open[object] {
            work.hold(
              index,
              behind: rival,
              extra: tier(of: work.claims[rival], work.context.evidence)
            )
          } else if let nameless, mayBeNameless(claim) {
            let rival = work.claims[nameless]
            work.hold(index, behind: nameless, extra: [place(rival, work.context.evidence)])
          } else {
            try pass(index, object, payouts, among: indices.count, &work)
          }
        } else if let first {
          work.hold(index, behind: first, extra: [place(claim, work.context.evidence)])
        } else if payouts.isEmpty {
          try pass(index, nil, [], among: indices.count, &work)
        } else {
          work.settle(index, .unknown([place(claim, work.context.evidence)]))
        }
      }
      if mayBeNameless(claim) { first = first ?? index }
      guard let object else {
        nameless = nameless ?? index
        continue
      }
      if isSure {
        sure[object] = sure[object] ?? index
      } else {
        open[object] = open[object] ?? index
      }
    }
  }

  /// What a claim competes for within its recipient; `nil` where the ledger does not tell.
  private func group(_ claim: Claim, _ evidence: Evidence) -> RecordID? {
    switch per {
    case .enterprise: RecordID("")
    case .brand: claim.object
    case .class where claim.source.kind === FactKind.recognition:
      evidence.family(ofFact: claim.source.id).map { RecordID($0.rawValue) }
    case .class: RecordID("\n\(claim.source.kind.name)")
    }
  }

  /// What a payout was for, in the same sense.
  private func group(_ payout: Payout, _ evidence: Evidence) -> RecordID? {
    switch per {
    case .enterprise: return RecordID("")
    case .brand: return payout.object
    case .class:
      for fact in payout.facts {
        if let family = evidence.family(ofFact: fact) { return RecordID(family.rawValue) }
        let kinds = FactKind.all.dropFirst()
        if let kind = kinds.first(where: { evidence.fact(fact, of: $0) != nil }) {
          return RecordID("\n\(kind.name)")
        }
      }
      return nil
    }
  }

  /// Whether it may be of the group of a claim of which that is not known: only titles are of a family.
  private func mayBeNameless(_ claim: Claim) -> Bool {
    per != .class || claim.source.kind === FactKind.recognition
  }

  /// Where that should stand.
  private func place(_ claim: Claim, _ evidence: Evidence) -> Input {
    guard per == .class else { return claim.objectInput }
    return claim.source.scheme(evidence).map { Input($0, Scheme.family).missing }
      ?? Input(claim.source.id, Recognition.scheme.definition.name, nil)
  }

  /// Where the tier of a rival should stand, if that is what keeps others waiting.
  private func tier(of rival: Claim, _ evidence: Evidence) -> [Input] {
    guard by == .level, rival.level == nil, let tier = rival.tierInput(evidence) else { return [] }
    return [tier.missing]
  }

  /// Pays the highest of its group, less what was paid for the year before this round.
  private func pass(
    _ index: Int,
    _ object: RecordID?,
    _ payouts: [Payout],
    among count: Int,
    _ work: inout Work
  ) throws(Diagnostic) {
    let evidence = work.context.evidence
    let related = payouts.filter { group($0, evidence).map { $0 == object } ?? true }
    guard !related.isEmpty else {
      work.record(
        index,
        .passed,
        count == 1
          ? Phrase(en: "no other award of the year competes", zh: "本年无其他奖励与之竞合")
          : Phrase(
            en: "the highest of its group among \(count, of: "award") of the year",
            zh: "本年 \(count) 项中同组最高"
          )
      )
      return
    }
    let nameless = related.filter { group($0, evidence) == nil }
    guard nameless.isEmpty else {
      let field = per == .class ? Award.facts.definition.name : Award.object.definition.name
      work.settle(index, .unknown(nameless.map { Input($0.id, field, nil) }))
      return
    }
    let claim = work.claims[index]
    let isBelow = by == .level && related.contains { ($0.level?.rank ?? 0) > claim.levelRank }
    let paid = try work.sum(of: related)
    let rest = try work.exactly { () throws(Money.Overflow) in try claim.worth.subtracting(paid) }
    work.reduce(
      index,
      to: isBelow ? .zero : max(.zero, rest),
      inputs: related.map(\.input),
      Phrase(
        en: "only the highest is paid: \(paid) yuan were paid for the year",
        zh: "只奖励最高一项：本年度已支付 \(paid) 元"
      )
    )
  }

  private func fail(_ index: Int, against winner: Int, _ work: inout Work) {
    let other = work.claims[winner]
    work.giveWay(
      index,
      to: winner,
      Phrase(
        en: "only the highest is paid: \(other.id) with \(other.worth) yuan",
        zh: "只奖励最高一项：\(other.id)（\(other.worth) 元）"
      )
    )
  }

  private func ranksAbove(
    _ a: Claim,
    _ i: Int,
    _ b: Claim,
    _ j: Int,
    _ evidence: Evidence
  ) -> Bool {
    switch by {
    case .amount:
      if a.ceiling != b.ceiling { return a.ceiling > b.ceiling }
      if a.level != b.level { return a.levelRank > b.levelRank }
    case .level:
      let (x, y) = (rank(a, evidence), rank(b, evidence))
      if x != y { return x > y }
      if a.ceiling != b.ceiling { return a.ceiling > b.ceiling }
    }
    if a.isOpen != b.isOpen { return b.isOpen }
    return i < j
  }

  /// The tier as a number; a title whose tier is not known may be of any.
  private func rank(_ claim: Claim, _ evidence: Evidence) -> Int {
    claim.level == nil && claim.tierInput(evidence) != nil ? .max : claim.levelRank
  }
}
