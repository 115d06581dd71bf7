import Portfolio
import Testing

struct DayTests {
  @Test func `every day from 1900 to 2100 follows the one before`() {
    // Counted with the calendar's own rule, one day after the other, from Monday 1900-01-01.
    var ordinal = -25_567
    var weekday = 1
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        let month = index + 1
        for number in 1...length {
          let day = Day(ordinal: ordinal)
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(number < 10 ? "0" : "")\(number)"
          let isRight =
            day.components == (year, month, number) && day.weekday == weekday
            && day.description == text && Day(text) == day
            && Day(year: year, month: month, day: number) == day
          guard isRight else {
            Issue.record("\(text) is \(day), weekday \(day.weekday)")
            return
          }
          ordinal += 1
          weekday = weekday % 7 + 1
        }
        #expect(Day(year: year, month: month, day: length + 1) == nil)
        #expect(Day(year: year, month: month, day: 0) == nil)
      }
    }
    #expect(ordinal == 47_847)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2000-02-29", 11_016),
    ("1582-10-15", -141_427),
  ])
  func `known days have their ordinals`(text: String, ordinal: Int) {
    #expect(Day(text)?.ordinal == ordinal)
    #expect(Day(ordinal: ordinal).description == text)
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2025, 0, 1), (2025, 13, 1), (2025, 2, 29), (1900, 2, 29),
    (2025, 4, 31), (2025, 1, 32), (2025, 1, -1), (-1, 1, 1),
  ])
  func `a day that the calendar does not have is none`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: ["2025", "2025-03", "2025-3-1", "2025-03-01T00:00:00Z", "", "20250301"])
  func `what is no full date is no day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `days are counted across months and years`() throws {
    let leap = try #require(Day("2024-02-28"))
    #expect((leap + 2).description == "2024-03-01")
    #expect((leap + -59).description == "2023-12-31")
    let end = try #require(Day("2025-03-01"))
    #expect(end - leap == 367)
    #expect(leap < end)
    #expect(leap.year == 2024)
    #expect(leap.month == 2)
  }
}
