import Bilingual
public import Ledger
public import Portfolio

/// What policies pay for one year, claim by claim; it changes nothing in the ledger.
public struct Round: Sendable {
  /// Whether the way of each claim is kept.
  public enum Traces: Sendable {
    /// Every step of every claim.
    case all
    /// Outcomes and amounts only.
    case none
  }

  /// The year.
  public let year: Int
  /// The policies that were computed, by id.
  public let policies: [RecordID]
  /// The commit of the ledger that was read.
  public let commit: Int
  /// All claims by policy, clause, day of the fact and id of the fact.
  public let claims: [Claim]
  /// The sum of what is to be paid.
  public let total: Money

  /// The claims of the round that are paid and not sealed.
  public var unsealed: [Claim] { evidence.failures.value(of: unsealedClaims, or: []) }

  private let unsealedClaims: Once<[Claim]>
  let ruleSets: [RuleSet]
  let evidence: Evidence
  let book: PolicyBook

  /// Computes the round of a year.
  ///
  /// - Parameters:
  ///   - year: The year of the round; a policy's window says the facts of which days it pays.
  ///   - policies: The policies; all that hold in their window of the year where none are named.
  ///   - book: The policies of the ledger.
  ///   - snapshot: The ledger at one commit.
  ///   - traces: Whether the way of each claim is kept.
  ///   - again: The claims that are computed although what was paid for them came back in full.
  /// - Throws: ``Diagnostics`` for a policy that does not exist or has errors, for a sum that cannot be
  ///   counted exactly, and for a file that cannot be read.
  public init(
    year: Int,
    policies: [RecordID]? = nil,
    book: PolicyBook,
    snapshot: Snapshot,
    traces: Traces = .all,
    again: [String] = []
  ) throws {
    try self.init(
      year,
      policies,
      book,
      Evidence(snapshot, book, again: again),
      commit: snapshot.commit,
      isTracing: traces == .all
    )
  }

  /// Computes a round of a ledger as it might be, without traces.
  ///
  /// - Parameters:
  ///   - year: The year of the round.
  ///   - policies: The policies; all that hold in their window of the year where none are named.
  ///   - book: The policies of the ledger.
  ///   - snapshot: The ledger.
  ///   - spent: What earlier years took from budgets, beside the awards of the ledger.
  /// - Throws: What the round of a ledger throws.
  init(
    year: Int,
    policies: [RecordID]?,
    book: PolicyBook,
    assuming snapshot: Snapshot,
    spent: [Payout]
  ) throws {
    let evidence = try Evidence(snapshot, book).counting(spent)
    try self.init(year, policies, book, evidence, commit: snapshot.commit, isTracing: false)
  }

  /// What it takes from budgets, and nothing else: of whom, and for what, is left out.
  var spending: [Payout] {
    claims.compactMap { claim in
      // A department's share comes out of no budget.
      guard claim.roundYear == nil,
        let rules = ruleSets.first(where: { $0.id == claim.policy }),
        var payout = Payout(claim, in: year, of: rules)
      else { return nil }
      payout.claim += "@\(year)"
      payout.root = payout.claim
      payout.recipient = ""
      payout.applicant = ""
      payout.facts = []
      payout.about = .stated([])
      return payout
    }
  }

  /// The year before of the same ledger, of some policies and without traces.
  func before(_ policies: [RecordID]) throws -> Round {
    try Round(year - 1, policies, book, evidence, commit: commit, isTracing: false)
  }

  /// The claims of a policy's round of a year of the same ledger; none of a policy that was taken away.
  func claims(of policy: RecordID, in year: Int) throws -> [Claim] {
    if year == self.year, policies.contains(policy) {
      return self.claims.filter { $0.policy == policy }
    }
    guard book.ruleSets.contains(where: { $0.id == policy }) else { return [] }
    return try Round(year, [policy], book, evidence, commit: commit, isTracing: false).claims
  }

  private init(
    _ year: Int,
    _ policies: [RecordID]?,
    _ book: PolicyBook,
    _ evidence: Evidence,
    commit: Int,
    isTracing: Bool
  ) throws {
    let ruleSets = try book.ruleSets(policies, year: year)
    var versions = Versions(year: year, book: book, evidence: evidence)
    var claims: [Claim] = []
    for rules in ruleSets {
      let found = try versions.claims(of: rules, isTracing: isTracing)
      // Those of a single policy are not copied.
      claims = claims.isEmpty ? found : claims + found
    }
    try evidence.check()
    self.year = year
    self.policies = ruleSets.map(\.id)
    self.commit = commit
    self.book = book
    self.claims = claims
    self.ruleSets = ruleSets
    self.evidence = evidence
    unsealedClaims = Once { [claims] in
      claims.filter { $0.outcome == .eligible && $0.sealed == nil }
    }
    total = try Self.sum(claims)
  }

  static func sum(_ claims: some Sequence<Claim>) throws(Diagnostics) -> Money {
    try sum(of: claims.map(\.amount))
  }

  static func sum(of amounts: [Money]) throws(Diagnostics) -> Money {
    do {
      return try Money.sum(amounts)
    } catch {
      throw overflow
    }
  }

  static func money(_ fen: Int128) throws(Diagnostics) -> Money {
    guard let fen = Int64(exactly: fen) else { throw overflow }
    return Money(fen: fen)
  }

  private static let overflow = Diagnostics(
    Diagnostic(
      "award-overflow",
      Phrase(en: "the total is beyond what can be counted", zh: "总额超出可计算范围")
    )
  )
}
