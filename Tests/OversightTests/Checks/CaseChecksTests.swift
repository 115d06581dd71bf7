import Bilingual
import JSONLines
import Ledger
import Oversight
import Portfolio
import Testing

struct CaseChecksTests {
  private func findings(_ drafts: [Draft], _ name: String) throws -> [Diagnostic] {
    try Checks.run(Sample.ledger(drafts), today: day("2025-06-15"), names: [name])
  }

  @Test(
    arguments: [
      (["stage": "received", "receivedOn": "2025-06-15"], 0),
      (["stage": "received", "receivedOn": "2025-06-16"], 1),
      (["stage": "accepted", "receivedOn": "2025-01-02"], 1),
      (["stage": "accepted", "receivedOn": "2025-01-02", "acceptedOn": "2025-01-01"], 1),
      (["stage": "accepted", "receivedOn": "2025-01-02", "acceptedOn": "2025-01-02"], 0),
      (["stage": "received", "receivedOn": "2025-01-02", "acceptedOn": "2025-01-02"], 1),
      (["stage": "refused", "receivedOn": "2025-01-02", "refusedOn": "2025-01-03"], 0),
      (
        [
          "stage": "closed", "receivedOn": "2025-01-02", "acceptedOn": "2025-01-03",
          "closedOn": "2025-01-04", "outcome": "won",
        ], 0
      ),
      (
        [
          "stage": "closed", "receivedOn": "2025-01-02", "acceptedOn": "2025-01-03",
          "closedOn": "2025-01-02",
        ], 2
      ),
    ] as [([String: String], Int)]
  )
  func `the dates of a case fit its stage and follow each other`(
    values: [String: String],
    count: Int
  ) throws {
    var draft = Draft(Case.schema)
    draft.id = "c"
    for (name, value) in values {
      guard let field = Case.schema.field(named: name) else { continue }
      draft[field] = .string(value)
    }
    #expect(try findings([draft], "case-stage-dates").count == count)
  }

