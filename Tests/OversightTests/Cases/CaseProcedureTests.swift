import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct CaseProcedureTests {
  private let base =
    Sample.reference(Term.self) + Sample.reference(Holiday.self)
    + [Sample.draft(Enterprise.self, "ent-1", ["name": "启东市示例甲有限公司", "town": "320681110"])]

  private func record(_ stage: String, _ more: KeyValuePairs<String, String> = [:]) -> Draft {
    var draft = Sample.draft(Case.self, "c1", more)
    draft[Case.stage] = CaseStage(rawValue: stage)
    draft[Case.receivedOn] = draft[Case.receivedOn] ?? PartialDate("2025-01-06")
    draft[Case.rightHolder] = "ent-1"
    draft[Case.right] = .trademark
    return draft
  }

  private func event(_ id: String, _ date: String, _ step: CaseStep) -> Draft {
    var draft = Sample.draft(
      CaseEvent.self,
      id,
      ["case": "c1", "date": date, "action": "note", "by": "甲"]
    )
    draft[CaseEvent.step] = step
    return draft
  }

  private func clocks(_ events: [Draft], stage: String = "proceeding") throws -> [String: String] {
    let docket = try Docket(
      Sample.ledger(base + [record(stage)] + events),
      today: day("2025-06-30")
    )
    let dates = try docket.dates(from: ["case-procedure"])
    return Dictionary(dates.map { ($0.term?.id.text ?? "", $0.due.day.description) }) { $1 }
  }

  @Test func `a step starts the periods of the law, by working days where the law says so`() throws
  {
    #expect(
      try clocks([event("a", "2025-03-03", .complaintFiled)]) == [
        "enforcement-filing": "2025-03-24"
      ]
    )
    // 2025-04-04 is a day off; ninety days from 2025-03-10 end on Sunday 2025-06-08.
    #expect(
      try clocks([event("a", "2025-03-10", .enforcementOpened)]) == [
        "enforcement-decision": "2025-06-09"
      ]
    )
    #expect(
      try clocks([event("a", "2025-03-03", .penaltyReceived)]) == [
        "penalty-payment": "2025-03-18", "reconsideration": "2025-05-06",
        "administrative-suit": "2025-09-03",
      ]
    )
    #expect(
      try clocks([event("a", "2025-03-03", .judgmentReceived)]) == ["civil-appeal": "2025-03-18"]
    )
    #expect(
      try clocks([event("a", "2025-03-03", .judgmentFinal)]) == ["civil-execution": "2027-03-03"]
    )
    #expect(try clocks([event("a", "2025-03-03", .mediationFailed)]).isEmpty)
  }

  @Test func `a later step answers a period, one before it does not`() throws {
    let filed = event("a", "2025-03-03", .complaintFiled)
    let opened = event("b", "2025-03-10", .enforcementOpened)
    #expect(try clocks([filed, opened]).keys.sorted() == ["enforcement-decision"])
    // A step entered late answers as one entered in time; one of the same day may have been the later one.
    #expect(try clocks([opened, filed]).keys.sorted() == ["enforcement-decision"])
    let same = event("c", "2025-03-10", .complaintFiled)
    #expect(try clocks([opened, same]).keys.sorted() == ["enforcement-decision"])
    let after = event("c", "2025-03-11", .complaintFiled)
    #expect(
      try clocks([after, opened]).keys.sorted() == ["enforcement-decision", "enforcement-filing"]
    )
    let paid = event("c", "2025-03-12", .penaltyPaid)
    #expect(
      try clocks([event("a", "2025-03-03", .penaltyReceived), paid]).keys.sorted()
        == ["administrative-suit", "reconsideration"]
    )
    #expect(try clocks([filed], stage: "closed").isEmpty)
  }

  @Test func `what only follows a step tells that it was taken`() throws {
    let filed = event("a", "2025-01-13", .suitFiled)
    #expect(try clocks([filed]).keys.sorted() == ["civil-registration"])
    let judged = event("b", "2025-06-13", .judgmentReceived)
    #expect(try clocks([filed, judged]).keys.sorted() == ["civil-appeal"])
    let opened = event("a", "2025-03-03", .enforcementOpened)
    let paid = event("b", "2025-05-12", .penaltyPaid)
    #expect(try clocks([opened, paid]).isEmpty)
  }

  // 市场监督管理行政处罚程序规定, articles 18 and 64; Administrative Coercion Law, article 25.
  @Test func `an approved extension moves the end once, one after the end does not`() throws {
    let filed = event("a", "2026-03-10", .complaintFiled)
    let extended = event("b", "2026-03-30", .filingExtended)
    #expect(try clocks([filed]) == ["enforcement-filing": "2026-03-31"])
    #expect(try clocks([filed, extended]) == ["enforcement-filing": "2026-04-22"])
    let again = event("c", "2026-04-20", .filingExtended)
    #expect(try clocks([filed, extended, again]) == ["enforcement-filing": "2026-04-22"])
    let late = event("b", "2026-04-01", .filingExtended)
    #expect(try clocks([filed, late]) == ["enforcement-filing": "2026-03-31"])
    // Ninety days end on Sunday 2025-06-08, so on the Monday; thirty more from there.
    let opened = event("a", "2025-03-10", .enforcementOpened)
    #expect(
      try clocks([opened, event("b", "2025-06-05", .decisionExtended)]) == [
        "enforcement-decision": "2025-07-09"
      ]
    )
    let seized = event("a", "2025-03-03", .goodsSeized)
    #expect(
      try clocks([seized, event("b", "2025-04-01", .seizureExtended)]) == [
        "enforcement-seizure": "2025-05-02"
      ]
    )
  }

  @Test func `the time of an appraisal does not count`() throws {
    let opened = event("a", "2025-03-10", .enforcementOpened)
    let begun = event("b", "2025-04-01", .appraisalBegun)
    let ended = event("c", "2025-04-11", .appraisalEnded)
    // Ten days after 2025-06-08.
    #expect(try clocks([opened, begun, ended]) == ["enforcement-decision": "2025-06-18"])
    let filed = event("a", "2025-03-03", .complaintFiled)
    let test = [
      event("b", "2025-03-10", .appraisalBegun), event("c", "2025-03-14", .appraisalEnded),
    ]
    // Four working days after 2025-03-24.
    #expect(try clocks([filed] + test) == ["enforcement-filing": "2025-03-28"])
    // One that goes on has lasted thirty-one days on 2025-06-30.
    #expect(
      try clocks([opened, event("b", "2025-05-30", .appraisalBegun)]) == [
        "enforcement-decision": "2025-07-09"
      ]
    )
  }

  @Test func `an extension is told with the new day, and asked for its approval`() throws {
    func note(_ date: String, papers: [String]) throws -> CaseMove {
      let ledger = Sample.ledger(
        base + [record("proceeding"), event("a", "2025-03-03", .complaintFiled)]
      )
      let entry = CaseEntry(
        day(date),
        by: "甲",
        papers: papers,
        step: .filingExtended
      )
      return try CaseDesk(ledger, today: day("2025-06-30"))
        .note(record("proceeding").record(), entry)
    }
    // Fifteen working days from 2025-03-24, with a day off on 2025-04-04.
    #expect(try note("2025-03-20", papers: ["延长审批表"]).deadline?.day == day("2025-04-15"))
    #expect(try note("2025-03-20", papers: ["延长审批表"]).findings.isEmpty)
    #expect(try note("2025-03-20", papers: []).findings.map(\.name) == ["case-extension"])
    let late = try note("2025-03-25", papers: ["延长审批表"])
    #expect(late.findings.map(\.name) == ["case-extension"])
    #expect(late.deadline == nil)
  }

  @Test func `an extension of before the case was opened may be entered after that`() throws {
    func note(opened date: String) throws -> CaseMove {
      let ledger = Sample.ledger(
        base + [
          record("proceeding"), event("a", "2025-03-03", .complaintFiled),
          event("b", date, .enforcementOpened),
        ]
      )
      let entry = CaseEntry(
        day("2025-03-20"),
        by: "甲",
        papers: ["延长审批表"],
        step: .filingExtended
      )
      return try CaseDesk(ledger, today: day("2025-06-30"))
        .note(record("proceeding").record(), entry)
    }
    let move = try note(opened: "2025-04-10")
    #expect(move.findings.isEmpty)
    // The case is open by now: nothing is due any more.
    #expect(move.deadline == nil)
    #expect(try note(opened: "2025-03-18").findings.map(\.name) == ["case-extension"])
  }

  @Test func `what the other side may do is not missed when it does not`() throws {
    let ledger = Sample.ledger(
      base + [record("proceeding"), event("a", "2024-01-10", .penaltyReceived)]
    )
    let dates = try Docket(ledger, today: day("2025-06-30")).dates(from: ["case-procedure"])
    #expect(dates.map { $0.urgency(on: day("2025-06-30")) } == [.past, .past, .past])
  }

  // Patent Law 2020, article 65: either side may sue, the holder whom the office helps too.
  @Test func `the suit against the order about a patent can be missed`() throws {
    let ledger = Sample.ledger(
      base + [record("proceeding"), event("a", "2025-03-03", .orderReceived)]
    )
    let dates = try Docket(ledger, today: day("2025-06-30")).dates(from: ["case-procedure"])
    #expect(dates.map { $0.due.day } == [day("2025-03-18")])
    #expect(dates.map { $0.urgency(on: day("2025-06-30")) } == [.missed])
  }

  @Test func `every step starts only terms that the reference records have`() throws {
    for step in CaseStep.allCases {
      _ = try clocks([event("a", "2025-03-03", step)])
    }
    let all = Dictionary(
      uniqueKeysWithValues: try CaseStep.allCases.map { step in
        (step, try clocks([event("a", "2025-03-03", step)]).count)
      }
    )
    #expect(all.values.reduce(0, +) == 20)
  }

  @Test func `a step is told with the first of its periods`() throws {
    let desk = try CaseDesk(Sample.ledger(base + [record("proceeding")]), today: day("2025-06-30"))
    let entry = CaseEntry(day("2025-03-03"), by: "甲", step: .penaltyReceived)
    let move = try desk.note(record("proceeding").record(), entry)
    #expect(move.deadline?.day == day("2025-03-18"))
    #expect(move.event[CaseEvent.step] == .penaltyReceived)
    #expect(move.record[Case.stage] == .proceeding)
  }

  @Test func `no step follows the end of a case, but one of before may be entered late`() throws {
    var closing = Sample.draft(
      CaseEvent.self,
      "z",
      ["case": "c1", "date": "2025-03-10", "action": "close", "by": "甲", "to": "closed"]
    )
    closing[CaseEvent.from] = .proceeding
    let closed = record("closed")
    let desk = try CaseDesk(Sample.ledger(base + [closed, closing]), today: day("2025-06-30"))
    let after = CaseEntry(day("2025-03-11"), by: "甲", step: .judgmentReceived)
    let fault = #expect(throws: Diagnostic.self) { try desk.note(closed.record(), after) }
    #expect(fault?.name == "case-move")
    let before = CaseEntry(day("2025-03-10"), by: "甲", step: .judgmentReceived)
    let move = try desk.note(closed.record(), before)
    #expect(move.event[CaseEvent.step] == .judgmentReceived)
    #expect(move.deadline == nil)
  }

  @Test func `limitation and the applicant's complaint are due dates`() throws {
    let open = record("received", ["knownOn": "2023-02-28"])
    let docket = try Docket(Sample.ledger(base + [open]), today: day("2025-06-30"))
    let limit = try docket.dates(from: ["case-limitation"])
    #expect(limit.map(\.due.day) == [day("2026-02-28")])
    #expect(limit.first?.term?.id == "trademark-limitation")
    // Three years from 2023-11-28 end on a Saturday; Civil Code, article 203: the Monday counts.
    for (right, known, last) in [
      ("trademark", "2023-11-28", "2026-11-30"), ("patent", "2023-11-28", "2026-11-30"),
      ("copyright", "2023-11-28", "2026-11-30"), ("trademark", "2023-11-27", "2026-11-27"),
    ] {
      let late = record("received", ["knownOn": known])
      var draft = late
      draft[Case.right] = RightType(rawValue: right)
      let docket = try Docket(Sample.ledger(base + [draft]), today: day("2026-11-30"))
      #expect(try docket.dates(from: ["case-limitation"]).map(\.due.day) == [day(last)])
    }
    let refused = record("refused", ["refusedOn": "2024-09-27"])
    let other = try Docket(Sample.ledger(base + [refused]), today: day("2025-06-30"))
    let complaint = try other.dates(from: ["case-complaint"])
    #expect(complaint.map(\.due.day) == [day("2024-10-12")])
    #expect(complaint.map { $0.urgency(on: day("2025-06-30")) } == [.past])
  }

  @Test func `a complaint is decided one way or the other`() throws {
    let refused = record("refused", ["refusedOn": "2025-01-20", "reason": "非本市"]).record()
    let desk = try CaseDesk(
      Sample.ledger(base + [Draft(copying: refused)]),
      today: day("2025-06-30")
    )
    let complained = try desk.complain(refused, CaseEntry(day("2025-01-27"), by: "甲"))
    #expect(complained.record[Case.stage] == .complained)
    #expect(complained.findings.isEmpty)
    // Seven working days from 2025-01-20, over the Spring Festival and a make-up Sunday: 2025-02-05.
    let late = try desk.complain(refused, CaseEntry(day("2025-02-08"), by: "甲"))
    #expect(late.findings.map(\.name) == ["case-complaint-late"])
    let pending = complained.record.record()
    #expect(CaseStages.actions(at: .complained) == [.uphold, .reverse, .note])
    let upheld = try desk.uphold(pending, CaseEntry(day("2025-02-10"), by: "乙"))
    #expect(upheld.record[Case.stage] == .refused)
    #expect(upheld.record[Case.refusedOn] == PartialDate("2025-01-20"))
    let reversed = try desk.reverse(pending, CaseEntry(day("2025-02-10"), by: "乙"))
    #expect(reversed.record[Case.stage] == .accepted)
    #expect(reversed.record[Case.reopenedOn] == PartialDate("2025-02-10"))
    let closed = try desk.close(
      reversed.record.record(),
      CaseEntry(day("2025-05-12"), by: "乙"),
      outcome: .won
    )
    let ledger = Sample.ledger(base + [closed.record])
    #expect(try Checks.run(ledger, today: day("2025-06-30"), names: ["case-stage-dates"]).isEmpty)
  }
}

