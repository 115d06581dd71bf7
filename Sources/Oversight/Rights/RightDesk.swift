import Bilingual
public import Ledger
public import Portfolio

/// What is told about an event of a right.
public struct RightEntry: Sendable {
  /// What happened.
  public var action: RightAction
  /// The day on which it took effect.
  public var day: Day
  /// Who enters it.
  public var by: String
  /// The designated office, where one designation alone is concerned.
  public var office: String?
  /// The classes that alone are concerned; empty where all are.
  public var classes: [Int] = []
  /// The goods, of a patent the claims, that alone are concerned.
  public var part: String?
  /// The new owners, the licensee, the pledgee.
  public var parties: [RecordID] = []
  /// The last day of the new term, the licence, the pledge.
  public var until: Day?
  /// The patent year that an annuity is for.
  public var year: Int?
  /// What was paid or is secured.
  public var amount: Money?
  /// The number of the paper.
  public var document: String?
  /// The day on which the notice of it came in.
  public var noticed: Day?
  /// Why it counts although it came out of its time, or was paid short.
  public var reason: String?
  /// What happened, in words.
  public var text: String?

  /// Creates an entry.
  public init(_ action: RightAction, on day: Day, by: String) {
    self.action = action
    self.day = day
    self.by = by
  }
}

/// What an event changes in the ledger: the event, and the right as it stands then.
public struct RightMove: Sendable {
  /// The right.
  public let right: Draft
  /// The event; the ledger gives it its id.
  public let event: Draft
  /// The decision of which the event is about some classes, with all classes that it took; `nil` where it names them.
  public let decision: Draft?
  /// The state to which it leads; `nil` where nothing tells it.
  public let state: RightState?
  /// The classes in which a mark stands then; `nil` where none are on record.
  public let classes: [Int]?
  /// The last day of the term, where the event begins a new one.
  public let term: Reckoning?
  /// What deserves a look: acts out of their time, years of annuities that are not on record.
  public let findings: [Diagnostic]
}

/// Where the lives of trademarks and patents are written down, event by event.
///
/// Each entry returns what is to be written and writes nothing; an event that cannot be throws a
/// ``Diagnostic`` that names those that can.
public struct RightDesk: Sendable {
  /// The rights with their events.
  public let book: RightBook
  let today: Day
  private let annuities: Annuities

  /// Opens the desk on a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  /// - Throws: ``Diagnostics`` where it cannot be read.
  public init(_ snapshot: Snapshot, today: Day) throws {
    book = try RightBook(snapshot)
    annuities = try Annuities(snapshot)
    self.today = today
  }

  /// Says what an event of a right would be entered for.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - office: The designated office, where one is named.
  /// - Returns: The subject.
  public static func subject(_ right: Record, office: String?) -> RightRules.Subject {
    guard right.schema === Trademark.schema else { return .patent }
    guard right[Trademark.route] == .madrid else { return .mark }
    return office == nil ? .international : .designation
  }

  /// Writes an event down.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - entry: What happened.
  /// - Returns: What is to be written.
  /// - Throws: A ``Diagnostic`` where it cannot have happened, or something is missing.
  public func enter(_ right: Record, _ entry: RightEntry) throws(Diagnostic) -> RightMove {
    let life = book.life(of: right, on: today)
    let then = book.life(of: right, on: entry.day)
    try validate(entry, right, life, then: then)
    var event = Draft(RightEvent.schema)
    if right.schema === Trademark.schema {
      event[RightEvent.trademark] = right.id
    } else {
      event[RightEvent.patent] = right.id
    }
    let term = entry.action == .renewed && entry.until == nil ? try renewal(right, life) : nil
    event[RightEvent.date] = PartialDate(entry.day)
    event[RightEvent.action] = entry.action
    event[RightEvent.office] = entry.office
    event[RightEvent.classes] = entry.classes.isEmpty ? nil : entry.classes
    event[RightEvent.part] = entry.part
    event[RightEvent.parties] = entry.parties.isEmpty ? nil : entry.parties
    event[RightEvent.previous] = entry.action == .transferred ? then.owners : nil
    event[RightEvent.until] = (entry.until ?? term?.day).map { PartialDate($0) }
    event[RightEvent.year] = entry.year
    event[RightEvent.amountFen] = entry.amount
    event[RightEvent.document] = entry.document
    event[RightEvent.noticedOn] = entry.noticed.map { PartialDate($0) }
    event[RightEvent.reason] = entry.reason
    event[RightEvent.text] = entry.text
    event[RightEvent.by] = entry.by
    var trial = event
    trial.id = RecordID("~")
    let record = trial.record()
    let after = book.life(of: right, with: record, on: today)
    let decision = decision(before: entry, right, then)
    return RightMove(
      right: book.settled(Self.designated(right, entry), with: record, on: today),
      event: event,
      decision: decision,
      state: after.state,
      classes: right.schema === Trademark.schema ? book.classes(of: right, after) : nil,
      term: term,
      findings: findings(entry, right, after)
        + (entry.action == .transferred ? outOfLine(right, record) : [])
        + untimely(right, record) + unnoticed(right, record)
    )
  }

