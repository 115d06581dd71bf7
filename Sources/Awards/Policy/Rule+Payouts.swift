import Ledger
import Portfolio

extension Rule {
  /// Whether an earlier payout was for what this clause is about: for itself where it gives an award,
  /// else for the clauses that it governs.
  ///
  /// A payout under the policy itself is told by its clause. One under another policy, above all one
  /// that this policy replaced, is told by the fact that it rewarded: what counts is whether one of the
  /// clauses speaks about it today. Only where the ledger has no such fact, the number of the
  /// clause decides, of a policy that was replaced.
  func counts(_ payout: Payout, _ context: Context) -> Bool {
    // What a department gets hangs on the whole, so only clauses that name it govern it.
    if valuation == nil, governed.isEmpty { return !payout.isOfRound }
    let rules = context.rules
    if payout.policy == rules.id,
      let clause = rules.values.first(where: { $0.id == payout.clause })
    {
      return speaks(for: clause)
    }
    for clause in rules.values where speaks(for: clause) {
      guard let selection = clause.valuation?.selection else { continue }
      for fact in payout.facts.compactMap({ context.evidence.fact($0, of: selection.kind) }) {
        guard case .no = selection.matches(fact, context.evidence) else { return true }
      }
    }
    guard rules.lineage.contains(payout.policy),
      !payout.facts.contains(where: context.evidence.isFact)
    else { return false }
    // What cannot be told apart counts, so that nothing is paid again by guess.
    guard let number = context.evidence.number(ofClause: payout.clause) else { return true }
    return valuation == nil
      ? governed.contains { Self.covers($0, number) } : number == self.number
  }

  private func speaks(for clause: Rule) -> Bool {
    valuation == nil ? governs(clause) : clause.id == id
  }
}