struct CaseQuartersTests {
  private func record(_ id: String, _ values: KeyValuePairs<String, String>) -> Draft {
    var draft = Sample.draft(Case.self, id, values)
    draft[Case.rightHolder] = "ent-1"
    draft[Case.right] = .trademark
    return draft
  }

  @Test func `a reversed refusal is refused once, reopened once and closed once`() throws {
    let ledger = Sample.ledger([
      record(
        "c1",
        [
          "stage": "closed", "receivedOn": "2025-01-06", "refusedOn": "2025-02-10",
          "reopenedOn": "2025-05-12", "acceptedOn": "2025-05-12", "closedOn": "2025-08-01",
          "outcome": "won",
        ]
      )
    ])
    let quarters = try CaseQuarters(ledger, year: 2025)
    #expect(quarters.reconciles)
    #expect(quarters.quarters.map(\.total.opened) == [1, 0, 0, 0])
    #expect(quarters.quarters.map(\.total.refused) == [1, 0, 0, 0])
    #expect(quarters.quarters.map(\.total.openAtEnd) == [0, 1, 0, 0])
    #expect(quarters.quarters.map(\.total.reopened) == [0, 1, 0, 0])
    #expect(quarters.quarters.map(\.total.openAtStart) == [0, 0, 1, 0])
    #expect(quarters.quarters.map(\.total.closed) == [0, 0, 1, 0])
  }

