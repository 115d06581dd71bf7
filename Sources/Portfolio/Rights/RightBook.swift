public import Ledger

/// The trademarks and patents of a ledger with their events, and the law that dates them.
public struct RightBook: Sendable {
  /// The trademarks.
  public let trademarks: Table
  /// The patents.
  public let patents: Table
  /// The legal periods.
  public let terms: LegalTerms
  /// The days on which offices work.
  public let calendar: WorkCalendar

  private let events: [RecordID: [Record]]

  /// Opens the book of a ledger.
  ///
  /// - Parameter snapshot: The ledger.
  /// - Throws: ``Diagnostics`` where it cannot be read.
  public init(_ snapshot: Snapshot) throws {
    try self.init(
      snapshot,
      trademarks: snapshot.table(Trademark.self),
      patents: snapshot.table(Patent.self)
    )
  }

  /// Opens the events and the law of a ledger for somebody who finds the rights in another way.
  ///
  /// The tables of such a book are empty: of millions of marks only a few are looked at.
  ///
  /// - Parameter snapshot: The ledger.
  /// - Throws: ``Diagnostics`` where it cannot be read.
  public init(eventsOf snapshot: Snapshot) throws {
    try self.init(
      snapshot,
      trademarks: Table(Trademark.schema),
      patents: Table(Patent.schema)
    )
  }

  /// Opens the law alone, by which rights are dated that have no events.
  ///
  /// - Parameters:
  ///   - terms: The legal periods.
  ///   - calendar: The days on which offices work.
  public init(_ terms: LegalTerms, _ calendar: WorkCalendar) {
    trademarks = Table(Trademark.schema)
    patents = Table(Patent.schema)
    (self.terms, self.calendar) = (terms, calendar)
    events = [:]
  }

  private init(_ snapshot: Snapshot, trademarks: Table, patents: Table) throws {
    self.trademarks = trademarks
    self.patents = patents
    terms = try LegalTerms(snapshot)
    calendar = try WorkCalendar(snapshot)
    var events: [RecordID: [Record]] = [:]
    for event in try snapshot.table(RightEvent.self).records {
      for id in [event[RightEvent.trademark], event[RightEvent.patent]].compactMap(\.self) {
        events[id, default: []].append(event)
      }
    }
    self.events = events.mapValues { $0.inOrder(of: RightEvent.date) }
  }

  /// The rights of which there are events, by id.
  public var eventful: [RecordID] { events.keys.sorted() }

  /// Returns the events of a right, in the order of their dates.
  ///
  /// - Parameter right: A trademark or a patent.
  /// - Returns: Its events.
  public func events(of right: Record) -> [Record] { events[right.id] ?? [] }

  /// Tells how a right stands on a day.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - day: The day.
  /// - Returns: Its life up to the day.
  public func life(of right: Record, on day: Day) -> RightLife {
    RightLife(of: right, events: events(of: right), on: day, in: self)
  }

  /// Tells how a right would stand with one more event.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - event: The event; it need not be written yet.
  ///   - day: The day.
  /// - Returns: Its life up to the day.
  public func life(of right: Record, with event: Record, on day: Day) -> RightLife {
    RightLife(
      of: right,
      events: (events(of: right) + [event]).inOrder(of: RightEvent.date),
      on: day,
      in: self
    )
  }

  /// Says whether nothing is left of a right on a day, by what happened to it.
  ///
  /// Whether its term is over too is told by ``standing(of:on:)``.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - day: The day.
  /// - Returns: Whether it had ended; one that is known to have ended, but not when, had.
  public func hasEnded(_ right: Record, on day: Day) -> Bool {
    life(of: right, on: day).state?.isEnded == true
  }

  /// Says whether a right counts as never having been, having been declared invalid.
  ///
  /// Source: Trademark Law 2019, article 47; Patent Law 2020, article 47.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - day: The day.
  /// - Returns: Whether it had been declared invalid by then.
  public func isVoid(_ right: Record, on day: Day) -> Bool {
    let isMark = right.schema === Trademark.schema
    let isTyped =
      isMark
      ? right[Trademark.status] == .invalidated : right[Patent.status] == .invalidated
    // Most rights have no events: nothing else need be read of them.
    guard isTyped || !events(of: right).isEmpty else { return false }
    return life(of: right, on: day).state == .invalidated
  }

  /// Says whether a typed status denies the registration or grant of which the record has the date.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - day: The day up to which events are looked at, which speak before a typed status.
  /// - Returns: Whether the two contradict each other.
  public func contradictsGrant(_ right: Record, on day: Day) -> Bool {
    let isMark = right.schema === Trademark.schema
    let typed =
      isMark
      ? right[Trademark.status].map { RightState($0) } : right[Patent.status].map { RightState($0) }
    guard typed?.isUngranted == true else { return false }
    let granted = isMark ? right[Trademark.registeredOn] : right[Patent.grantedOn]
    return granted.map { $0.last <= day } == true && !life(of: right, on: day).isToldByEvents
  }
}
