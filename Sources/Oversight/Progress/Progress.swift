import Bilingual
public import JSONLines
public import Ledger
public import Portfolio

/// A year against the plan: every indicator that has a target or a value.
public struct Progress: Sendable {
  /// The days that are looked at.
  let period: ReportingYear
  /// The year.
  public var year: Int { period.year }
  /// The last day that was looked at: the year's last, or today while it runs.
  public var closing: Day { period.closing }
  /// The indicators: those with targets in the plan's order, then those that only have values.
  public let rows: [ProgressRow]
  /// The yearly assessment by those targets that bring points.
  public let assessment: Assessment
  /// The counts by town, month, sector or scheme, where that was asked for.
  public let breakdown: Breakdown?

  /// Computes the progress of a year.
  ///
  /// A date of which only month or year is known counts in the year in which it lies as a whole.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - dimension: By what the counts are broken down.
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  /// - Throws: ``Diagnostics`` where records cannot be read, or the year has no calendar.
  public init(
    year: Int,
    by dimension: Breakdown.Dimension? = nil,
    in snapshot: Snapshot,
    today: Day
  ) throws {
    guard let period = ReportingYear(year, today: today) else {
      throw Diagnostics(
        Diagnostic(
          "bad-year",
          Phrase(en: "'\(year)' is not a year", zh: "“\(year)”不是有效年份"),
          help: Phrase(en: "give a year such as 2025", zh: "请给出年份，例如 2025")
        )
      )
    }
    let occurrences = try Occurrences(in: period, snapshot)
    self.period = period
    rows = try ProgressRows(period, occurrences, snapshot).all()
    let towns = try snapshot.table(Town.self)
    assessment = Assessment(rows) { towns.named($0) != nil }
    breakdown = try dimension.map { try Breakdown(occurrences, by: $0, in: snapshot) }
  }

  /// The rows as the product's JSON has them.
  public var json: JSONValue { .array(rows.map(\.json)) }
}
