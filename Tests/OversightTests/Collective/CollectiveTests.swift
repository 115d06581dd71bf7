import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// A collective mark with one member, and what happened to it.
enum Pilot {
  static let mark = collective(Rights.mark("m1", "2023-05-07"))
  static let enterprises = [
    Sample.draft(Enterprise.self, "e1", ["name": "示例协会"]),
    Sample.draft(Enterprise.self, "e2", ["name": "示例工具厂"]),
    Sample.draft(Enterprise.self, "e3", ["name": "示例五金厂"]),
  ]

  private static func collective(_ draft: Draft) -> Draft {
    var draft = draft
    draft[Trademark.kind] = .collective
    return draft
  }

  /// A membership of `e2`.
  static func membership(_ more: KeyValuePairs<String, String> = [:]) -> Draft {
    var draft = Sample.draft(Membership.self, "mem", more)
    draft[Membership.mark] = "m1"
    draft[Membership.member] = draft[Membership.member] ?? "e2"
    draft[Membership.state] = draft[Membership.state] ?? .admitted
    return draft
  }

  /// A membership that is admitted, assessed and authorised.
  static func whole(_ state: String = "admitted") -> Draft {
    membership([
      "state": state, "admittedOn": "2023-08-15", "authorisedFrom": "2023-09-01",
      "authorisedUntil": "2026-08-31", "standard": "T/SLDG 001-2023 示例标准", "meetsStandard": "yes",
      "products": "电钻,电镐", "quota": "1000",
    ])
  }

  static func event(
    _ id: String,
    _ date: String,
    _ action: MembershipAction,
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(MembershipEvent.self, id, more)
    draft[MembershipEvent.membership] = "mem"
    draft[MembershipEvent.date] = PartialDate(date)
    draft[MembershipEvent.action] = action
    return draft
  }

  static func inspection(
    _ id: String,
    _ date: String,
    _ result: String,
    _ product: String? = nil
  ) -> Draft {
    var draft = Sample.draft(
      Inspection.self,
      id,
      ["membership": "mem", "date": date, "result": result]
    )
    draft[Inspection.product] = product
    return draft
  }

  static func rule(_ id: String, _ type: MarkRuleType, _ more: KeyValuePairs<String, String>)
    -> Draft
  {
    var draft = Sample.draft(MarkRule.self, id, more)
    draft[MarkRule.mark] = "m1"
    draft[MarkRule.type] = type
    return draft
  }

  static func ledger(_ drafts: [Draft]) -> Snapshot { Rights.ledger([mark] + enterprises + drafts) }

  /// Whether `e2` may use the mark: yes, no, not known.
  static func answer(_ drafts: [Draft], on date: String, product: String? = nil) throws -> String {
    let marks = try CollectiveMarks(ledger(drafts), today: day("2026-01-31"))
    let mark = marks.marks[0]
    let one = marks.permission(of: "e2", for: mark, on: day(date), product: product)
    return one.map { $0.answer.map { $0 ? "yes" : "no" } ?? "unknown" } ?? "none"
  }
}

struct UsePermissionTests {
  @Test func `a member may use the mark from the first to the last day of its authorisation`()
    throws
  {
    for (date, answer) in [
      ("2023-08-31", "no"), ("2023-09-01", "yes"), ("2026-08-31", "yes"), ("2026-09-01", "no"),
    ] {
      #expect(try Pilot.answer([Pilot.whole()], on: date) == answer, "\(date)")
    }
  }

  // The mark's term ends on 2033-05-06, its grace on 2033-11-07, the Monday after a Sunday.
  @Test func `in the grace after the mark's term it is not known, after it a no`() throws {
    let drafts = [
      Pilot.whole(),
      Pilot.event("a", "2026-08-31", .authorised, ["from": "2026-09-01", "until": "2040-01-01"]),
    ]
    for (date, answer) in [
      ("2033-05-06", "yes"), ("2033-05-07", "unknown"), ("2033-11-07", "unknown"),
      ("2033-11-08", "no"),
    ] {
      #expect(try Pilot.answer(drafts, on: date) == answer, "\(date)")
    }
  }

  @Test func `a suspension holds from its day until it is lifted`() throws {
    let drafts = [
      Pilot.whole(), Pilot.event("a", "2025-07-10", .suspended),
      Pilot.event("b", "2025-09-01", .restored),
    ]
    for (date, answer) in [
      ("2025-07-09", "yes"), ("2025-07-10", "no"), ("2025-08-31", "no"), ("2025-09-01", "yes"),
    ] {
      #expect(try Pilot.answer(drafts, on: date) == answer, "\(date)")
    }
  }

