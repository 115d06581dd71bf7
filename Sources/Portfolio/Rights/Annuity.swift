public import Ledger

/// The next annuity of a patent: for which patent year, and until when it is paid.
public struct Annuity: Sendable {
  /// The patent year, counted from the filing.
  public let year: Int
  /// The first day of the year before it, in which it is paid.
  public let opens: Day
  /// The last day on which it is paid in time; where the day of filing is not known, the earliest that it may be.
  public let due: Reckoning
  /// The latest that this day may be.
  public let latest: Reckoning
  /// The last day on which it is paid with the late fee.
  public let grace: Reckoning?
  /// The rule.
  public let term: LegalTerm
  /// Whether the ledger says what was paid; else the first year after the day it is looked at is told.
  public let isPaymentKnown: Bool
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
      let filed = patent[Patent.filedOn], let granted = patent[Patent.grantedOn]?.last,
      let count = terms.patentYears(of: patent, on: day)
    else { return nil }
    let known = life.annuitiesPaidThrough
    let least = max(
      Self.patentYear(of: granted, filed: filed.last),
      Self.patentYear(of: day, filed: filed.last)
    )
    let paid = known ?? least
    // The corresponding day of the filing, some years later, is the last day for the year that begins.
    guard paid > 0, paid < count else { return nil }
    return annuity(of: filed, year: paid + 1, isPaymentKnown: known != nil)
  }

  /// Returns how many patent years a patent has, with those for which the office extended its term.
  ///
  /// - Parameters:
  ///   - patent: The patent.
  ///   - day: The day on which it is looked at.
  /// - Returns: The number of years; `nil` for patents of other offices and where the term is missing.
  public func patentYears(of patent: Record, on day: Day) -> Int? {
    guard let count = terms.patentYears(of: patent, on: day) else { return nil }
    guard !events(of: patent).isEmpty, let filed = patent[Patent.filedOn]?.first,
      let end = life(of: patent, on: day).namedEnd?.last
    else { return count }
    return max(count, Self.patentYear(of: end, filed: filed))
  }

  /// Returns when the annuity of a patent year is, or was, to be paid.
  ///
  /// - Parameters:
  ///   - patent: The patent.
  ///   - year: The patent year.
  /// - Returns: The annuity; `nil` of the years up to the grant, which are paid with it, and where the patent is not granted in
  ///   China or lacks a date.
  public func annuity(of patent: Record, year: Int) -> Annuity? {
    guard patent[Patent.office] ?? "CN" == "CN", let filed = patent[Patent.filedOn],
      let granted = patent[Patent.grantedOn]?.last,
      year > Self.patentYear(of: granted, filed: filed.first)
    else { return nil }
    return annuity(of: filed, year: year, isPaymentKnown: true)
  }

  private func annuity(of filed: PartialDate, year: Int, isPaymentKnown: Bool) -> Annuity? {
    let paid = year - 1
    guard let years = Period(paid, .years) else { return nil }
    let opens = filed.first.adding(months: 12 * (paid - 1)).day
    guard let term = try? terms.term("patent-annuity", on: opens) else { return nil }
    let due = years.acting(from: filed.first, in: calendar, rolls: term.rolls)
    let latest =
      filed.day == nil ? years.acting(from: filed.last, in: calendar, rolls: term.rolls) : due
    return Annuity(
      year: paid + 1,
      opens: opens,
      due: due,
      latest: latest,
      grace: term.graceEnd(after: latest.nominal, in: calendar),
      term: term,
      isPaymentKnown: isPaymentKnown
    )
  }

  /// Returns the patent year in which a day lies.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - filed: The day of filing, with which the first year begins.
  /// - Returns: The year; below 1 for days before the filing.
  public static func patentYear(of day: Day, filed: Day) -> Int {
    let (year, month, date) = day.components
    let start = filed.components
    let isBefore = (month, date) < (start.month, start.day)
    return year - start.year + (isBefore ? 0 : 1)
  }
}

extension LegalTerms {
  /// Returns how many patent years the term of a patent has, by the law of the day of its filing.
  ///
  /// - Parameters:
  ///   - patent: The patent.
  ///   - day: The day whose law is asked where that of the filing is not known.
  /// - Returns: The number of years; `nil` for patents of other offices and where the term is missing.
  public func patentYears(of patent: Record, on day: Day) -> Int? {
    guard let name = RightBook.validity(of: patent) else { return nil }
    let months = (try? term(name, on: patent[Patent.filedOn]?.last ?? day))?.length.months
    return months.map { $0 / 12 }
  }
}
