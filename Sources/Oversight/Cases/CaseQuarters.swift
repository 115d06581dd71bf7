public import Ledger
import Portfolio

/// The statistics of the quarters of a year, and of the year.
///
/// What is open at the end of a quarter is open at the start of the next, and what came and ended in the
/// year is what came and ended in its quarters: ``reconciles`` says so.
public struct CaseQuarters: Sendable {
  /// The year.
  public let year: Int
  /// The four quarters.
  public let quarters: [CaseStatistics]
  /// The whole year.
  public let whole: CaseStatistics

  /// Counts the quarters of a year.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - year: The year.
  /// - Throws: ``Diagnostics`` where its cases cannot be read.
  public init(_ snapshot: Snapshot, year: Int) throws {
    self.year = year
    func day(_ month: Int, _ day: Int) -> Day {
      guard let day = Day(year: year, month: month, day: day) else {
        preconditionFailure("a quarter begins or ends on a day that there is not")
      }
      return day
    }
    quarters = try [(1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31)].map { first, last, end in
      try CaseStatistics(snapshot, from: day(first, 1), until: day(last, end))
    }
    whole = try CaseStatistics(snapshot, from: day(1, 1), until: day(12, 31))
  }

  /// Whether the quarters fit each other and add up to the year.
  public var reconciles: Bool {
    let figures = quarters.map(\.total)
    let joins = zip(figures, figures.dropFirst()).allSatisfy { $0.openAtEnd == $1.openAtStart }
    func sum(_ count: (CaseFigures) -> Int) -> Bool {
      figures.reduce(0) { $0 + count($1) } == count(whole.total)
    }
    return joins && figures.allSatisfy(\.reconciles) && whole.total.reconciles
      && figures.first?.openAtStart == whole.total.openAtStart
      && figures.last?.openAtEnd == whole.total.openAtEnd
      && sum(\.opened) && sum(\.accepted) && sum(\.refused) && sum(\.reopened) && sum(\.closed)
  }
}
