import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Several facts that count as one.
struct Dedup: Operation {
  enum Key: String, CaseIterable, Sendable {
    case mark, family, brand, fact
  }

  static let key = Parameter(
    "key",
    .word("key", Key.mark),
    Phrase(
      en:
        "What makes facts one: the same mark of one owner over classes, numbers and countries (mark), "
        + "one patent family over countries (family), one brand with the marks that it rests on "
        + "(brand), or the same record under several clauses (fact).",
      zh: "视为一件的依据：同一注册人同一商标，不论类别和国家（mark）；同族专利（family）；"
        + "同一品牌及其所含商标（brand）；同一事实依多个条款（fact）。"
    )
  )
  static let declaration = OperationDeclaration(
    "dedup",
    .combine,
    Phrase(
      en:
        "Counts several facts as one over the clauses that it applies to: the dearest is paid, of "
        + "equal ones the earliest, and none after an earlier payout for the same, to whomever. A loan, "
        + "and a premium that names no right, is one by itself. "
        + Reason.nextTakesPlace.en,
      zh: "所适用条款中多项事实按一件计算：取金额最高者，相同取在先者；以往已奖励的不再奖励，不论付给何人。贷款和未注明权利的保险费各自为一件。"
        + Reason.nextTakesPlace.zh
    ),
    parameters: [key.definition, PayoutScope.parameter.definition],
    example: #"{"key":"mark"}"#,
    Phrase(
      en: "One mark registered in several classes or countries is paid once.",
      zh: "同一商标在不同类别、不同国家注册的，按一件奖励。"
    )
  )

  private let key: Key
  private let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    key = arguments.required(Self.key)
    earlier = arguments.required(PayoutScope.parameter)
  }

  var remembers: Bool { true }

  var weighing: Weighing { .prefers }

  var countsObjects: Bool { key != .fact }

  func apply(to work: inout Work) throws(Diagnostic) {
    let ranked = work.governed.filter { work.claims[$0].competes }.sorted { i, j in
      let (a, b) = (work.claims[i], work.claims[j])
      if a.ceiling != b.ceiling { return a.ceiling > b.ceiling }
      return Fact.precedes(a.source, b.source) || (a.source.id == b.source.id && i < j)
    }
    let evidence = work.context.evidence
    let earlier = work.payouts(in: earlier) { names($0, evidence) }
    var first: [RecordID: Int] = [:]
    for index in ranked {
      let claim = work.claims[index]
      guard let name = name(claim, evidence) else {
        if claim.outcome == .eligible { work.settle(index, .unknown([claim.objectInput])) }
        continue
      }
      guard claim.outcome == .eligible else {
        first[name] = first[name] ?? index
        continue
      }
      if let payout = paid(earlier[name] ?? [], work) {
        work.reduce(
          index,
          to: .zero,
          inputs: [payout.input],
          Phrase(
            en: "counts as one with what \(payout.id) paid in \(payout.year)",
            zh: "与 \(payout.year) 年已奖励的 \(payout.id) 按一件计算"
          )
        )
      } else if let other = first[name] {
        settle(index, against: other, &work)
      } else {
        first[name] = index
        work.record(index, .passed, Phrase(en: "counted once", zh: "按一件计算"))
      }
    }
    for index in work.scope where work.claims[index].isCommendation {
      work.record(index, .notApplicable, Reason.noMoney)
    }
  }

  private func settle(_ index: Int, against other: Int, _ work: inout Work) {
    let winner = work.claims[other]
    guard winner.outcome == .eligible else {
      work.hold(index, behind: other)
      return
    }
    work.giveWay(
      index,
      to: other,
      Phrase(en: "counts as one with \(winner.id)", zh: "与 \(winner.id) 按一件计算")
    )
  }

  private func name(_ claim: Claim, _ evidence: Evidence) -> RecordID? {
    switch key {
    case .fact: claim.source.id
    case .mark: claim.object.map { evidence.mark($0) }
    case .family: claim.object.map { evidence.family($0) }
    case .brand: claim.object.map { evidence.brand(of: $0) }
    }
  }

  /// What an earlier payout was for.
  private func names(_ payout: Payout, _ evidence: Evidence) -> [RecordID] {
    guard key != .fact else { return payout.facts }
    return payout.objects.map { object in
      switch key {
      case .fact, .mark: evidence.mark(object)
      case .family: evidence.family(object)
      case .brand: evidence.brand(of: object)
      }
    }
  }

  private func paid(_ payouts: [Payout], _ work: Work) -> Payout? {
    payouts.first { work.rule.counts($0, work.context) }
  }
}
