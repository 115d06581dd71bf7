import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

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
