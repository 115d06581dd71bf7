import Bilingual
import Ledger
import Portfolio

extension Check {
  /// An observation is of an indicator that a target names, not of one that is written nearly so.
  static let observationUnasked = Check(
    "observation-unasked",
    demand: Phrase(
      en: "An observation names its indicator as the target does.",
      zh: "观测值的指标名称须与目标一致。"
    ),
    severity: .warning,
    ledger: { audit in
      let targets = try audit.snapshot.table(Target.self).records
      let asked = Set(targets.compactMap { $0[Target.indicator] })
      let names = asked.sorted()
      return try audit.snapshot.table(Observation.self).records.compactMap { observation in
        guard let name = observation[Observation.indicator], !asked.contains(name),
          let meant = Nearest.name(to: name, among: names)
        else { return nil }
        var finding = Finding(
          observation,
          Phrase(en: "no target names the indicator '\(name)'", zh: "没有以“\(name)”为指标的目标"),
          help: Phrase(en: "did you mean '\(meant)'?", zh: "是否指“\(meant)”？")
        )
        finding.field = Observation.indicator.definition
        return finding
      }
    }
  )
}
