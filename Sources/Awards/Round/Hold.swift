public import Bilingual
public import Ledger

/// Why a claim that would be paid is left to people: it is sealed only where it is named, and takes no other's place.
public enum Hold: Hashable, Sendable {
  /// An award of it was made void for an objection that was right.
  case refuted(RecordID)
  /// An award of a later year was made without a look at it, though its clauses remember what was paid.
  case paidLater(RecordID)

  /// The award.
  public var award: RecordID {
    switch self {
    case .refuted(let award), .paidLater(let award): award
    }
  }

  /// The reason in the claim's trace.
  public var reason: Phrase {
    switch self {
    case .refuted(let award):
      Phrase(
        en: "its award \(award) was made void for an objection that was right; it is paid only where it is "
          + "named",
        zh: "其奖励 \(award) 因异议成立作废；须指明方可再次奖励"
      )
    case .paidLater(let award):
      Phrase(
        en: "\(award) was made for a later year without a look at it; it is paid only where it is named",
        zh: "以后年度的奖励 \(award) 核定时未计入本项；须指明方可奖励"
      )
    }
  }
}
