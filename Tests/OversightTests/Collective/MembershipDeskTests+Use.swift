import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// Who may use a mark after a fault, and how many labels it gets.
extension MembershipDeskTests {
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
}
