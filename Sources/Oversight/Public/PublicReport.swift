public import Awards
public import Bilingual
public import Ledger
public import Portfolio

/// What the public may read of a year: progress, titles, awards that were published, counts of cases.
///
/// It holds nothing about persons but counts, and those only as ``SmallNumbers`` allows.
public struct PublicReport: Sendable {
  /// Cases that share a value of one dimension.
  public struct CaseGroup: Sendable {
    /// The name of the value.
    public let label: Phrase
    /// The code of the value.
    public let key: String?
    /// How many came in; `nil` where that is too few to tell, or would give another away.
    public let opened: Int?
  }

  /// The year.
  public let year: Int
  /// The last day that was looked at.
  public let closing: Day
  /// The indicators that have a value; counts of cases only where they are large enough.
  public let progress: [ProgressRow]
  /// The yearly assessment of towns and departments.
  public let assessment: Assessment
  /// The titles won in the year by holders in the city, but for those that may not be advertised, and those of which
  /// nobody is on record as the holder.
  public let titles: [Record]
  /// How many titles were left out, of holders on record elsewhere.
  public let titlesElsewhere: Int
  /// The awards of the year that were published and stand.
  public let awards: [AwardLife]
  /// How many cases came in; `nil` where that is too few to tell.
  public let casesOpened: Int?
  /// How many cases were closed; `nil` where that is too few to tell.
  public let casesClosed: Int?
  /// The cases that came in, by channel and by kind of right.
  public let cases: [CaseStatistics.Dimension: [CaseGroup]]

  /// Gathers the report of a year.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  /// - Throws: ``Diagnostics`` where records cannot be read, or the year has no calendar.
  public init(year: Int, in snapshot: Snapshot, today: Day) throws {
    let progress = try Progress(year: year, in: snapshot, today: today)
    self.year = year
    closing = progress.closing
    let schemes = try snapshot.table(Scheme.self)
    let reported = ReportingYear(year, today: today)
    let won = try snapshot.table(Recognition.self).records.filter { record in
      guard let date = record[Recognition.awarded], let scheme = schemes[record[Recognition.scheme]]
      else { return false }
      return reported?.contains(date) == true
        && scheme[Scheme.publicity] != false
        && record[Recognition.revokedOn].map { $0.first > today } ?? true
    }
    let places = try OwnerPlaces(snapshot)
    titles = won.filter { places.isHeld($0) && !places.isElsewhere($0) }
    titlesElsewhere = won.count(where: places.isElsewhere)
    awards = try PublicAwards.lives(year: year, snapshot, on: today).filter { $0.state != .sealed }

    let known = progress.rows.filter { row in
      row.actual.map { row.target != nil || $0.units > 0 } ?? false
    }
    let statistics = try CaseStatistics(snapshot, from: progress.period.first, until: closing)
    var told = ToldCounts()
    casesOpened = told.tell(.casesOpened, statistics.total.opened)
    casesClosed = told.tell(.casesClosed, statistics.total.closed)
    // Those of the city first: what is told of a town must not give away the others.
    var isTold = Array(repeating: true, count: known.count)
    for isOfCity in [true, false] {
      for (index, row) in known.enumerated() where (row.scope == nil) == isOfCity {
        isTold[index] = told.tells(row)
      }
    }
    self.progress = zip(known, isTold).filter(\.1).map(\.0)
    let hidden = Set(zip(known, isTold).filter { !$0.1 }.map { RowKey($0.0) })
    assessment = progress.assessment.hiding { hidden.contains(RowKey($0)) }
    var cases: [CaseStatistics.Dimension: [CaseGroup]] = [:]
    for dimension in [CaseStatistics.Dimension.channel, .right] {
      let groups = (statistics.groups[dimension] ?? []).filter { $0.figures.opened > 0 }
      let told = SmallNumbers.told(groups.map(\.figures.opened))
      cases[dimension] = zip(groups, told).map {
        CaseGroup(label: $0.label, key: $0.key, opened: $1)
      }
    }
    self.cases = cases
  }
}

/// What a row counts, and where.
private struct RowKey: Hashable {
  let indicator: String
  let scope: String?

  init(_ row: ProgressRow) { (indicator, scope) = (row.indicator, row.scope) }
}
