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
    // Most meet the condition, and without traces there is nothing to be kept of them.
    var isPassed = PartyTable<Bool>()
    for index in work.scope where work.claims[index].outcome != .notApplicable {
      let number = work.claims[index].partyNumber
      if let number, isPassed[number] == true { continue }
      guard let number, let record = work.context.evidence.parties[number].record else {
        work.settle(index, judge(work.claims[index], work.context))
        continue
      }
      if let judgement = known[number] {
        work.settle(index, judgement)
        continue
      }
      var judgement = judge(record, work.context)
      if work.isTracing {
        judgement = judgement.told
      } else if judgement.verdict == .passed {
        isPassed[number] = true
        continue
      }
      known[number] = judgement
      work.settle(index, judgement)
    }
  }
}
