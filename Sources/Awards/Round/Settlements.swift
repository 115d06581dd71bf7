import Bilingual
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
/// So the clauses are carried out anew with what came out, until it is what was deducted. The same is done
/// where the budget leaves a claim out to which others gave way: the next one then takes its place.
struct Settlements {
  struct Settlement {
    let amount: Money
    let outcome: Outcome
    let missing: [Input]

    var isOpen: Bool { outcome == .unknown || outcome == .undecided }

    init(_ claim: Claim) {
      amount = claim.amount
      outcome = claim.outcome
      missing = claim.missing
    }

    /// What it means for a claim that hangs on it, where it is open.
    func judgement(of id: String) -> Judgement {
      outcome == .unknown
        ? .unknown(missing)
        : .undecided(Phrase(en: "hangs on \(id), which is undecided", zh: "取决于 \(id)（待定）"))
    }
  }

  private var ends: [Int: Settlement] = [:]
  /// The claims for which that comes to no end.
  private(set) var unsettled: Set<Int> = []
  /// What the budget made of claims to which others gave way; once left out they stay so.
  private(set) var fates: [Int: Fate] = [:]
  /// How often it was tried, and what came out at the last power of two of that.
  private var count = 0
  private var kept: [Int: Settlement]?
  /// The claims whose amounts did not fit since then.
  private var unfit: Set<Int> = []
  /// How often it is tried at most; a shared pot comes to rest fen by fen.
  private static let most = 1 << 12

  /// What came out for a claim the last time; `nil` where nothing hung on it.
  subscript(index: Int) -> Settlement? { ends[index] }

  /// Learns from clauses that were carried out.
  ///
  /// - Returns: Whether something came out that is not what was taken, so that they must be carried out anew.
  mutating func learn(from work: Work) -> Bool {
    let wrong = work.reliances.filter { !$0.holds(work.claims[$0.title]) }
    guard !wrong.isEmpty else {
      guard learnFates(from: work) else { return false }
      startAnew()
      return true
    }
    for reliance in work.reliances {
      ends[reliance.title] = Settlement(work.claims[reliance.title])
    }
    count += 1
    unfit.formUnion(wrong.map(\.dependent))
    if isWhatWasKept || count >= Self.most {
      // The same amounts come again and again, so none fit. A claim that is left undecided relies on nothing,
      // so that this happens no more often than there are claims.
      unsettled.formUnion(unfit)
      ends = [:]
      startAnew()
    } else if count & (count - 1) == 0 {
      kept = ends
      unfit = []
    }
    return true
  }

  private var isWhatWasKept: Bool {
    guard let kept, kept.count == ends.count else { return false }
    return ends.allSatisfy { index, end in
      kept[index].map { $0.amount == end.amount && $0.outcome == end.outcome } ?? false
    }
  }

  private mutating func startAnew() {
    count = 0
    kept = nil
    unfit = []
  }

  /// Each time at least one claim more is open, or is left out for good.
  private mutating func learnFates(from work: Work) -> Bool {
    var isNew = false
    for (index, fate) in work.fates {
      switch (fates[index], fate) {
      case (nil, _), (.open?, .leftOut):
        fates[index] = fate
        isNew = true
      default: break
      }
    }
    return isNew
  }
}
