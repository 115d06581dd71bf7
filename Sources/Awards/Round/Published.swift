import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What was sealed for a claim and then published: it stands, whatever is found later.
struct Published {
  let award: RecordID
  let applicant: RecordID
  /// What stands of it: what was sealed, less what was made void after a part was paid.
  private(set) var amount: Money
  private(set) var sealed: Money
  /// Which award for the fact it is, from 1.
  let number: Int
  /// The commit from which it was sealed.
  let commit: Int
  /// The first clause that weighed the claim against others when it was sealed; `nil` where none took part.
  let limit: RecordID?
  /// What the claim was worth before that.
  let worth: Money

  /// Reads it from an award; `nil` for one that was not published, or was found wrong.
  init?(_ payout: Payout, _ award: Record?, limits: Set<RecordID>) {
    switch payout.state {
    case .sealed, .upheld, .recovered, .void: return nil
    case .published, .objected, .approved, .partlyPaid, .paid, .failed, .recovering,
      .partlyRecovered:
      break
    }
    guard let steps = award?[Award.receipt]?["steps"]?.array else { return nil }
    let clauses = steps.map { RecordID($0["clause"]?.string ?? "") }
    let place = clauses.firstIndex(where: limits.contains)
    self.award = payout.id
    applicant = payout.applicant
    amount = Money(fen: payout.awarded.fen - payout.balance.waived.fen)
    sealed = payout.awarded
    number = payout.number
    commit = payout.commit ?? .max
    limit = place.map { clauses[$0] }
    worth =
      place.flatMap { steps[$0]["beforeFen"]?.integer }.map { Money(fen: $0) } ?? payout.awarded
  }
}

extension Published {
  /// With what stands of the award that it tops up: its receipt tells what the whole is worth.
  fileprivate func toppingUp(_ other: Published) -> Published {
    var whole = self
    // Both are of one claim, whose amount is one of 64 bits.
    whole.amount = Money(fen: amount.fen &+ other.amount.fen)
    whole.sealed = Money(fen: sealed.fen &+ other.sealed.fen)
    return whole
  }

  /// Whether a clause is the first that weighs it: the one of its receipt, or any where none did by then.
  fileprivate func isFirstMet(by rule: Rule) -> Bool { limit.map { $0 == rule.id } ?? true }
}

extension Context {
  /// What was published of a round, by claim.
  func published() -> [String: Published] {
    let limits = Set(rules.rules.filter(\.isLimit).map(\.id))
    let awards = evidence.allPayouts.filter { $0.policy == rules.id && $0.year == year }
    let found = awards.sorted { $0.number < $1.number }.compactMap { payout in
      Published(payout, evidence.award(payout.id), limits: limits).map { (payout.root, $0) }
    }
    return Dictionary(found) { $1.number > $0.number ? $1.toppingUp($0) : $0 }
  }
}

extension Work {
  /// Carries a limit out; where that would take from what was published, the published go first.
  ///
  /// They then count as paid for those that were found later, and nothing that was sealed later counts against them.
  mutating func carryOutLimit(_ body: (inout Work) throws(Diagnostic) -> Void) throws(Diagnostic) {
    learnPublished()
    let published = self.published
    guard !published.isEmpty else { return try body(&self) }
    let before = self
    try body(&self)
    guard published.contains(where: { claims[$0].amount < $1.amount }) else { return }
    self = before
    let all = governed
    keepPublished()
    for commit in Set(published.values.map(\.commit)).sorted() {
      governed = all.filter { published[$0]?.commit == commit }
      horizon = commit
      try body(&self)
      ownClaims.subtract(governed.map { claims[$0].id })
    }
    horizon = .max
    governed = all.filter { published[$0] == nil }
    try body(&self)
    ownClaims = before.ownClaims
  }

  /// Learns which claims were published and are of themselves what they were, when a limit first governs them.
  ///
  /// A claim whose own facts say otherwise by now is computed anew, so that its award is found wrong.
  private mutating func learnPublished() {
    let awards = awards ?? context.published()
    self.awards = awards
    guard awards.values.contains(where: { $0.isFirstMet(by: rule) }) else { return }
    for index in governed where claims[index].outcome == .eligible && published[index] == nil {
      let claim = claims[index]
      guard let award = awards[claim.id], award.isFirstMet(by: rule), award.worth == claim.worth,
        award.applicant == claim.applicant
      else { continue }
      published[index] = award
      // What is never paid takes no room.
      if award.amount < award.sealed, claim.amount > award.amount {
        reduce(
          index,
          to: award.amount,
          Phrase(
            en: "of \(award.award) only \(award.amount) yuan are paid, the rest was made void",
            zh: "奖励 \(award.award) 只支付 \(award.amount) 元，其余已作废"
          )
        )
      }
    }
  }

  /// Leaves claims that were published no more than what was sealed for them.
  mutating func keepPublished() {
    for (index, published) in published.sorted(by: { $0.key < $1.key })
    where claims[index].amount > published.amount {
      reduce(
        index,
        to: published.amount,
        Phrase(
          en: "published as \(published.award) with \(published.amount) yuan, which stand",
          zh: "已按 \(published.amount) 元公示（\(published.award)），不再变动"
        )
      )
    }
  }
}

extension Rule {
  /// Whether it weighs claims against each other, and against what was paid already.
  var isLimit: Bool {
    operation.weighing != .none || stage == .cap
  }
}