  @Test func `an event that is no move, or nobody's, and a case that stands elsewhere are found`()
    throws
  {
    func event(_ id: String, _ action: String, _ from: String?, _ to: String?, by: String?) -> Draft
    {
      var draft = Sample.draft(
        CaseEvent.self,
        id,
        ["case": "c", "date": "2025-01-01", "action": action]
      )
      draft[CaseEvent.from] = from.flatMap { CaseStage(rawValue: $0) }
      draft[CaseEvent.to] = to.flatMap { CaseStage(rawValue: $0) }
      draft[CaseEvent.by] = by
      return draft
    }
    let record = Sample.draft(Case.self, "c", ["stage": "investigating"])
    let good = [
      event("v1", "open", nil, "received", by: "a"),
      event("v2", "accept", "received", "accepted", by: "a"),
      event("v3", "advance", "accepted", "investigating", by: "a"),
      event("v4", "note", "investigating", nil, by: "a"),
    ]
    #expect(try findings([record] + good, "case-moves").isEmpty)
    let bad = [
      event("v5", "close", "received", "closed", by: "a"),
      event("v6", "note", "investigating", nil, by: nil),
    ]
    let found = try findings([record] + good + bad, "case-moves")
    #expect(
      found.map { $0.message.en.prefix { $0 != ":" } }.sorted() == [
        "case c", "case event v5", "case event v6",
      ]
    )
  }

  @Test func `a case whose cost is not the sum of its events is found`() throws {
    let event = Sample.draft(
      CaseEvent.self,
      "v",
      ["case": "c", "date": "2025-01-01", "action": "note", "costFen": "5"]
    )
    func found(_ aid: String?) throws -> Int {
      var draft = Sample.draft(Case.self, "c", ["stage": "accepted"])
      draft[Case.aidFen] = aid.flatMap { Money(typed: $0) }
      return try findings([draft, event], "case-aid-cost").count
    }
    #expect(try found("4.99") == 1)
    #expect(try found("5") == 0)
    #expect(try found("5.01") == 1)
    #expect(try found(nil) == 1)
  }

  @Test func `an open case without a deadline is found where the ledger has no term for it`() throws
  {
    let open = Sample.draft(Case.self, "c", ["stage": "received", "receivedOn": "2025-01-02"])
    #expect(try findings([open], "case-deadline").map(\.name) == ["case-deadline"])
    #expect(try findings([open] + Sample.terms, "case-deadline").isEmpty)
    let due = Sample.draft(
      Case.self,
      "c",
      ["stage": "received", "receivedOn": "2025-01-02", "dueOn": "2025-01-20"]
    )
    #expect(try findings([due], "case-deadline").isEmpty)
  }

  @Test func `a deadline moved by a later notice of days off is found, a typed one is not`() throws
  {
    func found(_ due: String) throws -> [String] {
      let record = Sample.draft(
        Case.self,
        "c",
        ["stage": "received", "receivedOn": "2024-02-05", "dueOn": due]
      )
      return try findings([record] + Sample.terms + Sample.holidays, "case-deadline")
        .compactMap(\.help?.en)
    }
    #expect(
      try found("2024-02-26") == ["'brandledger set case c dueOn=2024-03-01' mends it"]
    )
    #expect(try found("2024-03-01").isEmpty)
    #expect(try found("2024-02-28").isEmpty)
  }

  @Test func `two moves out of one stage are found, one that both branches entered is not`() throws
  {
    func event(_ id: String, _ action: String, _ to: String, on date: String) -> Draft {
      var draft = Sample.draft(
        CaseEvent.self,
        id,
        ["case": "c", "date": date, "action": action, "to": to, "by": "甲"]
      )
      draft[CaseEvent.from] = action == "open" ? nil : .received
      return draft
    }
    func found(_ events: Draft..., stage: String) throws -> [String] {
      let record = Sample.draft(Case.self, "c", ["stage": stage])
      return try findings([record] + events, "case-moves").map(\.message.en)
    }
    let open = event("v1", "open", "received", on: "2025-03-03")
    let refused = event("v2", "refuse", "refused", on: "2025-03-11")
    let accepted = event("v3", "accept", "accepted", on: "2025-03-10")
    #expect(
      try found(open, refused, accepted, stage: "refused") == [
        "case event v2: it leaves 'received', but v3 of 2025-03-10 had led the case to 'accepted'"
      ]
    )
    #expect(try found(open, refused, stage: "refused").isEmpty)
    let again = event("v4", "accept", "accepted", on: "2025-03-10")
    #expect(try found(open, accepted, again, stage: "accepted").isEmpty)
    #expect(
      try found(
        open,
        accepted,
        event("v5", "accept", "accepted", on: "2025-03-12"),
        stage: "accepted"
      )
      .count == 1
    )
  }

  @Test func `moves are read by their days, in which two branches need not have entered them`()
    throws
  {
    func event(
      _ id: String,
      _ action: CaseAction,
      from: CaseStage?,
      to: CaseStage,
      _ date: String
    ) -> Draft {
      var draft = Sample.draft(CaseEvent.self, id, ["case": "c", "date": date, "by": "甲"])
      draft[CaseEvent.action] = action
      draft[CaseEvent.from] = from
      draft[CaseEvent.to] = to
      return draft
    }
    func found(stage: String, accepted: String) throws -> [Diagnostic] {
      let events = [
        event("v1", .open, from: nil, to: .received, "2025-03-03"),
        event("v2", .accept, from: .received, to: .accepted, accepted),
        event("v3", .supplement, from: .received, to: .supplement, "2025-03-04"),
        event("v4", .complete, from: .supplement, to: .received, "2025-03-06"),
      ]
      let record = Sample.draft(Case.self, "c", ["stage": stage])
      return try findings([record] + events, "case-moves")
    }
    #expect(try found(stage: "accepted", accepted: "2025-03-10").isEmpty)
    // Git put the line of the other branch last.
    let left = try found(stage: "received", accepted: "2025-03-10")
    #expect(
      left.map(\.message.en) == [
        "case c: it stands at 'received', its last move (v2) led to 'accepted'"
      ]
    )
    #expect(left.first?.help?.en.contains("set case c stage=accepted") == true)
    // Aid was granted while papers were still asked for.
    #expect(
      try found(stage: "received", accepted: "2025-03-05").map(\.message.en) == [
        "case event v2: it leaves 'received', but v3 of 2025-03-04 had led the case to 'papers to be completed'",
        "case event v4: it leaves 'papers to be completed', but v2 of 2025-03-05 had led the case to 'accepted'",
      ]
    )
  }

  @Test func `a move whose day is not known follows the one entered before it`() throws {
    func event(_ id: String, _ action: CaseAction, to: CaseStage, _ date: String) -> Draft {
      var draft = Sample.draft(CaseEvent.self, id, ["case": "c", "date": date, "by": "甲"])
      draft[CaseEvent.action] = action
      draft[CaseEvent.from] = action == .open ? nil : .received
      draft[CaseEvent.to] = to
      return draft
    }
    let drafts = [
      Sample.draft(Case.self, "c", ["stage": "accepted"]),
      event("v1", .open, to: .received, "2025-03-05"),
      event("v2", .accept, to: .accepted, "2025-03"),
    ]
    #expect(try findings(drafts, "case-moves").isEmpty)
  }
}
