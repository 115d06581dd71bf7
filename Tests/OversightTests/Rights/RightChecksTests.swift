import Ledger
import Oversight
import Portfolio
import Testing

struct RightChecksTests {
  @Test func `a typed status that contradicts the dates is found`() throws {
    func found(_ mark: Draft) throws -> [String] {
      try Rights.findings([mark], "right-status", on: "2026-01-31")
    }
    #expect(try found(Rights.mark("m1")).isEmpty)
    #expect(try found(Rights.mark("m1", "2020-03-05", ["status": "pending"])).count == 1)
    #expect(try found(Rights.mark("m1", "2020-03-05", ["endedOn": "2026-01-31"])).count == 1)
    #expect(try found(Rights.mark("m1", "2020-03-05", ["endedOn": "2026-02-01"])).isEmpty)
    var open = Rights.mark("m1")
    open[Trademark.registeredOn] = nil
    #expect(try found(open).count == 1)
  }

  @Test func `a typed status that contradicts the events is found, field by field`() throws {
    let drafts = [Rights.mark("m1"), Rights.event("x", of: "m1", "2023-05-01", .cancelled)]
    let found = try Rights.findings(drafts, "right-status", on: "2026-01-31")
    #expect(found.count == 3)
    #expect(found.contains { $0.hasSuffix("status is registered, its events say cancelled") })
    #expect(found.contains { $0.hasSuffix("endedOn is empty, its events say 2023-05-01") })
  }

  @Test func `an event names one right, and a designation only of an international one`() throws {
    var both = Rights.event("x", of: "m1", "2023-05-01", .noted)
    both[RightEvent.patent] = "p1"
    var none = Rights.event("y", of: "m1", "2023-05-01", .noted)
    none[RightEvent.trademark] = nil
    let drafts = [
      Rights.mark("m1"), Rights.international(), Rights.patent("2018-05-10", "2020-01-07"), both,
      none, Rights.event("z", of: "m1", "2023-05-01", .protected, ["office": "JP"]),
      Rights.event("w", of: "ir", "2023-05-01", .renewed, ["office": "JP"]),
      Rights.event("v", of: "ir", "2023-05-01", .protected, ["office": "JP"]),
    ]
    #expect(try Rights.findings(drafts, "right-event-subject", on: "2026-01-31").count == 4)
  }

