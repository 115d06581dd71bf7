import Foundation
import JSONLines
import Ledger
import Portfolio
import TestSupport

/// Calendars and days for the tests of dates.
enum Calendars {
  /// The State Council's notices of 2007 to 2026, from the shared inputs; `nil` where those are missing.
  static let published: WorkCalendar? = Shared.data.map { folder in
    WorkCalendar(
      (2007...2027).compactMap { year in
        notice(year: year, at: folder + "/calendar/\(year).json")
      }
    )
  }

  /// Whether the shared inputs are there.
  static var arePublished: Bool { published != nil }

  /// A calendar that knows no notice.
  static let weekdays = WorkCalendar([])

  /// Makes the record of one notice.
  static func notice(_ year: Int, off: [String], work: [String]) -> Record {
    var draft = Draft(Holiday.schema)
    draft.id = RecordID(String(year))
    draft[Holiday.year] = year
    draft[Holiday.off] = off.compactMap { PartialDate($0) }
    draft[Holiday.work] = work.compactMap { PartialDate($0) }
    return draft.record()
  }

  private static func notice(year: Int, at path: String) -> Record? {
    guard let data = FileManager.default.contents(atPath: path),
      let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let days = json["days"] as? [[String: Any]]
    else { return nil }
    func dates(off: Bool) -> [String] {
      days.filter { $0["isOffDay"] as? Bool == off }.compactMap { $0["date"] as? String }
    }
    return notice(year, off: dates(off: true), work: dates(off: false))
  }
}

/// Reads a day that a test writes down.
func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
  return day
}

/// Reads a period that a test writes down.
func period(_ text: String) -> Period {
  guard let period = Period(text) else { preconditionFailure("\(text) is no period") }
  return period
}
