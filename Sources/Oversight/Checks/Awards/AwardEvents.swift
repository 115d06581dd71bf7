import Awards
import Bilingual
import Ledger

extension Check {
  /// Every event of an award is a move that the award allowed, and the award stands where they lead.
  static let awardEvents = Check(
    "award-events",
    demand: Phrase(
      en: "An award stands where its events lead, and every event was possible.",
      zh: "奖励状态须与其经过一致，每一步须符合程序。"
    ),
    severity: .error,
    told: { audit in try AwardLife.all(audit.snapshot).flatMap { $0.faults + $0.unsettled } }
  )
}
