import Bilingual
import Ledger
import Oversight
import Portfolio
import TestSupport
import Testing

struct CaseDeskTests {
  private let application = Sample.draft(
    Case.self,
    "c1",
    ["rightHolder": "e1", "right": "trademark", "opponent": "某店"]
  )

  private func desk(_ drafts: [Draft] = [], today: String = "2024-12-31") throws -> CaseDesk {
    try CaseDesk(
      Sample.ledger(Sample.holidays + Sample.terms + drafts),
      today: day(today)
    )
  }

  private func entry(_ date: String, cost: Int64? = nil, text: String? = "经过") -> CaseEntry {
    CaseEntry(day(date), by: "clerk-2", text: text, cost: cost.map { Money(fen: $0) })
  }

  private func at(_ stage: String, _ more: KeyValuePairs<String, String> = [:]) -> Record {
    var draft = Sample.draft(Case.self, "c1", more)
    draft[Case.stage] = CaseStage(rawValue: stage)
    draft[Case.receivedOn] = PartialDate("2024-02-05")
    return draft.record()
  }

  @Test func `an application starts the period for the decision by working days`() throws {
    let move = try desk().open(application, entry("2024-02-05"))
    #expect(move.record[Case.stage] == .received)
    #expect(move.record[Case.receivedOn] == PartialDate("2024-02-05"))
    #expect(move.record[Case.dueOn] == PartialDate("2024-03-01"))
    #expect(move.record[Case.handler] == "clerk-2")
    #expect(move.deadline?.steps.count == 2)
    #expect(move.findings.isEmpty)
    #expect(move.event[CaseEvent.case] == "c1")
    #expect(move.event[CaseEvent.action] == .open)
    #expect(move.event[CaseEvent.from] == nil)
    #expect(move.event[CaseEvent.to] == .received)
    #expect(move.event[CaseEvent.by] == "clerk-2")
    #expect(move.event[CaseEvent.date] == PartialDate("2024-02-05"))
    #expect(move.event.id == nil)
    #expect(move.changes.count == 2)
  }

  @Test func `without a term there is no deadline, and that is told`() throws {
    let desk = try CaseDesk(Sample.ledger([]), today: day("2024-12-31"))
    let move = try desk.open(application, entry("2024-02-05"))
    #expect(move.record[Case.dueOn] == nil)
    #expect(move.deadline == nil)
    #expect(move.findings.map(\.name) == ["term-missing"])
    #expect(move.findings.map(\.severity) == [.warning])
  }

  @Test func `a deadline beyond the notices is told to be provisional`() throws {
    let move = try desk(today: "2025-12-31").open(application, entry("2025-03-03"))
    #expect(move.record[Case.dueOn] == PartialDate("2025-03-24"))
    #expect(move.findings.map(\.name) == ["date-provisional"])
  }

  private static let moves: [(CaseAction, [CaseStage], CaseStage?)] = [
    (.supplement, [.received], .supplement),
    (.complete, [.supplement], .received),
    (.accept, [.received], .accepted),
    (.refuse, [.received, .supplement], .refused),
    (.complain, [.refused], .complained),
    (.uphold, [.complained], .refused),
    (.reverse, [.complained], .accepted),
    (.advance, [.accepted, .investigating], nil),
    (.close, [.accepted, .investigating, .proceeding], .closed),
    (.note, CaseStage.allCases, nil),
  ]

  private func perform(_ action: CaseAction, _ record: Record) throws -> CaseMove {
    let desk = try desk()
    let entry = entry("2024-03-01")
    switch action {
    case .open: return try desk.open(application, entry)
    case .supplement: return try desk.supplement(record, entry)
    case .complete: return try desk.complete(record, entry)
    case .accept: return try desk.accept(record, entry)
    case .refuse: return try desk.refuse(record, entry)
    case .complain: return try desk.complain(record, entry)
    case .uphold: return try desk.uphold(record, entry)
    case .reverse: return try desk.reverse(record, entry)
    case .advance: return try desk.advance(record, entry)
    case .note: return try desk.note(record, entry)
    case .close: return try desk.close(record, entry, outcome: .won)
    }
  }

  @Test(arguments: CaseStage.allCases)
  func `from each stage exactly the listed actions lead on, and a refusal names them`(
    stage: CaseStage
  ) throws {
    for (action, stages, destination) in Self.moves {
      let record = at(stage.rawValue)
      guard stages.contains(stage) else {
        let refusal = #expect(throws: Diagnostic.self) { try perform(action, record) }
        #expect(refusal?.name == "case-move")
        for allowed in CaseStages.actions(at: stage) {
          #expect(refusal?.help?.en.contains(allowed.rawValue) == true)
        }
        continue
      }
      let move = try perform(action, record)
      #expect(move.event[CaseEvent.from] == stage)
      if let destination {
        #expect(move.record[Case.stage] == destination)
        #expect(move.event[CaseEvent.to] == destination)
      }
    }
  }

