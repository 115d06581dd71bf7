import Portfolio

/// A year as it is looked at on a day: up to its last day, or up to today while it runs.
struct ReportingYear {
  let year: Int
  let first: Day
  let last: Day
  let today: Day

  /// Takes a year; `nil` outside 1 to 9999.
  init?(_ year: Int, today: Day) {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    self.year = year
    self.first = first
    self.last = last
    self.today = today
  }

  /// The last day that is looked at.
  var closing: Day { min(last, today) }
  /// Whether its last day is behind us.
  var isOver: Bool { today > last }
  /// Whether its first day has come.
  var hasBegun: Bool { today >= first }
  /// The number of its days.
  var length: Int { last - first + 1 }
  /// The number of its days up to the closing day.
  var elapsed: Int { max(0, closing - first + 1) }

  /// Whether a date lies in the year as a whole and does not begin after the closing day.
  func contains(_ date: PartialDate) -> Bool {
    date.lies(from: first, until: last) == true && date.first <= closing
  }
}
