import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct MembershipDeskTests {
  func desk(_ drafts: [Draft]) throws -> MembershipDesk {
    try MembershipDesk(Pilot.ledger(drafts), today: day("2026-01-31"))
  }

  func entry(_ date: String, _ text: String? = "理由") -> MembershipEntry {
    MembershipEntry(day(date), by: "clerk-2", text: text, papers: ["示例报告"])
  }

  func refusal(_ action: () throws -> Void) throws -> String? {
    do {
      try action()
      return nil
    } catch let fault as Diagnostic {
      return fault.name
    }
  }

  @Test func `a member is admitted with evidence and only once`() throws {
    let desk = try desk([])
    let move = try desk.take("e2", into: Pilot.mark.record(), entry("2026-01-05"), isAdmitted: true)
    #expect(move.membership[Membership.state] == .admitted)
    #expect(move.membership[Membership.admittedOn] == PartialDate("2026-01-05"))
    #expect(move.membership[Membership.evidence] == "示例报告")
    #expect(move.events.map { $0[MembershipEvent.action] } == [.admitted])
    let bare = MembershipEntry(day("2026-01-05"), by: "clerk-2")
    #expect(
      try refusal {
        _ = try desk.take("e2", into: Pilot.mark.record(), bare, isAdmitted: true)
      } == "membership-evidence"
    )
    let again = try self.desk([Pilot.whole()])
    #expect(
      try refusal {
        _ = try again.take("e2", into: Pilot.mark.record(), entry("2026-01-05"), isAdmitted: true)
      } == "membership-move"
    )
  }

  @Test func `an authorisation needs the standard and stays within the mark's own term`() throws {
    func fault(_ member: Draft, _ from: String, _ until: String) throws -> String? {
      let terms = AuthorisationTerms(from: day(from), until: day(until))
      return try refusal {
        _ = try desk([member]).authorise(member.record(), entry("2026-01-05"), terms)
      }
    }
    let member = Pilot.whole()
    // Registered on 2023-05-07, the mark lasts until 2033-05-06.
    #expect(try fault(member, "2026-09-01", "2033-05-06") == nil)
    #expect(try fault(member, "2026-09-01", "2033-05-07") == "authorisation-beyond-mark")
    #expect(try fault(member, "2023-05-06", "2026-05-06") == "authorisation-before-mark")
    #expect(try fault(member, "2026-09-02", "2026-09-01") == "authorisation-period")
    var below = member
    below[Membership.meetsStandard] = false
    #expect(try fault(below, "2026-09-01", "2029-08-31") == "authorisation-below-standard")
    #expect(try fault(Pilot.whole("suspended"), "2026-09-01", "2029-08-31") == "membership-move")
  }

  @Test func `an assessment of an earlier day that is entered later leaves the last one alone`()
    throws
  {
    let member = Pilot.whole()
    let assessed = Pilot.event(
      "a",
      "2025-09-10",
      .assessed,
      ["standard": "T/SLDG 001-2025", "meets": "yes"]
    )
    func assess(_ date: String) throws -> Bool? {
      try desk([member, assessed]).assess(
        member.record(),
        entry(date),
        standard: "T/SLDG 001-2023",
        meets: false
      ).membership[Membership.meetsStandard]
    }
    #expect(try assess("2025-09-09") == true)
    #expect(try assess("2025-09-10") == false)
  }

  @Test func `an authorisation of earlier days that is entered later leaves the present one alone`()
    throws
  {
    let member = Pilot.whole()
    let terms = AuthorisationTerms(from: day("2023-08-15"), until: day("2023-08-31"))
    let move = try desk([member]).authorise(member.record(), entry("2026-01-05"), terms)
    #expect(move.membership[Membership.authorisedFrom] == PartialDate("2023-09-01"))
    #expect(move.membership[Membership.authorisedUntil] == PartialDate("2026-08-31"))
    // What was granted since for days before holds for them, too.
    let granted = Pilot.event(
      "a",
      "2026-01-05",
      .authorised,
      ["from": "2023-08-15", "until": "2023-08-31"]
    )
    for (date, answer) in [("2023-08-14", "no"), ("2023-08-20", "yes"), ("2024-01-01", "yes")] {
      #expect(try Pilot.answer([member, granted], on: date) == answer, "\(date)")
    }
  }

  @Test func `who was assessed by an older standard is authorised with a remark`() throws {
    let member = Pilot.whole()
    let standard = Pilot.rule(
      "s",
      .standard,
      ["inForceFrom": "2026-09-01", "number": "T/SLDG 001-2026", "title": "乙"]
    )
    func remarks(_ from: String) throws -> [String] {
      let terms = AuthorisationTerms(from: day(from), until: day("2029-08-31"))
      return try desk([member, standard]).authorise(member.record(), entry("2026-01-05"), terms)
        .remarks.map(\.en)
    }
    #expect(try remarks("2026-08-31").isEmpty)
    #expect(try remarks("2026-09-01") == ["not assessed by T/SLDG 001-2026 yet"])
  }

  @Test func `what the record alone told of the past is kept as events`() throws {
    let member = Pilot.whole()
    let terms = AuthorisationTerms(from: day("2026-09-01"), until: day("2029-08-31"))
    let move = try desk([member]).authorise(member.record(), entry("2026-01-05"), terms)
    #expect(
      move.events.map { $0[MembershipEvent.action] } == [.admitted, .authorised, .authorised]
    )
    var events: [Draft] = []
    for (index, draft) in move.events.enumerated() {
      var event = draft
      event.id = RecordID("v\(index)")
      event[MembershipEvent.membership] = "mem"
      events.append(event)
    }
    let after = [move.membership] + events
    #expect(try Pilot.answer(after, on: "2025-06-30") == "yes")
    #expect(try Pilot.answer(after, on: "2026-09-01") == "yes")
    #expect(try Pilot.answer(after, on: "2029-09-01") == "no")
  }

  @Test func `a suspended member is restored when its faults are mended`() throws {
    let member = Pilot.whole()
    let inspection = Sample.draft(
      Inspection.self,
      "i1",
      ["membership": "mem", "date": "2025-07-09", "result": "fail"]
    )
    let suspended = [member, inspection, Pilot.event("a", "2025-07-10", .suspended)]
    func restore(_ drafts: [Draft]) throws -> String? {
      try refusal {
        _ = try desk(drafts).decide(member.record(), .restored, entry("2025-09-01"))
      }
    }
    #expect(try restore(suspended) == "membership-fault-open")
    let mended = try desk(suspended).mend(inspection.record(), on: day("2025-08-20"))
    #expect(try restore([member, mended, suspended[2]]) == nil)
    #expect(
      try refusal {
        _ = try desk([member]).decide(member.record(), .warned, entry("2025-09-01", nil))
      }
        == "membership-reason"
    )
  }

  @Test(arguments: ["operating", "suspended", "revoked", "deregistered"])
  func `who is in business no longer is not admitted, authorised or supplied`(status: String) throws
  {
    let enterprise = Sample.draft(Enterprise.self, "e2", ["name": "示例工具厂", "status": status])
    let isClosed = status == "revoked" || status == "deregistered"
    let refused = isClosed ? "member-closed" : nil
    let mark = Pilot.mark.record()
    let outside = try self.desk([enterprise])
    func admit(_ date: String) throws -> String? {
      try refusal { _ = try outside.take("e2", into: mark, entry(date), isAdmitted: true) }
    }
    #expect(try admit("2026-01-31") == refused)
    // Of a day that is past the ledger does not tell whether it was so.
    #expect(try admit("2026-01-30") == nil)
    let member = Pilot.whole()
    let desk = try self.desk([enterprise, member])
    func authorise(_ until: String) throws -> String? {
      let terms = AuthorisationTerms(from: day("2025-01-01"), until: day(until))
      return try refusal {
        _ = try desk.authorise(member.record(), entry("2025-01-01"), terms)
      }
    }
    #expect(try authorise("2026-01-31") == refused)
    #expect(try authorise("2026-01-30") == nil)
    #expect(
      try refusal { _ = try desk.issue(member.record(), entry("2026-01-31"), count: 1) }
        == (isClosed ? "labels-without-right" : nil)
    )
    #expect(try Pilot.answer([enterprise, member], on: "2026-01-31") == (isClosed ? "no" : "yes"))
    #expect(
      try Pilot.answer([enterprise, member], on: "2026-01-30") == (isClosed ? "unknown" : "yes")
    )
    func found(_ member: Draft) throws -> Int {
      try Checks.run(
        Pilot.ledger([enterprise, member]),
        today: day("2026-01-31"),
        names: ["member-closed"]
      ).count
    }
    #expect(try found(member) == (isClosed ? 1 : 0))
    #expect(try found(Pilot.whole("withdrawn")) == 0)
  }

  @Test func `an inspection that asks for mending says by when`() throws {
    let member = Pilot.whole()
    func inspect(_ result: InspectionResult, _ by: String?) throws -> String? {
      try refusal {
        _ = try desk([member]).inspect(
          member.record(),
          entry("2025-09-01"),
          result: result,
          mendBy: by.map(day)
        )
      }
    }
    #expect(try inspect(.mend, nil) == "inspection-mend-by")
    #expect(try inspect(.mend, "2025-08-31") == "inspection-mend-by")
    #expect(try inspect(.mend, "2025-09-01") == nil)
    #expect(try inspect(.pass, nil) == nil)
    for (product, count) in [("电钻", 0), ("电 镐", 0), ("电钻机", 1)] {
      let move = try desk([member]).inspect(
        member.record(),
        entry("2025-09-01"),
        result: .pass,
        product: product
      )
      #expect(move.remarks.count == count, "\(product)")
    }
  }
}
