import Bilingual
import Ledger
import Portfolio

/// What the budget made of a claim to which others gave way.
enum Fate {
  /// The clause of this number left it nothing.
  case leftOut(by: String)
  /// Whether it is paid is not known, as far as all clauses came.
  case open(Settlements.Settlement)
}

extension Work {
  /// Pays nothing for a claim to which another one is preferred.
  ///
  /// Where it is open whether the budget reaches that one, this one waits for it.
  mutating func giveWay(_ index: Int, to other: Int, _ reason: @autoclosure () -> Phrase) {
    chosen.append(other)
    if case .open(let end)? = context.settlements.fates[other] {
      settle(index, end.judgement(of: claims[other].id))
      return
    }
    let fact = claims[other].source
    reduce(index, to: .zero, inputs: [fact.dateInput], reason())
  }

  /// Ends claims that the budget left out, before a clause prefers one of them to others again.
  mutating func endLeftOut() {
    guard !context.settlements.fates.isEmpty else { return }
    let present = Set(governed)
    var ended: Set<Int> = []
    for (index, fate) in context.settlements.fates where present.contains(index) {
      guard case .leftOut(let number) = fate, claims[index].outcome == .eligible else { continue }
      reduce(
        index,
        to: .zero,
        Phrase(
          en: "\(number) leaves it nothing, so what gives way to it takes its place",
          zh: "\(number)未能覆盖，由为其让位者递补"
        )
      )
      ended.insert(index)
    }
    if !ended.isEmpty { governed.removeAll(where: ended.contains) }
  }

  /// The claims to which others gave way and that are to be paid as far as clauses were carried out; none
  /// where the clause that comes leaves nobody out.
  var preferred: Set<Int> {
    guard rule.operation.weighing == .leavesOut else { return [] }
    return Set(chosen.filter { claims[$0].outcome == .eligible })
  }

  /// Keeps what the clause that was carried out made of claims to which others gave way.
  mutating func keepFates(of preferred: Set<Int>) {
    // A budget that is used up reaches the next one no more than the first.
    guard !preferred.isEmpty,
      rule.operation is ScoreSplit || governed.contains(where: { claims[$0].competes })
    else { return }
    for index in preferred {
      let claim = claims[index]
      if claim.isOpen {
        fates[index] = .open(Settlements.Settlement(claim))
      } else if claim.outcome == .notEligible, !(claim.isLeftOver && isTakenUp(claim)) {
        fates[index] = .leftOut(by: rule.number)
      }
    }
  }
}
