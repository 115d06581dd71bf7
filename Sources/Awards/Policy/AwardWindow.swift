import Bilingual
import JSONLines
import Portfolio

/// The days of which a year's round pays the facts.
struct AwardWindow: Hashable, Sendable {
  static let from = Parameter(
    "from",
    .monthDay,
    default: .string("01-01"),
    Phrase(en: "The first day.", zh: "首日。")
  )
  static let until = Parameter(
    "until",
    .monthDay,
    default: .string("12-31"),
    Phrase(en: "The last day; before the first one means in the next year.", zh: "末日；早于首日即指次年。")
  )
  static let yearOffset = Parameter(
    "yearOffset",
    .yearOffset,
    default: .integer(0),
    Phrase(en: "-1 where a round pays the facts of the year before.", zh: "奖励上年事实时为 -1。")
  )
  static let parameters = [from.definition, until.definition, yearOffset.definition]

  let from: MonthDay
  let until: MonthDay
  let yearOffset: Int

  init(_ arguments: inout Arguments) {
    from = arguments.required(Self.from)
    until = arguments.required(Self.until)
    yearOffset = arguments.required(Self.yearOffset)
  }

  /// Returns the days of a round.
  func days(ofRound year: Int) -> ClosedRange<Day> {
    let first = from.day(in: year + yearOffset)
    let last = until.day(in: year + yearOffset + (until < from ? 1 : 0))
    return first...max(first, last)
  }
}

/// A day of every year; 29 February is the 28th where there is none.
struct MonthDay: Hashable, Comparable, Sendable {
  let month: Int
  let day: Int

  /// Reads `03-01`.
  init?(_ text: String) {
    // A leap year has every day that there is.
    guard let day = Day("2000-" + text) else { return nil }
    month = day.month
    self.day = day.components.day
  }

  func day(in year: Int) -> Day {
    Day(clamping: year, month, day)
  }

  static func < (a: MonthDay, b: MonthDay) -> Bool {
    (a.month, a.day) < (b.month, b.day)
  }
}

extension ArgumentType<MonthDay> {
  /// A day of every year.
  static var monthDay: Self {
    ArgumentType(
      name: "month-day",
      expectation: Phrase(en: "a month and day such as \"03-01\"", zh: "月和日，例如 \"03-01\""),
      placeholder: .newYear,
      read: { json, _, _ in json.string.flatMap { MonthDay($0) } }
    )
  }
}

extension MonthDay {
  static let newYear = MonthDay(month: 1, day: 1)

  private init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }
}
