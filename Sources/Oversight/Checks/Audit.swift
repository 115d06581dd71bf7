import Ledger
import Portfolio

/// What the checks of one run share: the ledger, the present day, and what is looked up often.
struct Audit {
  let snapshot: Snapshot
  let today: Day
  /// The law that dates rights, without their events.
  let law: RightBook
  var terms: LegalTerms { law.terms }
  /// The recognitions of each title.
  let titles: [TitleKey: [Record]]
  /// The events of each case.
  let caseEvents: Once<[RecordID: [Record]]>

  init(_ snapshot: Snapshot, today: Day) throws {
    self.snapshot = snapshot
    self.today = today
    caseEvents = Once { try snapshot.table(CaseEvent.self).grouped(by: CaseEvent.case) }
    law = RightBook(try LegalTerms(snapshot), try WorkCalendar(snapshot))
    var titles: [TitleKey: [Record]] = [:]
    for record in try snapshot.table(Recognition.self).records {
      guard let key = TitleKey(record) else { continue }
      titles[key, default: []].append(record)
    }
    self.titles = titles
  }

  /// Other recognitions of the title that a recognition is of, and whether they are listed before it.
  ///
  /// One that is not written yet comes after all that are.
  func others(of recognition: Record) -> [(record: Record, isListedBefore: Bool)] {
    guard let key = TitleKey(recognition), let all = titles[key] else { return [] }
    let position = all.firstIndex { $0.id == recognition.id } ?? all.count
    return all.enumerated().filter {
      $0.offset != position && $0.element.isSameTitle(as: recognition)
    }.map { ($0.element, $0.offset < position) }
  }

  func scheme(of recognition: Record) throws -> Record? {
    try snapshot.table(Scheme.self)[recognition[Recognition.scheme]]
  }

  /// The last day of a mark's term: that of the register, else by law from the registration.
  func termEnd(of mark: Record) -> Day? {
    law.termEnds(of: mark, law.life(of: mark, on: today))?.upperBound
  }
}
