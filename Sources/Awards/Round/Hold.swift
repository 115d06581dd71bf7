import Bilingual
public import Ledger

/// Why a claim that would be paid is left to people: it is paid, and takes a place of others, only where it is named.
public enum Hold: Hashable, Sendable {
  /// An award of it was made void for an objection that was right.
  case refuted(RecordID)
  /// Of an award beside it something was claimed back or made void; it is not known whether that is due again.
  case lowered(RecordID)
  /// An award of a later year was made without a look at it, though its clauses remember what was paid.
  case paidLater(RecordID)

  /// What a claim's trace says of it.
  var reason: Phrase {
    switch self {
    case .refuted(let award):
      Phrase(
        en: "its award \(award) was made void for an objection that was right; it is paid only "
          + "where it is named",
        zh: "其奖励 \(award) 因异议成立作废；须指明方可再次奖励"
      )
    case .lowered(let award):
      Phrase(
        en:
          "something of \(award) was claimed back or made void; more is paid only where it is named",
        zh: "奖励 \(award) 已部分追回或作废；须指明方可补发"
      )
    case .paidLater(let award):
      Phrase(
        en: "\(award) of a later year was made without a look at it; it is paid only where it is "
          + "named",
        zh: "以后年度的奖励 \(award) 未计入该项；须指明方可奖励"
      )
    }
  }
}
