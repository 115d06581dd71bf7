import Bilingual
public import Ledger
public import Portfolio

/// Which events a right can have in the state in which it stands.
public enum RightRules {
  /// What an event is entered for.
  public enum Subject: Sendable {
    /// A mark at one office.
    case mark
    /// An international registration as a whole.
    case international
    /// One designation of an international registration.
    case designation
    /// A patent.
    case patent
  }

  /// Returns the actions that are possible.
  ///
  /// - Parameters:
  ///   - subject: What they are entered for.
  ///   - state: Where it stands; `nil` where that is not known, which allows all of its kind.
  ///   - isReviewed: Whether it stands there by a review that is not decided on record.
  ///   - losses: What it lost in part.
  /// - Returns: The actions in the order in which they are shown.
  public static func actions(
    _ subject: Subject,
    at state: RightState?,
    isReviewed: Bool = false,
    losses: [RightLoss] = []
  ) -> [RightAction] {
    let lost = Set(losses.map(\.action))
    return RightAction.allCases.filter { action in
      guard of(subject).contains(action) else { return false }
      guard subject != .designation, let state else { return true }
      // The review was won.
      if action == .restored, isReviewed { return true }
      // A part comes back like the whole.
      if action == .reviewFiled, !lost.isDisjoint(with: [.refused, .cancelled, .invalidated]) {
        return true
      }
      if action == .restored, !lost.isDisjoint(with: [.cancelled, .invalidated]) { return true }
      return allows(action, at: state, subject)
    }
  }

  /// Finds what is wrong with a right that is about to be written.
  ///
  /// - Parameters:
  ///   - record: The mark or patent.
  ///   - today: The present day.
  /// - Returns: Errors, for which it is to be refused.
  public static func findings(for record: Record, today: Day) -> [Diagnostic] {
    Check.futureDates(of: record, today: today).map(Check.rightInFuture.diagnostic)
      + Check.route(of: record).map(Check.trademarkRoute.diagnostic)
      + Check.numberForm(of: record).map(Check.trademarkNumber.diagnostic)
  }

