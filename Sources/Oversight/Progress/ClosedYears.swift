import Portfolio

/// The years that are over into which dates fall.
struct ClosedYears: CustomStringConvertible {
  private let first: Int
  private let last: Int
  /// How many of the dates fall into them.
  let dates: Int

  /// Reads the years of dates; `nil` where none of them is over.
  init?(_ dates: [PartialDate], before today: Day) {
    let years = dates.map(\.first.year).filter { $0 < today.year }
    guard let first = years.min(), let last = years.max() else { return nil }
    (self.first, self.last, self.dates) = (first, last, years.count)
  }

  /// One year, or the first and the last.
  var description: String { first == last ? "\(first)" : "\(first)–\(last)" }
}
