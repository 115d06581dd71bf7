import Bilingual
import Ledger
import Portfolio

/// What a clause that gives one award for several facts, or in stages, has given already.
extension Context {
  /// The payouts by a value clause, or by its like in a version that was replaced, for what somebody did.
  ///
  /// Those of later years count, too: a fact that is entered late must not be paid beside them.
  func payouts(by clause: RecordID, of applicant: RecordID?) -> [Payout] {
    guard evidence.hasPayouts, let rule = rules.values.first(where: { $0.id == clause }) else {
      return []
    }
    let operation = rule.record[Clause.operation]
    return evidence.payouts(of: applicant).filter { payout in
      rules.lineage.contains(payout.policy) && !payout.isForeign && payout.amount > .zero
        && !payout.isSupplement && evidence.clause(payout.clause)?[Clause.operation] == operation
        && rule.counts(payout, self)
    }
  }
}

extension Work {
  /// The claim that carries what the clause gives once a year to who has these claims.
  ///
  /// What was sealed for one of them stays with it, whatever was found since. An award of the year for a
  /// fact that the round no longer has stands in its way.
  func carrier(of indices: [Int], else usual: Int) -> Carrier {
    let payouts = context.payouts(by: rule.id, of: claims[usual].applicant).filter {
      $0.year == context.year
    }
    guard !payouts.isEmpty else { return .claim(usual) }
    let sealed = indices.first { index in
      payouts.contains { $0.facts.contains(claims[index].source.id) }
    }
    if let sealed { return .claim(sealed) }
    let known = Set(claims.map(\.source.id))
    let other = payouts.first { known.isDisjoint(with: $0.facts) }
    return other.map { .paid($0) } ?? .claim(usual)
  }
}

/// Where a clause's one award of the year stands.
enum Carrier {
  case claim(Int)
  /// It was sealed for a fact that the round no longer has.
  case paid(Payout)
}

extension Appraisal {
  /// Nothing, since the clause has given its award already.
  static func paid(_ payout: Payout) -> Appraisal {
    .nothing(
      [payout.input],
      Phrase(
        en: "paid already as \(payout.id) in \(payout.year)",
        zh: "已于 \(payout.year) 年奖励（\(payout.id)）"
      )
    )
  }
}
