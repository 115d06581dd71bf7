import Ledger
import Oversight
import Portfolio
import Testing

struct MadridTests {
  private func states(_ drafts: [Draft], on date: String) throws -> [String] {
    let book = try RightBook(Rights.ledger([Rights.mark("m1"), Rights.international()] + drafts))
    let mark = try #require(book.trademarks["ir"])
    return book.designations(of: mark, on: day(date)).map { "\($0.office) \($0.state.rawValue)" }
  }

  // The time for refusing is eighteen months: registered on 2023-01-03, over after 2024-07-03.
  @Test func `a designation is open until the time for refusing is over`() throws {
    #expect(try states([], on: "2023-01-02").isEmpty)
    #expect(try states([], on: "2024-07-03") == ["JP pending", "US pending"])
    #expect(try states([], on: "2024-07-04") == ["JP presumed", "US presumed"])
  }

  @Test func `each designation has a life of its own`() throws {
    let events = [
      Rights.event("a", of: "ir", "2023-11-01", .protected, ["office": "JP"]),
      Rights.event("b", of: "ir", "2023-09-01", .provisionallyRefused, ["office": "US"]),
      Rights.event("c", of: "ir", "2024-09-01", .refused, ["office": "US"]),
      Rights.event("d", of: "ir", "2025-02-01", .designated, ["office": "KR"]),
    ]
    #expect(try states(events, on: "2024-01-01") == ["JP protected", "US provisionally-refused"])
    #expect(try states(events, on: "2024-09-01") == ["JP protected", "US refused"])
    #expect(
      try states(events, on: "2025-02-01") == ["JP protected", "US refused", "KR pending"]
    )
  }

  @Test func `all designations end with the registration`() throws {
    let events = [Rights.event("a", of: "ir", "2024-01-01", .cancelled)]
    #expect(try states(events, on: "2024-01-01") == ["JP ended", "US ended"])
    // Its term ends on 2033-01-02, the grace on Monday 2033-07-04.
    #expect(try states([], on: "2033-07-04") == ["JP presumed", "US presumed"])
    #expect(try states([], on: "2033-07-05") == ["JP ended", "US ended"])
  }

  // WIPO: a subsequent designation is possible where the prior one is no longer in effect.
  @Test func `a country that refused can be designated anew`() throws {
    let events = [
      Rights.event("a", of: "ir", "2023-11-01", .refused, ["office": "US"]),
      Rights.event("b", of: "ir", "2025-06-01", .designated, ["office": "US"]),
    ]
    #expect(try states(events, on: "2023-10-31") == ["JP pending", "US pending"])
    #expect(try states(events, on: "2025-05-31") == ["JP presumed", "US refused"])
    #expect(try states(events, on: "2025-06-01") == ["JP presumed", "US pending"])
    #expect(try states(events, on: "2026-12-02") == ["JP presumed", "US presumed"])
    func designate(
      _ office: String,
      _ drafts: [Draft],
      _ action: RightAction = .designated,
      on date: String = "2025-06-01"
    ) throws -> RightMove {
      let ledger = Rights.ledger([Rights.mark("m1")] + drafts)
      let desk = try RightDesk(ledger, today: day("2026-01-31"))
      var entry = RightEntry(action, on: day(date), by: "clerk-2")
      entry.office = office
      return try desk.enter(#require(desk.book.trademarks["ir"]), entry)
    }
    var ceased = Rights.international()
    ceased[Trademark.ceasedDesignations] = ["US"]
    let move = try designate("US", [ceased, events[0]], on: "2023-11-02")
    #expect(move.right[Trademark.designations] == ["JP", "US"])
    #expect(move.right[Trademark.ceasedDesignations] == nil)
    var fault = #expect(throws: Diagnostic.self) { try designate("JP", [ceased]) }
    #expect(fault?.name == "right-event-office")
    // The new day would be told for the designation that ceased.
    fault = #expect(throws: Diagnostic.self) {
      try designate("US", [ceased, events[0]], on: "2023-10-31")
    }
    #expect(fault?.name == "right-event-order")
    fault = #expect(throws: Diagnostic.self) { try designate("US", [ceased]) }
    #expect(fault?.name == "right-event-order")
    let refused = try designate("US", [ceased], .refused, on: "2023-11-01")
    #expect(refused.right[Trademark.ceasedDesignations] == ["US"])
  }

  @Test func `what is typed to have ceased has, unless events of that designation tell its life`()
    throws
  {
    var mark = Rights.international()
    mark[Trademark.ceasedDesignations] = ["US"]
    func told(_ events: [Draft]) throws -> ([String], [String]?, [String]) {
      let drafts = [Rights.mark("m1"), mark] + events
      let book = try RightBook(Rights.ledger(drafts))
      let record = try #require(book.trademarks["ir"])
      let settled = book.settled(record, on: day("2026-01-31"))
      return (
        book.designations(of: record, on: day("2026-01-31")).map {
          "\($0.office) \($0.state.rawValue) \($0.since?.description ?? "-")"
        },
        settled[Trademark.ceasedDesignations],
        try Rights.findings(drafts, "right-status", on: "2026-01-31")
      )
    }
    var (states, ceased, findings) = try told([])
    #expect(states == ["JP presumed -", "US ended -"])
    #expect(ceased == ["US"])
    #expect(findings.isEmpty)
    let licence = Rights.event("a", of: "ir", "2025-12-20", .licensed, ["parties": "e3"])
    let japan = Rights.event("b", of: "ir", "2024-02-01", .refused, ["office": "JP"])
    (states, ceased, findings) = try told([licence])
    #expect(states == ["JP presumed -", "US ended -"])
    #expect(ceased == ["US"])
    #expect(findings.isEmpty)
    (states, ceased, findings) = try told([licence, japan])
    #expect(states == ["JP refused 2024-02-01", "US ended -"])
    #expect(ceased == ["US", "JP"])
    #expect(findings.count == 1)
    let granted = Rights.event("c", of: "ir", "2024-03-01", .protected, ["office": "US"])
    (states, ceased, findings) = try told([granted])
    #expect(states == ["JP presumed -", "US protected 2024-03-01"])
    #expect(ceased == nil)
    #expect(findings.count == 1)
    // What falls with the registration is no designation that ceased alone.
    let end = Rights.event("d", of: "ir", "2025-03-01", .cancelled)
    (states, ceased, _) = try told([granted, end])
    #expect(states == ["JP ended -", "US ended -"])
    #expect(ceased == nil)
  }

  @Test(
    arguments: [
      ("2022-12-31", 0), ("2023-01-03", 1), ("2028-01-03", 1), ("2028-01-04", 0),
    ]
  )
  func `a registration falls with a basic mark that ended while it depended`(
    ended: String,
    findings: Int
  ) throws {
    let drafts = [
      Rights.mark("m1", "2020-03-05", ["endedOn": ended, "status": "cancelled"]),
      Rights.international(),
    ]
    let found = try Rights.findings(drafts, "madrid-dependency", on: "2029-01-01")
    #expect(found.count == findings)
    #expect(found.allSatisfy { $0.contains("2028-01-03") })
  }

  @Test func `a registration rests on a mark of its owner and of its classes`() throws {
    let basis = Rights.mark("m1", "2020-03-05", ["owner": "e2", "classes": "9"])
    let found = try Rights.findings(
      [basis, Rights.international()],
      "madrid-basis",
      on: "2024-01-01"
    )
    #expect(found.count == 2)
    #expect(found[0].contains("its owner is e1, that of the basic mark m1 is e2"))
    #expect(found[1].contains("classes beyond the basic mark m1: 7"))
    let early = Rights.international("ir", "2006-12-31", designating: ["JP", "CN"])
    let faults = try Rights.findings([Rights.mark("m1"), early], "madrid-basis", on: "2024-01-01")
    #expect(faults.count == 2)
    #expect(faults[0].contains("before its basic mark m1 was filed on 2007-01-01"))
    #expect(faults[1].contains("it designates CN"))
    let sound = [Rights.mark("m1"), Rights.international()]
    #expect(try Rights.findings(sound, "madrid-basis", on: "2024-01-01").isEmpty)
  }

  @Test(
    arguments: [
      ("WO/1", ["JP", "US"], "1", "2"), ("WO/1", ["JP"], "1", "2"), (nil, ["JP", "US"], "1", "2"),
      (nil, ["JP"], "2", "2"), (nil, [], "1", "1"),
    ] as [(String?, [String], String, String)]
  )
  func `what an office keeps of an international registration is no second one`(
    basis: String?,
    offices: [String],
    registrations: String,
    countries: String
  ) throws {
    var part = Rights.mark("US/7", "2023-09-10")
    part[Trademark.office] = "US"
    part[Trademark.route] = .madrid
    part[Trademark.basicMark] = basis.map { RecordID($0) }
    let whole = Rights.international("WO/1", designating: offices)
    let drafts = [Rights.mark("m1"), part] + (offices.isEmpty ? [] : [whole])
    let rows = try Progress(year: 2023, in: Rights.ledger(drafts), today: day("2025-06-01")).rows
    func count(_ name: String) -> String? {
      rows.first { $0.indicator == name }?.actual?.description
    }
    #expect(count("new-trademarks-international") == registrations)
    #expect(count("new-trademarks-countries") == countries)
  }

  @Test(arguments: ["TW", "HK", "MO"])
  func `where the Protocol does not apply nothing is designated or counted`(office: String) throws {
    let drafts = [Rights.mark("m1"), Rights.international(designating: ["JP", office])]
    let ledger = Rights.ledger(drafts)
    let rows = try Progress(year: 2023, in: ledger, today: day("2025-06-01")).rows
    let row = rows.first { $0.indicator == "new-trademarks-countries" }
    #expect(row?.actual?.description == "1")
    let found = try Rights.findings(drafts, "trademark-route", on: "2024-01-01")
    #expect(found.map { $0.contains("it designates \(office)") } == [true])
    var part = Rights.mark("part", "2023-09-10")
    (part[Trademark.office], part[Trademark.route]) = (office, .madrid)
    #expect(try Rights.findings([part], "trademark-route", on: "2024-01-01").count == 1)
    part[Trademark.route] = .foreign
    #expect(try Rights.findings([part], "trademark-route", on: "2024-01-01").isEmpty)
    let desk = try RightDesk(
      Rights.ledger([Rights.mark("m1"), Rights.international()]),
      today: day("2026-01-31")
    )
    let mark = try #require(desk.book.trademarks["ir"])
    var entry = RightEntry(.designated, on: day("2025-06-01"), by: "clerk-2")
    entry.office = office
    let fault = #expect(throws: Diagnostic.self) { try desk.enter(mark, entry) }
    #expect(fault?.name == "right-event-office")
  }

  @Test func `marks abroad are counted by registration and by country`() throws {
    let drafts = [
      Rights.mark("m1", "2023-02-01"),
      Rights.international(designating: ["JP", "US", "CN", "JP"]),
      Rights.event("d", of: "ir", "2024-02-01", .designated, ["office": "KR"]),
      Rights.event("r", of: "ir", "2023-11-01", .refused, ["office": "US"]),
    ]
    func count(_ name: String, _ year: Int) throws -> [String] {
      let rows = try Progress(year: year, in: Rights.ledger(drafts), today: day("2025-06-01")).rows
      return rows.filter { $0.indicator == name }.map {
        "\($0.actual?.description ?? "") \($0.net?.description ?? "")"
      }
    }
    #expect(try count("new-trademarks-domestic", 2023) == ["1 1"])
    #expect(try count("new-trademarks-international", 2023) == ["1 1"])
    #expect(try count("new-trademarks-countries", 2023) == ["2 1"])
    #expect(try count("new-trademarks-international", 2024).isEmpty)
    #expect(try count("new-trademarks-countries", 2024) == ["1 1"])
  }
}