  @Test func `in the month of a suspension whose day is not on record it is not known`() throws {
    let drafts = [Pilot.whole("suspended"), Pilot.event("a", "2025-06", .suspended)]
    for (date, answer) in [
      ("2025-05-31", "yes"), ("2025-06-01", "unknown"), ("2025-06-29", "unknown"),
      ("2025-06-30", "no"),
    ] {
      #expect(try Pilot.answer(drafts, on: date) == answer, "\(date)")
    }
    var member = Pilot.whole()
    member[Membership.admittedOn] = PartialDate("2023-09")
    #expect(try Pilot.answer([member], on: "2023-09-10") == "unknown")
    #expect(try Pilot.answer([member], on: "2023-09-30") == "yes")
  }

  @Test func `a suspension without its day leaves the past unknown`() throws {
    let drafts = [Pilot.whole("suspended")]
    #expect(try Pilot.answer(drafts, on: "2026-01-30") == "unknown")
    #expect(try Pilot.answer(drafts, on: "2026-01-31") == "no")
  }

  @Test func `an earlier authorisation is kept for its own days`() throws {
    let drafts = [
      Pilot.whole(),
      Pilot.event("a", "2021-01-01", .authorised, ["from": "2023-05-07", "until": "2023-06-30"]),
    ]
    #expect(try Pilot.answer(drafts, on: "2023-06-30") == "no")
    let admitted = drafts + [Pilot.event("b", "2023-05-07", .admitted)]
    #expect(try Pilot.answer(admitted, on: "2023-06-30") == "yes")
    #expect(try Pilot.answer(admitted, on: "2023-07-01") == "no")
    #expect(try Pilot.answer(admitted, on: "2024-01-01") == "yes")
  }

  @Test func `a product that is not authorised may not bear the mark`() throws {
    #expect(try Pilot.answer([Pilot.whole()], on: "2025-01-01", product: "电钻") == "yes")
    #expect(try Pilot.answer([Pilot.whole()], on: "2025-01-01", product: "角磨机") == "no")
  }

  @Test func `without an assessment it is not known, below the standard it is a no`() throws {
    var member = Pilot.whole()
    member[Membership.meetsStandard] = nil
    #expect(try Pilot.answer([member], on: "2025-01-01") == "unknown")
    member[Membership.meetsStandard] = false
    #expect(try Pilot.answer([member], on: "2025-01-01") == "no")
  }

  @Test func `nobody may use a mark that has ended or is not registered yet`() throws {
    let cancelled = [Pilot.whole(), Rights.event("x", of: "m1", "2025-04-01", .cancelled)]
    #expect(try Pilot.answer(cancelled, on: "2025-03-31") == "yes")
    #expect(try Pilot.answer(cancelled, on: "2025-04-01") == "no")
    #expect(try Pilot.answer([], on: "2025-04-01") == "none")
  }
}

struct MembershipDeskTests {
  private func desk(_ drafts: [Draft]) throws -> MembershipDesk {
    try MembershipDesk(Pilot.ledger(drafts), today: day("2026-01-31"))
  }

  private func entry(_ date: String, _ text: String? = "理由") -> MembershipEntry {
    MembershipEntry(day(date), by: "clerk-2", text: text, papers: ["示例报告"])
  }

