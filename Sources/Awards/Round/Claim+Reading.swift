import JSONLines
public import Ledger
public import Portfolio

extension Claim {
  /// The claim's name: the clause and the fact, the same in every round; the year where that is the fact.
  ///
  /// What is missing beside earlier awards of it has its number behind that.
  public var id: String {
    guard let roundYear else {
      return "\(clause)#\(source.id)" + (instance > 1 ? "#\(instance)" : "")
    }
    return "\(clause)#\(roundYear)" + (instance > 1 ? "-\(instance)" : "")
  }

  /// Whether it is what is missing beside what was paid for the same fact.
  var isSupplement: Bool { roundYear == nil && instance > 1 }

  /// Whether it is what is missing beside another claim of the same fact and clause.
  func tops(up other: Claim) -> Bool {
    isSupplement && other.instance < instance && clause == other.clause
      && source.id == other.source.id
  }

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

  /// Whether it comes to the same as another state of it: whether it is paid, how much, and to whom.
  func isPaidLike(_ other: Claim) -> Bool {
    outcome == other.outcome && amount == other.amount && recipient == other.recipient
      && parts == other.parts
  }

  /// Whether clauses about money between claims have to look at it.
  var competes: Bool { !isCommendation && (outcome == .eligible || isOpen) }

  /// What it comes to at most.
  var ceiling: Money { isOpen && !isAppraised ? Money(fen: .max) : worth }

  /// Cuts parts that were laid down before a limit lowered the amount, the last ones first.
  mutating func trimParts() {
    let parts = parts
    guard parts.reduce(Int128(0), { $0 + Int128($1.amount.fen) }) > Int128(amount.fen) else {
      return
    }
    var left = amount
    self.parts = parts.compactMap { part in
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

  /// Where the tier stands or should stand; `nil` for a fact that has none.
  func tierInput(_ evidence: Evidence) -> Input? { source.tier(evidence)?.input }

  /// Where the recipient stands.
  var recipientInput: Input {
    let reference = source.kind.recipient
    if reference.isSingle { return Input(.fact(source, reference.definition)) }
    return Input(source.id, reference.field, source.recipient.map { .string($0.text) })
  }

  /// Where the brand, mark or patent should stand.
  var objectInput: Input { Input(source.id, source.kind.object.field, nil) }

  /// Whether its name comes before another's, byte by byte.
  func precedes(_ other: Claim) -> Bool {
    if place == other.place { return source.id < other.source.id }
    return id.utf8.lexicographicallyPrecedes(other.id.utf8)
  }

  mutating func lower(to outcome: Outcome) {
    if outcome.rank > self.outcome.rank { self.outcome = outcome }
  }

  mutating func lack(_ inputs: [Input]) {
    var missing = missing
    for input in inputs where !missing.contains(input.missing) { missing.append(input.missing) }
    self.missing = missing
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
