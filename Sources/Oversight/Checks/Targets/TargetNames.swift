import Bilingual
import Ledger
import Portfolio

/// The names that targets may mean: indicators, schemes, places and sectors.
struct TargetNames {
  private let snapshot: Snapshot
  private let schemes: Table
  private let towns: Table
  /// Indicators and scopes that somebody reports, each as written.
  private let reported: Set<String>
  private let reportedScopes: Set<String>
  private let sectors: Set<String>

  init(_ snapshot: Snapshot) throws {
    self.snapshot = snapshot
    schemes = try snapshot.table(Scheme.self)
    towns = try snapshot.table(Town.self)
    let observations = try snapshot.table(Observation.self).records
    reported = Set(observations.compactMap { $0[Observation.indicator] })
    reportedScopes = Set(observations.compactMap { $0[Observation.scope].map(Folding.key) })
    sectors = Set(
      try snapshot.table(Enterprise.self).records.compactMap { $0[Enterprise.sector] }
        + snapshot.table(Brand.self).records.compactMap { $0[Brand.sector] }
    )
  }

  /// What makes a target that nothing can ever meet, or nobody can compute.
  func errors(in target: Record) -> [Finding] {
    [faultInIndicator(target)].compactMap(\.self) + TargetNumbers.errors(in: target)
  }

  /// What may be meant: a department may be named nearly as a town, and a sector have nobody in it yet.
  func doubts(in target: Record) -> [Finding] {
    [faultInScope(target), TargetNumbers.faultInBasis(target)].compactMap(\.self)
      + faultsInSectors(target)
  }

  /// Finds an indicator that was meant to be computed and is not; any other name may be reported one day.
  private func faultInIndicator(_ target: Record) -> Finding? {
    guard let name = target[Target.indicator], !reported.contains(name) else { return nil }
    if let code = try? IndicatorNames.name(meantBy: name, snapshot) {
      return finding(
        target,
        Phrase(
          en: "'\(name)' is what an indicator is called, not its name",
          zh: "“\(name)”是指标的显示名称，不是其代码"
        ),
        meant: code
      )
    }
    if let indicator = Indicator(name) {
      guard let scheme = indicator.scheme, schemes[scheme] == nil else { return nil }
      return finding(
        target,
        Phrase(
          en: "there is no scheme '\(scheme)' to compute '\(name)' of",
          zh: "没有荣誉项目“\(scheme)”，无法计算指标“\(name)”"
        ),
        meant: Nearest.name(to: scheme.text, among: schemes.records.map(\.id.text))
          ?? levels(near: scheme.text)
      )
    }
    let measures = Measure.allCases.map(\.rawValue) + Measure.allCases.map(\.label.zh)
    let stem = String(name.prefix { $0 != ":" })
    guard let meant = Nearest.name(to: stem, among: measures) else { return nil }
    return finding(
      target,
      Phrase(en: "'\(name)' is neither computed nor reported", zh: "指标“\(name)”既不能计算，也无上报值"),
      meant: meant
    )
  }

  /// Returns the level, and the family behind it, that a name is written nearly as.
  private func levels(near name: String) -> String? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    func near(_ part: String, _ all: [String]) -> String? {
      all.contains(part) ? part : Nearest.name(to: part, among: all)
    }
    guard let first = parts.first, let level = near(first, BrandLevel.allCases.map(\.rawValue))
    else { return nil }
    guard parts.count == 2 else { return level }
    return near(parts[1], SchemeFamily.allCases.map(\.rawValue)).map { "\(level)/\($0)" }
  }

  /// Finds sectors in which nobody is.
  private func faultsInSectors(_ target: Record) -> [Finding] {
    let known = Set(sectors.map(Folding.key))
    return (target[Target.sectors] ?? []).filter { !known.contains(Folding.key($0)) }
      .map { sector in
        finding(
          target,
          Phrase(
            en: "no enterprise or brand is of the sector '\(sector)'",
            zh: "没有行业为“\(sector)”的企业或品牌"
          ),
          meant: Nearest.name(to: sector, among: sectors.sorted())
        )
      }
  }

  /// Finds a place that is no town but is written nearly as one; any other may be a department.
  private func faultInScope(_ target: Record) -> Finding? {
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
        ?? Phrase(en: "name one that there is, or add an observation", zh: "请更正名称，或添加观测值")
    )
  }
}
