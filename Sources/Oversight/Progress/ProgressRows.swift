import Bilingual
import Ledger
import Portfolio

/// Joins the targets of a year to what was counted and reported.
struct ProgressRows {
  private let year: ReportingYear
  private let targets: [Record]
  private let observations: Observations
  private let schemes: Table
  private let towns: Table
  private let occurrences: Occurrences
  private let city: [Indicator: Occurrences.Tally]
  // What is held today and still will be on the last day, by the dates on record.
  private let heldAtEnd: Occurrences?

  init(_ year: ReportingYear, _ occurrences: Occurrences, _ snapshot: Snapshot) throws {
    self.year = year
    self.occurrences = occurrences
    city = occurrences.tallies()
    observations = Observations(try snapshot.table(Observation.self).records, in: year)
    schemes = try snapshot.table(Scheme.self)
    towns = try snapshot.table(Town.self)
    targets = Self.inForce(try snapshot.table(Target.self).records, year: year.year, towns)
    heldAtEnd =
      year.isOver
      ? nil : try Occurrences(heldOn: year.last, in: year, snapshot)
  }

  /// The rows with targets, then those without.
  var all: [ProgressRow] {
    let targeted = targets.map(row)
    var seen: Set<String> = []
    for target in targets where target[Target.scope] == nil {
      seen.insert(target[Target.indicator] ?? "")
    }
    let counted = counted.filter { !seen.contains($0.name) && city[$0]?.isEmpty == false }
    let reported = observations.indicators.filter {
      !seen.contains($0) && Indicator($0).map { city[$0] == nil } != false
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
      uncertain: value.uncertain,
      elsewhere: value.elsewhere,
      pace: pace,
      forecast: value.forecast,
      met: comparison.flatMap { comparison in
        guard let known, let goal else { return nil }
        return Self.isMet(known, uncertain: value.uncertain) {
          comparison.isMet(by: $0, goal, upper: upper, isNew: isNew)
        }
      },
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

  private func value(of name: String, _ target: Record?) -> Value {
    let scope = target?[Target.scope]
    if let indicator = Indicator(name), isKnown(indicator) {
      guard let scope else {
        return computed(indicator, town: nil)
      }
      if let town = towns.named(scope) { return computed(indicator, town: town.id) }
    }
    return observed(name, scope: scope, target)
  }

  private func isKnown(_ indicator: Indicator) -> Bool {
    indicator.scheme.map { schemes[$0] != nil } ?? true
  }

  private func computed(_ indicator: Indicator, town: RecordID?) -> Value {
    let tallies = town.map { occurrences.tallies(town: $0) } ?? city
    let tally = tallies[indicator] ?? Occurrences.Tally()
    let actual = DecimalNumber(units: Int64(tally.gross))
    let forecast: DecimalNumber?
    if indicator.measure.basis == .flow {
      forecast = Forecast.flow(actual, in: year)
    } else if let heldAtEnd {
      let tally = heldAtEnd.tallies(town: town)[indicator] ?? Occurrences.Tally()
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

  private func observed(_ name: String, scope: String?, _ target: Record?) -> Value {
    guard let observation = observations.latest(of: name, scope: scope),
      let actual = observation[Observation.value], let date = observation[Observation.date]
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
      unit: observation[Observation.unit],
      reported: date.last
    )
  }

  /// Whether a unit is that of a share or a ratio, unlike one that is only counted by time, as `件/年`.
  private func isShare(_ unit: String) -> Bool {
    let unit = Folding.key(unit)
    if unit.contains(where: { "%‰".contains($0) }) || unit.hasSuffix("百分点") { return true }
    let parts = unit.split(separator: "/")
    return parts.count > 1 && !["年", "季", "月", "year", "quarter", "month"].contains(parts.last)
  }
}

/// Of what a target is: the indicator, and the place however it is written.
struct TargetSubject: Hashable {
  let indicator: String
  let scope: String?

  init(_ target: Record, _ towns: Table) {
    indicator = target[Target.indicator] ?? ""
    scope = target[Target.scope].map { towns.named($0)?.id.text ?? Folding.key($0) }
  }
}

extension Table {
  /// Finds the record of a town by its id or its name.
  func named(_ scope: String) -> Record? {
    if let record = self[RecordID(scope)] { return record }
    let key = Folding.key(scope)
    return records.first { $0[Town.name].map(Folding.key) == key }
  }
}
