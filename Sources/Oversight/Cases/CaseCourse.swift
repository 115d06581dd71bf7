import Ledger
import Portfolio

/// The days of a case by which it is counted.
struct CaseCourse {
  private let received: Day
  private let accepted: Day?
  private let end: (day: Day, isRefusal: Bool)?
  /// A refusal that was reversed, and when.
  private let pause: (refused: Day, reopened: Day)?

  /// Reads the course of a case; `nil` where it has no day of receipt, or ended on a day unknown.
  init?(_ record: Record) {
    guard let received = record[Case.receivedOn]?.first else { return nil }
    self.received = received
    accepted = record[Case.acceptedOn]?.first
    if let refused = record[Case.refusedOn]?.first, let reopened = record[Case.reopenedOn]?.first {
      let first = max(refused, received)
      pause = (first, max(reopened, first))
    } else {
      pause = nil
    }
    // A case that was closed was not refused, whatever a second date says.
    if let closed = record[Case.closedOn]?.first {
      // Dates out of order are a finding elsewhere; here no case may end before it begins.
      end = (max(closed, pause?.reopened ?? received, received), false)
    } else if pause == nil, let refused = record[Case.refusedOn]?.first {
      end = (max(refused, received), true)
    } else {
      guard record[Case.stage]?.isFinal != true else { return nil }
      end = nil
    }
  }

  /// Counts the case between two days.
  func count(in figures: inout CaseFigures, from: Day, until: Day) {
    func isWithin(_ day: Day) -> Bool { day >= from && day <= until }
    let endsBefore = end.map { $0.day < from } ?? false
    let hasEnded = end.map { $0.day <= until } ?? false
    let isPausedAtStart = pause.map { $0.refused < from && $0.reopened >= from } ?? false
    let isPausedAtEnd = pause.map { $0.refused <= until && $0.reopened > until } ?? false
    if received < from, !endsBefore, !isPausedAtStart { figures.openAtStart = 1 }
    if isWithin(received) { figures.opened = 1 }
    if let accepted, isWithin(accepted) { figures.accepted = 1 }
    if let end, isWithin(end.day) {
      if end.isRefusal { figures.refused = 1 } else { figures.closed = 1 }
    }
    if let pause {
      if isWithin(pause.refused) { figures.refused += 1 }
      if isWithin(pause.reopened) { figures.reopened = 1 }
    }
    if received <= until, !hasEnded, !isPausedAtEnd { figures.openAtEnd = 1 }
  }
}
