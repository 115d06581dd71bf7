import Bilingual
import Ledger
import Portfolio

/// What limits on sums share.
extension Work {
  /// Cuts a claim at what is left below a limit, and returns what is used up afterwards.
  mutating func cap(
    _ index: Int,
    at most: Money,
    _ before: Money,
    inputs: [Input],
    _ limit: Phrase
  ) throws(Diagnostic) -> Money {
    let worth = claims[index].worth
    let (left, total) = try exactly { () throws(Money.Overflow) in
      (try most.subtracting(before), try before.adding(worth))
    }
    if total <= most {
      record(
        index,
        .passed,
        inputs: inputs,
        Phrase(
          en: "\(total) yuan in all; the limit is \(limit.en)",
          zh: "累计 \(total) 元，上限为\(limit.zh)"
        )
      )
    } else {
      reduce(
        index,
        to: max(.zero, left),
        inputs: inputs,
        Phrase(
          en: "\(before) yuan are used; the limit is \(limit.en)",
          zh: "已计 \(before) 元，上限为\(limit.zh)"
        )
      )
    }
    return try used(before, index)
  }

  /// What is used up of a limit behind a claim on which it was just carried out.
  func used(_ before: Money, _ index: Int) throws(Diagnostic) -> Money {
    try exactly { () throws(Money.Overflow) in try before.adding(taking(index)) }
  }

  func sum(of payouts: some Sequence<Payout>) throws(Diagnostic) -> Money {
    var sum = Money.zero
    for payout in payouts {
      sum = try exactly { () throws(Money.Overflow) in try sum.adding(payout.amount) }
    }
    return sum
  }
}
