import Portfolio

/// The value of an indicator on the last day of its year.
///
/// - A year that is over: the actual value.
/// - What is new in each year: the actual value times the days of the year over the days elapsed,
///   today among them, rounded down; nothing is promised that the pace does not yet carry. A
///   reported value counts the days up to its own date.
/// - Titles held: those of today that, by the dates on record, still hold on the last day; nothing
///   new and no renewal is taken for granted.
/// - Other reported stocks, and whatever is a share or a ratio: the last value reported.
/// - A year that has not begun: unknown.
enum Forecast {
  /// Forecasts what is new in each year.
  static func flow(
    _ actual: DecimalNumber,
    in year: ReportingYear,
    upTo day: Day? = nil
  ) -> DecimalNumber? {
    guard !year.isOver else { return actual }
    guard year.hasBegun else { return nil }
    let elapsed = day.map { min($0, year.last) - year.first + 1 } ?? year.elapsed
    return actual.scaled(by: year.length, over: elapsed)
  }

  /// Returns the pace of what is new in each year; `nil` unless the year runs.
  static func pace(
    _ actual: DecimalNumber,
    of target: DecimalNumber,
    in year: ReportingYear,
    upTo day: Day? = nil
  ) -> Fraction? {
    guard year.hasBegun, !year.isOver else { return nil }
    let elapsed = day.map { min($0, year.last) - year.first + 1 } ?? year.elapsed
    return actual.ratio(to: target)?.times(year.length, over: elapsed)
  }
}
