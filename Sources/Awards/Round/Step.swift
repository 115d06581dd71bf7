public import Bilingual
public import Ledger
public import Portfolio

/// One step of a claim's trace: what one clause did, why, and from which values.
public struct Step: Sendable {
  /// The stage.
  public let stage: Stage
  /// The clause.
  public let clause: RecordID
  /// What it did.
  public let verdict: Verdict
  /// Why, with the values.
  public let reason: Phrase
  /// The values that were read, and where they stand.
  public let inputs: [Input]
  /// What was payable before it.
  public let before: Money
  /// What is payable after it.
  public let after: Money
  /// What it would take to pass, where a condition failed and can say so.
  public let demand: Phrase?
}
