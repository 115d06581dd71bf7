public import Bilingual
public import Ledger

/// Something that would have to be otherwise for a claim to be paid.
public struct Need: Sendable {
  /// What kind of change it takes.
  public enum Kind: String, CaseIterable, Sendable {
    /// A value that the ledger does not hold has to be given.
    case value
    /// A value would have to be another one.
    case change
    /// People have to decide.
    case decision
  }

  /// What kind of change it takes.
  public let kind: Kind
  /// The clause that asks for it.
  public let clause: RecordID
  /// What it would take.
  public let demand: Phrase
  /// The values that stand in the way, or the places where they are missing.
  public let inputs: [Input]
}

extension Claim {
  /// What would make the claim eligible; empty where it is, and where no trace was kept.
  ///
  /// All of it is needed, in the order in which the clauses ask. What is met later may bring
  /// up clauses that were not reached.
  public var needs: [Need] {
    guard outcome != .eligible else { return [] }
    var isUndecided = false
    return trace.compactMap { step in
      let kind: Need.Kind
      switch step.verdict {
      // An open claim is appraised as well: that asks for nothing new.
      case .unknown where step.inputs.contains { $0.value == nil }: kind = .value
      case .undecided where !isUndecided || step.stage != .value:
        isUndecided = true
        kind = .decision
      case .failed: kind = .change
      case .notApplicable where step.stage == .select: kind = .change
      default: return nil
      }
      return Need(
        kind: kind,
        clause: step.clause,
        demand: step.demand ?? step.reason,
        inputs: step.inputs
      )
    }
  }
}
