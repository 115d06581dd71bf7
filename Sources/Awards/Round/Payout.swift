import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An award that was sealed and stands: neither void nor recovered in full.
struct Payout: Sendable {
  let id: RecordID
  let policy: RecordID
  let clause: RecordID
  var claim: String
  /// The claim that it tops up; its own where it is the first for the fact.
  var root: String
  /// Which award for the fact it is, from 1.
  let number: Int
  let year: Int
  var recipient: RecordID
  /// Whose fact it rewards, and for whom it counts: another than the recipient where a clause pays others.
  var applicant: RecordID
  /// What counts as paid or still to be paid: all but what came back and what was made void.
  let amount: Money
  /// What was sealed.
  let awarded: Money
  /// What became of that.
  let balance: AwardBalance
  var facts: [RecordID]
  var about: Told<[RecordID]>
  private let tier: Told<BrandLevel?>
  let state: AwardState
  /// Whether its record names a payer: another than this city.
  let isForeign: Bool
  /// The level of government that paid it, where the ledger tells.
  let payerLevel: BrandLevel?
  /// The commit from which it was sealed here.
  var commit: Int?
  /// The day on which it was sealed.
  let date: PartialDate?
  /// The value that was read: the award's amount, or the fact where it is not sealed.
  let input: Input

  /// What it was for: as its record names it, else what the records that it rewards are about.
  var objects: [RecordID] { about.value }

  /// The tier of the title that it was for: as its record says, else as its facts tell.
  var level: BrandLevel? { tier.value }

  /// The one thing that it was for; `nil` where the ledger tells of none or of several.
  var object: RecordID? { objects.count == 1 ? objects[0] : nil }

  /// Whether it is a department's share of a round: its fact is the policy.
  var isOfRound: Bool { facts.contains(policy) }

  /// Whether it tops up another.
  var isSupplement: Bool { number > 1 }

  /// Whether another pays it than who pays by a policy, as its record or its own policy tells.
  func isForeign(to rules: RuleSet) -> Bool {
    if isForeign { return true }
    guard let payerLevel, !rules.lineage.contains(policy) else { return false }
    return rules.isForeign(payerLevel)
  }

  /// Whether it already pays what a claim on one of its facts would pay.
  func pays(_ claim: String, under clause: RecordID, of policy: RecordID) -> Bool {
    guard self.policy == policy, self.clause == clause else { return false }
    let isFirst = Self.rooted(claim, clause, facts).number == 1
    return self.claim == claim || !isOfRound && !isSupplement && isFirst
  }

  /// The claim that one tops up, and its number; itself and 1 where it tops up none.
  private static func rooted(_ claim: String, _ clause: RecordID, _ facts: [RecordID]) -> (
    root: String, number: Int
  ) {
    for fact in facts {
      let root = "\(clause)#\(fact)"
      if claim.utf8.starts(with: (root + "#").utf8),
        let number = Int(claim.dropFirst(root.count + 1)),
        number > 1
      {
        return (root, number)
      }
    }
    return (claim, 1)
  }

  init?(
    _ record: Record,
    of applicant: RecordID? = nil,
    payerLevel: BrandLevel? = nil,
    balance: AwardBalance? = nil,
    about objects: @autoclosure () -> Told<[RecordID]> = .stated([]),
    tier: @autoclosure () -> Told<BrandLevel?> = .stated(nil)
  ) {
    guard let state = record[Award.state], state != .void, state != .recovered,
      let policy = record[Award.policy], let clause = record[Award.clause],
      let year = record[Award.year], let recipient = record[Award.recipient],
      let awarded = record[Award.amountFen]
    else { return nil }
    id = record.id
    self.policy = policy
    self.clause = clause
    claim = record[Award.claim] ?? ""
    self.year = year
    self.recipient = recipient
    self.applicant = applicant ?? recipient
    self.state = state
    self.awarded = awarded
    let balance = balance ?? AwardBalance(awarded: awarded)
    self.balance = balance
    amount = balance.standing
    let facts = (record[Award.facts] ?? []).map { RecordID($0) }
    self.facts = facts
    (root, number) = Self.rooted(claim, clause, facts)
    about = record[Award.object].map { .stated([RecordID($0)]) } ?? objects()
    self.tier = record[Award.level].map { .stated($0) } ?? tier()
    isForeign = record[Award.payer] != nil
    self.payerLevel = payerLevel
    commit = Receipt.commit(of: record)
    date = record[Award.sealedOn]
    input = Input(id, Award.amountFen, amount.json)
  }

