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
  case unknown([Input])
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
    case .unknown(let missing): settle(index, .unknown(missing))
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
  mutating func scale(
    _ index: Int,
    by rate: Rate,
    _ rounding: Rounding?,
    inputs: [Input],
    _ why: Phrase
  ) {
    // Nothing is said yet of what an open claim may be worth.
    guard claims[index].isAppraised else {
      let outcome = claims[index].outcome
      record(index, .skipped, Reason.skipped(outcome))
      return
    }
    let worth = claims[index].worth
    guard let share = rate.share(of: worth, rounding) else {
      settle(index, .undecided(Reason.inexact))
      return
    }
    let reason = Phrase(
      en: "\(rate) of \(worth) yuan: \(why.en)",
      zh: "按 \(worth) 元的 \(rate) 计：\(why.zh)"
    )
    guard claims[index].outcome == .eligible else {
      appraise(index, share, inputs: inputs, reason)
      return
    }
    reduce(index, to: share, inputs: inputs, reason)
  }
}
