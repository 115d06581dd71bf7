import Ledger
import Portfolio

/// What was counted and reported in one year, as targets ask for it.
struct YearFigures {
  /// Of what a target counts: the town, and the owners.
  struct Selection: Hashable {
    var town: RecordID?
    var owners: OwnerChoice?

    /// Says whether something counts; `nil` where it does for some of those who may have owned it, or that is not known.
    func includes(_ one: Occurrence) -> Bool? {
      let answers = one.owners.map { owner -> Bool? in
        guard town == nil || owner.town == town else { return false }
        return owners.map { $0.includes(owner) } ?? true
      }
      return answers.allSatisfy { $0 == answers[0] } ? answers[0] : nil
    }
  }

  let year: ReportingYear
  let observations: Observations
  private let tallies: [Selection: [Indicator: Occurrences.Tally]]

  init(
    _ year: ReportingYear,
    _ occurrences: Occurrences,
    _ reported: [Record] = [],
    _ towns: Table = Table(Town.schema),
    for selections: Set<Selection>
  ) {
    self.year = year
    observations = Observations(reported, in: year, towns)
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
