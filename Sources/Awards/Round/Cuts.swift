import Bilingual
import Ledger
import Portfolio

/// What limits leave of claims, so that each limit counts only what all of them leave.
///
/// A limit that is carried out first would else count what a later one cuts off. So all are carried out anew with
/// what came out, until that comes out again.
struct Cuts {
  /// What is left of a claim, and the limit that cut it last.
  private struct Cut: Equatable {
    let amount: Money
    let clause: RecordID
  }

  private var known: [Int: Cut] = [:]
  private var found: [Int: Cut] = [:]
  /// The claims for which that comes to no end.
  private(set) var endless: Set<Int> = []
  /// How often it was tried, and what came out at the last power of two of that.
  private var count = 0
  private var kept: [Int: Cut] = [:]
  /// The claims that did not fit since then.
  private var unfit: Set<Int> = []

  static let endlessReason = Phrase(
    en: "what the limits leave of it hangs on each other without an end",
    zh: "各项上限相互影响，金额无法确定"
  )

  /// Keeps what a limit left of a claim.
  mutating func keep(_ index: Int, _ amount: Money, by clause: RecordID) {
    found[index] = Cut(amount: amount, clause: clause)
  }

  /// What other limits leave of a claim, at most; `nil` where they leave all.
  func rest(_ index: Int, beside clause: RecordID) -> Money? {
    known[index].flatMap { $0.clause == clause ? nil : $0.amount }
  }

  /// Learns from limits that were carried out.
  ///
  /// - Parameter first: The first of them, which looks at what no other has cut yet.
  /// - Returns: Whether something came out that is not what was taken, so that they must be carried out anew.
  mutating func learn(first: RecordID) -> Bool {
    let (before, after) = (known, found)
    found = [:]
    guard after != before else { return false }
    known = after
    if before.isEmpty, after.values.allSatisfy({ $0.clause == first }) { return false }
    unfit.formUnion(Set(before.keys).union(after.keys).filter { before[$0] != after[$0] })
    count += 1
    if after == kept {
      // The same comes again and again. Who is left to people takes nothing, so that this ends.
      endless.formUnion(unfit)
      known = [:]
      (count, kept, unfit) = (0, [:], [])
    } else if count & (count - 1) == 0 {
      (kept, unfit) = (after, [])
    }
    return true
  }
}

extension Context {
  /// Carries out all limits, each of which counts of a claim only what the others leave.
  func limit(_ work: inout Work, by limits: [Rule]) throws(Diagnostic) {
    func carryOut(_ work: inout Work) throws(Diagnostic) {
      for limit in limits {
        work.rule = limit
        try run(&work)
      }
    }
    guard let first = limits.first, limits.count > 1 else { return try carryOut(&work) }
    if evidence.hasPayouts { work.awards = work.awards ?? published() }
    var cuts = Cuts()
    while true {
      var trial = work.untraced
      trial.cuts = cuts
      try carryOut(&trial)
      cuts = trial.cuts ?? cuts
      guard !cuts.learn(first: first.id) else { continue }
      if work.isTracing {
        work.cuts = cuts
        try carryOut(&work)
      } else {
        work = trial
      }
      work.cuts = nil
      return
    }
  }
}

extension Work {
  /// What a claim takes of a limit that was just carried out on it.
  func taking(_ index: Int) -> Money {
    let amount = claims[index].amount
    return cuts?.rest(index, beside: rule.id).map { min(amount, $0) } ?? amount
  }

  /// Whether a claim is one of the pieces that a limit counts: another limit leaves something of it.
  func isPiece(_ index: Int) -> Bool {
    cuts?.rest(index, beside: rule.id).map { $0 > .zero } ?? true
  }

  /// Leaves a claim to people where limits come to no end; says whether it does.
  mutating func leaveEndless(_ index: Int) -> Bool {
    guard rule.stage == .cap, cuts?.endless.contains(index) == true else { return false }
    settle(index, .undecided(Cuts.endlessReason))
    return true
  }
}
