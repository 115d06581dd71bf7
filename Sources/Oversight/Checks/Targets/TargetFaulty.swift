import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A target names what there is, and its numbers can be met.
  static let targetFaulty = Check(
    "target-faulty",
    demand: Phrase(
      en:
        "A target names an indicator, a scheme, a place and sectors that there are; its range goes up.",
      zh: "目标须指向存在的指标、荣誉项目、范围和行业，区间上限不得小于下限。"
    ),
    severity: .warning,
    ledger: { audit in
      let names = try TargetNames(audit.snapshot)
      return try audit.snapshot.table(Target.self).records.flatMap {
        names.errors(in: $0) + names.doubts(in: $0)
      }
    }
  )
}
