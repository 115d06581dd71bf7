import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What was sealed for a claim and then published: it stands, whatever is found later.
struct Published {
  let award: RecordID
  let recipient: RecordID
  let amount: Money
  /// What the claim was worth before limits when it was sealed.
  let worth: Money

  /// Reads it from an award; `nil` for one that was not published, was found wrong, or met no limit.
  init?(_ payment: Payment, _ award: Record?) {
    switch payment.state {
    case .sealed, .upheld, .recovered, .void: return nil
    case .published, .objected, .approved, .partlyPaid, .paid, .failed, .recovering,
      .partlyRecovered:
      break
    }
    let steps = award?[Award.receipt]?["steps"]?.array ?? []
    let limited = steps.first { step in
      let stage = step["stage"]?.string
      return stage == Stage.cap.rawValue || stage == Stage.budget.rawValue
    }
    guard let worth = limited?["beforeFen"]?.integer else { return nil }
    self.award = payment.id
    recipient = payment.recipient
    amount = payment.awarded
    self.worth = Money(fen: worth)
  }
}

extension Context {
  /// The claims whose awards were published, by their place; those alone that are of themselves what they were.
  ///
  /// A claim whose own facts say otherwise by now is computed anew, so that its award is found wrong.
  func published(_ claims: [Claim]) -> [Int: Published] {
    let awards = evidence.allPayments.filter { $0.policy == rules.id && $0.year == year }
    guard !awards.isEmpty else { return [:] }
    let byClaim = Dictionary(awards.map { ($0.claim, $0) }) { first, _ in first }
    var found: [Int: Published] = [:]
    for (index, claim) in claims.enumerated() where claim.outcome == .eligible {
      guard let payment = byClaim[claim.id],
        let published = Published(payment, evidence.award(payment.id)),
        published.worth == claim.worth, published.recipient == claim.recipient
      else { continue }
      found[index] = published
    }
    return found
  }
}

extension Work {
  /// Carries a limit out; where that would take from what was published, the published go first.
  ///
  /// They then count as paid for those that were found later.
  mutating func carryOutLimit(_ body: (inout Work) throws(Diagnostic) -> Void) throws(Diagnostic) {
    let published = self.published ?? context.published(claims)
    self.published = published
    guard !published.isEmpty else { return try body(&self) }
    let before = self
    try body(&self)
    guard published.contains(where: { claims[$0].amount < $1.amount }) else { return }
    self = before
    let all = governed
    governed = all.filter { published[$0] != nil }
    keepPublished()
    try body(&self)
    ownClaims.subtract(published.keys.map { claims[$0].id })
    governed = all.filter { published[$0] == nil }
    try body(&self)
    ownClaims = before.ownClaims
  }

  /// Leaves claims that were published no more than what was sealed for them.
  mutating func keepPublished() {
    for (index, published) in (published ?? [:]).sorted(by: { $0.key < $1.key })
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
  /// Whether it limits claims by what was paid already.
  var isLimit: Bool { stage == .cap || operation is Pot || operation is Quota }
}
