import Bilingual
import Ledger
import Portfolio

/// The names that targets may mean.
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
    [
      faultInIndicator(target), faultInValue(target), faultInRange(target),
      faultInAverage(target), faultInPoints(target),
    ].compactMap(\.self)
  }

  /// What may be meant: a department may be named nearly as a town, and a sector have nobody in it yet.
  func doubts(in target: Record) -> [Finding] {
    [faultInScope(target), faultInBasis(target)].compactMap(\.self) + faultsInSectors(target)
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

  /// Finds a stock that is asked for as what is new, which counts what is held all the same.
  private func faultInBasis(_ target: Record) -> Finding? {
    guard target[Target.basis] == .flow,
      let indicator = target[Target.indicator].flatMap({ Indicator($0) }),
      indicator.measure == .holdings
    else { return nil }
    return Finding(
      target,
      Phrase(
        en: "'\(indicator.name)' counts what is held on the last day, not what is new",
        zh: "“\(indicator.name)”统计期末持有数，不是每年新增数"
      ),
      help: Phrase(
        en: "set basis=stock, or ask for new-recognitions",
        zh: "请改为存量（basis=stock），或改用 new-recognitions"
      )
    )
  }

  /// Finds a number of what is counted that is less than nothing.
  private func faultInValue(_ target: Record) -> Finding? {
    guard let value = target[Target.value], value.units < 0,
      let name = target[Target.indicator], Indicator(name) != nil
    else { return nil }
    return Finding(
      target,
      Phrase(
        en: "\(value) is less than nothing, and counts are not",
        zh: "目标值 \(value) 为负数，计数不会为负"
      ),
      help: Phrase(en: "correct the value", zh: "请更正目标值")
    )
  }

  private func faultInRange(_ target: Record) -> Finding? {
    if let sense = target[Target.operator], sense != .within, let upper = target[Target.upper] {
      return Finding(
        target,
        Phrase(
          en: "the upper end \(upper) says nothing of a target that is \(sense.choice.label.en)",
          zh: "“\(sense.choice.label.zh)”的目标不使用上限 \(upper)"
        ),
        help: Phrase(en: "take upper away, or make it within", zh: "请去掉上限，或改为“区间”")
      )
    }
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
      help: Phrase(en: "exchange value and upper", zh: "请对调目标值和上限")
    )
  }

  /// Finds an average of what is no yearly figure, or of years behind the target's own.
  private func faultInAverage(_ target: Record) -> Finding? {
    guard let first = target[Target.averageFrom] else { return nil }
    if target[Target.basis] == .stock {
      return Finding(
        target,
        Phrase(
          en: "a yearly average is of what is new in each year, not of a stock",
          zh: "年均只用于每年新增的指标，不用于存量"
        ),
        help: Phrase(en: "take averageFrom away, or set basis=flow", zh: "请去掉年均起始年，或改为每年新增")
      )
    }
    guard let year = target[Target.year], first > year else { return nil }
    return Finding(
      target,
      Phrase(
        en: "the average begins in \(first), after the target's year \(year)",
        zh: "年均起始年 \(first) 晚于适用年度 \(year)"
      ),
      help: Phrase(en: "correct averageFrom or year", zh: "请核对年均起始年或适用年度")
    )
  }

  /// Finds points that cannot be given.
  private func faultInPoints(_ target: Record) -> Finding? {
    let weight = target[Target.weight]
    let rates = [target[Target.deduction], target[Target.bonus], target[Target.bonusLimit]]
      .compactMap(\.self)
    let help = Phrase(
      en:
        "weight has at most two decimals, 0 for a bonus alone; what is taken off or given is no less than 0",
      zh: "分值最多两位小数（只加分的填 0）；扣分、加分和上限不小于 0"
    )
    if let wrong = ([weight].compactMap(\.self) + rates).first(where: { $0.units < 0 }) {
      return Finding(
        target,
        Phrase(en: "\(wrong) are no points", zh: "“\(wrong)”不是有效分值"),
        help: help
      )
    }
    if let weight, weight.decimals > 2 {
      return Finding(
        target,
        Phrase(en: "\(weight) points have more than two decimals", zh: "分值 \(weight) 超过两位小数"),
        help: help
      )
    }
    guard weight == nil, !rates.isEmpty else { return nil }
    return Finding(
      target,
      Phrase(en: "points are taken off or given, but it brings none itself", zh: "有扣分或加分，但没有分值"),
      help: help
    )
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
