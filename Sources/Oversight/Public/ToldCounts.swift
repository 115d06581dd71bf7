import Portfolio

/// The counts of cases that may be published beside each other.
///
/// Where eight cases came in and six were accepted, two were not: a count that lies less than
/// ``SmallNumbers/least`` from one that is told already gives as much away as a small one.
struct ToldCounts {
  private struct Told {
    let measure: Measure
    /// The town; the whole city where there is none.
    let scope: String?
    let count: Int
  }

  private static let ofCases: [Measure] = [.casesOpened, .casesAccepted, .casesClosed]
  private var told: [Told] = []

  /// Tells a count; `nil` where it gives away too much.
  mutating func tell(_ measure: Measure, of scope: String? = nil, _ count: Int) -> Int? {
    var gaps = told.filter { $0.scope == scope }.map { abs($0.count - count) }
    let same = told.filter { $0.measure == measure }
    if scope != nil, let city = same.first(where: { $0.scope == nil }) {
      // What is left for the other places.
      let others = same.filter { $0.scope != nil && $0.scope != scope }
      gaps.append(abs(others.reduce(city.count - count) { $0 - $1.count }))
    }
    guard ([count] + gaps).allSatisfy({ SmallNumbers.told($0) != nil }) else { return nil }
    told.append(Told(measure: measure, scope: scope, count: count))
    return count
  }

  /// Says whether a row may be published; one that counts no cases may.
  mutating func tells(_ row: ProgressRow) -> Bool {
    guard let measure = Measure(rawValue: row.indicator), Self.ofCases.contains(measure) else {
      return true
    }
    guard let count = row.actual?.scaled(to: 0) else { return false }
    return tell(measure, of: row.scope, Int(count)) != nil
  }
}
