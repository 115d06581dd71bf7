import Portfolio

/// What an upgrade took a title of its own round to get, on which another title hangs.
struct Reliance {
  let title: Int
  let amount: Money
  let isOpen: Bool
  /// The claim whose amount hangs on it.
  let dependent: Int

  /// Whether all clauses together came to the same.
  func holds(_ claim: Claim) -> Bool {
    isOpen ? claim.isOpen : !claim.isOpen && claim.amount == amount
  }
}

/// What all clauses together made of the titles on which others of the round hang.
///
/// An upgrade deducts what lower titles get, and caps and budgets behind it have the last word on that.
/// So the clauses are carried out anew with what came out, until it is what was deducted.
struct Settlements {
  struct Settlement {
    let amount: Money
    let outcome: Outcome
    let missing: [Input]

    var isOpen: Bool { outcome == .unknown || outcome == .undecided }
  }

  private var ends: [Int: Settlement] = [:]
  /// The claims for which that comes to no end.
  private(set) var unsettled: Set<Int> = []
  private var count = 0
  /// How often it is tried; a shared pot comes to rest fen by fen.
  private static let most = 64

  /// What came out for a claim the last time; `nil` where nothing hung on it.
  subscript(index: Int) -> Settlement? { ends[index] }

  /// Learns from clauses that were carried out.
  ///
  /// - Returns: Whether something came out that is not what was taken, so that they must be carried out anew.
  mutating func learn(from work: Work) -> Bool {
    let wrong = work.reliances.filter { !$0.holds(work.claims[$0.title]) }
    guard !wrong.isEmpty else { return false }
    count += 1
    // Each time at least one more: a claim that is left undecided relies on nothing.
    if count > Self.most { unsettled.formUnion(wrong.map(\.dependent)) }
    for reliance in work.reliances {
      let claim = work.claims[reliance.title]
      ends[reliance.title] = Settlement(
        amount: claim.amount,
        outcome: claim.outcome,
        missing: claim.missing
      )
    }
    return true
  }
}
