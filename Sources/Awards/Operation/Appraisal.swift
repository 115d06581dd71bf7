import Bilingual
import Ledger
import Portfolio

/// What a value clause finds a fact to be worth.
enum Appraisal {
  case worth(Money, [Input], Phrase)
  /// The clause gives nothing for it; `demand` says what it would take.
  case nothing([Input], Phrase, demand: Phrase? = nil)
  /// The clause does not speak about it after all.
  case notApplicable([Input], Phrase)
  /// Facts are missing; it cannot come to more than `atMost`, where the clause says so.
  case unknown([Input], atMost: Money? = nil)
  /// People have to decide; it cannot come to more than `atMost`, where the clause says so.
  case undecided(Phrase, atMost: Money? = nil)
}

/// An operation of the value stage that looks at one fact at a time.
protocol SingleValuation: Valuation {
  /// Finds what a claim is worth by itself.
  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal
}

extension SingleValuation {
  func apply(to work: inout Work) throws(Diagnostic) {
    let shared = figures.contains(where: \.figure.isOfApplication) ? work.sharedSums() : [:]
    for index in work.scope {
      let appraisal = try work.exactly { () throws(Money.Overflow) in
        try appraise(work.claims[index], work.context)
      }
      if case .worth(let amount, _, _) = appraisal, let sum = shared[index],
        !work.context.hasPaid(work.claims[index])
      {
        let reason = sum.reason(Phrase(en: "the sum", zh: "金额"))
        work.conclude(index, .undecided(reason, atMost: amount))
      } else {
        work.conclude(index, appraisal)
      }
    }
  }
}

extension Work {
  /// Keeps what a value clause found.
  mutating func conclude(_ index: Int, _ appraisal: Appraisal) {
    switch appraisal {
    case .worth(let amount, let inputs, let reason):
      appraise(index, amount, inputs: inputs, reason)
    case .nothing(let inputs, let reason, let demand):
      settle(index, .failed(inputs, demand: demand, reason))
    case .notApplicable(let inputs, let reason):
      dismiss(index, inputs: inputs, reason)
    case .unknown(let missing, let most):
      settle(index, .unknown(missing))
      if let most { claims[index].bound(to: most) }
    case .undecided(let reason, let most):
      settle(index, .undecided(reason))
      if let most { claims[index].bound(to: most) }
    }
  }

  /// Ends a claim of which the clause does not speak after all.
  mutating func dismiss(
    _ index: Int,
    inputs: @autoclosure () -> [Input] = [],
    _ reason: @autoclosure () -> Phrase
  ) {
    record(index, .notApplicable, inputs: inputs(), reason()) { claim in
      claim.worth = .zero
      claim.lower(to: .notApplicable)
    }
  }

  /// Multiplies what a claim is worth by a rate, rounded as said; undecided where nothing says how.
  ///
  /// What an open claim comes to at most stays as it is where that is no whole number of fen.
  mutating func scale(
    _ index: Int,
    by rate: Rate,
    _ rounding: Rounding?,
    inputs: [Input],
    _ why: Phrase
  ) throws(Diagnostic) {
    // Nothing is said yet of what an open claim may be worth.
    guard claims[index].isAppraised else {
      let outcome = claims[index].outcome
      record(index, .skipped, Reason.skipped(outcome))
      return
    }
    let worth = claims[index].worth
    let isEligible = claims[index].outcome == .eligible
    guard
      let share = try exactly({ () throws(Money.Overflow) in try rate.share(of: worth, rounding) })
    else {
      // What an open claim may come to at most need not be its amount.
      if isEligible { settle(index, .undecided(Reason.inexact)) }
      return
    }
    let reason = Phrase(
      en: "\(rate) of \(worth) yuan: \(why.en)",
      zh: "按 \(worth) 元的 \(rate) 计：\(why.zh)"
    )
    guard isEligible else {
      appraise(index, share, inputs: inputs, reason)
      return
    }
    reduce(index, to: share, inputs: inputs, reason)
  }
}
