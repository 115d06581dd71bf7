import Bilingual
import Ledger
import Portfolio

extension Check {
  /// An observation is in a unit that can be compared with its target's.
  static let observationUnit = Check(
    "observation-unit",
    demand: Phrase(
      en: "An observation has its target's unit, or one that differs by a power of ten.",
      zh: "观测值的单位须与目标一致，或只差十的倍数。"
    ),
    severity: .warning,
    ledger: { audit in
      let targets = try audit.snapshot.table(Target.self).records
      return try audit.snapshot.table(Observation.self).records.compactMap { observation in
        guard let own = observation[Observation.unit],
          let unit = targets.lazy.filter({
            $0[Target.indicator] == observation[Observation.indicator]
          }).compactMap({ $0[Target.unit] }).first(where: {
            ObservedUnit.value(of: observation, in: $0) == nil
          })
        else { return nil }
        var finding = Finding(
          observation,
          Phrase(
            en: "the value is in \(own), the target in \(unit): they are not compared",
            zh: "数值以“\(own)”为单位，目标以“\(unit)”为单位，不作比较"
          ),
          help: Phrase(en: "give the value in \(unit)", zh: "请按“\(unit)”填写数值")
        )
        finding.field = Observation.unit.definition
        return finding
      }
    }
  )
}
