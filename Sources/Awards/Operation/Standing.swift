import Bilingual
import Ledger

/// A condition on the recipient's record alone: what it says holds for every claim of the round.
protocol StandingCondition: RecipientCondition {
  /// The one field of the record on which it hangs and which it names; `nil` where it looks at others.
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
    // What is said of a recipient is the same for all that have the same value of that field.
    let shared = field.flatMap { field in parties.places(of: field).map { (field, places: $0) } }
    var byPlace = PartyTable<Judgement>()
    var byParty = PartyTable<Judgement>()
    // Most meet the condition, and without traces there is nothing to be kept of them.
    var isPassed = PartyTable<Bool>()
    for index in work.scope where work.claims[index].outcome != .notApplicable {
      guard let number = work.claims[index].partyNumber, parties.isKnown(number) else {
        work.settle(index, judge(work.claims[index], work.context))
        continue
      }
      if let (field, places) = shared, number < places.count {
        let place = Int(places[number])
        let judgement = byPlace[place] ?? judge(parties[number], work)
        if byPlace[place] == nil { byPlace[place] = judgement }
        if judgement.verdict == .passed, !work.isTracing { continue }
        // A value that is missing is missing in this very record.
        if judgement.verdict == .passed || judgement.verdict == .failed {
          work.settle(
            index,
            work.isTracing ? judgement.told(of: parties[number], field) : judgement
          )
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

extension Judgement {
  /// Judges by a yes or no of the recipient's record, in the words of what it says.
  static func flag(
    _ field: Field<Bool>,
    of recipient: Record,
    mustBe wanted: Bool,
    demand: Phrase? = nil,
    _ words: @escaping (Bool) -> Phrase
  ) -> Self {
    let input = Input(recipient, field)
    guard let found = recipient[field] else { return .unknown([input.missing]) }
    return found == wanted
      ? .passed([input], words(found)) : .failed([input], demand: demand, words(found))
  }

  /// The same of another recipient, who has the same value of the one field that it names.
  fileprivate func told(of party: Party, _ field: FieldDefinition) -> Self {
    told(with: party.record.map { [Input(.field($0, field))] } ?? inputs)
  }
}