  @Test func `a renewal at the wrong time or twice, and what comes before the filing, are found`()
    throws
  {
    func found(_ events: Draft...) throws -> [String] {
      let drafts = [Rights.mark("m1", "2008-05-10")] + events
      return try Rights.findings(drafts, "right-event-dates", on: "2026-01-31")
    }
    let first = Rights.event("a", of: "m1", "2018-01-15", .renewed, ["until": "2028-05-09"])
    #expect(try found(first).isEmpty)
    #expect(try found(Rights.event("a", of: "m1", "2018-01-15", .renewed)).isEmpty)
    #expect(
      try found(first, Rights.event("b", of: "m1", "2018-01-16", .renewed, ["until": "2028-05-09"]))
        == ["event of a right b: the term until 2018-05-09 of m1 was renewed before"]
    )
    #expect(
      try found(first, Rights.event("b", of: "m1", "2018-01-16", .renewed, ["until": "2038-05-09"]))
        == [
          "event of a right b: renewed on 2018-01-16; the term of m1 until 2028-05-09 is renewed "
            + "2027-05-10 – 2028-11-09"
        ]
    )
    #expect(try found(first, Rights.event("b", of: "m1", "2018-01-16", .renewed)).count == 1)
    #expect(try found(Rights.event("a", of: "m1", "2018-11-12", .renewed)).count == 1)
    #expect(try found(Rights.event("a", of: "m1", "2018-11", .renewed)).isEmpty)
    #expect(
      try found(Rights.event("a", of: "m1", "2006-12-31", .transferred, ["parties": "e2"]))
        == ["event of a right a: it is of 2006-12-31, and m1 was filed on 2007-01-01"]
    )
    let licence = Rights.event("l", of: "m1", "2010-01-01", .licensed, ["until": "2018-05-10"])
    #expect(try found(licence).count == 1)
    #expect(try found(first, licence).isEmpty)
  }

  @Test(
    arguments: [
      ("e1,e2", "60,40", 0), ("e1,e2", "33.3,66.7", 0), ("e1,e2", "60,39.9", 1),
      ("e1,e2", "100", 1), ("e1,e2", "60", 2), ("e1,e2", "110,-10", 1),
    ]
  )
  func `the shares of owners make a hundred`(owners: String, shares: String, count: Int) throws {
    let patent = Rights.patent("2018-05-10", "2020-01-07", ["owners": owners, "shares": shares])
    #expect(try Rights.findings([patent], "patent-shares", on: "2026-01-31").count == count)
  }

  @Test(arguments: [("e1", "85%", 0), ("e1,e2", "85%", 1), ("e1,e2", "70%", 0), ("e1", "70%", 0)])
  func `a reduction for one owner is not had by several`(
    owners: String,
    reduction: String,
    count: Int
  ) throws {
    let patent = Rights.patent(
      "2018-05-10",
      "2020-01-07",
      ["owners": owners, "annuityReduction": reduction]
    )
    #expect(try Rights.findings([patent], "patent-reduction", on: "2026-01-31").count == count)
  }

  // Filed 2018-05-10, paid through year 7: year 8 is due on 2025-05-12, the Monday after a Saturday;
  // the time for paying late runs from the Saturday and ends on 2025-11-10.
  @Test(arguments: [("2025-11-10", 0), ("2025-11-11", 1)])
  func `a patent that is not paid for is found after the time for paying late`(
    today: String,
    count: Int
  ) throws {
    let patent = Rights.patent("2018-05-10", "2020-01-07", ["annuitiesPaidThrough": "7"])
    #expect(try Rights.findings([patent], "patent-annuity", on: today).count == count)
  }

  @Test func `a patent that outlived its term is found`() throws {
    let patent = Rights.patent(
      "2015-05-10",
      "2016-01-07",
      ["type": "utility-model", "annuitiesPaidThrough": "10"]
    )
    #expect(try Rights.findings([patent], "patent-annuity", on: "2025-05-09").isEmpty)
    #expect(try Rights.findings([patent], "patent-annuity", on: "2025-05-10").count == 1)
  }

  // A design filed before 2021-06-01 has ten years, one filed since fifteen; of one filed in 2021, not
  // known on which day, the longer term is taken.
  @Test(arguments: [
    ("invention", "2020-02-29", 20, 0), ("invention", "2020-02-29", 21, 1),
    ("invention", "2020-02-29", 2026, 1), ("utility-model", "2022-05-31", 10, 0),
    ("utility-model", "2022-05-31", 11, 1), ("design", "2021-05-31", 11, 1),
    ("design", "2021-06-01", 15, 0), ("design", "2021-06-01", 16, 1), ("design", "2021", 15, 0),
  ])
  func `no annuity is paid beyond the years of the term`(
    type: String,
    filed: String,
    year: Int,
    count: Int
  ) throws {
    let patent = Rights.patent(filed, nil, ["type": type, "annuitiesPaidThrough": "\(year)"])
    #expect(try Rights.findings([patent], "patent-annuity-year", on: "2026-11-27").count == count)
    let ledger = Rights.ledger([])
    func refused(_ ledger: Snapshot) throws -> [String] {
      try RightRules.findings(forPatents: [patent.record()], in: ledger, today: day("2026-11-27"))[
        0
      ]
      .map(\.name)
    }
    #expect(try refused(ledger) == Array(repeating: "patent-annuity-year", count: count))
    // What stands wrong already bars no other change.
    #expect(try refused(Rights.ledger([patent])).isEmpty)
    let paid = Rights.event("x", of: "p1", "2025-01-20", .annuityPaid, ["year": "\(year)"])
    let events = try Rights.findings(
      [Rights.patent(filed, nil, ["type": type]), paid],
      "right-event-dates",
      on: "2026-11-27"
    )
    #expect(events.count == count)
  }
}
