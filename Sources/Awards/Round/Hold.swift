public import Ledger

/// Why a claim that would be paid is left to people: it is sealed only where it is named.
public enum Hold: Hashable, Sendable {
  /// An award of it was made void for an objection that was right; it takes nobody's place.
  case refuted(RecordID)
  /// An award of a later year was made without a look at it, though its clauses remember what was paid.
  case paidLater(RecordID)
}
