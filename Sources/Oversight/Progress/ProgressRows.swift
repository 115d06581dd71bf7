import Bilingual
import Ledger
import Portfolio

/// Joins the targets of a year to what was counted and reported.
struct ProgressRows {
  private let year: ReportingYear
  private let targets: [Record]
  private let schemes: Table
  private let towns: Table
  private let figures: YearFigures
  // The years before, from the first one of any average on.
  private let earlier: [YearFigures]
  // What is held today and still will be on the last day, by the dates on record.
  private let heldAtEnd: YearFigures?

  init(_ year: ReportingYear, _ occurrences: Occurrences, _ snapshot: Snapshot) throws {
    self.year = year
    let towns = try snapshot.table(Town.self)
    self.towns = towns
    schemes = try snapshot.table(Scheme.self)
    targets = Self.inForce(try snapshot.table(Target.self).records, year: year.year, towns)
    let reported = try snapshot.table(Observation.self).records
    let selections = Set(targets.map { Self.selection($0, towns) } + [YearFigures.Selection()])
    figures = YearFigures(year, occurrences, reported, towns, for: selections)
    let first = targets.compactMap { $0[Target.averageFrom] }.min() ?? year.year
    earlier = try (min(first, year.year)..<year.year).compactMap { earlier in
      guard let period = ReportingYear(earlier, today: year.today) else { return nil }
      return YearFigures(
        period,
        try Occurrences(in: period, snapshot),
        reported,
        towns,
        for: selections
      )
    }
    heldAtEnd =
      year.isOver
      ? nil
      : YearFigures(
        year,
        try Occurrences(heldOn: year.last, in: year, snapshot),
        for: selections
      )
  }

  /// The rows with targets, then those without.
  ///
  /// A count of all stands among these where the targets ask for some owners only.
  func all() -> [ProgressRow] {
    let targeted = targets.map(row)
    var seen: Set<String> = []
    for target in targets where Self.selection(target, towns) == YearFigures.Selection() {
      if target[Target.scope] == nil { seen.insert(target[Target.indicator] ?? "") }
    }
    let counted = counted.filter {
      !seen.contains($0.name) && !figures.tally(of: $0, schemes: schemes).isEmpty
    }
    let reported = figures.observations.indicators.filter {
      !seen.contains($0)
        && Indicator($0).map { figures.tally(of: $0, schemes: schemes).isEmpty } ?? true
    }
    return targeted + counted.map { row(of: $0.name, nil) } + reported.map { row(of: $0, nil) }
  }

  /// The targets that hold for a year: one of the year itself stands before one of every year.
  private static func inForce(_ targets: [Record], year: Int, _ towns: Table) -> [Record] {
    let ofTheYear = Set(
      targets.filter { $0[Target.year] == year }.map { TargetSubject($0, towns) }
    )
    return targets.filter { target in
      guard let only = target[Target.year] else {
        return !ofTheYear.contains(TargetSubject(target, towns))
      }
      return only == year
    }
  }

  /// Of what a target counts, as far as its scope is a town.
  private static func selection(_ target: Record?, _ towns: Table) -> YearFigures.Selection {
    YearFigures.Selection(
      town: target?[Target.scope].flatMap { towns.named($0)?.id },
      owners: OwnerChoice(target)
    )
  }

  /// Every computed indicator, those by scheme once for each scheme.
  private var counted: [Indicator] {
    Measure.allCases.flatMap { measure in
      measure.isByScheme
        ? schemes.records.map { Indicator(measure, scheme: $0.id) } : [Indicator(measure)]
    }
  }

  private func row(_ target: Record) -> ProgressRow {
    row(of: target[Target.indicator] ?? "", target)
  }

