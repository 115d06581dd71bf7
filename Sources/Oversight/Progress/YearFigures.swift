import Ledger
import Portfolio

/// What was counted and reported in one year, as targets ask for it.
struct YearFigures {
  /// Of what a target counts: the town, and the owners.
  struct Selection: Hashable {
    var town: RecordID?
    var owners: OwnerChoice?
  }

  let year: ReportingYear
  let observations: Observations
  private let tallies: [Selection: [Indicator: Occurrences.Tally]]

  init(
    _ year: ReportingYear,
    _ occurrences: Occurrences,
    _ reported: [Record] = [],
    for selections: Set<Selection>
  ) {
    self.year = year
    observations = Observations(reported, in: year)
    var tallies: [Selection: [Indicator: Occurrences.Tally]] = [:]
    for selection in selections { tallies[selection] = occurrences.tallies(selection) }
    self.tallies = tallies
  }

  /// Returns the count of an indicator, of one that counts several schemes their sum.
  func tally(
    of indicator: Indicator,
    _ selection: Selection = Selection(),
    schemes: Table
  ) -> Occurrences.Tally {
    let tallies = tallies[selection] ?? [:]
    guard case .level = indicator.titles else { return tallies[indicator] ?? Occurrences.Tally() }
    var sum = Occurrences.Tally()
    for scheme in schemes.schemes(of: indicator) ?? [] {
      if let tally = tallies[Indicator(indicator.measure, scheme: scheme)] { sum.add(tally) }
    }
    return sum
  }
}