  /// The decision that took the mark as a whole, of which some classes alone come back.
  ///
  /// The record goes on with these, so the decision keeps which there were.
  private func decision(before entry: RightEntry, _ right: Record, _ then: RightLife) -> Draft? {
    guard [.reviewFiled, .restored].contains(entry.action), !entry.classes.isEmpty,
      then.state?.isEnded == true,
      let last = book.events(of: right).last(where: { event in
        event[RightEvent.office] == nil && event[RightEvent.action]?.isReviewable == true
          && event[RightEvent.date].map { $0.first <= entry.day } == true
      }),
      last[RightEvent.classes] == nil, last[RightEvent.part] == nil,
      let all = book.classes(of: right, then), !Set(all).isSubset(of: entry.classes)
    else { return nil }
    var draft = Draft(copying: last)
    draft[RightEvent.classes] = all
    return draft
  }

  /// A registration of which an office is designated anew has not ceased there.
  private static func designated(_ right: Record, _ entry: RightEntry) -> Record {
    guard entry.action == .designated, let ceased = right[Trademark.ceasedDesignations] else {
      return right
    }
    var draft = Draft(copying: right)
    let others = ceased.filter { $0 != entry.office }
    draft[Trademark.ceasedDesignations] = others.isEmpty ? nil : others
    return draft.record()
  }

  /// Returns the rights whose records differ from what their events tell, as they should be.
  ///
  /// - Returns: The records to write.
  public func behind() -> [Draft] {
    (book.trademarks.records + book.patents.records).compactMap { right in
      guard !book.events(of: right).isEmpty else { return nil }
      let settled = book.settled(right, on: today)
      return settled.line == right.line ? nil : settled
    }
  }

  /// The transfers after the new one that still go out from those who owned the right before it.
  private func outOfLine(_ right: Record, _ event: Record) -> [Diagnostic] {
    let known = Set(Check.eventOwners(book.events(of: right)).map(\.record.id))
    return Check.eventOwners((book.events(of: right) + [event]).inOrder(of: RightEvent.date))
      .filter { !known.contains($0.record.id) }.map(Check.rightEventOwners.diagnostic)
  }

  /// What came out of its time, or was paid short, with the new event and not before.
  private func untimely(_ right: Record, _ event: Record) -> [Diagnostic] {
    let events = book.events(of: right)
    let known = Set(Check.untimely(right, events, book, annuities).map(\.1.message))
    return Check.untimely(right, (events + [event]).inOrder(of: RightEvent.date), book, annuities)
      .filter { !known.contains($1.message) }
      .map { check, finding in
        guard finding.record.id == event.id else { return check.diagnostic(finding) }
        return Diagnostic(
          check.name,
          finding.message,
          help: finding.help,
          severity: check.severity
        )
      }
  }

  /// A period that the new event starts is counted from its notice, which is not told.
  private func unnoticed(_ right: Record, _ event: Record) -> [Diagnostic] {
    let events = (book.events(of: right) + [event]).inOrder(of: RightEvent.date)
    return RightClock.runs(RightClock.all, of: right, events, in: book)
      .filter { $0.start.id == event.id && $0.isAssumed && !$0.isAnswered }
      .map { run in
        let what = run.clock.action
        return Diagnostic(
          "right-notice-missing",
          Phrase(
            en:
              "when the notice came in is not told: the time to \(what.en) ends on \(run.end.day) "
              + "if it came on the day of the event",
            zh: "未写明收到通知之日：如当日收到，“\(what.zh)”的期限至 \(run.end.day)"
          ),
          help: Self.noticeHelp,
          severity: .warning
        )
      }
  }

  private static let noticeHelp = Phrase(
    en: "give the day with --noticed, or later with 'set right-event … noticedOn=DAY'",
    zh: "请用 --noticed 写明，或之后用 set right-event … noticedOn=日期 补填"
  )

  /// What is to be said of years that are not on record as paid, and of a notice that is not told.
  private func findings(_ entry: RightEntry, _ right: Record, _ after: RightLife) -> [Diagnostic] {
    if entry.action == .annuityPaid, let gap = after.annuityGap {
      return [
        Diagnostic(
          "right-annuity-gap",
          gap,
          help: Phrase(
            en: "enter those payments too, or the end with 'lapsed'; 'due' goes on asking for them",
            zh: "请补登这些年度的缴费，或登记失效（lapsed）；due 仍按未缴提示"
          ),
          severity: .warning
        )
      ]
    }
    guard entry.action == .lapsed, right.schema === Patent.schema, entry.noticed == nil else {
      return []
    }
    return [
      Diagnostic(
        "right-notice-missing",
        Phrase(
          en: "when the notice came in is not told: until when it can be restored is not known",
          zh: "未写明收到通知之日，无法计算恢复权利的期限"
        ),
        help: Self.noticeHelp,
        severity: .warning
      )
    ]
  }

  /// The next term begins on the day after the last one, and is counted from there.
  private func renewal(_ mark: Record, _ life: RightLife) throws(Diagnostic) -> Reckoning {
    guard let ends = book.termEnds(of: mark, life), ends.lowerBound == ends.upperBound,
      let term = book.nextTerm(of: mark, after: ends.upperBound)
    else {
      throw Diagnostic(
        "right-term-unknown",
        Phrase(
          en: "the ledger does not tell when the term of \(mark.id) ends",
          zh: "账本中没有 \(mark.id) 的专用期末日"
        ),
        help: Phrase(en: "give the end of the new term with --until", zh: "请用 --until 填写新一届期满日"),
        at: mark.place
      )
    }
    return term
  }
}
