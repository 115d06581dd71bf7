import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct RightStandingTests {
  private func standing(
    _ drafts: [Draft],
    _ id: RecordID = "m1",
    on date: String
  ) throws -> RightStanding {
    let book = try RightBook(Rights.ledger(drafts))
    let right = try #require(book.trademarks[id] ?? book.patents[id])
    return book.standing(of: right, on: day(date))
  }

  // Registered on 2003-05-01: the term ends on 2013-04-30, the grace on 2013-10-30 (a Wednesday).
  @Test(
    arguments: [
      ("2003-04-30", false), ("2003-05-01", true), ("2013-04-30", true), ("2013-05-01", nil),
      ("2013-10-30", nil), ("2013-10-31", false), ("2026-11-27", false),
    ] as [(String, Bool?)]
  )
  func `a mark is in force within its term, and in the grace nobody knows`(
    date: String,
    isInForce: Bool?
  ) throws {
    #expect(try standing([Rights.mark("m1", "2003-05-01")], on: date).isInForce == isInForce)
  }

  @Test func `what ended by its term tells since when, and how long it could be renewed`() throws {
    let mark = [Rights.mark("m1", "2003-05-01")]
    let over = try standing(mark, on: "2026-11-27")
    #expect(over.endedOn == PartialDate("2013-05-01"))
    #expect(over.label.en == "no longer in force: its term ended on 2013-04-30")
    #expect(over.label.zh == "已失效：专用期已于 2013-04-30 届满")
    let grace = try standing(mark, on: "2013-06-01")
    #expect(grace.endedOn == nil)
    #expect(grace.renewableUntil == day("2013-10-30"))
    #expect(try standing(mark, on: "2013-04-30").label.en.hasSuffix("term until 2013-04-30"))
  }

  // An invention filed on 2004-01-05 is protected until 2024-01-04; there is no grace.
  @Test(arguments: [("2006-12-31", false), ("2024-01-04", true), ("2024-01-05", false)])
  func `a patent is in force from its grant to the end of its term`(
    date: String,
    isInForce: Bool
  ) throws {
    let patent = [Rights.patent("2004-01-05", "2007-01-01")]
    #expect(try standing(patent, "p1", on: date).isInForce == isInForce)
  }

  // Registered in 2003: the term ends between 2012-12-31 and 2013-12-30, its grace on 2014-06-30.
  @Test(
    arguments: [
      ("2012-12-31", true), ("2013-01-01", nil), ("2014-06-30", nil), ("2014-07-01", false),
    ] as [(String, Bool?)]
  )
  func `a registration of which the year is known leaves a year open`(
    date: String,
    isInForce: Bool?
  ) throws {
    #expect(try standing([Rights.mark("m1", "2003")], on: date).isInForce == isInForce)
  }

  @Test func `what ended by an event, or at an office without a term, is told by the events`()
    throws
  {
    let cancelled = Rights.event("x", of: "m1", "2010-06-01", .cancelled)
    let drafts = [Rights.mark("m1", "2003-05-01"), cancelled]
    #expect(try standing(drafts, on: "2010-05-31").isInForce == true)
    #expect(try standing(drafts, on: "2010-06-01").isInForce == false)
    #expect(try standing(drafts, on: "2010-06-01").endedOn == PartialDate("2010-06-01"))
    var abroad = Rights.mark("m1", "1950-01-01")
    abroad[Trademark.route] = .foreign
    #expect(try standing([abroad], on: "2026-01-31").isInForce == true)
  }

  @Test func `an imported renewal that names no end begins the next term, however often it stands`()
    throws
  {
    let mark = Rights.mark("m1", "2003-05-01")
    let once = [mark, Rights.event("x", of: "m1", "2013-06-01", .renewed)]
    #expect(try standing(once, on: "2020-01-01").termEnd == day("2023-04-30"))
    let twice = once + [Rights.event("y", of: "m1", "2013-06-01", .renewed)]
    #expect(try standing(twice, on: "2020-01-01").termEnd == day("2023-04-30"))
    // Brought up to date, the record has the end already.
    let desk = try RightDesk(Rights.ledger(once), today: day("2020-01-01"))
    let behind = desk.behind()
    #expect(behind.map { $0[Trademark.validUntil] } == [PartialDate("2023-04-30")])
    let settled = behind + [once[1]]
    #expect(try standing(settled, on: "2020-01-01").termEnd == day("2023-04-30"))
    #expect(try RightDesk(Rights.ledger(settled), today: day("2020-01-01")).behind().isEmpty)
  }

  @Test func `a day before a renewal lies in the term that was renewed, whatever went before`()
    throws
  {
    let mark = Rights.mark("m1", "1993-05-01", ["validUntil": "2023-04-30"])
    let renewal = Rights.event("x", of: "m1", "2013-03-01", .renewed, ["until": "2023-04-30"])
    for (date, end) in [("2012-01-01", "2013-04-30"), ("2013-03-01", "2023-04-30")] {
      let told = try standing([mark, renewal], on: date)
      #expect(told.termEnd == day(end))
      #expect(told.isInForce == true)
    }
  }

  @Test func `an international registration falls with a basic mark whose term ended`() throws {
    let basis = Rights.mark("m1", "2003-05-01")
    let drafts = [basis, Rights.international("ir", "2010-01-04")]
    let book = try RightBook(Rights.ledger(drafts))
    let mark = try #require(book.trademarks["ir"])
    #expect(book.dependency(of: mark, on: day("2013-10-30"))?.fellOn == nil)
    #expect(book.dependency(of: mark, on: day("2013-10-31"))?.fellOn == PartialDate("2013-05-01"))
  }
}
