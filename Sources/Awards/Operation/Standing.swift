import Ledger

/// A condition on the recipient's record alone: what it says holds for every claim of the round.
protocol StandingCondition: RecipientCondition {
  /// The one field of the record on which it hangs; `nil` where it looks at others.
  var field: FieldDefinition? { get }

  /// Says whether the recipient meets the condition.
  func judge(_ recipient: Record, _ context: Context) -> Judgement
}

extension StandingCondition {
  var field: FieldDefinition? { nil }

  func judge(_ recipient: Record, _ claim: Claim, _ context: Context) -> Judgement {
    judge(recipient, context)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    let parties = work.context.evidence.parties
    // Without traces only the verdict counts, which is the same for all that have the same value.
    let places = work.isTracing ? nil : field.flatMap { parties.places(of: $0) }
    var byPlace = PartyTable<Judgement>()
    var byParty = PartyTable<Judgement>()
    // Most meet the condition, and without traces there is nothing to be kept of them.
    var isPassed = PartyTable<Bool>()
    for index in work.scope where work.claims[index].outcome != .notApplicable {
      guard let number = work.claims[index].partyNumber, parties.isKnown(number) else {
        work.settle(index, judge(work.claims[index], work.context))
        continue
      }
      if let places, number < places.count {
        let place = Int(places[number])
        let judgement = byPlace[place] ?? judge(parties[number], work)
        byPlace[place] = judgement
        if judgement.verdict == .passed { continue }
        // What is missing is a field of this very record.
        if judgement.verdict == .failed {
          work.settle(index, judgement)
          continue
        }
      }
      if isPassed[number] == true { continue }
      let judgement = byParty[number] ?? judge(parties[number], work)
      if judgement.verdict == .passed, !work.isTracing {
        isPassed[number] = true
        continue
      }
      byParty[number] = judgement
      work.settle(index, judgement)
    }
  }

  private func judge(_ party: Party, _ work: Work) -> Judgement {
    guard let record = party.record else { return .unknown([]) }
    let judgement = judge(record, work.context)
    return work.isTracing ? judgement.told : judgement
  }
}
