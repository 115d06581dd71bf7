import Ledger

/// A condition on the recipient's record alone: what it says holds for every claim of the round.
protocol StandingCondition: RecipientCondition {
  /// Says whether the recipient meets the condition.
  func judge(_ recipient: Record, _ context: Context) -> Judgement
}

extension StandingCondition {
  func judge(_ recipient: Record, _ claim: Claim, _ context: Context) -> Judgement {
    judge(recipient, context)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    var known = PartyTable<Judgement>()
    for index in work.scope where work.claims[index].outcome != .notApplicable {
      guard let party = work.claims[index].party, let record = party.record else {
        work.settle(index, judge(work.claims[index], work.context))
        continue
      }
      if let judgement = known[party] {
        work.settle(index, judgement)
      } else {
        var judgement = judge(record, work.context)
        if work.isTracing { judgement = judgement.told }
        known[party] = judgement
        work.settle(index, judgement)
      }
    }
  }
}