  private func refusal(_ action: () throws -> Void) throws -> String? {
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

  @Test func `a fault stands until its own product passes or it is mended`() throws {
    let failed = [Pilot.whole(), Pilot.inspection("i1", "2025-03-01", "fail", "电钻")]
    let other = failed + [Pilot.inspection("i2", "2025-03-02", "pass", "电镐")]
    for drafts in [failed, other] {
      #expect(try Pilot.answer(drafts, on: "2025-02-28", product: "电钻") == "yes")
      #expect(try Pilot.answer(drafts, on: "2025-03-10", product: "电钻") == "no")
      #expect(try Pilot.answer(drafts, on: "2025-03-10", product: "电镐") == "yes")
      #expect(try Pilot.answer(drafts, on: "2025-03-10") == "yes")
    }
    for product in ["电钻", nil] {
      let passed = failed + [Pilot.inspection("i3", "2025-03-05", "pass", product)]
      #expect(try Pilot.answer(passed, on: "2025-03-10", product: "电钻") == "yes")
    }
    let both = failed + [Pilot.inspection("i2", "2025-03-02", "fail", "电镐")]
    #expect(try Pilot.answer(both, on: "2025-03-10") == "no")
    func issue(_ product: String?) throws -> String? {
      try refusal {
        _ = try desk(other).issue(
          Pilot.whole().record(),
          entry("2025-03-10"),
          count: 50,
          product: product
        )
      }
    }
    #expect(try issue(nil) == "membership-fault-open")
    #expect(try issue("电钻") == "membership-fault-open")
    #expect(try issue("电镐") == nil)
  }

  @Test func `a fault that names no product is over for each product that passes`() throws {
    let failed = [Pilot.whole(), Pilot.inspection("i1", "2025-03-01", "fail")]
    let one = failed + [Pilot.inspection("i2", "2025-03-05", "pass", "电钻")]
    let both = one + [Pilot.inspection("i3", "2025-03-06", "pass", "电镐")]
    func answers(_ drafts: [Draft]) throws -> [String] {
      try ["电钻", "电镐", nil].map { try Pilot.answer(drafts, on: "2025-03-10", product: $0) }
    }
    #expect(try answers(failed) == ["no", "no", "no"])
    #expect(try answers(one) == ["yes", "no", "yes"])
    #expect(try answers(both) == ["yes", "yes", "yes"])
    func issue(_ drafts: [Draft], _ product: String?) throws -> String? {
      try refusal {
        _ = try desk(drafts).issue(
          Pilot.whole().record(),
          entry("2025-03-10"),
          count: 50,
          product: product
        )
      }
    }
    #expect(try issue(one, "电钻") == nil)
    #expect(try issue(one, nil) == "membership-fault-open")
    #expect(try issue(both, nil) == nil)
    let labels = Pilot.event("l", "2025-03-10", .labels, ["labels": "10"])
    func found(_ drafts: [Draft]) throws -> [String] {
      try Checks.run(
        Pilot.ledger(drafts + [labels]),
        today: day("2026-01-31"),
        names: ["labels-without-right", "membership-below-standard"]
      ).map(\.name)
    }
    #expect(try found(failed).sorted() == ["labels-without-right", "membership-below-standard"])
    #expect(try found(one) == ["membership-below-standard"])
    #expect(try found(both).isEmpty)
  }

  @Test func `a fault does not vanish behind a later one that is mended`() throws {
    func fault(_ id: String, _ date: String, _ by: String) -> Draft {
      Sample.draft(
        Inspection.self,
        id,
        ["membership": "mem", "date": date, "result": "mend", "mendBy": by, "product": "电钻"]
      )
    }
    let first = fault("i1", "2025-03-03", "2025-04-01")
    var second = fault("i2", "2025-05-03", "2025-06-01")
    second[Inspection.mendedOn] = PartialDate("2025-05-10")
    let drafts = [Pilot.whole(), first, second]
    let marks = try CollectiveMarks(Pilot.ledger(drafts), today: day("2026-01-31"))
    let one = marks.permission(of: "e2", for: marks.marks[0], on: day("2025-05-12"))
    #expect(one?.remarks.map(\.en) == ["fault of 2025-03-03 (电钻) not mended"])
    let check = ["membership-below-standard"]
    func found(_ drafts: [Draft]) throws -> Int {
      try Checks.run(Pilot.ledger(drafts), today: day("2026-01-31"), names: check).count
    }
    func due(_ drafts: [Draft]) throws -> [RecordID] {
      try Docket(Pilot.ledger(drafts), today: day("2026-01-31"))
        .dates(from: ["inspection-mending"]).map(\.record.id)
    }
    #expect(try found(drafts) == 1)
    #expect(try due(drafts) == ["i1"])
    let passed = Sample.draft(
      Inspection.self,
      "i3",
      ["membership": "mem", "date": "2025-07-01", "result": "pass", "product": "电钻"]
    )
    #expect(try found(drafts + [passed]) == 0)
    #expect(try due(drafts + [passed]).isEmpty)
  }

  @Test func `labels stay within the year's quota and the right to use the mark`() throws {
    let member = Pilot.whole()
    let issued = Pilot.event("l", "2025-02-01", .labels, ["labels": "600", "year": "2025"])
    func issue(_ count: Int, _ date: String) throws -> String? {
      try refusal {
        _ = try desk([member, issued]).issue(member.record(), entry(date), count: count)
      }
    }
    #expect(try issue(400, "2025-12-31") == nil)
    #expect(try issue(401, "2025-12-31") == "labels-over-quota")
    #expect(try issue(1000, "2026-01-05") == nil)
    #expect(try issue(1, "2023-08-20") == "labels-without-right")
  }

  @Test func `who leaves and comes back has one quota a year, and one account of its labels`()
    throws
  {
    let before = Pilot.membership([
      "state": "withdrawn", "admittedOn": "2023-08-15", "authorisedFrom": "2023-09-01",
      "authorisedUntil": "2026-08-31", "meetsStandard": "yes", "quota": "1000",
    ])
    var after = Pilot.whole()
    after.id = "again"
    after[Membership.admittedOn] = PartialDate("2025-03-03")
    after[Membership.authorisedFrom] = PartialDate("2025-03-03")
    func labels(_ id: String, _ date: String, _ count: String, of membership: RecordID) -> Draft {
      var event = Pilot.event(id, date, .labels, ["labels": count])
      event[MembershipEvent.membership] = membership
      return event
    }
    let drafts = [
      before, Pilot.event("w", "2025-03-02", .withdrawn), after,
      labels("l1", "2025-02-01", "700", of: "mem"), labels("l2", "2025-04-01", "200", of: "again"),
    ]
    let desk = try desk(drafts)
    func issue(_ count: Int) throws -> String? {
      try refusal { _ = try desk.issue(after.record(), entry("2025-05-01"), count: count) }
    }
    #expect(try issue(100) == nil)
    #expect(try issue(101) == "labels-over-quota")
    func report(_ used: Int) throws -> [String] {
      try desk.report(
        after.record(),
        entry("2026-01-15"),
        year: 2025,
        labels: used,
        sales: nil
      ).remarks.map(\.en)
    }
    #expect(try report(900).isEmpty)
    #expect(
      try report(901) == ["it used 901 labels of 2025, 900 are on record as issued"]
    )
    var told = Pilot.event("r", "2026-01-15", .reported, ["year": "2025", "labels": "900"])
    told[MembershipEvent.membership] = "again"
    let marks = try CollectiveMarks(Pilot.ledger(drafts + [told]), today: day("2026-01-31"))
    let rows = try #require(marks.useReport(of: marks.marks[0], year: 2025)).rows
    #expect(rows.map(\.membership.id) == ["again"])
    #expect(rows.map(\.issued) == [900])
    #expect(rows.map(\.quota) == [1000])
    #expect(rows.map { $0.reports.map(\.id) } == [["r"]])
    let check = ["labels-over-quota"]
    func found(_ drafts: [Draft]) throws -> Int {
      try Checks.run(Pilot.ledger(drafts), today: day("2026-01-31"), names: check).count
    }
    #expect(try found(drafts + [told]) == 0)
    #expect(try found(drafts + [labels("l3", "2025-06-01", "101", of: "again")]) == 1)
  }

