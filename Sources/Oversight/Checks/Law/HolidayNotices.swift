import Bilingual
public import Ledger
import Portfolio

extension Check {
  /// A year has one notice, which does not contradict itself.
  static let holidayFaulty = Check(
    "holiday-faulty",
    demand: Phrase(
      en: "A year has one notice of days off; its make-up days are weekends, and none is off.",
      zh: "每年只有一份放假通知；调休上班日须为周末，且不得同时为放假日。"
    ),
    severity: .error,
    ledger: { audit in
      let notices = try audit.snapshot.table(Holiday.self).records
      return notices.flatMap { holidayFaults(of: $0, among: notices) }
    }
  )

  fileprivate static func holidayFaults(of notice: Record, among notices: [Record]) -> [Finding] {
    guard let year = notice[Holiday.year] else { return [] }
    let (off, work) = (notice[Holiday.off] ?? [], notice[Holiday.work] ?? [])
    let daysOff = Set(off.compactMap(\.day))
    var faults: [Phrase] = []
    for date in off + work where !belongs(date, to: year) {
      faults.append(
        Phrase(
          en: "\(date) is no day of the notice of \(year)",
          zh: "\(date) 不是 \(year) 年放假通知中的日期"
        )
      )
    }
    for day in work.compactMap(\.day) {
      if daysOff.contains(day) {
        faults.append(
          Phrase(en: "\(day) is both off and a make-up day", zh: "\(day) 既是放假日又是调休上班日")
        )
        // A notice that lengthens a holiday may name the working day with which it ends.
      } else if day.weekday <= 5, !daysOff.contains(day + -1) {
        faults.append(
          Phrase(en: "the make-up day \(day) is no weekend", zh: "调休上班日 \(day) 不是周末")
        )
      }
    }
    if let other = notices.first(where: { $0[Holiday.year] == year }), other.id != notice.id {
      faults.append(
        Phrase(
          en: "the notice of \(year) is on record already: \(other.id)",
          zh: "\(year) 年的放假通知已登记：\(other.id)"
        )
      )
    }
    return faults.map { fault in
      Finding(
        notice,
        fault,
        help: Phrase(
          en: "enter one record a year, as the State Council's notices say, later changes included",
          zh: "请按国务院办公厅通知每年登记一条，后续调整一并写入"
        )
      )
    }
  }

  /// Whether a notice of a year may name a date: a day of that year, or of the last week of the year before.
  private static func belongs(_ date: PartialDate, to year: Int) -> Bool {
    guard let day = date.day else { return false }
    let (ofYear, month, number) = day.components
    return ofYear == year || ofYear == year - 1 && month == 12 && number >= 25
  }
}

/// What is asked of a notice of days off before it is written.
public enum HolidayRules {
  /// Finds contradictions in notices.
  ///
  /// - Parameters:
  ///   - notices: The notices, which need not be written yet.
  ///   - snapshot: The ledger with them.
  /// - Returns: Errors, for which they are to be refused.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(for notices: [Record], in snapshot: Snapshot) throws -> [Diagnostic] {
    let all = try snapshot.table(Holiday.self).records
    return notices.flatMap { Check.holidayFaults(of: $0, among: all) }
      .map(Check.holidayFaulty.diagnostic)
  }
}
