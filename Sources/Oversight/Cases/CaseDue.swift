import Bilingual
public import Ledger
public import Portfolio

/// By when a case must leave its stage.
struct CaseDue {
  /// The last day, with the steps of the law where they lead to it.
  let end: Reckoning
  /// The rule; `nil` where the case names a day of its own.
  let term: LegalTerm?
  /// The day that the case names, where it was reckoned before a notice of days off moved it.
  let outdated: Day?

  /// Finds the day of an open case; `nil` where neither the case nor the law has one.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - events: What happened in it.
  ///   - law: The legal periods and working days.
  init?(of record: Record, _ events: [Record], in law: RightBook) {
    guard let stage = record[Case.stage], !stage.isFinal else { return nil }
    let entered = events.inOrder(of: CaseEvent.date).last { $0[CaseEvent.to] == stage }
    let isTakenIn = entered.map { $0[CaseEvent.action] == .open } ?? true
    let start = (isTakenIn ? record[Case.receivedOn] : entered?[CaseEvent.date])?.day
    let term = start.flatMap { start in
      CaseStages.term(at: stage).flatMap { try? law.terms.term($0, on: start) }
    }
    let reckoned = start.flatMap { term?.end(from: $0, in: law.calendar) }
    guard let stored = record[Case.dueOn]?.last else {
      guard let reckoned else { return nil }
      (end, self.term, outdated) = (reckoned, term, nil)
      return
    }
    if let start, let term, let reckoned {
      // A day to which no calendar leads, past or present, was typed and stays the clerk's.
      let years = start.year...max(start.year, reckoned.day.year + 1)
      let wasReckoned = years.contains { year in
        term.end(from: start, in: law.calendar.before(year))?.day == stored
      }
      if reckoned.day == stored || wasReckoned {
        (end, self.term) = (reckoned, term)
        outdated = reckoned.day == stored ? nil : stored
        return
      }
    }
    let reason = Phrase(en: "the day that the case itself names", zh: "案件登记的期限")
    (end, self.term, outdated) = (Reckoning(from: stored, reason), nil, nil)
  }
}

extension CaseDesk {
  /// The day by which a case must leave its stage.
  ///
  /// It is the day that the case names; one that was reckoned before a notice of days off was out, and
  /// that of a case without one, is reckoned by the notices of today.
  ///
  /// - Parameter record: The case.
  /// - Returns: The day; `nil` where the case is done with, or nothing sets it a time.
  public func stageEnd(of record: Record) -> Day? {
    CaseDue(of: record, events[record.id] ?? [], in: rights)?.end.day
  }
}
