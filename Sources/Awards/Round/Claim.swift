import JSONLines
public import Ledger
public import Portfolio

/// What one value clause says about one fact.
public struct Claim: Sendable {
  /// The policy.
  public let policy: RecordID
  /// The clause that selected the fact.
  public let clause: RecordID
  /// The title's tier, where the fact is a title.
  public let level: BrandLevel?
  /// Whether it honours without money.
  public let isCommendation: Bool
  /// Who is to be paid; `nil` where the ledger does not tell.
  public internal(set) var recipient: RecordID?
  /// That recipient's name, or its id where the ledger has no such record.
  public internal(set) var recipientName: String?
  /// What became of it.
  public internal(set) var outcome: Outcome = .eligible
  /// The values that would have to be known; only then is it unknown.
  public internal(set) var missing: [Input] = []
  /// What each clause did, in the order in which they ran; empty where no traces were asked for.
  public internal(set) var trace: [Step] = []
  /// The award that was already sealed for this very claim.
  public internal(set) var sealed: RecordID?

  /// Whether the budget did not reach it, so that the next round takes it up where a clause says so.
  public internal(set) var isLeftOver = false
  /// The parts in which it is paid; empty where it is paid at once to the recipient.
  public internal(set) var parts: [Part] = []

  let source: Fact
  /// The place of its clause among the policy's value clauses.
  let place: Int
  /// Where the tier stands or should stand; `nil` for a fact that has none.
  let tierInput: Input?
  /// What it is worth, or would be worth at most if what is unknown or undecided turned out well.
  var worth: Money = .zero {
    didSet { isAppraised = true }
  }
  /// Whether that is known; an open claim of which it is not may be worth anything.
  private(set) var isAppraised = false

  init(_ fact: Fact, of rule: Rule, at place: Int, _ evidence: Evidence) {
    self.place = place
    policy = rule.policy
    clause = rule.id
    isCommendation = rule.isCommendation
    recipient = fact.recipient
    recipientName = evidence.name(of: fact.recipient)
    source = fact
    let tier = fact.tier(evidence)
    level = tier?.level
    tierInput = tier?.input
  }

  /// The claim's name: the clause and the fact, the same in every round.
  public var id: String { "\(clause)#\(source.id)" }

  /// The records that it rewards.
  public var facts: [RecordID] { [source.id] }

  /// Who won or did what it rewards, and applies for it, whoever is paid in the end.
  public var applicant: RecordID? { source.recipient }

  /// The day of the fact, as far as it is known.
  public var date: PartialDate? { source.date }

  /// What the fact is about: the brand, the mark, the patent.
  public var object: RecordID? { source.object }

  /// What is to be paid.
  public var amount: Money { outcome == .eligible ? worth : .zero }

  /// Whether it may still come to be paid, when facts are given or people decide.
  var isOpen: Bool { outcome == .unknown || outcome == .undecided }

  /// Whether clauses about money between claims have to look at it.
  var competes: Bool { !isCommendation && (outcome == .eligible || isOpen) }

  /// What it comes to at most.
  var ceiling: Money { isOpen && !isAppraised ? Money(fen: .max) : worth }

  /// Cuts parts that were laid down before a limit lowered the amount, the last ones first.
  mutating func trimParts() {
    guard parts.reduce(Int128(0), { $0 + Int128($1.amount.fen) }) > Int128(amount.fen) else {
      return
    }
    var left = amount
    parts = parts.compactMap { part in
      let share = min(part.amount, left)
      guard share > .zero else { return nil }
      left = Money(fen: left.fen - share.fen)
      return share == part.amount ? part : part.worth(share)
    }
  }

  /// Keeps what an undecided claim may come to at most.
  mutating func bound(to most: Money) {
    if isOpen { worth = most }
  }

  /// The tier as a number, the higher the more; titles without one below all.
  var levelRank: Int { level?.rank ?? 0 }

  /// Where the recipient stands.
  var recipientInput: Input {
    Input(source.id, source.kind.recipient.field, source.recipient.map { .string($0.text) })
  }

  /// Where the brand, mark or patent should stand.
  var objectInput: Input { Input(source.id, source.kind.object.field, nil) }

  mutating func lower(to outcome: Outcome) {
    if outcome.rank > self.outcome.rank { self.outcome = outcome }
  }

  mutating func lack(_ inputs: [Input]) {
    for input in inputs where !missing.contains(input.missing) { missing.append(input.missing) }
  }
}

extension BrandLevel {
  /// The tier as a number from 1, the higher the more.
  var rank: Int {
    switch self {
    case .world: 5
    case .national: 4
    case .provincial: 3
    case .municipal: 2
    case .county: 1
    }
  }
}