  private func row(of name: String, _ target: Record?) -> ProgressRow {
    let value = value(of: name, target)
    let comparison = target?[Target.operator]
    let goal = target?[Target.value]
    let upper = target?[Target.upper]
    let known = year.hasBegun ? value.actual : nil
    var pace: Fraction?
    let isNew = value.basis == .flow
    if isNew, comparison != .atMost, let known, let goal {
      pace = Forecast.pace(known, of: goal, in: year, upTo: value.reported)
    }
    let first = target?[Target.averageFrom]
    let total = known.flatMap { _ in first.flatMap { sum(of: name, target, from: $0, value) } }
    let average = total.flatMap { $0.value.ratio(to: DecimalNumber(units: Int64($0.years))) }
    return ProgressRow(
      year: year.year,
      indicator: name,
      label: label(of: name, target),
      clause: target?[Target.clause],
      scope: target?[Target.scope],
      unit: target?[Target.unit] ?? value.unit,
      comparison: comparison,
      target: goal,
      upper: upper,
      actual: value.actual,
      net: value.net,
      averageFrom: first,
      average: average,
      ownerTypes: target?[Target.ownerTypes] ?? [],
      sectors: target?[Target.sectors] ?? [],
      uncertain: value.uncertain,
      elsewhere: value.elsewhere,
      pace: pace,
      forecast: value.forecast,
      met: comparison.flatMap { comparison in
        // An average reaches the target where the sum reaches that of all its years.
        let judged =
          first == nil ? known.map { Sum(value: $0, uncertain: value.uncertain) } : total
        guard let judged, let goal = goal?.scaled(by: judged.years, over: 1) else { return nil }
        let upper = upper.flatMap { $0.scaled(by: judged.years, over: 1) }
        return Self.isMet(judged.value, uncertain: judged.uncertain) {
          comparison.isMet(by: $0, goal, upper: upper, isNew: isNew)
        }
      },
      score: TargetScore(
        target,
        unit: (target?[Target.responsible] ?? target?[Target.scope]).map(nameOfScope),
        reached: first == nil ? known?.ratio(to: DecimalNumber(units: 1)) : average,
        isNew: isNew
      ),
      isAboveRange: isNew && comparison == .within
        && known.flatMap { known in upper.map { known > $0 } } ?? false
    )
  }

  /// Says whether a target is met, whichever of the uncertain ones count; `nil` where that matters.
  private static func isMet(
    _ actual: DecimalNumber,
    uncertain: Int,
    _ test: (DecimalNumber) -> Bool
  ) -> Bool? {
    guard uncertain > 0 else { return test(actual) }
    // Only counts of whole things are uncertain.
    let answers = Set((0...Int64(uncertain)).map { test(DecimalNumber(units: actual.units + $0)) })
    return answers.count == 1 ? answers.first : nil
  }

  /// A town by its name, whichever way a target names it.
  private func nameOfScope(_ scope: String) -> String {
    towns.named(scope)?[Town.name] ?? scope
  }

  private func label(of name: String, _ target: Record?) -> Phrase {
    if let zh = target?[Target.label] {
      return Phrase(en: target?[Target.labelEn] ?? zh, zh: zh)
    }
    return Indicator(name)?.label(schemes) ?? Phrase(en: name, zh: name)
  }
}

extension ProgressRows {
  /// What is known of an indicator within a scope.
  private struct Value {
    var actual: DecimalNumber?
    var net: DecimalNumber?
    var uncertain = 0
    var elsewhere = 0
    var forecast: DecimalNumber?
    var basis: TargetBasis?
    var unit: String?
    /// The last day that a reported value covers.
    var reported: Day?
  }

  /// What was reached in some years together.
  private struct Sum {
    var value: DecimalNumber
    var uncertain: Int
    var years = 1
  }

  private func value(of name: String, _ target: Record?) -> Value {
    guard let indicator = computed(name, target) else { return observed(name, target) }
    return computed(indicator, Self.selection(target, towns))
  }

  /// The indicator of a target where it is computed: of the city, or of a town.
  private func computed(_ name: String, _ target: Record?) -> Indicator? {
    guard let indicator = Indicator(name), indicator.scheme.map({ schemes[$0] != nil }) ?? true,
      target?[Target.scope].map({ towns.named($0) != nil }) ?? true
    else { return nil }
    return indicator
  }

  private func computed(_ indicator: Indicator, _ selection: YearFigures.Selection) -> Value {
    let tally = figures.tally(of: indicator, selection, schemes: schemes)
    let actual = DecimalNumber(units: Int64(tally.gross))
    let forecast: DecimalNumber?
    if indicator.measure.basis == .flow {
      forecast = Forecast.flow(actual, in: year)
    } else if let heldAtEnd {
      let tally = heldAtEnd.tally(of: indicator, selection, schemes: schemes)
      forecast = DecimalNumber(units: Int64(tally.gross))
    } else {
      forecast = actual
    }
    return Value(
      actual: actual,
      net: DecimalNumber(units: Int64(tally.net)),
      uncertain: tally.uncertain,
      elsewhere: tally.elsewhere,
      forecast: forecast,
      basis: indicator.measure.basis
    )
  }

