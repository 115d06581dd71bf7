public import Bilingual
public import Ledger

/// A legal period as one version of the law has it.
public struct LegalTerm: Sendable {
  /// The record that says so.
  public let id: RecordID
  /// The right to which it belongs.
  public let right: RightType?
  /// What starts it, in the words of the law.
  public let event: String
  /// How long it is.
  public let length: Period
  /// How it is counted.
  public let counting: CountingRule
  /// Whether an end on a day off moves to the next working day.
  public let rolls: Bool
  /// How long before its end one may act.
  public let before: Period?
  /// How long after its end one may still act.
  public let grace: Period?
  /// What acting within the grace costs besides.
  public let lateFees: LateFees?
  /// The act and its article.
  public let article: Phrase
  /// How sure the office is of the rule.
  public let confidence: Confidence?

  /// Reads a record of kind `term`.
  ///
  /// A period for acting rolls unless the record says that it does not; a validity never does.
  ///
  /// - Parameter record: The record.
  public init?(_ record: Record) {
    guard let length = record[Term.length].flatMap(Period.init(_:)),
      let counting = record[Term.counting]
    else { return nil }
    before = record[Term.before].flatMap(Period.init(_:))
    grace = record[Term.grace].flatMap(Period.init(_:))
    guard (before == nil) == (record[Term.before] == nil),
      (grace == nil) == (record[Term.grace] == nil)
    else { return nil }
    if let ladder = record[Term.lateFees] {
      guard let fees = try? LateFees(ladder) else { return nil }
      lateFees = fees
    } else {
      lateFees = nil
    }
    id = record.id
    right = record[Term.right]
    event = record[Term.event] ?? ""
    self.length = length
    self.counting = counting
    rolls = counting == .acting && record[Term.rolls] != false
    let source = [record[Term.law], record[Term.article]].compactMap(\.self)
    article = Phrase(en: source.joined(separator: ", "), zh: source.joined())
    confidence = record[Term.confidence]
  }

  /// How it is counted, in one line.
  public var rule: Phrase { counting.rule(rolls: rolls) }

  /// Returns the last day of the term.
  ///
  /// - Parameters:
  ///   - event: The day that starts it.
  ///   - calendar: The days on which offices work.
  /// - Returns: The last day; `nil` for a validity in working days, which there is none of.
  public func end(from event: Day, in calendar: WorkCalendar) -> Reckoning? {
    switch counting {
    case .validity: length.validity(from: event)
    case .acting: length.acting(from: event, in: calendar, rolls: rolls)
    }
  }

  /// Returns the last day of the grace after the term.
  ///
  /// - Parameters:
  ///   - end: The last day of the term.
  ///   - calendar: The days on which offices work.
  /// - Returns: The last day on which one may still act; `nil` where the law gives no grace.
  public func graceEnd(after end: Day, in calendar: WorkCalendar) -> Reckoning? {
    grace?.acting(from: end, in: calendar)
  }

  /// Returns the first day on which one may act before the end of the term.
  ///
  /// The window reaches back from the day after the end to its corresponding day: a term that ends on
  /// 2024-05-13 is open for renewal, twelve months before, from 2023-05-14.
  ///
  /// - Parameter end: The last day of the term.
  /// - Returns: The first day; `nil` where the law gives no window, or the calendar does not reach back.
  public func opening(before end: Day) -> Day? {
    guard let months = before?.months, end.year > 1 + months / 12 else { return nil }
    return (end + 1).adding(months: -months).day
  }
}
