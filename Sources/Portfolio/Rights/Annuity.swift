public import Ledger

/// The next annuity of a patent: for which patent year, and until when it is paid.
public struct Annuity: Sendable {
  /// The patent year, counted from the filing.
  public let year: Int
  /// The last day on which it is paid in time.
  public let due: Reckoning
  /// The last day on which it is paid with the late fee.
  public let grace: Reckoning?
}

extension RightBook {
  /// Returns the annuity that comes next.
  ///
  /// A patent year runs from the day of filing, and its annuity is paid before the year before it ends
  /// (Patent Law 2020, art. 43; term `patent-annuity`). The year of the grant is paid with the grant.
  ///
  /// - Parameters:
  ///   - patent: The patent.
  ///   - day: The day on which it is looked at.
  /// - Returns: The annuity; `nil` where the patent is not granted, has paid all years of its term, or
  ///   lacks a date.
  public func nextAnnuity(of patent: Record, on day: Day) -> Annuity? {
    let life = life(of: patent, on: day)
    guard patent[Patent.office] ?? "CN" == "CN", life.stands,
      let filed = patent[Patent.filedOn]?.day,
      let granted = patent[Patent.grantedOn]?.last,
      let term = try? terms.term("patent-annuity", on: filed),
      let end = reckonedEnd(of: patent)?.day
    else { return nil }
    let paid = life.annuitiesPaidThrough ?? Self.patentYear(of: granted, filed: filed)
    // The corresponding day of the filing, some years later, is the last day for the year that begins.
    guard paid > 0, let years = Period(paid, .years) else { return nil }
    let due = years.acting(from: filed, in: calendar, rolls: term.rolls)
    guard due.day <= end else { return nil }
    return Annuity(year: paid + 1, due: due, grace: term.graceEnd(after: due.day, in: calendar))
  }

  /// Returns the patent year in which a day lies.
  static func patentYear(of day: Day, filed: Day) -> Int {
    let (year, month, date) = day.components
    let start = filed.components
    let isBefore = (month, date) < (start.month, start.day)
    return year - start.year + (isBefore ? 0 : 1)
  }
}
