import Bilingual
public import Ledger

extension RightBook {
  /// Returns the record of a right as its events say that it stands.
  ///
  /// What events tell is kept in the record too, so that lists and awards find it there; nobody types
  /// it. Fields on which no event speaks stay as they are.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - event: One more event that is to be written with it.
  ///   - day: The present day.
  /// - Returns: The record to write.
  public func settled(_ right: Record, with event: Record? = nil, on day: Day) -> Draft {
    let events = (events(of: right) + [event].compactMap(\.self)).inOrder(of: RightEvent.date)
    var draft = Draft(copying: right)
    guard !events.isEmpty else { return draft }
    let life = RightLife(of: right, events: events, on: day, in: self)
    let actions = Set(events.compactMap { $0[RightEvent.action] })
    func date(_ action: RightAction) -> PartialDate? {
      events.first { $0[RightEvent.action] == action && $0[RightEvent.office] == nil }
        .flatMap { $0[RightEvent.date] }
    }
    if right.schema === Trademark.schema {
      draft[Trademark.filedOn] = date(.filed) ?? draft[Trademark.filedOn]
      draft[Trademark.registeredOn] = date(.registered) ?? draft[Trademark.registeredOn]
      if life.isToldByEvents, let state = life.state {
        draft[Trademark.status] = state.trademarkStatus
        draft[Trademark.endedOn] = life.endedOn
        let whole = events.filter { life.parts?.partial.contains($0.id) != true }
        draft[Trademark.ending] = life.endedOn == nil ? nil : ending(whole, state)
      }
      if let classes = life.parts?.classes, Set(classes) != Set(draft[Trademark.classes] ?? []) {
        draft[Trademark.classes] = classes
      }
      if actions.contains(.renewed) { draft[Trademark.validUntil] = life.namedEnd }
      if actions.contains(.transferred), let owner = life.owners.first {
        draft[Trademark.owner] = owner
      }
      settle(designations(of: right, events: events, on: day), in: &draft)
    } else {
      draft[Patent.filedOn] = date(.filed) ?? draft[Patent.filedOn]
      draft[Patent.grantedOn] = date(.registered) ?? draft[Patent.grantedOn]
      if life.isToldByEvents, let state = life.state {
        draft[Patent.status] = state.patentStatus
        draft[Patent.endedOn] = life.endedOn
      }
      if actions.contains(.transferred), draft[Patent.owners] != life.owners {
        draft[Patent.owners] = life.owners
        draft[Patent.shares] = nil
      }
      if actions.contains(.annuityPaid) {
        draft[Patent.annuitiesPaidThrough] = life.annuitiesPaidThrough
      }
    }
    return draft
  }

  /// Returns a mark with the classes that an event took from it and takes no longer.
  ///
  /// The record of a mark holds what its events left: which classes it had besides, these alone tell.
  ///
  /// - Parameters:
  ///   - mark: A trademark as it stands in the ledger.
  ///   - event: The event as it was.
  ///   - changed: The event as it is now; `nil` where it is removed.
  ///   - day: The present day.
  /// - Returns: The record to write, by the events of this book; `nil` where no class comes back.
  public func returning(
    _ mark: Record,
    from event: Record,
    to changed: Record?,
    on day: Day
  ) -> Draft? {
    guard event[RightEvent.office] == nil, let classes = mark[Trademark.classes] else { return nil }
    let isStill = changed?[RightEvent.trademark] == mark.id && changed?[RightEvent.office] == nil
    let kept = classes + (isStill ? changed.map(RightParts.taken) ?? [] : [])
    let back = RightParts.taken(by: event).filter { !classes.contains($0) }
    guard !back.allSatisfy(kept.contains) else { return nil }
    var draft = Draft(copying: mark)
    draft[Trademark.classes] = (classes + back).sorted()
    return settled(draft.record(), on: day)
  }

  /// Says how a right ended: in the words of the event, else by what happened.
  private func ending(_ events: [Record], _ state: RightState) -> String? {
    let event = events.last { event in
      event[RightEvent.office] == nil
        && event[RightEvent.action].flatMap { RightState(after: $0) } == state
    }
    return event.flatMap { $0[RightEvent.text] ?? $0[RightEvent.action]?.choice.label.zh }
  }

  private func settle(_ designations: [Designation], in draft: inout Draft) {
    guard !designations.isEmpty else { return }
    draft[Trademark.designations] = designations.map(\.office)
    // What falls with the registration is told by its status, not once more here.
    let now = designations.filter(\.isCeasedAlone).map(\.office)
    let others = Set(designations.map(\.office)).subtracting(now)
    let before = (draft[Trademark.ceasedDesignations] ?? []).filter { !others.contains($0) }
    let ceased = before + now.filter { !before.contains($0) }
    draft[Trademark.ceasedDesignations] = ceased.isEmpty ? nil : ceased
  }
}
