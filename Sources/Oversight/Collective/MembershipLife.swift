public import Ledger
public import Portfolio

/// How a member of a collective mark stands on a day, told by the record and its events.
///
/// What the record says holds where no event speaks. A suspension or an end that is recorded without a
/// day is known for the present only: for days before it is not known whether it had come.
public struct MembershipLife: Sendable {
  /// A period in which the mark may be used.
  public struct Authorisation: Hashable, Sendable {
    /// The first day.
    public let from: PartialDate?
    /// The last day.
    public let until: PartialDate?
    /// The products that may bear the mark; any where none are named.
    public let products: [String]
    /// How many labels may be issued a year.
    public let quota: Int?
    /// The number of the certificate.
    public let certificate: String?

    /// Says whether it covers a day: `nil` where a date is known by month or year only.
    public func covers(_ day: Day) -> Bool? {
      guard let from, from.first <= day else { return false }
      if let until, until.last < day { return false }
      return from.last <= day && (until.map { $0.first >= day } ?? true) ? true : nil
    }
  }

  /// Where it stands; `nil` where it is not known, or not yet begun.
  public private(set) var state: MembershipState?
  /// Since when, where that is known.
  public private(set) var since: PartialDate?
  /// Whether the record tells a state without its day, so that the past is not known.
  public private(set) var isStateUndated = false
  /// All authorisations that were given by the day, and those given since that cover it, in order.
  public private(set) var authorisations: [Authorisation] = []
  /// The technical standard by which the member was last assessed.
  public private(set) var standard: String?
  /// Whether it met it; `nil` where no assessment is on record.
  public private(set) var meets: Bool?
  /// The warnings, in order.
  public private(set) var warnings: [Record] = []
  /// The labels issued, by year.
  public private(set) var labels: [Int: Int] = [:]
  /// The reports on a year's use, by year.
  public private(set) var reports: [Int: Record] = [:]

  /// The authorisation that covers the day, else the last one that was given.
  public private(set) var authorisation: Authorisation?

  /// Tells the life of a membership.
  ///
  /// - Parameters:
  ///   - membership: The membership.
  ///   - events: Its events, in the order of their dates.
  ///   - day: The day on which it is looked at.
  ///   - today: The present day, for which the record speaks.
  init(of membership: Record, events: [Record], on day: Day, today: Day) {
    readRecord(membership, events, day, today)
    for event in events {
      guard let date = event[MembershipEvent.date] else { continue }
      if date.first <= day {
        read(event, day)
      } else if event[MembershipEvent.action] == .authorised, date.first <= today {
        // What was granted since for days before holds for them too.
        let granted = Self.authorisation(event, date)
        if granted.covers(day) != false { authorisations.append(granted) }
      }
    }
    authorisation = authorisations.last { $0.covers(day) != false } ?? authorisations.last
  }

  private mutating func readRecord(
    _ membership: Record,
    _ events: [Record],
    _ day: Day,
    _ today: Day
  ) {
    func has(_ actions: MembershipAction...) -> Bool {
      events.contains { event in event[MembershipEvent.action].map(actions.contains) ?? false }
    }
    let admitted = membership[Membership.admittedOn]
    if let admitted, admitted.first <= day {
      (state, since) = (.admitted, admitted)
    } else if admitted == nil, !has(.admitted) {
      state = membership[Membership.state]
    }
    if let typed = membership[Membership.state], [.suspended, .withdrawn].contains(typed),
      !has(.suspended, .withdrawn), state != nil
    {
      isStateUndated = day < today
      state = day < today ? nil : typed
      since = nil
    }
    if !has(.assessed), !events.contains(where: { $0.has(MembershipEvent.meets.definition) }) {
      standard = membership[Membership.standard]
      meets = membership[Membership.meetsStandard]
    }
    let from = membership[Membership.authorisedFrom]
    let isTold = events.contains { event in
      event[MembershipEvent.action] == .authorised && event[MembershipEvent.from] == from
    }
    guard let from, !isTold, from.first <= day || !has(.authorised) else { return }
    authorisations.append(
      Authorisation(
        from: from,
        until: membership[Membership.authorisedUntil],
        products: membership[Membership.products] ?? [],
        quota: membership[Membership.quota],
        certificate: membership[Membership.certificate]
      )
    )
  }

  private mutating func read(_ event: Record, _ day: Day) {
    guard let action = event[MembershipEvent.action], let date = event[MembershipEvent.date] else {
      return
    }
    if let next = MembershipState(after: action) {
      (state, since) = (next, date)
      isStateUndated = false
    }
    if let told = event[MembershipEvent.meets] {
      meets = told
      standard = event[MembershipEvent.standard] ?? standard
    }
    switch action {
    case .authorised: authorisations.append(Self.authorisation(event, date))
    case .warned: warnings.append(event)
    case .labels:
      labels[event[MembershipEvent.year] ?? date.year, default: 0] +=
        event[MembershipEvent.labels] ?? 0
    case .reported: reports[event[MembershipEvent.year] ?? date.year - 1] = event
    default: break
    }
  }

  private static func authorisation(_ event: Record, _ date: PartialDate) -> Authorisation {
    Authorisation(
      from: event[MembershipEvent.from] ?? date,
      until: event[MembershipEvent.until],
      products: event[MembershipEvent.products] ?? [],
      quota: event[MembershipEvent.quota],
      certificate: event[MembershipEvent.certificate]
    )
  }
}

extension MembershipState {
  /// The state to which an event leads; `nil` where it leads nowhere.
  init?(after action: MembershipAction) {
    switch action {
    case .applied: self = .applied
    case .admitted, .restored: self = .admitted
    case .suspended: self = .suspended
    case .withdrawn: self = .withdrawn
    case .authorised, .assessed, .warned, .labels, .reported, .noted: return nil
    }
  }
}
