import Ledger
import Portfolio

/// The reported values of a year, of each indicator and scope the latest.
struct Observations {
  private struct Key: Hashable {
    let indicator: String
    let scope: String
  }

  private let towns: Table
  private var latest: [Key: Record] = [:]
  /// The indicators reported for the whole city, in the order in which they were first reported.
  private(set) var indicators: [String] = []

  init(_ records: [Record], in year: ReportingYear, _ towns: Table) {
    self.towns = towns
    // Most values are reported of few places.
    var places: [String?: String] = [:]
    for record in records {
      guard let date = record[Observation.date], year.contains(date),
        let indicator = record[Observation.indicator]
      else { continue }
      let scope = record[Observation.scope]
      let place = places[scope] ?? towns.scopeKey(scope)
      places[scope] = place
      let key = Key(indicator: indicator, scope: place)
      if latest[key] == nil, key.scope.isEmpty { indicators.append(indicator) }
      let standing = latest[key]?[Observation.date]?.last
      if standing.map({ $0 <= date.last }) ?? true { latest[key] = record }
    }
  }

  /// Returns the latest value of an indicator; without a scope that of the whole city.
  func latest(of indicator: String, scope: String?) -> Record? {
    latest[Key(indicator: indicator, scope: towns.scopeKey(scope))]
  }
}
