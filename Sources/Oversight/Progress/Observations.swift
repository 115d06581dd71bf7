import Ledger
import Portfolio

/// The reported values of a year, of each indicator and scope the latest.
struct Observations {
  private struct Key: Hashable {
    let indicator: String
    let scope: String
  }

  private var latest: [Key: Record] = [:]
  /// The indicators reported for the whole city, in the order in which they were first reported.
  private(set) var indicators: [String] = []

  init(_ records: [Record], in year: ReportingYear) {
    for record in records {
      guard let date = record[Observation.date], year.contains(date),
        let indicator = record[Observation.indicator]
      else { continue }
      let key = Self.key(indicator, record[Observation.scope])
      if latest[key] == nil, key.scope.isEmpty { indicators.append(indicator) }
      let standing = latest[key]?[Observation.date]?.last
      if standing.map({ $0 <= date.last }) ?? true { latest[key] = record }
    }
  }

  /// Returns the latest value of an indicator; without a scope that of the whole city.
  func latest(of indicator: String, scope: String?) -> Record? {
    latest[Self.key(indicator, scope)]
  }

  private static func key(_ indicator: String, _ scope: String?) -> Key {
    Key(indicator: indicator, scope: Folding.key(scope ?? ""))
  }
}
