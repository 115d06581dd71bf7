import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct RightDatesTests {
  @Test(arguments: [
    ("2023-05-10", "2023-05-10", 0), ("2023-05-10", "2023-05-09", 1), ("2023-05-10", "2023-05", 0),
    ("2023-05-10", "2023-04", 1), ("2023", "2023-01-01", 0), ("2023", "2022-12-31", 1),
    ("2023-05", "2023-05-01", 0), ("2023-05", "2023", 0),
  ])
  func `a patent is granted on the day of its filing at the earliest`(
    filed: String,
    granted: String,
    count: Int
  ) throws {
    let patent = Sample.draft(
      Patent.self,
      "p",
      ["number": "US1", "type": "invention", "filedOn": filed, "grantedOn": granted]
    )
    #expect(
      try Rights.findings([patent], "dates-out-of-order", on: "2026-01-31").count == count
    )
  }

  @Test func `each date that comes too early is told once, with the one before which it lies`()
    throws
  {
    var mark = Rights.mark(
      "m1",
      "2024-01-01",
      ["validUntil": "2020-01-01", "endedOn": "2019-01-01"]
    )
    mark[Trademark.filedOn] = PartialDate("2025-01-01")
    let found = try Rights.findings([mark], "dates-out-of-order", on: "2026-01-31")
    #expect(found.count == 3)
    #expect(
      found.contains {
        $0.hasSuffix("registeredOn: 2024-01-01 is before filedOn, which is 2025-01-01")
      }
    )
  }

  @Test(arguments: [("2026-01-31", 0), ("2026-02-01", 1), ("2026", 0), ("2026-02", 1), ("2027", 1)])
  func `no right is filed in the future`(filed: String, count: Int) throws {
    let patent = Sample.draft(
      Patent.self,
      "p",
      ["number": "US1", "type": "invention", "filedOn": filed]
    )
    #expect(try Rights.findings([patent], "right-in-future", on: "2026-01-31").count == count)
  }

  // Registered on 2016-03-01: ten years end on 2026-02-28, twenty on 2036-02-29. Filed on 2007-01-01, it
  // may have been opposed, and end earlier; no opposition lasts ten years.
  @Test(arguments: [
    ("2026-02-28", 0), ("2026-03-01", 1), ("2036-02-29", 0), ("2036-03-01", 1), ("2025-12-01", 0),
    ("2016-12-01", 1), ("2026-03", 0),
  ])
  func `an end to which the law does not lead is found`(until: String, count: Int) throws {
    let mark = Rights.mark("m1", "2016-03-01", ["validUntil": until])
    #expect(try Rights.findings([mark], "mark-term-end", on: "2025-01-31").count == count)
  }

  @Test func `a term that is said to end too late ends by law`() throws {
    let mark = Rights.mark("m1", "2016-03-01", ["validUntil": "2026-03-01"])
    let ledger = Rights.ledger([mark])
    let due = try #require(
      try Docket(ledger, today: day("2026-08-28")).dates(from: ["mark-renewal"]).first
    )
    #expect(due.due.day == day("2026-02-28"))
    #expect(due.last == day("2026-08-28"))
    #expect(
      due.notes.map(\.en)
        == ["the record has 2026-03-01 as the end of the term; by law it ends on 2026-02-28"]
    )
    let desk = try RightDesk(ledger, today: day("2026-11-27"))
    let record = try #require(desk.book.trademarks["m1"])
    func renew(_ date: String, until: String? = nil) throws -> PartialDate? {
      var entry = RightEntry(.renewed, on: day(date), by: "clerk-2")
      entry.until = until.map { day($0) }
      return try desk.enter(record, entry).right[Trademark.validUntil]
    }
    #expect(try renew("2026-08-28") == PartialDate("2036-02-29"))
    let late = #expect(throws: Diagnostic.self) { try renew("2026-09-01") }
    #expect(late?.name == "right-renewal-late")
    #expect(throws: Diagnostic.self) { try renew("2026-09-01", until: "2036-03-01") }
    #expect(
      try Rights.findings([mark], "mark-expired", on: "2026-08-29")
        == ["trademark m1: its term ended on 2026-02-28"]
    )
  }

  @Test func `an earlier end on record stands, as that of a mark that was opposed`() throws {
    let mark = Rights.mark("m1", "2016-03-01", ["validUntil": "2025-12-01"])
    let due = try Docket(Rights.ledger([mark]), today: day("2025-01-31"))
      .dates(from: ["mark-renewal"])
    #expect(due.map(\.due.day) == [day("2025-12-01")])
    #expect(due.map(\.notes.isEmpty) == [true])
  }

  // A mark at a foreign office has its end on record, and nothing of Chinese law.
  @Test(arguments: [
    ("2026-11-19", Urgency.ahead), ("2026-11-20", .soon), ("2026-12-20", .soon),
    ("2026-12-21", .missed),
  ])
  func `a mark abroad is due by its end on record`(today: String, urgency: Urgency) throws {
    var mark = Rights.mark("m1", "2016-12-21", ["validUntil": "2026-12-20"])
    mark[Trademark.office] = "JP"
    mark[Trademark.route] = .foreign
    let refused = Rights.event("a", of: "m1", "2016-01-05", .refused)
    let dates = try Docket(Rights.ledger([mark]), today: day(today)).dates()
    #expect(dates.map(\.source.name) == ["foreign-renewal"])
    let date = try #require(dates.first)
    #expect(date.due.day == day("2026-12-20"))
    #expect(date.urgency(on: day(today)) == urgency)
    #expect(date.grace == nil && date.cost == nil && date.term == nil && !date.isProvisional)
    #expect(
      try Docket(Rights.ledger([mark, refused]), today: day(today)).dates(from: ["mark-review"])
        .isEmpty
    )
    #expect(
      try Rights.findings([mark], "mark-expired", on: "2026-12-21")
        == ["trademark m1: its term ended on 2026-12-20"]
    )
    #expect(try Rights.findings([mark], "mark-term-end", on: "2026-12-21").isEmpty)
  }

  @Test(arguments: [("2024-02-05", 0), ("2024-02-06", 1), ("2024-02", 0), ("2025", 1)])
  func `harm is known before help is asked for`(known: String, count: Int) throws {
    let record = Sample.draft(
      Case.self,
      "c1",
      ["stage": "received", "receivedOn": "2024-02-05", "knownOn": known]
    )
    #expect(
      try Rights.findings([record], "dates-out-of-order", on: "2026-01-31").count == count
    )
  }
}
