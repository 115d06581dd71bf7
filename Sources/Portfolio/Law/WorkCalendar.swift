public import Ledger

/// The days on which offices work, by the State Council's notices.
///
/// Monday to Friday, but for the days off and the make-up days that a notice names. A year without
/// a notice is provisional. The notice of a year may also move days of the last week of the year
/// before, so that week is settled only by both.
public struct WorkCalendar: Sendable {
  private let off: Set<Day>
  private let work: Set<Day>
  private let years: Set<Int>
  private let notices: [Record]

  /// Creates a calendar.
  ///
  /// - Parameter notices: Records of kind `holiday`; one that names fewer days off than the law gives is a part of a notice,
  ///   whose year stays provisional.
  public init(_ notices: [Record]) {
    var off: Set<Day> = []
    var work: Set<Day> = []
    var years: Set<Int> = []
    for notice in notices {
      let daysOff = Set((notice[Holiday.off] ?? []).compactMap(\.day))
      off.formUnion(daysOff)
      work.formUnion((notice[Holiday.work] ?? []).compactMap(\.day))
      if let year = notice[Holiday.year], daysOff.count >= Self.legalDaysOff(in: year) {
        years.insert(year)
      }
    }
    self.off = off
    self.work = work
    self.years = years
    self.notices = notices
  }

  /// How many days off the law gives everybody in a year (全国年节及纪念日放假办法, as of 1949, 1999, 2007 and 2024).
  static func legalDaysOff(in year: Int) -> Int {
    switch year {
    case ..<2000: 7
    case ..<2008: 10
    case ..<2025: 11
    default: 13
    }
  }

  /// Creates the calendar of a ledger.
  ///
  /// - Parameter snapshot: The ledger.
  /// - Throws: ``Diagnostics`` where its notices cannot be read.
  public init(_ snapshot: Snapshot) throws {
    self.init(try snapshot.table(Holiday.self).records)
  }

  /// The calendar as it was before the notice of a year was out.
  ///
  /// - Parameter year: The year.
  /// - Returns: The calendar by the notices of earlier years alone.
  package func before(_ year: Int) -> WorkCalendar {
    WorkCalendar(notices.filter { $0[Holiday.year].map { $0 < year } ?? false })
  }

  /// Says whether offices work on a day; a day named both ways is a make-up day.
  ///
  /// - Parameter day: The day.
  /// - Returns: Whether they do, as far as notices say.
  public func isWorkingDay(_ day: Day) -> Bool {
    work.contains(day) || day.weekday <= 5 && !off.contains(day)
  }

  /// Says whether notices settle a day, or only the days of the week speak for it.
  ///
  /// - Parameter day: The day.
  /// - Returns: Whether they do.
  public func isSettled(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.components
    guard years.contains(year) else { return false }
    return month < 12 || dayOfMonth < 25 || years.contains(year + 1)
  }

  /// Returns a day itself where offices work on it, else the next one on which they do.
  ///
  /// - Parameter day: The day.
  /// - Returns: The working day.
  func workingDay(onOrAfter day: Day) -> Day {
    var day = day
    while !isWorkingDay(day) { day = day + 1 }
    return day
  }
}
