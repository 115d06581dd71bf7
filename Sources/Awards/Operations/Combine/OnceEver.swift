import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Once in a life.
struct OnceEver: Operation {
  enum Subject: String, CaseIterable, Sendable {
    case enterprise, object
  }

  static let per = Parameter(
    "per",
    .word("subject", Subject.enterprise),
    default: .string(Subject.enterprise.rawValue),
    Phrase(
      en: "Who or what is paid once: the enterprise, or the brand, mark or patent (object).",
      zh: "一次性的范围：同一企业（enterprise）或同一品牌、商标、专利（object）。"
    )
  )
  static let declaration = OperationDeclaration(
    "onceEver",
    .combine,
    Phrase(
      en:
        "Pays once in a life over the clauses that it applies to: not again after an earlier payout, "
        + "for an object also one to another owner, and of several in one round the earliest, of one day "
        + "the first by clause and id. \(Reason.unordered.en) "
        + Reason.nextTakesPlace.en,
      zh: "所适用条款终身只奖励一次：以往已奖励的不再奖励（按品牌、商标、专利的，含付给原所有人的），同轮多项取最早一项，同日的按条款、编号次序。"
        + Reason.unordered.zh
        + Reason.nextTakesPlace.zh
    ),
    parameters: [per.definition, PayoutScope.parameter.definition],
    example: #"{"per":"enterprise"}"#,
    Phrase(
      en: "A quality prize of whatever tier is paid once to an enterprise.",
      zh: "各级质量奖，同一企业只奖励一次。"
    )
  )

  let per: Subject
  let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    per = arguments.required(Self.per)
    earlier = arguments.required(PayoutScope.parameter)
  }

  var remembers: Bool { true }

  var weighing: Weighing { .prefers }

  var countsObjects: Bool { per == .object }

  func apply(to work: inout Work) throws(Diagnostic) {
    var groups: [RecordID: [Int]] = [:]
    let order = work.claimsByDay()
    for index in order where work.claims[index].competes {
      guard let key = key(work.claims[index]) else { continue }
      groups[key, default: []].append(index)
    }
    // An object may have been another's when it was paid for.
    let paid = work.payouts(in: earlier) { payout in
      per == .enterprise ? [payout.applicant] : payout.objects
    }
    for index in order {
      let claim = work.claims[index]
      guard claim.outcome == .eligible, !claim.isCommendation, claim.applicant != nil else {
        continue
      }
      guard let key = key(claim) else {
        work.settle(index, .unknown([claim.objectInput]))
        continue
      }
      decide(index, paid[key] ?? [], groups[key] ?? [], &work)
    }
  }

  private func key(_ claim: Claim) -> RecordID? {
    claim.applicant.flatMap { per == .enterprise ? $0 : claim.object }
  }

  private func decide(_ index: Int, _ paid: [Payout], _ group: [Int], _ work: inout Work) {
    let context = work.context
    let rule = work.rule
    let (first, unordered) = work.rivals(of: index, among: group)
    if let paid = paid.first(where: { rule.counts($0, context) }) {
      work.reduce(
        index,
        to: .zero,
        inputs: [paid.input],
        Phrase(
          en: "paid before by \(paid.id) in \(paid.year)",
          zh: "已于 \(paid.year) 年奖励（\(paid.id)）"
        )
      )
    } else if let first {
      guard work.claims[first].outcome == .eligible else {
        work.hold(index, behind: first)
        return
      }
      let other = work.claims[first]
      work.giveWay(
        index,
        to: first,
        Phrase(en: "paid once: \(other.id) came before", zh: "只奖励一次：\(other.id) 在先")
      )
    } else if let unordered {
      work.leaveUnordered(index, with: unordered)
    } else {
      work.record(index, .passed, Phrase(en: "never paid before", zh: "此前未奖励"))
    }
  }
}
