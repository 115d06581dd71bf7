import Portfolio
import TestSupport
import Testing

struct WorkCalendarTests {
  private let spring = WorkCalendar([
    Calendars.notice(
      2024,
      off: [
        "2024-02-10", "2024-02-11", "2024-02-12", "2024-02-16", "2024-02-17", "2024-04-06",
        "2024-05-04", "2024-05-05", "2024-06-08", "2024-09-15", "2024-10-05",
      ],
      work: ["2024-02-04", "2024-02-18"]
    )
  ])

  @Test(arguments: [
    ("2024-02-02", true), ("2024-02-03", false), ("2024-02-04", true), ("2024-02-05", true),
    ("2024-02-16", false), ("2024-02-17", false), ("2024-02-18", true), ("2024-02-19", true),
  ])
  func `make-up days and days off stand before the days of the week`(text: String, works: Bool) {
    #expect(spring.isWorkingDay(day(text)) == works)
  }

  @Test func `a year without a notice, and the last week before one, is not settled`() {
    #expect(!spring.isSettled(day("2023-12-31")))
    #expect(spring.isSettled(day("2024-01-01")))
    #expect(spring.isSettled(day("2024-12-24")))
    #expect(!spring.isSettled(day("2024-12-25")))
    #expect(!spring.isSettled(day("2025-01-01")))
  }

  @Test func `a notice of fewer days than the law gives settles nothing`() {
    let calendar = WorkCalendar([
      Calendars.notice(2028, off: ["2028-01-01", "2028-01-03"], work: ["2028-01-02"])
    ])
    #expect(!calendar.isSettled(day("2028-06-01")))
    #expect(!calendar.isWorkingDay(day("2028-01-03")))
  }

  @Test func `an empty notice settles nothing`() {
    let calendar = WorkCalendar([Calendars.notice(2027, off: [], work: [])])
    #expect(!calendar.isSettled(day("2027-05-01")))
    #expect(calendar.isWorkingDay(day("2027-05-03")))
  }

  @Test(
    .enabled(if: Calendars.arePublished),
    arguments: zip(
      2007...2026,
      [
        249, 251, 250, 250, 250, 249, 250, 250, 249, 250,
        249, 250, 250, 249, 250, 249, 249, 251, 248, 248,
      ]
    )
  )
  func `every published year has its number of working days`(year: Int, count: Int) throws {
    let calendar = try #require(Calendars.published)
    let first = day("\(year)-01-01").ordinal
    let last = day("\(year)-12-31").ordinal
    #expect((first...last).count { calendar.isWorkingDay(Day(ordinal: $0)) } == count)
  }

  @Test(.enabled(if: Calendars.arePublished))
  func `a December day stands in the notice of the next year`() throws {
    let calendar = try #require(Calendars.published)
    #expect(calendar.isWorkingDay(day("2011-12-31")))
    #expect(!calendar.isWorkingDay(day("2018-12-31")))
    #expect(!calendar.isWorkingDay(day("2022-12-31")))
  }
}
