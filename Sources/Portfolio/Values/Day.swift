import Ledger

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

  /// Creates the day of a date that the calendar is known to have.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    ordinal = CivilDate.ordinal(year, month, day)
  }

  /// The year, the month from 1 and the day from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let date = CivilDate(ordinal: ordinal)
    return (date.year, date.month, date.day)
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
    guard (0...9999).contains(year) else {
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
    return String { (text: inout DigitText) in
      for part in [day, month] {
        text.prepend(part % 10)
        text.prepend(part / 10)
        text.prepend(UInt8(ascii: "-"))
      }
      for unit in [1, 10, 100, 1000] { text.prepend(year / unit % 10) }
    }
  }
}

/// Returns a number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