  @Test func `a year is reported once, and after its end`() throws {
    let member = Pilot.whole()
    let before = Pilot.event("r", "2025-02-01", .reported, ["year": "2024", "labels": "5"])
    func report(_ year: Int, _ date: String) throws -> String? {
      try refusal {
        _ = try desk([member, before]).report(
          member.record(),
          entry(date),
          year: year,
          labels: 10,
          sales: nil
        )
      }
    }
    #expect(try report(2025, "2026-01-05") == nil)
    #expect(try report(2025, "2025-12-31") == "report-early")
    #expect(try report(2024, "2026-01-05") == "report-twice")
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

struct CollectiveChecksTests {
  private func found(_ drafts: [Draft], _ check: String) throws -> [String] {
    try Checks.run(Pilot.ledger(drafts), today: day("2026-01-31"), names: [check])
      .map(\.message.en)
  }

  @Test(
    arguments: [
      ("T/QD 1", true), ("t/qd1", true), ("T/QD 1 示例标准", true), ("示例标准（T/QD 1）", true),
      ("T/QD 10", false), ("T/QD 1-2025", false), ("AT/QD 1", false), ("示例标准", false),
    ]
  )
  func `a standard is named by its whole number`(assessed: String, isSame: Bool) throws {
    var member = Pilot.whole()
    member[Membership.standard] = assessed
    let values: KeyValuePairs = ["inForceFrom": "2023-01-01", "number": "T/QD 1", "title": "示例标准"]
    let drafts = [member, Pilot.rule("s1", .standard, values)]
    #expect(try found(drafts, "membership-old-standard").isEmpty == isSame)
    let untold = Pilot.rule("s1", .standard, ["inForceFrom": "2023-01-01", "title": "示例标准"])
    #expect(
      try found([member, untold], "membership-old-standard").isEmpty == assessed.contains("示例标准")
    )
  }

  @Test func `a member assessed by an older standard is found while the newer one is in force`()
    throws
  {
    func rules(_ from: String) -> [Draft] {
      [
        Pilot.whole(),
        Pilot.rule(
          "s1",
          .standard,
          ["inForceFrom": "2023-01-01", "number": "T/SLDG 001-2023", "title": "甲"]
        ),
        Pilot.rule(
          "s2",
          .standard,
          ["inForceFrom": from, "number": "T/SLDG 001-2026", "title": "乙"]
        ),
      ]
    }
    #expect(try found(rules("2026-02-01"), "membership-old-standard").isEmpty)
    #expect(try found(rules("2026-01-31"), "membership-old-standard").count == 1)
    let assessed = Pilot.event(
      "a",
      "2026-01-15",
      .assessed,
      ["standard": "T/SLDG 001-2026 乙", "meets": "yes"]
    )
    #expect(try found(rules("2026-01-31") + [assessed], "membership-old-standard").isEmpty)
  }

  @Test func `an enterprise seen using the mark without an authorisation is found`() throws {
    func sighting(_ who: String, _ date: String, _ more: KeyValuePairs<String, String> = [:])
      -> Draft
    {
      var draft = Sample.draft(Sighting.self, "s", more)
      draft[Sighting.enterprise] = RecordID(who)
      draft[Sighting.date] = PartialDate(date)
      draft[Sighting.trademark] = "m1"
      return draft
    }
    let check = "used-without-right"
    #expect(try found([Pilot.whole(), sighting("e2", "2025-06-30")], check).isEmpty)
    #expect(try found([Pilot.whole(), sighting("e1", "2025-06-30")], check).isEmpty)
    #expect(try found([Pilot.whole(), sighting("e3", "2025-06-30")], check).count == 1)
    #expect(try found([Pilot.whole(), sighting("e2", "2023-08-31")], check).count == 1)
    #expect(
      try found([Pilot.whole(), sighting("e2", "2025-06-30", ["product": "角磨机"])], check).count == 1
    )
    let settled = sighting("e3", "2025-06-30", ["settledOn": "2025-08-01"])
    #expect(try found([Pilot.whole(), settled], check).isEmpty)
    // Trademark Law 2019, article 3: the owner of a certification mark keeps it for others.
    var certification = Pilot.mark
    certification[Trademark.kind] = .certification
    let own = Rights.ledger(Pilot.enterprises + [certification, sighting("e1", "2025-06-30")])
    let told = try Checks.run(own, today: day("2026-01-31"), names: [check]).map(\.message.en)
    #expect(told.count == 1)
    #expect(told.first?.hasSuffix("a certification mark is not for its owner") == true)
  }