  @Test func `quarters reconcile over every course of a case, and the list is the sums`() throws {
    // Every order of the days of a course over three years, among them days that are missing.
    let days = ["2024-03-31", "2024-12-31", "2025-01-01", "2025-03-31", "2025-04-01", "2025-12-31"]
    var drafts: [Draft] = []
    for (i, received) in days.enumerated() {
      let id = "a\(i)"
      drafts.append(record(id, ["stage": "received", "receivedOn": received]))
      for (j, refused) in days.enumerated() where j >= i {
        drafts.append(
          record("\(id)r\(j)", ["stage": "refused", "receivedOn": received, "refusedOn": refused])
        )
        for (k, reopened) in days.enumerated() where k >= j {
          let more = "\(id)r\(j)o\(k)"
          drafts.append(
            record(
              more,
              [
                "stage": "accepted", "receivedOn": received, "refusedOn": refused,
                "reopenedOn": reopened, "acceptedOn": reopened,
              ]
            )
          )
          for (l, closed) in days.enumerated() where l >= k {
            drafts.append(
              record(
                "\(more)c\(l)",
                [
                  "stage": "closed", "receivedOn": received, "refusedOn": refused,
                  "reopenedOn": reopened, "acceptedOn": reopened, "closedOn": closed,
                  "outcome": "won",
                ]
              )
            )
          }
        }
      }
    }
    for year in 2023...2026 {
      let quarters = try CaseQuarters(Sample.ledger(drafts), year: year)
      #expect(quarters.reconciles, "\(year)")
      for statistics in quarters.quarters + [quarters.whole] {
        #expect(statistics.list.allSatisfy { $0.figures.reconciles })
        #expect(Set(statistics.list.map(\.record.id)).count == statistics.list.count)
        #expect(statistics.list.reduce(0) { $0 + $1.figures.opened } == statistics.total.opened)
        #expect(
          statistics.list.reduce(0) { $0 + $1.figures.openAtEnd } == statistics.total.openAtEnd
        )
        #expect(statistics.list.allSatisfy { $0.figures.opened <= 1 && $0.figures.closed <= 1 })
      }
    }
  }

  @Test func `a decision that is only kept is no case of the office's`() throws {
    let ledger = Sample.ledger([
      record(
        "c1",
        [
          "origin": "decision", "stage": "closed", "receivedOn": "2025-07-24",
          "decidedOn": "2025-09-12",
          "decisionNumber": "示例市监处罚〔2025〕1号", "authority": "示例市场监督管理局", "fine": "5000",
        ]
      )
    ])
    let statistics = try CaseStatistics(ledger, from: day("2025-01-01"), until: day("2025-12-31"))
    #expect(statistics.list.isEmpty)
    #expect(statistics.total.opened == 0)
    #expect(statistics.decisions == 1)
    #expect(statistics.unplaced.isEmpty)
    #expect(try Checks.run(ledger, today: day("2025-12-31"), names: ["case-stage-dates"]).isEmpty)
  }
}