  /// What a claim of a policy's round pays; `nil` where it pays nothing.
  init?(_ claim: Claim, in year: Int, of rules: RuleSet) {
    guard claim.amount > .zero, let recipient = claim.recipient else { return nil }
    id = RecordID(claim.id)
    policy = claim.policy
    clause = claim.clause
    self.claim = claim.id
    let isFact = claim.roundYear == nil
    root = isFact ? "\(claim.clause)#\(claim.source.id)" : claim.id
    number = isFact ? claim.instance : 1
    self.year = year
    self.recipient = recipient
    applicant = claim.applicant ?? recipient
    state = .sealed
    amount = claim.amount
    awarded = claim.amount
    balance = AwardBalance(awarded: claim.amount)
    facts = claim.facts
    about = .stated(claim.object.map { [$0] } ?? [])
    tier = .stated(claim.level)
    isForeign = false
    payerLevel = rules.record[Policy.payer]
    // It is still to be sealed.
    commit = .max
    date = nil
    input = claim.source.dateInput
  }
}

/// Which earlier payouts a clause looks at.
enum PayoutScope: String, CaseIterable, Sendable {
  /// Those under this policy and under those that it replaced.
  case policy
  /// Those under any policy of this city.
  case city
  /// Those of other payers as well.
  case all

  static let parameter = Parameter(
    "earlier",
    .word("payouts", PayoutScope.policy),
    default: .string(PayoutScope.policy.rawValue),
    Phrase(
      en: "Which earlier payouts count: those of this policy and of those that it replaced "
        + "(policy), of any policy of this city (city), or of other payers as well (all). Where the "
        + "clause names others in 'for', only payouts for what those speak about count; under another "
        + "policy the fact tells that. What came back of one does not count.",
      zh: "计入哪些以往奖励：本政策及其所替代政策（policy）、本市各项政策（city）、含其他支付方（all）。"
        + "条款以 for 指明其他条款的，只计其所涉事项的奖励；依其他政策支付的，按所奖事实判断。已退回的部分不计。"
    )
  )
}

extension Work {
  /// The payouts of earlier rounds, and in the same year those of claims that this round has not.
  ///
  /// What was sealed for a claim of this round is left out: the claim itself is computed anew.
  func payouts(of applicant: RecordID?, in scope: PayoutScope) -> [Payout] {
    context.evidence.payouts(of: applicant).filter { counts($0, in: scope) }
  }

  /// Those for whatever a key tells, to whomever: it may have belonged to another then.
  func payouts(
    in scope: PayoutScope,
    by keys: (Payout) -> [RecordID]
  ) -> [RecordID: [Payout]] {
    guard context.evidence.hasPayouts else { return [:] }
    var found: [RecordID: [Payout]] = [:]
    for payout in context.evidence.allPayouts where counts(payout, in: scope) {
      for key in keys(payout) { found[key, default: []].append(payout) }
    }
    return found
  }

  func counts(_ payout: Payout, in scope: PayoutScope) -> Bool {
    payout.year <= context.year && stands(payout, in: scope)
      && !(payout.policy == context.rules.id && ownClaims.contains(payout.root))
  }

  /// Whether something stands of a payout that a clause looks at, of whatever year.
  func stands(_ payout: Payout, in scope: PayoutScope) -> Bool {
    guard payout.amount > .zero, payout.commit ?? 0 <= horizon else { return false }
    return switch scope {
    case .policy: context.rules.lineage.contains(payout.policy) && !payout.isForeign
    case .city: !payout.isForeign(to: context.rules)
    case .all: true
    }
  }
}