  @Test func `labels that went to a member that might not use the mark are found`() throws {
    let check = "labels-without-right"
    let labels = Pilot.event("l", "2025-08-05", .labels, ["labels": "10"])
    func suspended(_ date: String) -> [Draft] {
      [Pilot.whole("suspended"), Pilot.event("s", date, .suspended), labels]
    }
    #expect(try found([Pilot.whole(), labels], check).isEmpty)
    #expect(try found(suspended("2025-08-04"), check).count == 1)
    // What came first on that day is not known.
    #expect(try found(suspended("2025-08-05"), check).isEmpty)
    let restored = Pilot.event("r", "2025-08-05", .restored)
    let back = [Pilot.whole(), Pilot.event("s", "2025-08-01", .suspended), restored, labels]
    #expect(try found(back, check).isEmpty)
    var vague = labels
    vague[MembershipEvent.date] = PartialDate("2025-08")
    #expect(
      try found(
        [Pilot.whole("suspended"), Pilot.event("s", "2025-08-02", .suspended), vague],
        check
      )
      .isEmpty
    )
  }

  @Test func `an enterprise that is a member twice at a time is found, and told once`() throws {
    var second = Pilot.whole()
    second.id = "second"
    second[Membership.admittedOn] = PartialDate("2025-01-01")
    let check = "membership-twice"
    #expect(try found([Pilot.whole(), second], check).count == 1)
    let ended = Pilot.event("w", "2024-12-31", .withdrawn)
    #expect(try found([Pilot.whole("withdrawn"), ended, second], check).isEmpty)
    let ledger = Pilot.ledger([Pilot.whole("withdrawn"), ended, second])
    let marks = try CollectiveMarks(ledger, today: day("2026-01-31"))
    let answers = marks.permissions(of: marks.marks[0], on: day("2025-06-30"))
    #expect(answers.map(\.membership.id) == ["second"])
    #expect(answers.map(\.answer) == [true])
  }

  @Test func `the owner of a certification mark is no user of it`() throws {
    var mark = Pilot.mark
    mark[Trademark.kind] = .certification
    var own = Pilot.whole()
    own[Membership.member] = "e1"
    let ledger = Pilot.ledger([mark, own])
    let desk = try MembershipDesk(ledger, today: day("2026-01-31"))
    let entry = MembershipEntry(day("2026-01-05"), by: "clerk-2", papers: ["示例报告"])
    #expect(throws: Diagnostic.self) {
      _ = try desk.take("e1", into: mark.record(), entry, isAdmitted: true)
    }
    let terms = AuthorisationTerms(from: day("2026-01-05"), until: day("2026-12-31"))
    #expect(throws: Diagnostic.self) { _ = try desk.authorise(own.record(), entry, terms) }
    let one = desk.marks.permission(of: "e1", for: mark.record(), on: day("2026-01-05"))
    #expect(one?.answer == false)
    #expect(one?.reasons.map(\.en) == ["a certification mark is not for its owner"])
    #expect(try found([mark, own], "collective-users").count == 1)
    #expect(try found([mark, Pilot.whole()], "collective-users").isEmpty)
    // A collective mark may be used by the association itself.
    #expect(try found([own], "collective-users").isEmpty)
  }

  @Test(
    arguments: [
      ("association", 0, 0), ("cooperative", 0, 0), ("institution", 0, 0), ("company", 1, 0),
      ("individual-business", 1, 1), ("person", 1, 1),
    ]
  )
  func `a collective mark goes to a body that has members`(
    type: String,
    collective: Int,
    certification: Int
  ) throws {
    let owner = Sample.draft(Enterprise.self, "e3", ["name": "示例五金厂", "type": type])
    var transfer = Rights.event("t", of: "m1", "2025-06-01", .transferred)
    transfer[RightEvent.parties] = ["e3"]
    for (kind, count) in [(TrademarkKind.collective, collective), (.certification, certification)] {
      var mark = Pilot.mark
      mark[Trademark.kind] = kind
      let drafts = [mark, owner, Pilot.whole()]
      let marks = try CollectiveMarks(Pilot.ledger(drafts), today: day("2026-01-31"))
      #expect(marks.findings(for: transfer, of: mark.record()).count == count)
      let after = drafts + [transfer]
      #expect(try found(after, "collective-users").count == count)
      #expect(try Pilot.answer(after, on: "2025-05-31") == "yes")
      #expect(try Pilot.answer(after, on: "2025-06-01") == (count == 0 ? "yes" : "unknown"))
    }
  }

  @Test func `a collective mark is licensed to no one but its members`() throws {
    func licence(_ party: RecordID, _ until: String) -> Draft {
      var event = Rights.event("l", of: "m1", "2025-03-01", .licensed)
      event[RightEvent.parties] = [party]
      event[RightEvent.until] = PartialDate(until)
      return event
    }
    let mark = Pilot.mark.record()
    let marks = try CollectiveMarks(Pilot.ledger([Pilot.whole()]), today: day("2026-01-31"))
    #expect(marks.findings(for: licence("e2", "2026-03-01"), of: mark).isEmpty)
    #expect(marks.findings(for: licence("e3", "2026-03-01"), of: mark).count == 1)
    let check = "collective-users"
    #expect(try found([Pilot.whole(), licence("e2", "2026-03-01")], check).isEmpty)
    #expect(try found([Pilot.whole(), licence("e3", "2026-03-01")], check).count == 1)
    #expect(try found([Pilot.whole(), licence("e3", "2026-01-30")], check).isEmpty)
  }

  @Test func `changes of members are to be filed in the time that the rules set`() throws {
    let rules = Pilot.rule(
      "u",
      .useRules,
      ["inForceFrom": "2023-01-01", "title": "示例规则", "fileWithin": "1m"]
    )
    let drafts = [Pilot.whole(), rules]
    #expect(try found([Pilot.whole()], "member-list-unfiled").isEmpty)
    #expect(try found(drafts, "member-list-unfiled").count == 1)
    let filed = Rights.event("f", of: "m1", "2023-09-01", .membersFiled)
    #expect(try found(drafts + [filed], "member-list-unfiled").isEmpty)
    let early = Rights.event("f", of: "m1", "2023-08-14", .membersFiled)
    #expect(try found(drafts + [early], "member-list-unfiled").count == 1)
  }

  @Test func `a member that left on a day that is not on record is a change of the list`() throws {
    let rules = Pilot.rule(
      "u",
      .useRules,
      ["inForceFrom": "2023-01-01", "title": "示例规则", "fileWithin": "30d"]
    )
    let filed = Rights.event("f", of: "m1", "2024-01-10", .membersFiled)
    let ledger = Pilot.ledger([Pilot.whole("withdrawn"), rules, filed])
    let marks = try CollectiveMarks(ledger, today: day("2026-01-15"))
    let list = marks.memberList(of: marks.marks[0], on: day("2026-01-15"))
    #expect(list.changes.map(\.membership.id) == ["mem"])
    #expect(list.changes.map(\.hasJoined) == [false])
    #expect(list.changes.first?.date == nil)
    #expect(list.members.isEmpty)
    // Thirty days from today end on Saturday 2026-02-14, in the days off of the Spring Festival.
    let docket = try Docket(ledger, today: day("2026-01-08"))
    #expect(try docket.dates(from: ["member-list"]).map(\.due.day) == [day("2026-02-09")])
  }

  @Test func `each member is asked for its own report on the year`() throws {
    let rules = Pilot.rule(
      "u",
      .useRules,
      ["inForceFrom": "2023-01-01", "title": "示例规则", "reportWithin": "3m"]
    )
    var other = Pilot.membership(["member": "e3", "admittedOn": "2023-08-15"])
    other.id = "other"
    let docket = try Docket(Pilot.ledger([Pilot.whole(), other, rules]), today: day("2026-01-31"))
    let dates = try docket.dates(from: ["use-report"])
    #expect(dates.map(\.record.id) == ["mem"])
    #expect(dates.map(\.due.day) == [day("2026-03-31")])
    let report = Pilot.event("r", "2026-01-20", .reported, ["year": "2025"])
    let done = try Docket(Pilot.ledger([Pilot.whole(), rules, report]), today: day("2026-01-31"))
    #expect(try done.dates(from: ["use-report"]).isEmpty)
  }

  @Test func `a typed state that contradicts the events, and labels beyond the quota, are found`()
    throws
  {
    let suspended = Pilot.event("a", "2025-07-10", .suspended)
    #expect(try found([Pilot.whole(), suspended], "membership-state").count == 1)
    #expect(try found([Pilot.whole("suspended"), suspended], "membership-state").isEmpty)
    let labels = Pilot.event("l", "2025-02-01", .labels, ["labels": "1001"])
    #expect(try found([Pilot.whole(), labels], "labels-over-quota").count == 1)
  }

  @Test func `a title that ended, and 驰名商标 in publicity, are found where they are used`() throws {
    func sighting(_ scheme: String, _ date: String) -> Draft {
      Sample.draft(Sighting.self, "s", ["enterprise": "e2", "scheme": scheme, "date": date])
    }
    let title = Sample.draft(
      Recognition.self,
      "r",
      ["scheme": "china-famous-brand-product", "holder": "e2", "awarded": "2007-09-01"]
    )
    let check = "title-used-without-right"
    #expect(
      try found([title, sighting("china-famous-brand-product", "2012-08-31")], check).isEmpty
    )
    #expect(
      try found([title, sighting("china-famous-brand-product", "2012-10-01")], check).count == 1
    )
    #expect(try found([sighting("china-famous-brand-product", "2010-01-01")], check).count == 1)
    #expect(try found([sighting("well-known-trademark", "2025-01-01")], check).count == 1)
    let advertised = Sample.draft(
      Recognition.self,
      "r",
      [
        "scheme": "well-known-trademark", "holder": "e2", "awarded": "2020-01-01",
        "advertised": "yes",
      ]
    )
    #expect(try found([advertised], "well-known-advertised").count == 1)
  }
}