  private func observed(_ name: String, _ target: Record?) -> Value {
    let latest = figures.observations.latest(of: name, scope: target?[Target.scope])
    guard let observation = latest,
      let actual = ObservedUnit.value(of: observation, in: target?[Target.unit]),
      let date = observation[Observation.date]
    else { return Value() }
    let unit = target?[Target.unit] ?? observation[Observation.unit]
    // A share of what a year brings does not grow with the year, though its basis is what is new.
    let basis = unit.map(isShare) == true ? .stock : target?[Target.basis]
    let forecast =
      basis == .flow
      ? Forecast.flow(actual, in: year, upTo: date.last) : year.hasBegun ? actual : nil
    return Value(
      actual: actual,
      net: actual,
      forecast: forecast,
      basis: basis,
      unit: unit,
      reported: date.last
    )
  }

  /// Sums up a year and those before it, from the first one on; `nil` where one of them is not known.
  private func sum(of name: String, _ target: Record?, from first: Int, _ value: Value) -> Sum? {
    guard first <= year.year, let actual = value.actual else { return nil }
    var sum = Sum(value: actual, uncertain: value.uncertain)
    for figures in earlier where figures.year.year >= first {
      let added: Sum?
      if let indicator = computed(name, target) {
        let tally = figures.tally(
          of: indicator,
          Self.selection(target, towns),
          schemes: schemes
        )
        added = Sum(
          value: DecimalNumber(units: Int64(tally.gross)),
          uncertain: tally.uncertain
        )
      } else {
        let latest = figures.observations.latest(of: name, scope: target?[Target.scope])
        added = latest.flatMap { ObservedUnit.value(of: $0, in: target?[Target.unit]) }
          .map { Sum(value: $0, uncertain: 0) }
      }
      guard let added, let total = DecimalNumber.sum(sum.value, added.value) else { return nil }
      sum = Sum(
        value: total,
        uncertain: sum.uncertain + added.uncertain,
        years: sum.years + 1
      )
    }
    return sum.years == year.year - first + 1 ? sum : nil
  }

  /// Whether a unit is that of a share or a ratio, unlike one that is only counted by time, as `件/年`.
  private func isShare(_ unit: String) -> Bool {
    let unit = Folding.key(unit)
    if unit.contains(where: { "%‰".contains($0) }) { return true }
    if unit.hasSuffix("百分点") || unit.hasSuffix("百分比") { return true }
    let parts = unit.split(separator: "/")
    return parts.count > 1 && !["年", "季", "月", "year", "quarter", "month"].contains(parts.last)
  }
}

/// What a target asks for: the indicator, the place however it is written, whose it counts, over which
/// years, and whether it is a limit.
struct TargetSubject: Hashable {
  private let indicator: String
  private let scope: String?
  private let owners: OwnerChoice?
  private let averageFrom: Int?
  private let isLimit: Bool

  init(_ target: Record, _ towns: Table) {
    indicator = target[Target.indicator] ?? ""
    scope = target[Target.scope].map { towns.scopeKey($0) }
    owners = OwnerChoice(target)
    averageFrom = target[Target.averageFrom]
    isLimit = target[Target.operator] == .atMost
  }
}

extension Table {
  /// Finds the record of a town by its id, its name, or a name that it alone bore.
  func named(_ scope: String) -> Record? {
    if let record = self[RecordID(scope)] { return record }
    let key = Folding.key(scope)
    if let town = records.first(where: { $0[Town.name].map(Folding.key) == key }) { return town }
    let bearers = records.filter { ($0[Town.formerNames] ?? []).map(Folding.key).contains(key) }
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// What tells a scope from others, however it is written: the id of a town, else its words.
  func scopeKey(_ scope: String?) -> String {
    guard let scope, !scope.isEmpty else { return "" }
    return named(scope)?.id.text ?? Folding.key(scope)
  }
}
