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
