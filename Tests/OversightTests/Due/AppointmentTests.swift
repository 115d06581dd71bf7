import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// Days that were set in a case, such as those of hearings.
struct AppointmentTests {
  private func open(_ stage: String = "proceeding") -> Draft {
    Sample.draft(
      Case.self,
      "c1",
      [
        "stage": stage, "receivedOn": "2025-01-06", "summary": "仿冒包装", "rightHolder": "e1",
        "right": "trademark",
      ]
    )
  }

  private func event(
    _ id: String,
    _ on: String,
    _ day: String,
    _ more: KeyValuePairs<String, String>
  )
    -> Draft
  {
    var draft = Sample.draft(CaseEvent.self, id, more)
    draft[CaseEvent.case] = "c1"
    draft[CaseEvent.action] = .note
    draft[CaseEvent.date] = PartialDate(on)
    draft[CaseEvent.scheduledOn] = PartialDate(day)
    return draft
  }

  private func dates(_ drafts: [Draft], today: String) throws -> [DueDate] {
    let ledger = Sample.ledger(Sample.reference(Term.self) + drafts)
    return try Docket(ledger, today: day(today)).dates(from: ["case-appointment"])
  }

  @Test(arguments: [
    ("2025-02-08", Urgency.ahead), ("2025-02-10", .soon), ("2025-03-12", .soon),
    ("2025-03-13", nil),
  ])
  func `a hearing is due until its day has passed`(today: String, urgency: Urgency?) throws {
    let drafts = [open(), event("v1", "2025-02-01", "2025-03-12", ["text": "开庭"])]
    let dates = try dates(drafts, today: today)
    #expect(dates.first?.urgency(on: day(today)) == urgency)
    #expect(dates.map(\.due.day) == (urgency == nil ? [] : [day("2025-03-12")]))
    #expect(dates.allSatisfy { $0.action.zh == "开庭" && $0.subject == "仿冒包装" })
  }

  @Test func `a day set anew replaces the one before, of its own matter only`() throws {
    let drafts = [
      open(),
      event("v1", "2025-02-01", "2025-03-12", ["text": "开庭"]),
      event("v2", "2025-02-01", "2025-03-05", ["step": "hearing-held"]),
      event("v3", "2025-02-20", "2025-04-02", ["text": " 开庭 "]),
    ]
    let dates = try dates(drafts, today: "2025-02-21")
    #expect(dates.map(\.due.day) == [day("2025-03-05"), day("2025-04-02")])
    #expect(dates.map(\.key) == ["v2", "v3"])
    #expect(dates[0].action.zh == CaseStep.hearingHeld.choice.label.zh)
  }

  @Test func `a closed case has none`() throws {
    let drafts = [open("closed"), event("v1", "2025-02-01", "2025-03-12", ["text": "开庭"])]
    #expect(try dates(drafts, today: "2025-02-02").isEmpty)
  }

  @Test func `a day before it was set is refused, the day itself is not`() throws {
    let ledger = Sample.ledger([open()])
    let desk = try CaseDesk(ledger, today: day("2025-02-01"))
    let record = try #require(try ledger.table(Case.self)["c1"])
    func note(_ appointment: String) throws -> CaseMove {
      try desk.note(
        record,
        CaseEntry(day("2025-02-01"), by: "甲", text: "开庭", appointment: day(appointment))
      )
    }
    #expect(try note("2025-02-01").event[CaseEvent.scheduledOn] == PartialDate("2025-02-01"))
    let fault = #expect(throws: Diagnostic.self) { try note("2025-01-31") }
    #expect(fault?.name == "case-appointment-past")
  }
}