  @Test func `who leaves a stage after its time is told so`() throws {
    let waiting = at("supplement", ["dueOn": "2024-02-28"])
    #expect(try desk().complete(waiting, entry("2024-02-28")).findings.isEmpty)
    let late = try desk().complete(waiting, entry("2024-06-03")).findings.first
    #expect(late?.name == "case-move-late")
    #expect(late?.severity == .warning)
    #expect(
      late?.message.en == "the time ended on 2024-02-28, 96 days before: without the papers the "
        + "application counts as withdrawn"
    )
    let undecided = at("received", ["dueOn": "2024-03-01"])
    func findings(_ date: String) throws -> [String] {
      try desk().refuse(undecided, entry(date)).findings.map(\.name)
    }
    #expect(try findings("2024-03-01").isEmpty)
    #expect(try findings("2024-03-18") == ["case-move-late"])
    #expect(try desk().note(undecided, entry("2024-03-18")).findings.isEmpty)
  }

  @Test func `granted cases advance one stage at a time`() throws {
    let first = try desk().advance(at("accepted"), entry("2024-03-01"))
    #expect(first.record[Case.stage] == .investigating)
    let second = try desk().advance(first.record.record(), entry("2024-04-01"))
    #expect(second.record[Case.stage] == .proceeding)
    #expect(second.event[CaseEvent.to] == .proceeding)
    #expect(throws: Diagnostic.self) {
      try desk().advance(second.record.record(), entry("2024-04-02"))
    }
  }

  @Test func `papers stop the clock of the decision and start it anew`() throws {
    let asked = try desk().supplement(at("received"), entry("2024-02-07"))
    #expect(asked.record[Case.dueOn] == PartialDate("2024-02-22"))
    let complete = try desk().complete(asked.record.record(), entry("2024-02-20"))
    #expect(complete.record[Case.stage] == .received)
    #expect(complete.record[Case.dueOn] == PartialDate("2024-03-12"))
    let accepted = try desk().accept(
      complete.record.record(),
      entry("2024-03-12"),
      CaseGrant(aid: [.legalAid, .funding], hardship: .yes, hardshipReason: "低收入证明")
    )
    #expect(accepted.record[Case.acceptedOn] == PartialDate("2024-03-12"))
    #expect(accepted.record[Case.dueOn] == nil)
    #expect(accepted.record[Case.aid] == [.legalAid, .funding])
    #expect(accepted.record[Case.hardship] == .yes)
  }

  @Test func `a refusal needs a reason and gives the time for a complaint`() throws {
    let move = try desk().refuse(at("received"), entry("2024-02-05", text: "不在管辖范围"))
    #expect(move.record[Case.refusedOn] == PartialDate("2024-02-05"))
    #expect(move.record[Case.reason] == "不在管辖范围")
    #expect(move.record[Case.dueOn] == nil)
    #expect(move.deadline?.day == day("2024-02-20"))
    for text in [nil, "", "  "] as [String?] {
      let refusal = #expect(throws: Diagnostic.self) {
        try desk().refuse(at("received"), entry("2024-02-05", text: text))
      }
      #expect(refusal?.name == "case-reason-missing")
    }
  }

  @Test func `a closed case keeps outcome, sum and day`() throws {
    let move = try desk().close(
      at("proceeding"),
      entry("2024-05-01"),
      outcome: .settled,
      recovered: Money(fen: 5_000_000)
    )
    #expect(move.record[Case.closedOn] == PartialDate("2024-05-01"))
    #expect(move.record[Case.outcome] == .settled)
    #expect(move.record[Case.recoveredFen] == Money(fen: 5_000_000))
    #expect(move.record[Case.reason] == "经过")
  }

  // The CNIPA guide of 2023: who does not complete the papers in time counts as having withdrawn.
  @Test(arguments: ["received", "supplement"])
  func `before aid is granted an application ends as withdrawn or sent on, not as won`(
    stage: String
  ) throws {
    for outcome in CaseOutcome.allCases {
      let record = at(stage, ["dueOn": "2024-03-01"])
      func close() throws -> CaseMove {
        try desk().close(record, entry("2024-03-01"), outcome: outcome)
      }
      guard [.withdrawn, .referred].contains(outcome) else {
        #expect(throws: Diagnostic.self) { try close() }
        continue
      }
      let move = try close()
      #expect(move.record[Case.stage] == .closed)
      #expect(move.record[Case.outcome] == outcome)
      #expect(move.record[Case.refusedOn] == nil)
      #expect(move.deadline == nil)
      let ledger = Sample.ledger([move.record, Draft(copying: event(of: move))])
      let names = ["case-stage-dates", "case-moves"]
      #expect(try Checks.run(ledger, today: day("2024-12-31"), names: names).isEmpty)
      let figures = try CaseStatistics(ledger, from: day("2024-01-01"), until: day("2024-12-31"))
      #expect(figures.total.closed == 1)
      #expect(figures.total.refused == 0)
      #expect(figures.total.reconciles)
    }
    // Late papers end the application; only a decision can come too late.
    let late = at("supplement", ["dueOn": "2024-02-28"])
    let withdrawn = try desk().close(late, entry("2024-03-20"), outcome: .withdrawn)
    #expect(withdrawn.findings.isEmpty)
    let refused = try desk().refuse(late, entry("2024-03-20"))
    #expect(refused.findings.first?.help?.en.contains("--outcome withdrawn") == true)
  }

  private func event(of move: CaseMove) -> Record {
    var event = move.event
    event.id = "v1"
    return event.record()
  }

  @Test func `the cost of aid is the sum of all events`() throws {
    let earlier = [
      Sample.draft(
        CaseEvent.self,
        "v1",
        ["case": "c1", "date": "2024-02-06", "action": "note", "costFen": "10"]
      ),
      Sample.draft(
        CaseEvent.self,
        "v2",
        ["case": "c2", "date": "2024-02-06", "action": "note", "costFen": "99"]
      ),
      Sample.draft(CaseEvent.self, "v3", ["case": "c1", "date": "2024-02-06", "action": "note"]),
    ]
    let record = at("accepted")
    #expect(try desk().note(record, entry("2024-03-01")).record[Case.aidFen] == nil)
    let with = try desk(earlier)
    #expect(try with.note(record, entry("2024-03-01")).record[Case.aidFen] == Money(fen: 1_000))
    let more = try with.note(record, entry("2024-03-01", cost: 1))
    #expect(more.record[Case.aidFen] == Money(fen: 1_001))
    #expect(more.record[Case.stage] == .accepted)
    #expect(more.event[CaseEvent.costFen] == Money(fen: 1))
    let overflow = #expect(throws: Diagnostic.self) {
      try with.note(record, entry("2024-03-01", cost: .max))
    }
    #expect(overflow?.name == "case-aid-overflow")
  }

  @Test(arguments: [
    ("2024-02-29", "case-date-order"), ("2024-03-01", nil), ("2024-03-02", nil),
    ("2024-12-31", nil), ("2025-01-01", "case-date-future"),
  ])
  func `a move is not before the last one and not in the future`(
    date: String,
    name: String?
  ) throws {
    let history = [
      Sample.draft(
        CaseEvent.self,
        "v1",
        [
          "case": "c1", "date": "2024-03-01", "action": "accept", "from": "received",
          "to": "accepted",
        ]
      )
    ]
    let desk = try desk(history)
    guard let name else {
      #expect(try desk.advance(at("accepted"), entry(date)).event[CaseEvent.date]?.day == day(date))
      return
    }
    let refusal = #expect(throws: Diagnostic.self) {
      try desk.advance(at("accepted"), entry(date))
    }
    #expect(refusal?.name == name)
  }

  @Test func `somebody does it`() throws {
    let refusal = #expect(throws: Diagnostic.self) {
      try desk().open(application, CaseEntry(day("2024-02-05"), by: " "))
    }
    #expect(refusal?.name == "case-nobody")
  }

  @Test(arguments: [("2024-02-29", 0), ("2024-03-01", 0), ("2024-03-02", 1)])
  func `a case is overdue the day after its last day`(today: String, count: Int) throws {
    let drafts = [
      Draft(copying: at("received", ["dueOn": "2024-03-01"])),
      Sample.draft(Case.self, "c2", ["stage": "received", "receivedOn": "2024-02-05"]),
      Sample.draft(Case.self, "c3", ["stage": "refused", "receivedOn": "2024-02-05"]),
      Sample.draft(Case.self, "c4", ["stage": "closed", "dueOn": "2024-02-05"]),
    ]
    let overdue = try desk(drafts, today: today).overdue
    #expect(overdue.map(\.record.id) == (count == 1 ? ["c1", "c2"] : []))
    #expect(overdue.allSatisfy { $0.due == day("2024-03-01") && $0.daysLate == 1 })
  }

  @Test func `a day reckoned before the notice was out is reckoned anew, a typed one stays`() throws
  {
    // Without the notice fifteen working days from 2024-02-05 end on 2024-02-26.
    func waiting(_ due: String) throws -> CaseDesk {
      try self.desk([Draft(copying: at("received", ["dueOn": due]))], today: "2024-03-04")
    }
    func overdue(_ due: String) throws -> [Day] { try waiting(due).overdue.map(\.due) }
    #expect(try overdue("2024-02-26") == [day("2024-03-01")])
    #expect(try overdue("2024-02-28") == [day("2024-02-28")])
    let record = at("received", ["dueOn": "2024-02-26"])
    let desk = try waiting("2024-02-26")
    #expect(desk.stageEnd(of: record) == day("2024-03-01"))
    #expect(try desk.refuse(record, entry("2024-03-01")).findings.isEmpty)
    let late = try desk.refuse(record, entry("2024-03-04"))
    #expect(late.findings.map(\.name) == ["case-move-late"])
    let docket = try Docket(desk.snapshot, today: day("2024-03-01"))
    #expect(try docket.dates(of: record).map(\.due.day) == [day("2024-03-01")])
  }
}
