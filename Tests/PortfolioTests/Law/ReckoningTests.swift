import Bilingual
import Portfolio
import TestSupport
import Testing

struct ReckoningTests {
  @Test(arguments: [
    ("2016-06-15", "10y", "2026-06-14"),
    ("2016-02-28", "10y", "2026-02-27"),
    ("2016-02-29", "10y", "2026-02-28"),
    ("2016-03-01", "10y", "2026-02-28"),
    ("2018-02-28", "10y", "2028-02-27"),
    ("2018-03-01", "10y", "2028-02-29"),
    ("2018-03-02", "10y", "2028-03-01"),
    ("2014-05-14", "10y", "2024-05-13"),
    ("2010-09-14", "10y", "2020-09-13"),
    ("2008-02-29", "10y", "2018-02-28"),
    ("2015-01-01", "10y", "2024-12-31"),
    ("2023-08-31", "6m", "2024-02-29"),
    ("2025-01-01", "30d", "2025-01-30"),
    ("2025-01-01", "1d", "2025-01-01"),
  ])
  func `a validity ends the day before the corresponding day and never rolls`(
    start: String,
    length: String,
    end: String
  ) {
    #expect(period(length).validity(from: day(start))?.day == day(end))
  }

  @Test func `no validity is counted in working days`() {
    #expect(period("15wd").validity(from: day("2025-01-01")) == nil)
  }

  @Test(
    .enabled(if: Calendars.arePublished),
    arguments: [
      ("2024-01-12", "30d", "2024-02-18"),
      ("2024-09-19", "15d", "2024-10-08"),
      ("2023-11-30", "3m", "2024-02-29"),
      ("2023-11-29", "3m", "2024-02-29"),
      ("2023-12-01", "3m", "2024-03-01"),
      ("2024-02-05", "15wd", "2024-03-01"),
      ("2024-09-27", "7wd", "2024-10-12"),
      ("2025-09-26", "15wd", "2025-10-23"),
      ("2026-02-10", "7wd", "2026-02-26"),
      ("2020-09-13", "6m", "2021-03-15"),
      ("2024-02-03", "1d", "2024-02-04"),
      ("2024-02-29", "1y", "2025-02-28"),
    ]
  )
  func `a period for acting skips its first day, clamps and rolls`(
    event: String,
    length: String,
    end: String
  ) throws {
    let calendar = try #require(Calendars.published)
    let reckoning = period(length).acting(from: day(event), in: calendar)
    #expect(reckoning.day == day(end))
    #expect(!reckoning.isProvisional)
    #expect(reckoning.steps.first?.day == day(event))
    #expect(reckoning.steps.last?.day == day(end))
  }

  @Test(.enabled(if: Calendars.arePublished))
  func `a roll to a make-up Sunday is explained step by step`() throws {
    let calendar = try #require(Calendars.published)
    let steps = period("30d").acting(from: day("2024-01-12"), in: calendar).steps
    #expect(steps.map(\.day) == [day("2024-01-12"), day("2024-02-11"), day("2024-02-18")])
    #expect(steps.last?.reason.en == "2024-02-11 is a day off; the next working day")
    #expect(steps.last?.reason.zh == "2024-02-11 为休息日，顺延至其后第一个工作日")
  }

  @Test func `a period that does not roll stays on a day off`() {
    let calendar = Calendars.weekdays
    let saturday = period("1d").acting(from: day("2025-03-07"), in: calendar, rolls: false)
    #expect(saturday.day == day("2025-03-08"))
    #expect(!saturday.isProvisional)
    #expect(period("1d").acting(from: day("2025-03-07"), in: calendar).day == day("2025-03-10"))
  }

