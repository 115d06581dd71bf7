import Ledger
import Portfolio

/// The rounds of one year under the versions of each policy, the older first.
///
/// A policy that was replaced within the year pays the facts before that day, its successor those from
/// it on. What the older one finds counts for the caps and rivals of the newer one whether it is
/// sealed yet or not.
struct Versions {
  private let year: Int
  private let book: PolicyBook
  private let evidence: Evidence
  private var kept: [RecordID: [Claim]] = [:]

  init(year: Int, book: PolicyBook, evidence: Evidence) {
    self.year = year
    self.book = book
    self.evidence = evidence
  }

  /// Leads the claims of one policy through the stages, those of what it replaced this year before.
  mutating func claims(of rules: RuleSet, isTracing: Bool) throws -> [Claim] {
    if let known = kept[rules.id] { return known }
    // A policy that replaces itself is told by the check.
    kept[rules.id] = []
    var payouts: [Payout] = []
    for older in try book.replaced(by: rules, in: year) {
      let claims = try claims(of: older, isTracing: isTracing)
      payouts += claims.compactMap { Payout($0, in: year, of: older) }
    }
    let context = Context(
      year: year,
      window: rules.window.days(ofRound: year),
      rules: rules,
      evidence: evidence.counting(payouts),
      replaced: book.ruleSets.filter { rules.lineage.contains($0.id) && $0.id != rules.id },
      leftOver: try leftOver(rules)
    )
    do {
      let claims = try context.computed(isTracing: isTracing)
      kept[rules.id] = claims
      return claims
    } catch let error as Diagnostic {
      throw Diagnostics(error)
    }
  }
}

extension Versions {
  /// The claims that the round before left over for this one.
  private func leftOver(_ rules: RuleSet) throws -> Set<String> {
    guard rules.rules.contains(where: { $0.operation is CarryOver }),
      rules.isInForce(within: rules.window.days(ofRound: year - 1))
    else { return [] }
    var before = Versions(year: year - 1, book: book, evidence: evidence)
    let claims = try before.claims(of: rules, isTracing: false)
    return Set(claims.lazy.filter(\.isLeftOver).map(\.id))
  }
}

extension PolicyBook {
  /// The older versions of a policy that hold on some day that their round of a year pays.
  func replaced(by rules: RuleSet, in year: Int) throws(Diagnostics) -> [RuleSet] {
    let ids = ruleSets.filter { older in
      older.id != rules.id && rules.lineage.contains(older.id)
        && older.pays(inRound: year)
    }
    .map(\.id)
    return ids.isEmpty ? [] : try ruleSets(ids, year: year)
  }
}
