import Bilingual
import Ledger
import Portfolio

extension Check {
  /// An observation is of an indicator that a target names, not of one that is written nearly so or computed of records.
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
      let (schemes, towns) = (
        try audit.snapshot.table(Scheme.self), try audit.snapshot.table(Town.self)
      )
      return try audit.snapshot.table(Observation.self).records.compactMap { observation in
        if let name = observation[Observation.indicator], let indicator = Indicator(name),
          indicator.scheme.map({ schemes[$0] != nil }) ?? true,
          observation[Observation.scope].map({ towns.named($0) != nil }) ?? true
        {
          var finding = Finding(
            observation,
            Phrase(
              en: "'\(name)' is computed from records: the reported value is not used",
              zh: "“\(name)”由记录计算，上报值不会使用"
            ),
            help: Phrase(
              en: "enter the records that are missing, and remove the observation",
              zh: "请补录所缺记录，并删除该观测值"
            )
          )
          finding.field = Observation.indicator.definition
          return finding
        }
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