  @Test(.enabled(if: Calendars.arePublished))
  func `a date beyond the last notice says that it is provisional`() throws {
    let calendar = try #require(Calendars.published)
    #expect(!period("15wd").acting(from: day("2026-12-03"), in: calendar).isProvisional)
    let late = period("15wd").acting(from: day("2026-12-04"), in: calendar)
    #expect(late.day == day("2026-12-25"))
    #expect(late.isProvisional)
    #expect(late.steps.last?.reason.en.hasPrefix("provisional") == true)
    #expect(period("1y").acting(from: day("2026-06-01"), in: calendar).isProvisional)
  }

  @Test func `over forty years every validity of ten years ends as the law says`() {
    for ordinal in day("1990-01-01").ordinal...day("2029-12-31").ordinal {
      let start = Day(ordinal: ordinal)
      let (year, month, dayOfMonth) = start.components
      let corresponding = Day(year: year + 10, month: month, day: dayOfMonth)
      // Only 29 February may lack its day, and then February ends on the 28th.
      let expected = corresponding.map { $0 + -1 } ?? Day(year: year + 10, month: 2, day: 28)
      #expect(period("10y").validity(from: start)?.day == expected)
    }
  }

  @Test(.enabled(if: Calendars.arePublished), arguments: ["15wd", "7wd", "30d", "3m", "1y"])
  func `over twenty years every period for acting ends on a working day and in order`(
    length: String
  ) throws {
    let calendar = try #require(Calendars.published)
    var last = day("2007-01-01")
    for ordinal in day("2007-01-01").ordinal...day("2025-11-30").ordinal {
      let event = Day(ordinal: ordinal)
      let end = period(length).acting(from: event, in: calendar).day
      #expect(calendar.isWorkingDay(end))
      #expect(end > event)
      #expect(end >= last)
      last = end
    }
  }

  @Test(.enabled(if: Calendars.arePublished))
  func `a number of working days is the number of working days after the event`() throws {
    let calendar = try #require(Calendars.published)
    for ordinal in day("2023-01-01").ordinal...day("2025-12-31").ordinal {
      let end = period("15wd").acting(from: Day(ordinal: ordinal), in: calendar).day
      let days = (ordinal + 1)...end.ordinal
      #expect(days.count { calendar.isWorkingDay(Day(ordinal: $0)) } == 15)
    }
  }
}

extension ReckoningTests {
  @Test(arguments: [1, 2, 3, 6, 9, 12, 18])
  func `over forty years months end on the corresponding day or the month's last`(months: Int) {
    let length = Period(months, .months)
    for ordinal in day("1990-01-01").ordinal...day("2029-12-31").ordinal {
      let event = Day(ordinal: ordinal)
      let (year, month, dayOfMonth) = event.components
      let index = year * 12 + month - 1 + months
      let (targetYear, targetMonth) = (index / 12, index % 12 + 1)
      let expected = (28...31).reversed().lazy
        .compactMap { Day(year: targetYear, month: targetMonth, day: min($0, dayOfMonth)) }.first
      let plain = length?.acting(from: event, in: Calendars.weekdays, rolls: false)
      #expect(plain?.day == expected)
      let rolled = length?.acting(from: event, in: Calendars.weekdays)
      #expect(rolled?.nominal == expected)
      #expect(rolled.map { $0.day.weekday <= 5 && (0...2).contains($0.day - $0.nominal) } == true)
    }
  }

  @Test func `a second period begins where the first ends and keeps its steps`() {
    let receipt = period("15d").acting(
      from: day("2025-03-03"),
      in: Calendars.weekdays,
      rolls: false
    )
    let both = receipt.followed(by: period("15d").acting(from: receipt.day, in: Calendars.weekdays))
    #expect(receipt.day == day("2025-03-18"))
    #expect(both.day == day("2025-04-02"))
    #expect(both.steps.count == 5)
    #expect(both.isProvisional)
  }

  @Test func `no days mean the day itself, and no validity`() {
    #expect(
      period("0d").acting(from: day("2025-03-08"), in: Calendars.weekdays).day == day("2025-03-08")
    )
    #expect(period("0d").validity(from: day("2025-03-08")) == nil)
  }
}
