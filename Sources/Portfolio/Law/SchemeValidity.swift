import Bilingual
public import JSONLines
public import Ledger

/// How long the titles of a scheme hold, by the date on which they were won.
///
/// Validity belongs to the cohort, not to the scheme: an authority may lengthen titles that it has
/// already granted, and those of one year only.
public struct SchemeValidity: Sendable {
  /// The titles won between two days.
  struct Cohort {
    enum Length {
      case years(Period)
      case until(PartialDate)
    }

    /// The first and the last day, as ordinals; open ends are the ends of all time.
    let won: ClosedRange<Int>
    let length: Length

    /// Returns the last day of a title won on a day of the cohort, as far as it is known.
    func lastDay(wonOn ordinal: Int) -> ClosedRange<Int> {
      switch length {
      case .until(let date):
        return date.first.ordinal...date.last.ordinal
      case .years(let years):
        // An open end of time stays open.
        guard Ordinals.calendar.contains(ordinal),
          let end = years.validity(from: Day(ordinal: ordinal))
        else { return ordinal...ordinal }
        return end.day.ordinal...end.day.ordinal
      }
    }
  }

  /// The cohorts, by the dates on which their titles were won; none means without end.
  let cohorts: [Cohort]

  /// Reads the cohorts of a scheme.
  ///
  /// - Parameter value: The value of ``Scheme/validity``.
  /// - Throws: A ``FieldProblem`` that names the first cohort that cannot be used.
  public init(_ value: JSONValue?) throws(FieldProblem) {
    guard let value else {
      cohorts = []
      return
    }
    guard let elements = value.array else {
      throw .shape(Phrase(en: "a list of cohorts", zh: "批次列表"), value)
    }
    var cohorts: [Cohort] = []
    for element in elements { cohorts.append(try Cohort(element)) }
    cohorts.sort { $0.won.lowerBound < $1.won.lowerBound }
    for (earlier, later) in zip(cohorts, cohorts.dropFirst())
    where later.won.lowerBound <= earlier.won.upperBound {
      throw FieldProblem(
        "cohorts-overlap",
        Phrase(
          en: "two cohorts both hold for titles won on \(Day(ordinal: later.won.lowerBound))",
          zh: "两个批次同时适用于 \(Day(ordinal: later.won.lowerBound)) 获得的荣誉"
        )
      )
    }
    self.cohorts = cohorts
  }

  /// Returns the last day of a title, as far as the days on which it may have been won tell it.
  func lastDay(wonWithin won: ClosedRange<Int>) -> ClosedRange<Int> {
    guard !cohorts.isEmpty else { return Ordinals.never...Ordinals.never }
    var ends: ClosedRange<Int>?
    // The first day that no cohort has covered so far; titles won outside all cohorts are unknown.
    var uncovered = won.lowerBound
    for cohort in cohorts where cohort.won.overlaps(won) {
      guard cohort.won.lowerBound <= uncovered else { break }
      let part = cohort.won.clamped(to: won)
      let early = cohort.lastDay(wonOn: part.lowerBound)
      let late = cohort.lastDay(wonOn: part.upperBound)
      let end = early.lowerBound...max(early.upperBound, late.upperBound)
      ends =
        ends.map { min($0.lowerBound, end.lowerBound)...max($0.upperBound, end.upperBound) }
        ?? end
      uncovered = part.upperBound == Int.max ? Int.max : part.upperBound + 1
    }
    guard let ends, uncovered > won.upperBound || won.upperBound == Int.max else {
      return Ordinals.allTime
    }
    return ends
  }
}

extension SchemeValidity.Cohort {
  init(_ value: JSONValue) throws(FieldProblem) {
    let from = try Self.date("wonFrom", in: value)?.first.ordinal ?? Int.min
    let until = try Self.date("wonUntil", in: value)?.last.ordinal ?? Int.max
    guard from <= until else {
      throw FieldProblem(
        "cohort-dates",
        Phrase(en: "a cohort's wonFrom is later than its wonUntil", zh: "批次的 wonFrom 晚于 wonUntil")
      )
    }
    won = from...until
    if let date = try Self.date("validUntil", in: value) {
      length = .until(date)
    } else if let years = value["years"]?.integer,
      let period = Int(exactly: years).flatMap({ Period($0, .years) })
    {
      length = .years(period)
    } else {
      throw FieldProblem(
        "cohort-length",
        Phrase(
          en: "a cohort has neither whole 'years' nor a date 'validUntil'",
          zh: "批次既无整数“years”，也无日期“validUntil”"
        )
      )
    }
  }

  private static func date(
    _ key: String,
    in value: JSONValue
  ) throws(FieldProblem) -> PartialDate? {
    guard let stored = value[key], stored != .null else { return nil }
    guard let date = stored.string.flatMap({ PartialDate($0) }) else {
      throw .shape(FieldType.date.expectation, stored)
    }
    return date
  }
}
