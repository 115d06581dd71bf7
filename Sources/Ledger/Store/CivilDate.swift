/// A date of the proleptic Gregorian calendar, and its number among all days.
package struct CivilDate: Hashable, Sendable, CustomStringConvertible {
  /// The year.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int
  /// Days since 1970-01-01; earlier days are negative.
  package let ordinal: Int

  /// Finds the date of a day.
  ///
  /// - Parameter ordinal: Days since 1970-01-01.
  package init(ordinal: Int) {
    // Days are counted by whole eras of 400 years that begin on 1 March.
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.ordinal = ordinal
  }

  /// Finds a day of the calendar; `nil` where there is none, such as 2025-02-29.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let found = CivilDate(ordinal: Self.ordinal(year, month, day))
    guard found.year == year, found.month == month, found.day == day else { return nil }
    self = found
  }

  /// Counts the days up to a date, without a look at whether the calendar has it.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month; one beyond the month's end counts on.
  /// - Returns: Days since 1970-01-01.
  package static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date as `2025-03-01`.
  package var description: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      + "-\(two(month))-\(two(day))"
  }
}
