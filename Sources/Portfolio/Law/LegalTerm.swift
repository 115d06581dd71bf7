public import Bilingual
public import Ledger

/// A legal period as one version of the law has it.
public struct LegalTerm: Sendable {
  /// The record that says so.
  public let id: RecordID
  /// How long it is.
  public let length: Period
  /// How it is counted.
  public let counting: CountingRule
  /// Whether an end on a day off moves to the next working day.
  public let rolls: Bool
  /// How long after its end one may still act.
  public let grace: Period?
  /// The act and its article.
  public let article: Phrase

  /// Reads a record of kind `term`.
  ///
  /// A period for acting rolls unless the record says that it does not; a validity never does.
  ///
  /// - Parameter record: The record.
  public init?(_ record: Record) {
    guard let length = record[Term.length].flatMap(Period.init),
      let counting = record[Term.counting]
    else { return nil }
    let grace = record[Term.grace]
    guard grace == nil || grace.flatMap(Period.init) != nil else { return nil }
    id = record.id
    self.length = length
    self.counting = counting
    self.grace = grace.flatMap(Period.init)
    rolls = counting == .acting && record[Term.rolls] != false
    let source = [record[Term.law], record[Term.article]].compactMap(\.self)
    article = Phrase(en: source.joined(separator: ", "), zh: source.joined())
  }

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
}
