public import Bilingual
public import Ledger

/// How a trademark or a patent stands on a day, told by its dates and the events on record.
///
/// A status that somebody typed speaks only where neither a date nor an event does.
///
/// ## Topics
/// - ``state``, ``since``, ``endedOn``, ``validUntil``
/// - ``owners``, ``licences``, ``pledges``
/// - ``losses``
/// - ``annuitiesPaidThrough``
public struct RightLife: Sendable {
  /// A licence or a pledge that runs.
  public struct Bond: Hashable, Sendable {
    /// The licensee or the pledgee, as the event names them.
    public let parties: [RecordID]
    /// The first day.
    public let from: PartialDate
    /// The last day, where one is named.
    public let until: PartialDate?
    /// The event.
    public let event: RecordID
  }

  /// Where it stands; `nil` where nothing tells.
  public private(set) var state: RightState?
  /// Since when, where that is known.
  public private(set) var since: PartialDate?
  /// The last day of the term that an event or the register names; `nil` where the law must tell.
  public private(set) var namedEnd: PartialDate?
  /// Who owns it, the first-named first.
  public private(set) var owners: [RecordID]
  /// The licences that run.
  public private(set) var licences: [Bond] = []
  /// The pledges that are not released.
  public private(set) var pledges: [Bond] = []
  /// The last patent year up to which all annuities are paid; `nil` where none is known to be.
  public private(set) var annuitiesPaidThrough: Int?
  /// The years paid beyond one that is not on record as paid.
  public private(set) var annuitiesAhead: Set<Int> = []
  /// Says which years before those paid are not on record; `nil` where none is missing.
  public var annuityGap: Phrase? {
    guard let paid = annuitiesPaidThrough, let ahead = annuitiesAhead.min() else { return nil }
    let gap = paid + 2 == ahead ? "\(paid + 1)" : "\(paid + 1)–\(ahead - 1)"
    return Phrase(
      en: "the annuity of year \(ahead) is on record as paid, those of year \(gap) are not",
      zh: "已登记第 \(ahead) 年度年费，第 \(gap) 年度未登记缴费"
    )
  }

  // What it lost in part up to the day; `nil` where no event is of a part.
  private(set) var parts: RightParts?
  // Where it stood before it was refused or ended: a review or a restoration leads back there.
  private var before: (state: RightState, since: PartialDate?)?
  // How it had ended before it was declared invalid.
  private var endedBefore: (state: RightState, since: PartialDate?)?

  /// Whether any event moved the state; else dates and the typed status alone tell it.
  public private(set) var isToldByEvents = false

  // Whether a review or a suit of the whole holds the decision up.
  private var isHeldUp = false

  /// Whether a review or a suit was asked for, and no decision has come since.
  public var isReviewed: Bool { isHeldUp || parts?.isReviewed == true }

  /// What it lost in part while it goes on.
  public var losses: [RightLoss] { parts?.losses ?? [] }

  /// The day from which it no longer counts; `nil` while it does.
  public var endedOn: PartialDate? { state?.isEnded == true ? since : nil }

  /// Whether it is registered or granted and has not ended.
  public var stands: Bool { state == .standing }

  /// Tells the life of a right.
  ///
  /// - Parameters:
  ///   - right: A record of kind `trademark` or `patent`.
  ///   - events: All its events, in the order of their dates.
  ///   - day: The day on which it is looked at.
  ///   - book: The law by which a renewal that names no end begins the next term.
  init(of right: Record, events: [Record], on day: Day, in book: RightBook) {
    let isMark = right.schema === Trademark.schema
    owners =
      isMark
      ? [right[Trademark.owner]].compactMap(\.self) : right[Patent.owners] ?? []
    namedEnd = isMark ? right[Trademark.validUntil] : nil
    annuitiesPaidThrough = isMark ? nil : right[Patent.annuitiesPaidThrough]
    let whole = events.filter { $0[RightEvent.office] == nil }
    let inPart = RightParts.of(right, whole)
    let partial = inPart?.after(whole).partial ?? []
    readDates(of: right, isMark: isMark, whole.filter { !partial.contains($0.id) }, day)
    guard !whole.isEmpty else { return }
    let past = whole.filter { $0[RightEvent.date].map { $0.first <= day } ?? false }
    let future = whole.filter { $0[RightEvent.date].map { $0.first > day } ?? false }
    // The record holds the end to which all renewals led.
    for event in future.reversed() where event[RightEvent.action] == .renewed {
      namedEnd = (event[RightEvent.until] ?? namedEnd)
        .flatMap { book.previousEnd(of: right, before: $0) }
    }
    parts = inPart?.after(past)
    for event in past {
      read(event, day)
      guard event[RightEvent.action] == .renewed, let date = event[RightEvent.date] else {
        continue
      }
      namedEnd = event[RightEvent.until] ?? book.end(of: right, named: namedEnd, renewedOn: date)
    }
    lookBack(at: future, past)
  }

