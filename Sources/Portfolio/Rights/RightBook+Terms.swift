public import Ledger

extension RightBook {
  /// Returns the days on which the term of a right may end.
  ///
  /// What the register or a renewal names stands first, as far as the law lets it; else the law tells it from the registration, of a
  /// patent from the filing. A mark at a foreign office has none but what is recorded.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - life: Its life up to the day on which it is looked at.
  /// - Returns: One day, or more where a date is known by month or year only; `nil` where neither tells.
  public func termEnds(of right: Record, _ life: RightLife) -> ClosedRange<Day>? {
    if let named = life.namedEnd {
      guard let day = named.day else { return named.first...named.last }
      let end = countedEnd(of: right, named: day)
      return end...end
    }
    guard let start = Self.start(of: right),
      let first = reckonedEnd(of: right, from: start.first)?.day
    else { return nil }
    guard start.day == nil else { return first...first }
    guard let last = reckonedEnd(of: right, from: start.last)?.day else { return nil }
    return first...max(first, last)
  }

  /// Reckons the first term of a right by law.
  ///
  /// - Parameter right: A trademark or a patent.
  /// - Returns: Its last day with the steps; `nil` where a date or the term is missing.
  public func reckonedEnd(of right: Record) -> Reckoning? {
    Self.start(of: right)?.day.flatMap { reckonedEnd(of: right, from: $0) }
  }

  /// Reckons the end that a day on record must mean: of those to which the law leads from the
  /// registration, term by term, the nearest.
  ///
  /// - Parameters:
  ///   - right: A trademark.
  ///   - named: The end on record.
  /// - Returns: The end with the steps of all terms; `nil` where a date or the term is missing.
  public func lawfulEnd(of right: Record, near named: Day) -> Reckoning? {
    guard var end = reckonedEnd(of: right) else { return nil }
    while end.day < named {
      guard let next = nextTerm(of: right, after: end.day), next.day > end.day,
        next.day - named <= named - end.day
      else { break }
      end = end.followed(by: next)
    }
    return end
  }

  /// Returns the end of a term by which is acted: that on record, or that of the law where it is earlier.
  ///
  /// A mark that was opposed is registered later than its term begins, and ends before ten years are over
  /// (Trademark Law 2019, article 36). The International Bureau writes ends in its own way.
  ///
  /// - Parameters:
  ///   - right: A trademark.
  ///   - named: The end on record.
  /// - Returns: The end.
  public func countedEnd(of right: Record, named: Day) -> Day {
    guard Self.validity(of: right) == "trademark-validity",
      let lawful = lawfulEnd(of: right, near: named)
    else { return named }
    return min(named, lawful.day)
  }

  /// Reckons the term that follows another: it begins on the day after, and is counted from there.
  ///
  /// - Parameters:
  ///   - right: A trademark.
  ///   - end: The last day of the term before.
  /// - Returns: Its last day with the steps; `nil` where the ledger has no such term.
  public func nextTerm(of right: Record, after end: Day) -> Reckoning? {
    reckonedEnd(of: right, from: end + 1)
  }

  /// Returns the days on which a term can be renewed: the window before its end, and the grace after it.
  ///
  /// Source: Trademark Law 2019, article 40, by the ledger's terms: of the day on which the term ends.
  ///
  /// - Parameters:
  ///   - right: A trademark.
  ///   - end: The last day of the term.
  /// - Returns: The first and the last day; `nil` where the law gives none.
  public func renewalWindow(of right: Record, before end: Day) -> ClosedRange<Day>? {
    guard let name = Self.validity(of: right), let term = try? terms.term(name, on: end),
      let opens = term.opening(before: end),
      let closes = term.graceEnd(after: end, in: calendar)?.day
    else { return nil }
    return opens...max(opens, closes)
  }

  /// Returns the end of the term before the one that ends on a day; `nil` where the law does not tell.
  public func previousEnd(of right: Record, before end: Day) -> Day? {
    guard let name = Self.validity(of: right), let term = try? terms.term(name, on: end),
      let months = term.length.months, end.year > 1 + months / 12
    else { return nil }
    return (end + 1).adding(months: -months).day + -1
  }

  /// Returns the same of an end that may be known by month or year only.
  func previousEnd(of right: Record, before end: PartialDate) -> PartialDate? {
    guard let first = previousEnd(of: right, before: end.first),
      let last = previousEnd(of: right, before: end.last)
    else { return nil }
    return PartialDate(from: first, through: last)
  }

  /// Returns the end to which a renewal leads that names none: that of the next term, unless the end that
  /// is known has it already, because its window was not open yet.
  func end(of right: Record, named: PartialDate?, renewedOn date: PartialDate) -> PartialDate? {
    let counted = named?.day.map { countedEnd(of: right, named: $0) }
    guard let end = counted ?? (named == nil ? reckonedEnd(of: right)?.day : nil),
      let window = renewalWindow(of: right, before: end), date.last >= window.lowerBound,
      let next = nextTerm(of: right, after: end)
    else { return named }
    return PartialDate(next.day)
  }

  /// Returns the name of the legal term by which a right lasts.
  ///
  /// - Parameter right: A trademark or a patent.
  /// - Returns: The name; `nil` for rights at foreign offices, whose law the ledger does not hold.
  public static func validity(of right: Record) -> String? {
    guard !isForeign(right) else { return nil }
    guard right.schema !== Trademark.schema else {
      return right[Trademark.route] == .madrid ? "madrid-validity" : "trademark-validity"
    }
    return right[Patent.type].map { "patent-\($0.rawValue)-validity" }
  }

  /// Whether a right is at a foreign office, whose law the ledger does not hold.
  ///
  /// - Parameter right: A trademark or a patent.
  /// - Returns: Whether it is; an international registration is not.
  public static func isForeign(_ right: Record) -> Bool {
    right.schema === Trademark.schema
      ? right[Trademark.route] == .foreign : right[Patent.office] ?? "CN" != "CN"
  }

  /// The day from which the term of a right runs.
  private static func start(of right: Record) -> PartialDate? {
    right.schema === Trademark.schema ? right[Trademark.registeredOn] : right[Patent.filedOn]
  }

  private func reckonedEnd(of right: Record, from start: Day) -> Reckoning? {
    guard let name = Self.validity(of: right) else { return nil }
    return try? terms.term(name, on: start).end(from: start, in: calendar)
  }
}

extension RightBook {
  /// Returns the classes in which a mark stands, or stood when it ended.
  ///
  /// - Parameters:
  ///   - mark: A trademark.
  ///   - life: Its life up to the day on which it is looked at.
  /// - Returns: The classes; `nil` where none are on record.
  public func classes(of mark: Record, _ life: RightLife) -> [Int]? {
    life.parts.map(\.classes) ?? mark[Trademark.classes]
  }
}
