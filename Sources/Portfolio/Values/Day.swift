/// A calendar day without a time or a zone.
///
/// Days are those of the proleptic Gregorian calendar from the year 1 to 9999.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01; earlier days are negative.
  public let ordinal: Int

  /// Creates a day from its ordinal.
  ///
  /// - Parameter ordinal: Days since 1970-01-01.
  public init(ordinal: Int) {
    self.ordinal = ordinal
  }

  /// Creates a day of the calendar; `nil` where there is none, such as 2025-02-29.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Reads `2025-03-01`; `nil` for anything else.
  public init?(_ text: String) {
    guard let partial = PartialDate(text), let day = partial.day else { return nil }
    self = day
  }

  /// Counts days by whole eras of 400 years that begin on 1 March.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    ordinal = era * 146_097 + dayOfEra - 719_468
  }

  /// The year, the month from 1 and the day from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  public var year: Int { components.year }
  /// The month, 1 to 12.
  public var month: Int { components.month }
  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 + 1 }

  /// Returns the number of days of a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Returns the day a number of days later, or earlier where it is negative.
  public static func + (day: Day, days: Int) -> Day {
    Day(ordinal: day.ordinal + days)
  }

  /// Returns the number of days from one day to another.
  public static func - (later: Day, earlier: Day) -> Int {
    later.ordinal - earlier.ordinal
  }
}

extension Day: Comparable, CustomStringConvertible {
  /// Orders by time.
  public static func < (a: Day, b: Day) -> Bool {
    a.ordinal < b.ordinal
  }

  /// The day as `2025-03-01`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// Returns a number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