  /// The state by the record's own dates, as far as no event of the whole tells the same.
  private mutating func readDates(
    of right: Record,
    isMark: Bool,
    _ events: [Record],
    _ day: Day
  ) {
    let typed =
      isMark
      ? right[Trademark.status].map { RightState($0) } : right[Patent.status].map { RightState($0) }
    let filed = isMark ? right[Trademark.filedOn] : right[Patent.filedOn]
    let granted = isMark ? right[Trademark.registeredOn] : right[Patent.grantedOn]
    let ended = isMark ? right[Trademark.endedOn] : right[Patent.endedOn]
    if let filed, filed.first <= day { (state, since) = (.pending, filed) }
    if let granted, granted.first <= day { (state, since) = (.standing, granted) }
    before = state.map { ($0, since) }
    // Events that end it tell the end better than the record that follows from them; but what is
    // declared invalid may have ended before.
    let endsByEvent = events.contains { event in
      guard let action = event[RightEvent.action], RightState(after: action)?.isEnded == true else {
        return false
      }
      guard action == .invalidated, let ended, let date = event[RightEvent.date] else {
        return true
      }
      return ended.first >= date.first
    }
    guard !endsByEvent else { return }
    if let ended {
      guard ended.first <= day else { return }
      // An event that declares it invalid comes later: how it had ended before is not told.
      let isInvalidLater = events.contains { $0[RightEvent.action] == .invalidated }
      let isTyped = typed?.isEnded == true && !(typed == .invalidated && isInvalidLater)
      (state, since) = (isTyped ? typed : .lapsed, ended)
    } else if let typed, typed.isEnded {
      (state, since) = (typed, nil)
    } else if typed == .published, state == .pending {
      state = .published
    } else if state == nil, granted == nil {
      state = typed
    }
  }

  private mutating func read(_ event: Record, _ day: Day) {
    guard let action = event[RightEvent.action], let date = event[RightEvent.date] else { return }
    if parts?.partial.contains(event.id) != true {
      move(by: action, on: date)
    } else if action == .restored || RightState(after: action)?.isEnded == true {
      // The review was decided, in part.
      isHeldUp = false
    }
    let until = event[RightEvent.until]
    let parties = event[RightEvent.parties] ?? []
    let bond = Bond(parties: parties, from: date, until: until, event: event.id)
    let runs = until.map { $0.last >= day } ?? true
    switch action {
    case .registered, .extended: namedEnd = until ?? namedEnd
    case .transferred where !parties.isEmpty: owners = parties
    case .licensed where runs: licences.append(bond)
    case .licenceEnded: licences.removeAll { parties.isEmpty || $0.parties == parties }
    case .pledged where runs: pledges.append(bond)
    case .released: pledges.removeAll { parties.isEmpty || $0.parties == parties }
    case .annuityPaid:
      if let year = event[RightEvent.year] { pay(year) }
    default: break
    }
  }

  /// Moves the state.
  ///
  /// A refusal, a cancellation and an invalidity take effect when nobody asks for review, or sues, in time: until that
  /// is decided the right stands as before (Trademark Law 2019, articles 36, 46 and 55; Patent Law 2020, articles 41
  /// and 46).
  private mutating func move(by action: RightAction, on date: PartialDate) {
    if let state, !state.isEnded {
      before = (state, since)
      endedBefore = nil
    }
    switch action {
    case .reviewFiled:
      guard state == .refused || state == .cancelled || state == .invalidated else { return }
      (state, since) =
        endedBefore ?? before ?? (state == .refused ? .pending : .standing, nil)
      isHeldUp = true
    case .restored:
      defer { isHeldUp = false }
      if state == .invalidated || isHeldUp, let ended = endedBefore {
        // What had ended before it was declared invalid has ended still.
        (state, since) = (ended.state, ended.since)
      } else if !isHeldUp || state?.isEnded != false {
        (state, since) = (before?.state ?? (state == .withdrawn ? .pending : .standing), date)
      }
    default:
      guard let next = RightState(after: action), !(action == .renewed && next == state) else {
        return
      }
      isHeldUp = false
      if next == .invalidated, state != .invalidated {
        endedBefore = nil
        if let state, state.isEnded { endedBefore = (state, since) }
      }
      // What is declared invalid when it was over already was over from then on.
      if !next.isEnded || state?.isEnded != true { since = date }
      state = next
    }
    isToldByEvents = true
  }

  /// Who enters the first payment tells nothing of the years before it; a gap after it is one.
  private mutating func pay(_ year: Int) {
    if let paid = annuitiesPaidThrough, year > paid + 1 {
      annuitiesAhead.insert(year)
      return
    }
    var paid = max(annuitiesPaidThrough ?? 0, year)
    while annuitiesAhead.remove(paid + 1) != nil { paid += 1 }
    annuitiesPaidThrough = paid
  }

  /// Takes back what the record holds by events that lie after the day.
  private mutating func lookBack(at future: [Record], _ past: [Record]) {
    func first(_ action: RightAction) -> Record? {
      future.first { $0[RightEvent.action] == action }
    }
    func last(_ action: RightAction) -> Record? {
      past.last { $0[RightEvent.action] == action }
    }
    if let transfer = first(.transferred), last(.transferred) == nil,
      let previous = transfer[RightEvent.previous]
    {
      owners = previous
    }
    let later = future.filter { $0[RightEvent.action] == .annuityPaid }
      .compactMap { $0[RightEvent.year] }.min()
    if let later, let paid = annuitiesPaidThrough, paid >= later {
      annuitiesPaidThrough = later > 1 ? later - 1 : nil
    }
  }
}
