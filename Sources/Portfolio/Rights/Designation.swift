public import Ledger

/// How protection stands in one of the countries that an international registration designates.
public struct Designation: Hashable, Sendable {
  /// Where it stands.
  public enum State: String, Vocabulary {
    /// The office may still refuse.
    case pending
    /// Refused for the time being.
    case provisionallyRefused = "provisionally-refused"
    /// Protection was granted.
    case protected
    /// The time for refusing is over, and the ledger knows no refusal.
    case presumed
    /// Refused for good.
    case refused
    /// Given up, cancelled or declared invalid, or fallen with the registration.
    case ended

    /// The names shown to people.
    public var choice: Choice {
      switch self {
      case .pending: Choice(rawValue, en: "under examination", zh: "审查中")
      case .provisionallyRefused: Choice(rawValue, en: "provisionally refused", zh: "临时驳回")
      case .protected: Choice(rawValue, en: "protected", zh: "已获保护")
      case .presumed: Choice(rawValue, en: "taken as protected", zh: "视为获得保护")
      case .refused: Choice(rawValue, en: "refused", zh: "已驳回")
      case .ended: Choice(rawValue, en: "ended", zh: "已终止")
      }
    }

    /// Whether nothing is left of it.
    public var isCeased: Bool { self == .refused || self == .ended }
  }

  /// The office in the codes of WIPO ST.3.
  public let office: String
  /// The day on which it was designated: that of the registration, or a later one.
  public let designatedOn: PartialDate?
  /// Whether it was designated after the registration.
  let isLater: Bool
  /// Where it stands.
  public let state: State
  /// Since when, where an event tells it.
  public let since: PartialDate?
  /// What was lost of it in part, for the time being too.
  public let losses: [RightLoss]
  /// Whether it ceased by itself, and did not only fall with the registration.
  let isCeasedAlone: Bool
}

extension RightBook {
  /// Tells how the designations of an international registration stand on a day.
  ///
  /// The time for refusing runs from the designation by the term `madrid-refusal`; when it is over
  /// without a refusal on record, protection is presumed. What the record says to have ceased has, at all
  /// times, unless events of that designation tell its life.
  ///
  /// - Parameters:
  ///   - mark: A trademark; one that is no international registration has no designations.
  ///   - day: The day.
  /// - Returns: The designations made by then, in the order in which the record lists them.
  public func designations(of mark: Record, on day: Day) -> [Designation] {
    designations(of: mark, events: events(of: mark), on: day)
  }

  /// Tells the same by a given list of events, in the order of their dates.
  ///
  /// - Parameters:
  ///   - mark: A trademark.
  ///   - events: Its events.
  ///   - day: The day.
  /// - Returns: The designations.
  public func designations(of mark: Record, events: [Record], on day: Day) -> [Designation] {
    guard mark[Trademark.route] == .madrid else { return [] }
    let known = events.filter { $0[RightEvent.date].map { $0.first <= day } ?? false }
    let life = RightLife(of: mark, events: events, on: day, in: self)
    let hasEnded = RightStanding(of: mark, life, in: self, on: day).hasEnded
    let ceased = mark[Trademark.ceasedDesignations] ?? []
    var offices: [String] = []
    for office in mark[Trademark.designations] ?? [] where !offices.contains(office) {
      offices.append(office)
    }
    for event in known where event[RightEvent.action] == .designated {
      if let office = event[RightEvent.office], !offices.contains(office) { offices.append(office) }
    }
    return offices.compactMap { office in
      func isDesignation(_ event: Record) -> Bool { event[RightEvent.action] == .designated }
      func moves(_ event: Record) -> Bool {
        Designation.State(after: event[RightEvent.action]) != nil
      }
      let here = events.filter { $0[RightEvent.office] == office }
      let whole = RightParts(here.isEmpty ? nil : classes(of: mark, life))
      let partial = whole.after(here).partial
      let own = here.filter {
        (isDesignation($0) || moves($0)) && !partial.contains($0.id)
      }
      let past = own.prefix { $0[RightEvent.date].map { $0.first <= day } ?? true }
      // What ceased may be designated anew, and begins again then.
      let start = past.lastIndex(where: isDesignation)
      let later = start.map { past[$0] } ?? own.first.flatMap { isDesignation($0) ? $0 : nil }
      let date = later.flatMap { $0[RightEvent.date] } ?? mark[Trademark.registeredOn]
      if let date, date.first > day { return nil }
      var state = isRefusalOver(date, on: day) ? Designation.State.presumed : .pending
      var since: PartialDate?
      if ceased.contains(office), !own.contains(where: moves) { state = .ended }
      for event in past[(start ?? 0)...] {
        guard let next = Designation.State(after: event[RightEvent.action]) else { continue }
        (state, since) = (next, event[RightEvent.date])
      }
      let hasFallen = hasEnded && !state.isCeased
      return Designation(
        office: office,
        designatedOn: date,
        isLater: later != nil,
        state: hasFallen ? .ended : state,
        since: hasFallen ? nil : since,
        losses: whole.after(known.filter { $0[RightEvent.office] == office }).losses,
        isCeasedAlone: state.isCeased
      )
    }
  }

  private func isRefusalOver(_ date: PartialDate?, on day: Day) -> Bool {
    guard let start = date?.last,
      let term = try? terms.term("madrid-refusal", on: start),
      let end = term.end(from: start, in: calendar)?.day
    else { return false }
    return end < day
  }
}

extension Designation.State {
  /// The state to which an event of one designation leads; `nil` where it leads nowhere.
  fileprivate init?(after action: RightAction?) {
    switch action {
    case .protected?, .registered?: self = .protected
    case .provisionallyRefused?: self = .provisionallyRefused
    case .refused?: self = .refused
    case .surrendered?, .cancelled?, .invalidated?, .withdrawn?, .lapsed?: self = .ended
    default: return nil
    }
  }
}

extension Trademark {
  /// Returns the countries and organisations in which a mark counts.
  ///
  /// A mark at one office counts there; an international registration counts abroad in each designation
  /// that was not refused, given up or cancelled.
  ///
  /// - Parameter mark: The trademark.
  /// - Returns: The codes; `nil` where an international registration lists no designations.
  public static func countries(of mark: Record) -> [String]? {
    guard mark[route] == .madrid else {
      return mark[designations] ?? mark[office].map { [$0] }
    }
    let ceased = Set(mark[ceasedDesignations] ?? [])
    return mark[designations]?.filter { $0 != "CN" && !ceased.contains($0) }
  }
}
