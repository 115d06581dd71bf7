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

  let ruleSets: [RuleSet]
  let evidence: Evidence

  /// Computes the round of a year.
  ///
  /// - Parameters:
  ///   - year: The year of the round; a policy's window says the facts of which days it pays.
  ///   - policies: The policies; all that hold in their window of the year where none are named.
  ///   - book: The policies of the ledger.
  ///   - snapshot: The ledger at one commit.
  ///   - traces: Whether the way of each claim is kept.
  /// - Throws: ``Diagnostics`` for a policy that does not exist or has errors, for a sum that cannot be
  ///   counted exactly, and for a file that cannot be read.
  public init(
    year: Int,
    policies: [RecordID]? = nil,
    book: PolicyBook,
    snapshot: Snapshot,
    traces: Traces = .all
  ) throws {
    let ruleSets = try book.ruleSets(policies, year: year)
    let evidence = try Evidence(snapshot)
    var versions = Versions(year: year, book: book, evidence: evidence)
    var claims: [Claim] = []
    for rules in ruleSets {
      let found = try versions.claims(of: rules, isTracing: traces == .all)
      // Those of a single policy are not copied.
      claims = claims.isEmpty ? found : claims + found
    }
    try evidence.check()
    self.year = year
    self.policies = ruleSets.map(\.id)
    commit = snapshot.commit
    self.claims = claims
    self.ruleSets = ruleSets
    self.evidence = evidence
    total = try Self.sum(claims)
  }

  static func sum(_ claims: some Sequence<Claim>) throws(Diagnostics) -> Money {
    try money(claims.reduce(Int128(0)) { $0 + Int128($1.amount.fen) })
  }

  static func money(_ fen: Int128) throws(Diagnostics) -> Money {
    guard let fen = Int64(exactly: fen) else {
      throw Diagnostics(
        Diagnostic(
          "award-overflow",
          Phrase(en: "the total is beyond what can be counted", zh: "总额超出可计算范围")
        )
      )
    }
    return Money(fen: fen)
  }
}
