import Ledger
import Portfolio

/// Which facts clauses count: those that they select and that stand at the end of the round's days.
extension Context {
  enum Counted {
    case yes, no
    /// What would have to be known.
    case unknown(Input)
  }

  /// Whether a fact counts, whenever it happened.
  func counts(_ fact: Fact, _ selection: Selection) -> Counted {
    let end = evidence.ending(of: fact)
    let isOver = end.map { $0.isOver(by: window.upperBound) } ?? false
    if isOver == true { return .no }
    switch selection.matches(fact, evidence) {
    case .no, .otherwise: return .no
    case .unknown(let inputs): return .unknown(inputs.first ?? fact.dateInput.missing)
    case .yes:
      guard isOver == nil, let end else { return .yes }
      return .unknown(end.input.missing)
    }
  }

  /// The facts of the round's days that a recipient surely has, and what leaves others open.
  func count(_ selection: Selection, of recipient: RecordID) -> (sure: [Fact], open: [Input]) {
    var sure: [Fact] = []
    var open: [Input] = []
    for fact in evidence.history(of: selection.kind).facts(of: recipient) {
      let lies = fact.date.map { $0.lies(from: window.lowerBound, until: window.upperBound) }
      switch (counts(fact, selection), lies ?? nil) {
      case (_, false?), (.no, _): continue
      case (.yes, true?): sure.append(fact)
      case (.unknown(let input), _): open.append(input)
      case (.yes, nil): open.append(fact.dateInput.missing)
      }
    }
    return (sure, open)
  }
}
