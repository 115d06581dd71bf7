import Portfolio

extension Day {
  /// The day of a month, or the month's last one where the month is shorter.
  init(clamping year: Int, _ month: Int, _ day: Int) {
    let year = min(max(year, 1), 9999)
    let days = (0...3).lazy.compactMap { Day(year: year, month: month, day: day - $0) }
    self = days.first ?? Day(ordinal: 0)
  }
}
