import Foundation
import Ledger
import Testing

struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00+00:00", 0, 0),
      ("1970-01-01T08:00:00+08:00", 0, 480),
      ("1969-12-31T19:30:00-04:30", 0, -270),
      ("2025-11-03T09:30:00+08:00", 1_762_133_400, 480),
      ("2024-02-29T23:59:59-11:30", 1_709_292_599, -690),
      ("1969-12-31T23:59:59+00:00", -1, 0),
      ("2000-01-01T00:00:00+14:00", 946_634_400, 840),
    ] as [(String, Int64, Int)]
  )
  func `a moment is read and printed with its clock`(text: String, seconds: Int64, offset: Int) {
    let time = Timestamp(text)
    #expect(time == Timestamp(seconds: seconds, offset: offset))
    #expect(time?.description == text)
  }

  @Test func `a moment of Greenwich may be written with Z`() {
    #expect(Timestamp("2025-11-03T01:30:00Z") == Timestamp("2025-11-03T01:30:00+00:00"))
  }

  @Test(arguments: [
    "", "2025-11-03", "2025-11-03T09:30:00", "2025-11-03T09:30:00z", "2025-11-03 09:30:00+08:00",
    "2025-11-03T09:30+08:00", "2025-11-03T09:30:00+0800", "2025-11-03T09:30:00.5Z",
    "2025-02-29T00:00:00Z", "2025-13-01T00:00:00Z", "2025-00-01T00:00:00Z", "2025-01-00T00:00:00Z",
    "2025-01-32T00:00:00Z", "2025-11-03T24:00:00Z", "2025-11-03T09:60:00Z", "2025-11-03T09:30:60Z",
    "2025-11-03T09:30:00+24:00", "2025-11-03T09:30:00+08:60", "2025-11-03T09:30:00+99:99",
    "2025-11-03T09:30:00*08:00", "+025-11-03T09:30:00Z", "2025-11-3T009:30:00Z",
    "2025-1\u{661}-03T09:30:00Z",
  ])
  func `anything else is no moment`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `every day of two centuries comes back, on clocks east and west`() {
    for offset in [0, 480, -270, 845, -719] {
      for day in stride(from: Int64(-25_567), through: 47_846, by: 1) {
        let second = (day &* 7_919) % 86_400
        let time = Timestamp(seconds: day * 86_400 + second, offset: offset)
        guard Timestamp(time.description) == time else {
          Issue.record("\(time) is read as \(String(describing: Timestamp(time.description)))")
          return
        }
      }
    }
  }

  @Test func `moments are printed as Foundation prints them`() {
    let formatter = ISO8601DateFormatter()
    for seconds in stride(from: Int64(-5_000_000_000), through: 8_000_000_000, by: 1_234_567_891) {
      let date = Date(timeIntervalSince1970: TimeInterval(seconds))
      let expected = formatter.string(from: date).replacing("Z", with: "+00:00")
      #expect(Timestamp(seconds: seconds, offset: 0).description == expected)
    }
  }

  @Test func `the day is that of the clock`() throws {
    let late = try #require(Timestamp("2025-11-03T00:30:00+08:00"))
    #expect(late.day == 20_395)
    #expect(Timestamp(seconds: late.seconds, offset: 0).day == 20_394)
    #expect(Timestamp(seconds: -1, offset: 0).day == -1)
    #expect(Timestamp(seconds: -86_400, offset: 0).day == -1)
    #expect(Timestamp(seconds: -86_401, offset: 0).day == -2)
  }

  @Test func `moments are ordered whatever their clocks`() throws {
    let china = try #require(Timestamp("2025-11-03T09:30:00+08:00"))
    let london = try #require(Timestamp("2025-11-03T01:30:01+00:00"))
    #expect(china < london)
    #expect(!(london < china))
    #expect(china <= Timestamp(seconds: china.seconds, offset: 0))
  }

  @Test func `the end of a day is its last second on that clock`() {
    let end = Timestamp(endOf: "2025-11-03", offset: -270)
    #expect(end?.description == "2025-11-03T23:59:59-04:30")
    #expect(Timestamp(endOf: "2025-02-29", offset: 0) == nil)
    #expect(Timestamp(endOf: "2025-11", offset: 0) == nil)
  }
}
