import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A target names what there is, and its range goes up.
  static let targetFaulty = Check(
    "target-faulty",
    demand: Phrase(
      en:
        "A target names an indicator, a scheme and a place that there are, and its range goes up.",
      zh: "目标须指向存在的指标、荣誉项目和范围，区间上限不得小于下限。"
    ),
    severity: .warning,
    ledger: { audit in
      let names = try TargetNames(audit.snapshot)
      return try audit.snapshot.table(Target.self).records.flatMap { target in
        [names.faultInIndicator(target), names.faultInScope(target), faultInRange(target)]
          .compactMap(\.self)
      }
    }
  )

  private static func faultInRange(_ target: Record) -> Finding? {
    guard target[Target.operator] == .within, let lower = target[Target.value] else { return nil }
    guard let upper = target[Target.upper] else {
      return Finding(
        target,
        Phrase(en: "the range from \(lower) has no upper end", zh: "区间（\(lower) 起）缺少上限"),
        help: Phrase(en: "set upper, or make it at-least", zh: "请填写上限，或改为“不低于”")
      )
    }
    guard upper < lower else { return nil }
    return Finding(
      target,
      Phrase(
        en: "the range from \(lower) to \(upper) holds no value",
        zh: "区间 \(lower) 至 \(upper) 不含任何数值"
      ),
      help: Phrase(en: "exchange value and upper", zh: "请核对目标值和上限")
    )
  }
}

/// The names that targets may mean.
private struct TargetNames {
  private let schemes: Table
  private let towns: Table
  /// Indicators and scopes that somebody reports, each as written.
  private let reported: Set<String>
  private let reportedScopes: Set<String>

  init(_ snapshot: Snapshot) throws {
    schemes = try snapshot.table(Scheme.self)
    towns = try snapshot.table(Town.self)
    let observations = try snapshot.table(Observation.self).records
    reported = Set(observations.compactMap { $0[Observation.indicator] })
    reportedScopes = Set(observations.compactMap { $0[Observation.scope].map(Folding.key) })
  }

  /// Finds an indicator that was meant to be computed and is not; any other name may be reported one day.
  func faultInIndicator(_ target: Record) -> Finding? {
    guard let name = target[Target.indicator], !reported.contains(name) else { return nil }
    if let indicator = Indicator(name) {
      guard let scheme = indicator.scheme, schemes[scheme] == nil else { return nil }
      return finding(
        target,
        Phrase(
          en: "there is no scheme '\(scheme)' to compute '\(name)' of",
          zh: "没有荣誉项目“\(scheme)”，无法计算指标“\(name)”"
        ),
        meant: Nearest.name(to: scheme.text, among: schemes.records.map(\.id.text))
      )
    }
    let measures = Measure.allCases.map(\.rawValue)
    let stem = String(name.prefix { $0 != ":" })
    guard let meant = Nearest.name(to: stem, among: measures) else { return nil }
    return finding(
      target,
      Phrase(
        en: "'\(name)' is neither computed nor reported",
        zh: "指标“\(name)”既不能计算，也无上报值"
      ),
      meant: meant
    )
  }

  /// Finds a place that is no town but is written nearly as one; any other may be a department.
  func faultInScope(_ target: Record) -> Finding? {
    guard let scope = target[Target.scope], towns.named(scope) == nil,
      !reportedScopes.contains(Folding.key(scope))
    else { return nil }
    let names = towns.records.flatMap { [$0[Town.name], $0.id.text].compactMap(\.self) }
    guard let meant = Nearest.name(to: scope, among: names) else { return nil }
    return finding(
      target,
      Phrase(
        en: "the scope '\(scope)' is no town, and nothing is reported of it",
        zh: "范围“\(scope)”不是镇区，也无上报值"
      ),
      meant: meant
    )
  }

  private func finding(_ target: Record, _ message: Phrase, meant: String?) -> Finding {
    Finding(
      target,
      message,
      help: meant.map { Phrase(en: "did you mean '\($0)'?", zh: "是否指“\($0)”？") }
        ?? Phrase(
          en: "name one that there is, or add an observation",
          zh: "请更正名称，或添加观测值"
        )
    )
  }
}
