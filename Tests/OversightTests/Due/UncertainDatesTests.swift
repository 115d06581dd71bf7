import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// Dates that follow from one of which only the month or the year is known.
struct UncertainDatesTests {
  private static let law =
    Sample.reference(Term.self) + Sample.reference(Fee.self) + Sample.reference(Scheme.self)

  private func date(_ draft: Draft, _ source: String, on today: String) throws -> DueDate {
    let docket = try Docket(Sample.ledger(Self.law + [draft]), today: day(today))
    return try #require(try docket.dates(from: [source]).first)
  }

  private func span(_ date: DueDate) -> [Day] { [date.due.day, date.latest] }

  // The register has the month of its end: the first term, of 2000, is over and was renewed.
  @Test(
    arguments: [
      ("2029-05-01", Urgency.ahead, nil), ("2029-05-02", .open, 0), ("2030-04-01", .soon, 0),
      ("2030-05-31", .soon, 0), ("2030-06-01", .grace, 25_000), ("2030-12-03", .missed, nil),
    ] as [(String, Urgency, Int64?)]
  )
  func `a mark is reminded of by the earliest end that it may have, and missed after the latest`(
    today: String,
    urgency: Urgency,
    late: Int64?
  ) throws {
    let mark = Rights.mark("m1", "2000-05-14", ["validUntil": "2030-05"])
    let date = try date(mark, "mark-renewal", on: today)
    #expect(span(date) == [day("2030-05-01"), day("2030-05-31")])
    #expect(date.urgency(on: day(today)) == urgency)
    if let late { #expect(date.cost?.late.fen == late) }
    #expect(
      date.notes.first?.en
        == "not all dates are known to the day: it is a day from 2030-05-01 to 2030-05-31"
    )
  }

  @Test func `a registration of which the month is known has a renewal and a time for use`() throws
  {
    let mark = Rights.mark("m1", "2017-02")
    let renewal = try date(mark, "mark-renewal", on: "2026-11-27")
    #expect(span(renewal) == [day("2027-01-31"), day("2027-02-27")])
    let use = try date(mark, "mark-use", on: "2026-11-27")
    #expect(span(use) == [day("2020-02-01"), day("2020-02-28")])
    let exact = try date(Rights.mark("m1", "2017-02-14"), "mark-renewal", on: "2026-11-27")
    #expect(span(exact) == [day("2027-02-13"), day("2027-02-13")])
    #expect(exact.notes.isEmpty)
  }

  // Filed in March 2020: on 2026-03-15 its seventh year has begun, or will by the end of the month.
  @Test(arguments: [
    ("2026-11-27", "8", "2027-03-01", "2027-03-31"),
    ("2026-03-15", "7", "2026-03-02", "2026-03-31"),
  ])
  func `a patent filed in a month has its annuities and its end`(
    today: String,
    year: String,
    first: String,
    last: String
  ) throws {
    let patent = Rights.patent("2020-03", "2020-10-01", ["type": "utility-model"])
    let annuity = try date(patent, "patent-annuity", on: today)
    #expect(annuity.key == year)
    #expect(span(annuity) == [day(first), day(last)])
    #expect(annuity.cost?.fee != nil)
    let expiry = try date(patent, "patent-expiry", on: today)
    #expect(span(expiry) == [day("2030-02-28"), day("2030-03-30")])
  }

  @Test(arguments: [
    ("2026-10-31", Urgency.ahead), ("2026-11-01", .soon), ("2026-12-31", .soon),
    ("2027-01-01", .missed),
  ])
  func `a title that ends in a month is renewed by its first day`(
    today: String,
    urgency: Urgency
  ) throws {
    let title = Sample.draft(
      Recognition.self,
      "r1",
      [
        "scheme": "jiangsu-quality-product", "brand": "b", "holder": "e1", "event": "first",
        "awarded": "2023-12-20", "validUntil": "2026-12",
      ]
    )
    let date = try date(title, "recognition-renewal", on: today)
    #expect(span(date) == [day("2026-12-01"), day("2026-12-31")])
    #expect(date.urgency(on: day(today)) == urgency)
  }

  // The grace of a term until 2020-05-13 ends on 2020-11-13.
  @Test(arguments: [("2020-11-13", true), ("2020-11-14", false)])
  func `what can no longer be renewed costs nothing`(today: String, isTold: Bool) throws {
    let mark = Rights.mark("m1", "2010-05-14", ["validUntil": "2020-05-13"])
    #expect(try (date(mark, "mark-renewal", on: today).cost != nil) == isTold)
    let docket = try Docket(Sample.ledger(Self.law + [mark]), today: day(today))
    let told = try docket.dates(of: mark.record()).first { $0.source.name == "mark-renewal" }
    #expect((told?.cost != nil) == isTold)
  }

  // The annuity of year 7 was due on 2024-03-14, with a grace until Saturday 2024-09-14.
  @Test(arguments: [("2024-09-14", true), ("2024-09-18", false)])
  func `nothing is paid for a patent after the grace`(today: String, isTold: Bool) throws {
    let patent = Rights.patent("2018-03-14", "2020-05-01", ["annuitiesPaidThrough": "6"])
    #expect(try (date(patent, "patent-annuity", on: today).cost != nil) == isTold)
  }

  // The term of ten years ends on 2022-02-28 for both: there is no eleventh year to pay for.
  @Test(arguments: ["2012-02-29", "2012-03-01"])
  func `the last year of a term has no annuity after it, on a leap day either`(filed: String) throws
  {
    func years(paid: Int) throws -> [String] {
      let patent = Rights.patent(
        filed,
        "2012-10-01",
        ["type": "utility-model", "annuitiesPaidThrough": "\(paid)"]
      )
      let docket = try Docket(Sample.ledger(Self.law + [patent]), today: day("2021-01-15"))
      return try docket.dates(from: ["patent-annuity"]).map(\.key)
    }
    #expect(try years(paid: 9) == ["10"])
    #expect(try years(paid: 10).isEmpty)
  }

  @Test func `a month as the end of a later renewal leaves the term before it as it was`() throws {
    let mark = Rights.mark("m1", "2004-05-14", ["validUntil": "2034-05"])
    let event = Rights.event("a", of: "m1", "2024-03-01", .renewed, ["until": "2034-05"])
    let book = try RightBook(Rights.ledger([mark, event]))
    let record = try #require(book.trademarks["m1"])
    let before = book.life(of: record, on: day("2023-12-01"))
    #expect(before.namedEnd == PartialDate("2024-05"))
    #expect(book.standing(of: record, on: day("2023-12-01")).isInForce == true)
    #expect(book.standing(of: record, on: day("2026-11-27")).isInForce == true)
  }
}
