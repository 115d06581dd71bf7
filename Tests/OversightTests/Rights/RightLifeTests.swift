import Ledger
import Portfolio
import Testing

struct RightLifeTests {
  private func life(_ drafts: [Draft], _ id: RecordID = "m1", on date: String) throws -> RightLife {
    let book = try RightBook(Rights.ledger(drafts))
    let right = try #require(book.trademarks[id] ?? book.patents[id])
    return book.life(of: right, on: day(date))
  }

  @Test func `a mark is pending, registered and ended by its own dates`() throws {
    let mark = Rights.mark("m1", "2020-03-05", ["endedOn": "2024-06-01", "status": "cancelled"])
    #expect(try life([mark], on: "2006-12-31").state == nil)
    #expect(try life([mark], on: "2020-03-04").state == .pending)
    #expect(try life([mark], on: "2020-03-05").state == .standing)
    #expect(try life([mark], on: "2024-05-31").state == .standing)
    #expect(try life([mark], on: "2024-06-01").state == .cancelled)
    #expect(try life([mark], on: "2024-06-01").endedOn == PartialDate("2024-06-01"))
  }

  @Test func `events tell the state whatever was typed`() throws {
    let drafts = [
      Rights.mark("m1"), Rights.event("x", of: "m1", "2023-05-01", .cancelled),
    ]
    #expect(try life(drafts, on: "2023-04-30").stands)
    #expect(try life(drafts, on: "2023-05-01").state == .cancelled)
  }

  @Test func `an owner is told for the day before and the day of a transfer`() throws {
    let drafts = [
      Rights.mark("m1", "2020-03-05", ["owner": "e2"]),
      Rights.event("x", of: "m1", "2024-02-29", .transferred, ["parties": "e2", "previous": "e1"]),
    ]
    #expect(try life(drafts, on: "2024-02-28").owners == ["e1"])
    #expect(try life(drafts, on: "2024-02-29").owners == ["e2"])
  }

  @Test func `licences and pledges run until their end or their release`() throws {
    let drafts = [
      Rights.mark("m1"),
      Rights.event(
        "a",
        of: "m1",
        "2021-01-01",
        .licensed,
        ["parties": "e3", "until": "2022-12-31"]
      ),
      Rights.event("b", of: "m1", "2021-01-01", .licensed, ["parties": "e4"]),
      Rights.event("c", of: "m1", "2021-06-30", .licenceEnded, ["parties": "e4"]),
      Rights.event("d", of: "m1", "2021-03-01", .pledged, ["parties": "e5"]),
      Rights.event("e", of: "m1", "2022-03-01", .released),
    ]
    #expect(try life(drafts, on: "2021-06-29").licences.map(\.parties) == [["e3"], ["e4"]])
    #expect(try life(drafts, on: "2021-06-30").licences.map(\.parties) == [["e3"]])
    #expect(try life(drafts, on: "2022-12-31").licences.count == 1)
    #expect(try life(drafts, on: "2023-01-01").licences.isEmpty)
    #expect(try life(drafts, on: "2022-02-28").pledges.count == 1)
    #expect(try life(drafts, on: "2022-03-01").pledges.isEmpty)
  }

  @Test func `a patent that lapsed stands again when it is restored`() throws {
    let drafts = [
      Rights.patent("2018-05-10", "2020-01-07"),
      Rights.event("a", of: "p1", "2023-05-10", .lapsed),
      Rights.event("b", of: "p1", "2023-12-01", .restored),
    ]
    #expect(try life(drafts, "p1", on: "2023-05-09").stands)
    #expect(try life(drafts, "p1", on: "2023-05-10").state == .lapsed)
    #expect(try life(drafts, "p1", on: "2023-11-30").state == .lapsed)
    #expect(try life(drafts, "p1", on: "2023-12-01").stands)
    #expect(try life(drafts, "p1", on: "2023-12-01").endedOn == nil)
  }

  @Test func `annuities are known as of the day`() throws {
    let drafts = [
      Rights.patent("2018-05-10", "2020-01-07", ["annuitiesPaidThrough": "4"]),
      Rights.event("a", of: "p1", "2020-05-08", .annuityPaid, ["year": "3"]),
      Rights.event("b", of: "p1", "2021-05-08", .annuityPaid, ["year": "4"]),
    ]
    #expect(try life(drafts, "p1", on: "2021-05-07").annuitiesPaidThrough == 3)
    #expect(try life(drafts, "p1", on: "2021-05-08").annuitiesPaidThrough == 4)
  }

  // Examination guidelines: filed 1997-06-03, granted 2001-08-01, year 5 paid with the grant: the
  // latest day for year 6 is 2002-06-03, here a Monday.
  @Test func `the next annuity is due on the corresponding day of the filing`() throws {
    let book = try RightBook(Rights.ledger([Rights.patent("1997-06-03", "2001-08-01")]))
    let patent = try #require(book.patents.records.first)
    let next = try #require(book.nextAnnuity(of: patent, on: day("2001-09-01")))
    #expect(next.year == 6)
    #expect(next.due.day == day("2002-06-03"))
    #expect(next.grace?.day == day("2002-12-03"))
  }

  @Test func `no annuity is due beyond the term`() throws {
    let drafts = [Rights.patent("2006-06-03", "2009-08-01", ["annuitiesPaidThrough": "20"])]
    let book = try RightBook(Rights.ledger(drafts))
    let patent = try #require(book.patents.records.first)
    #expect(book.reckonedEnd(of: patent)?.day == day("2026-06-02"))
    #expect(book.nextAnnuity(of: patent, on: day("2025-09-01")) == nil)
  }
}
