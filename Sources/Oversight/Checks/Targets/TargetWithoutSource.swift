import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Every target can be measured.
  static let targetWithoutSource = Check(
    "target-without-source",
    demand: Phrase(en: "Every target can be computed, or is reported.", zh: "每个目标须可计算或有上报值。"),
    tier: .strict,
    severity: .warning,
    ledger: { audit in
      let schemes = try audit.snapshot.table(Scheme.self)
      let towns = try audit.snapshot.table(Town.self)
      let observed = Set(
        try audit.snapshot.table(Observation.self).records.map {
          [$0[Observation.indicator] ?? "", towns.scopeKey($0[Observation.scope])]
        }
      )
      return try audit.snapshot.table(Target.self).records.compactMap { target in
        guard let name = target[Target.indicator] else { return nil }
        let scope = target[Target.scope]
        let isComputed =
          Indicator(name).map { indicator in
            indicator.scheme.map { schemes[$0] != nil } ?? true
          } ?? false
        if isComputed, scope.map({ towns.named($0) != nil }) ?? true { return nil }
        if observed.contains([name, towns.scopeKey(scope)]) { return nil }
        let place = scope.map { Phrase(en: " for \($0)", zh: "(\($0))") }
        return Finding(
          target,
          Phrase(
            en: "the indicator '\(name)'\(place?.en ?? "") is neither computed nor reported",
            zh: "指标“\(name)”\(place?.zh ?? "")既不能计算，也无上报值"
          ),
          help: Phrase(
            en: "add an observation of it; computed are: "
              + Measure.allCases.map(\.rawValue).joined(separator: ", "),
            zh: "请添加观测值；可计算的指标："
              + Measure.allCases.map(\.rawValue).joined(separator: "、")
          )
        )
      }
    }
  )
}
