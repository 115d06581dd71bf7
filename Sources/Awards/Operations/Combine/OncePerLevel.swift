import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Each holder, or each brand, is paid once for each tier.
struct OncePerLevel: Operation {
  enum Subject: String, CaseIterable, Sendable {
    case enterprise, object
  }

  static let per = Parameter(
    "per",
    .word("subject", Subject.enterprise),
    default: .string(Subject.enterprise.rawValue),
    Phrase(
      en: "Who or what is paid once: the enterprise, or the brand, whoever holds it (object).",
      zh: "一次性的范围：同一企业（enterprise）或同一品牌，不论何人持有（object）。"
    )
  )
  static let declaration = OperationDeclaration(
    "oncePerLevel",
    .combine,
    Phrase(
      en:
        "Pays a holder or a brand once in its life for titles of one tier over the clauses that it "
        + "applies to: not again after an earlier payout, and of several in one round the earliest, of "
        + "one day the first by clause and id. Those behind one that is open, or whose tier is not known, "
        + "wait for it. \(Reason.unordered.en) \(Reason.nextTakesPlace.en)",
      zh: "所适用条款中，同一持有人或品牌同一级别的荣誉终身只奖励一次：以往已奖励的不再奖励，同轮多项取最早一项，同日的按条款、编号次序；"
        + "在先者待查、待定或级别不详的，在后者等待。\(Reason.unordered.zh)\(Reason.nextTakesPlace.zh)"
    ),
    parameters: [per.definition, PayoutScope.parameter.definition],
    example: #"{"earlier":"policy"}"#,
    Phrase(
      en: "Whoever was paid for a national title is not paid for a second one.",
      zh: "已获国家级奖励的，再获国家级荣誉不再奖励。"
    )
  )

  private let per: Subject
  private let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    per = arguments.required(Self.per)
    earlier = arguments.required(PayoutScope.parameter)
  }

  private struct Key: Hashable {
    let subject: RecordID
    let level: BrandLevel
  }

  var remembers: Bool { true }

  var weighing: Weighing { .prefers }

  func apply(to work: inout Work) throws(Diagnostic) {
    // The titles of each tier that are paid, or that may come to be paid.
    var seen: [Key: [Int]] = [:]
    // A brand may have been another's when it was paid for.
    let payouts = work.payouts(in: earlier) { payout in
      per == .enterprise ? [payout.applicant] : payout.objects
    }
    try work.titlesByDay(byBrand: per == .object) {
      (work, index, recipient, level, peers) throws(Diagnostic) in
      guard let key = key(work.claims[index]) else {
        if work.claims[index].outcome == .eligible {
          work.settle(index, .unknown([work.claims[index].objectInput]))
        }
        return
      }
      let first = seen[key]?.first { work.isOrdered($0, index) }
      if work.claims[index].outcome == .eligible {
        let paid = payouts[key.subject]?.first { payout in
          payout.level == level && work.rule.counts(payout, work.context)
        }
        let unordered = work.firstUnordered(with: index, among: peers) {
          $0.competes && self.key($0) == key
        }
        decide(index, level, paid, first, unordered, &work)
      }
      if work.claims[index].competes { seen[key, default: []].append(index) }
    }
  }

  private func key(_ claim: Claim) -> Key? {
    guard let subject = per == .enterprise ? claim.recipient : claim.object,
      let level = claim.level
    else { return nil }
    return Key(subject: subject, level: level)
  }

  private func decide(
    _ index: Int,
    _ level: BrandLevel,
    _ payout: Payout?,
    _ first: Int?,
    _ unordered: Int?,
    _ work: inout Work
  ) {
    let label = level.choice.label
    if let payout {
      work.reduce(
        index,
        to: .zero,
        inputs: [payout.input],
        Phrase(
          en: "paid before at the \(label.en) tier by \(payout.id) in \(payout.year)",
          zh: "\(label.zh)荣誉已于 \(payout.year) 年奖励（\(payout.id)）"
        )
      )
      return
    }
    guard let first else {
      if let unordered {
        work.leaveUnordered(index, with: unordered)
        return
      }
      work.record(
        index,
        .passed,
        Phrase(en: "the first at the \(label.en) tier", zh: "\(label.zh)首次奖励")
      )
      return
    }
    let other = work.claims[first]
    guard other.outcome == .eligible else {
      work.hold(index, behind: first)
      return
    }
    work.giveWay(
      index,
      to: first,
      Phrase(
        en: "once at the \(label.en) tier: \(other.id) came before",
        zh: "\(label.zh)只奖励一次：\(other.id) 在先"
      )
    )
  }
}