  /// Finds what is wrong with patents that are about to be written, in whatever way.
  ///
  /// What a patent that stands has wrong already is not told again.
  ///
  /// - Parameters:
  ///   - patents: The patents.
  ///   - snapshot: The ledger as it stands.
  ///   - today: The present day.
  /// - Returns: For each patent errors, for which it is to be refused, and warnings.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(
    forPatents patents: [Record],
    in snapshot: Snapshot,
    today: Day
  ) throws -> [[Diagnostic]] {
    let law = RightBook(try LegalTerms(snapshot), try WorkCalendar(snapshot))
    let stored = try snapshot.table(Patent.self)
    func found(_ patent: Record) -> [Diagnostic] {
      Check.annuityYears(of: patent, law, in: snapshot, today).map(
        Check.patentAnnuityYear.diagnostic
      )
        + Check.numberYear(of: patent).map(Check.patentNumberYear.diagnostic)
        + Check.reduction(of: patent).map(Check.patentReduction.diagnostic)
    }
    return patents.map { patent in
      let known = stored[patent.id].map { found($0).map(\.message) } ?? []
      return found(patent).filter { !known.contains($0.message) }
    }
  }

  /// Finds what is wrong with events of rights that are about to be written.
  ///
  /// - Parameters:
  ///   - events: The events.
  ///   - snapshot: The ledger with them.
  ///   - today: The present day.
  /// - Returns: Warnings, as ``Checks`` gives them.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(
    forEvents events: [Record],
    in snapshot: Snapshot,
    today: Day
  ) throws -> [Diagnostic] {
    let book = try RightBook(eventsOf: snapshot)
    let rights = try events.compactMap { event in
      try event[RightEvent.trademark].flatMap { try snapshot.record($0, Trademark.schema) }
        ?? event[RightEvent.patent].flatMap { try snapshot.record($0, Patent.schema) }
    }
    let ids = Set(events.map(\.id))
    let annuities = try Annuities(snapshot)
    return rights.flatMap { right in
      Check.eventDates(of: right, book, today).map { (Check.rightEventDates, $0) }
        + Check.untimely(right, book.events(of: right), book, annuities)
    }
    .filter { ids.contains($1.record.id) }.map { $0.diagnostic($1) }
  }

  /// Returns the marks to which classes come back because an event that took them is changed or removed.
  ///
  /// - Parameters:
  ///   - changes: What is about to be written.
  ///   - snapshot: The ledger without it.
  ///   - today: The present day.
  /// - Returns: The marks to write with it.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func returning(
    with changes: [Change],
    in snapshot: Snapshot,
    today: Day
  ) throws -> [Change] {
    var marks: [Change] = []
    for change in changes {
      var changed: Record?
      var id: RecordID?
      switch change {
      case .put(let draft) where draft.schema === RightEvent.schema:
        (changed, id) = (draft.record(), draft.id)
      case .remove(let schema, let removed, _) where schema === RightEvent.schema: id = removed
      default: break
      }
      guard let id, let event = try snapshot.record(id, RightEvent.schema),
        let mark = try event[RightEvent.trademark].flatMap({
          // With what another event of it gave back already.
          try snapshot.applying(marks).record($0, Trademark.schema)
        })
      else { continue }
      let book = try RightBook(eventsOf: snapshot.applying(changes))
      if let back = book.returning(mark, from: event, to: changed, on: today) {
        marks.append(.put(back))
      }
    }
    return marks
  }

  /// What can happen to a kind of right at all.
  private static func of(_ subject: Subject) -> Set<RightAction> {
    let every: Set<RightAction> = [
      .filed, .registered, .refused, .withdrawn, .transferred, .licensed, .licenceEnded, .pledged,
      .released, .lapsed, .surrendered, .cancelled, .invalidated, .noted,
    ]
    switch subject {
    case .mark:
      return every.union([
        .published, .opposed, .reviewFiled, .useDemanded, .useShown, .renewed, .restored,
        .membersFiled,
      ])
    case .international: return every.subtracting([.published]).union([.renewed])
    case .designation:
      return [
        .designated, .protected, .provisionallyRefused, .refused, .surrendered, .cancelled,
        .invalidated, .noted,
      ]
    case .patent:
      return every.union([.published, .reviewFiled, .annuityPaid, .extended, .restored])
    }
  }

  private static func allows(
    _ action: RightAction,
    at state: RightState,
    _ subject: Subject
  ) -> Bool {
    let isOpen = state == .pending || state == .published
    switch action {
    case .noted: return true
    case .filed: return false
    // A review or a court may overturn a refusal.
    case .published: return state == .pending || (state == .refused && subject == .mark)
    case .registered: return isOpen || state == .refused
    case .opposed: return state == .published
    case .reviewFiled: return [.refused, .cancelled, .invalidated].contains(state)
    case .refused, .withdrawn: return isOpen
    case .transferred, .licensed, .licenceEnded: return !state.isEnded
    case .pledged, .released, .annuityPaid, .extended: return state == .standing
    // A renewal within the grace comes after the end of the term was noted.
    case .renewed: return state == .standing || state == .lapsed
    // An office restores what was lost for a time that was missed, a court what was taken away.
    case .restored:
      let isLost = subject == .patent && (state == .lapsed || state == .withdrawn)
      return isLost || state == .cancelled || state == .invalidated
    case .lapsed, .cancelled, .useDemanded, .useShown, .membersFiled: return state == .standing
    case .surrendered: return state == .standing || (isOpen && subject != .patent)
    // What has ended can still be declared invalid, from the beginning.
    case .invalidated:
      return [.standing, .lapsed, .surrendered].contains(state) || (isOpen && subject != .patent)
    case .designated, .protected, .provisionallyRefused: return false
    }
  }

  /// Tells which actions are possible.
  static func help(_ actions: [RightAction]) -> Phrase {
    let zh = actions.map { "\($0.rawValue)(\($0.choice.label.zh))" }.joined(separator: "、")
    return Phrase(
      en: "possible now: " + actions.map(\.rawValue).joined(separator: ", "),
      zh: "当前可用的事项：" + zh
    )
  }
}
