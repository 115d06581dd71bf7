import Foundation
import JSONLines
import Ledger
import Portfolio
import TestSupport
import Testing

struct ReferenceHolidayTests {
  /// The days on which a list departs from Monday to Friday, with whether people work.
  private func ours() throws -> [Day: Bool] {
    var days: [Day: Bool] = [:]
    for record in try reference(Holiday.self) {
      for date in record[Holiday.off] ?? [] { days[try #require(date.day)] = false }
      for date in record[Holiday.work] ?? [] { days[try #require(date.day)] = true }
    }
    return days
  }

  private func isWorking(_ day: Day, _ exceptions: [Day: Bool]) -> Bool {
    exceptions[day] ?? (day.weekday <= 5)
  }

  /// Working days a year from 2007, counted from the State Council's notices by others than us.
  private static let counts = [
    249, 251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248,
    248,
  ]

  @Test(arguments: zip(2007...2026, counts))
  func `a year has its number of working days`(year: Int, count: Int) throws {
    let exceptions = try ours()
    let first = try #require(Day(year: year, month: 1, day: 1))
    let next = try #require(Day(year: year + 1, month: 1, day: 1))
    let working = (first.ordinal..<next.ordinal).filter {
      isWorking(Day(ordinal: $0), exceptions)
    }
    #expect(working.count == count)
  }

  @Test func `no day is both off and worked`() throws {
    var seen = Set<PartialDate>()
    for record in try reference(Holiday.self) {
      let dates = (record[Holiday.off] ?? []) + (record[Holiday.work] ?? [])
      #expect(dates.allSatisfy { seen.insert($0).inserted }, "\(record.id)")
    }
    #expect(seen.count > 600)
  }

  @Test func `the calendars run from 2007 to 2026`() throws {
    #expect(try reference(Holiday.self).map { $0[Holiday.year] } == Array(2007...2026))
  }

  @Test(.enabled(if: Shared.data != nil))
  func `every day agrees with the published calendars`() throws {
    let folder = try #require(Shared.data) + "/calendar/"
    var published: [Day: Bool] = [:]
    for year in 2007...2026 {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)\(year).json"))
      for day in try JSONValue(parsing: Array(bytes))["days"]?.array ?? [] {
        let date = try #require(Day(day["date"]?.string ?? ""))
        published[date] = day["isOffDay"]?.boolean == false
      }
    }
    let exceptions = try ours()
    let first = try #require(Day(year: 2007, month: 1, day: 1))
    let last = try #require(Day(year: 2026, month: 12, day: 31))
    let differing = (first.ordinal...last.ordinal).map { Day(ordinal: $0) }.filter {
      isWorking($0, exceptions) != isWorking($0, published)
    }
    #expect(differing == [])
    #expect(last - first == 7304)
  }
}
