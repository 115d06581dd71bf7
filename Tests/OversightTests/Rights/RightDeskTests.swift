import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct RightDeskTests {
  private func entry(_ action: RightAction, _ date: String) -> RightEntry {
    RightEntry(action, on: day(date), by: "clerk-2")
  }

  private func enter(
    _ drafts: [Draft],
    _ entry: RightEntry,
    of id: RecordID = "m1",
    today: String = "2026-01-31"
  ) throws -> RightMove {
    let desk = try RightDesk(Rights.ledger(drafts), today: day(today))
    let right = try #require(desk.book.trademarks[id] ?? desk.book.patents[id])
    return try desk.enter(right, entry)
  }

  private func refusal(
    _ drafts: [Draft],
    _ entry: RightEntry,
    of id: RecordID = "m1"
  ) throws -> String? {
    do {
      _ = try enter(drafts, entry, of: id)
      return nil
    } catch let fault as Diagnostic {
      return fault.name
    }
  }

  @Test func `a cancellation writes the state and its day into the mark`() throws {
    var told = entry(.cancelled, "2025-04-01")
    told.text = "连续三年不使用"
    let move = try enter([Rights.mark("m1")], told)
    #expect(move.state == .cancelled)
    #expect(move.right[Trademark.status] == .cancelled)
    #expect(move.right[Trademark.endedOn] == PartialDate("2025-04-01"))
    #expect(move.right[Trademark.ending] == "连续三年不使用")
    #expect(move.event[RightEvent.trademark] == "m1")
    #expect(move.event[RightEvent.by] == "clerk-2")
  }

  // Registered on 2008-02-29: the first term ends on 2018-02-28, the next runs from 2018-03-01 and
  // ends on 2028-02-29, the day before the corresponding day.
  @Test func `a renewal runs from the day after the old term`() throws {
    let mark = Rights.mark("m1", "2008-02-29")
    let move = try enter([mark], entry(.renewed, "2018-03-20"))
    #expect(move.right[Trademark.validUntil] == PartialDate("2028-02-29"))
    #expect(move.event[RightEvent.until] == PartialDate("2028-02-29"))
    #expect(move.right[Trademark.status] == .registered)
  }

  @Test(
    arguments: [("2018-08-28", nil), ("2018-08-29", "right-renewal-late")] as [(String, String?)]
  )
  func `a renewal comes in the grace and not after it`(date: String, fault: String?) throws {
    #expect(try refusal([Rights.mark("m1", "2008-02-29")], entry(.renewed, date)) == fault)
  }

  // The term until 2018-02-28 can be renewed from 2017-03-01.
  @Test(
    arguments: [("2017-02-28", "right-renewal-early"), ("2017-03-01", nil)] as [(String, String?)]
  )
  func `a renewal comes when its window is open and not before`(date: String, fault: String?) throws
  {
    #expect(try refusal([Rights.mark("m1", "2008-02-29")], entry(.renewed, date)) == fault)
  }

  @Test func `a term is renewed once, and an earlier renewal by naming the end of its term`() throws
  {
    let renewal = entry(.renewed, "2018-01-15")
    let move = try enter([Rights.mark("m1", "2008-02-29")], renewal)
    var event = move.event
    event.id = "v1"
    #expect(try refusal([move.right, event], renewal) == "right-renewal-early")
    // Of the register only the present end is known.
    let old = Rights.mark("m1", "1998-05-10", ["validUntil": "2028-05-09"])
    var earlier = entry(.renewed, "2018-03-01")
    #expect(try refusal([old], earlier) == "right-renewal-early")
    earlier.until = day("2028-05-09")
    #expect(try enter([old], earlier).right[Trademark.validUntil] == PartialDate("2028-05-09"))
    earlier.day = day("2016-03-01")
    #expect(try refusal([old], earlier) == "right-renewal-early")
  }

  @Test func `a patent that lapses wants the day of its notice, which is not in the future`() throws
  {
    let patent = [Rights.patent("2018-05-10", "2020-01-07")]
    var lapsed = entry(.lapsed, "2023-05-10")
    #expect(try enter(patent, lapsed, of: "p1").findings.map(\.name) == ["right-notice-missing"])
    lapsed.noticed = day("2023-11-20")
    let move = try enter(patent, lapsed, of: "p1")
    #expect(move.findings.isEmpty)
    #expect(move.event[RightEvent.noticedOn] == PartialDate("2023-11-20"))
    lapsed.noticed = day("2026-02-01")
    #expect(try refusal(patent, lapsed, of: "p1") == "right-event-future")
  }

  @Test func `a licence ends with the term at the latest`() throws {
    var told = entry(.licensed, "2025-01-01")
    told.parties = ["e3"]
    told.until = day("2030-03-04")
    #expect(try refusal([Rights.mark("m1", "2020-03-05")], told) == nil)
    told.until = day("2030-03-05")
    #expect(try refusal([Rights.mark("m1", "2020-03-05")], told) == "right-licence-beyond")
  }

  @Test func `nothing but a note comes before the filing`() throws {
    let patent = [Rights.patent("2020-03-01", "2022-06-01")]
    var told = entry(.transferred, "2020-02-29")
    told.parties = ["e2"]
    #expect(try refusal(patent, told, of: "p1") == "right-event-order")
    told.day = day("2020-03-01")
    #expect(try refusal(patent, told, of: "p1") == nil)
    #expect(try refusal(patent, entry(.noted, "2020-02-29"), of: "p1") == nil)
  }

  @Test func `a review comes after its refusal, and may be entered late`() throws {
    let refused = [
      Rights.patent("2023-01-05", nil), Rights.event("a", of: "p1", "2025-08-01", .refused),
    ]
    #expect(
      try refusal(refused, entry(.reviewFiled, "2025-07-31"), of: "p1") == "right-event-order"
    )
    #expect(try refusal(refused, entry(.reviewFiled, "2025-08-01"), of: "p1") == nil)
    let granted = refused + [Rights.event("b", of: "p1", "2025-12-01", .registered)]
    #expect(try refusal(granted, entry(.reviewFiled, "2025-08-20"), of: "p1") == nil)
  }

  @Test func `a year that is paid over a gap leaves the gap open until it is filled`() throws {
    let patent = Rights.patent("2020-03-01", "2022-06-01", ["annuitiesPaidThrough": "4"])
    func paid(_ year: Int, _ date: String) -> RightEntry {
      var told = entry(.annuityPaid, date)
      told.year = year
      return told
    }
    let move = try enter([patent], paid(7, "2024-01-05"), of: "p1")
    #expect(move.findings.map(\.name) == ["right-annuity-gap"])
    #expect(move.findings.first?.message.en.hasSuffix("those of year 5–6 are not") == true)
    #expect(move.right[Patent.annuitiesPaidThrough] == 4)
    let seven = Rights.event("a", of: "p1", "2024-01-05", .annuityPaid, ["year": "7"])
    let five = Rights.event("b", of: "p1", "2024-02-05", .annuityPaid, ["year": "5"])
    let book = try RightBook(Rights.ledger([patent, seven, five]))
    let record = try #require(book.patents["p1"])
    #expect(book.nextAnnuity(of: record, on: day("2024-03-02"))?.year == 6)
    let six = try enter([patent, seven, five], paid(6, "2024-02-06"), of: "p1")
    #expect(six.findings.isEmpty)
    #expect(six.right[Patent.annuitiesPaidThrough] == 7)
    #expect(
      try Rights.findings([patent, seven], "patent-annuity", on: "2024-03-02")
        == ["patent p1: the annuity of year 7 is on record as paid, those of year 5–6 are not"]
    )
  }

  @Test func `a transfer keeps who owned it before`() throws {
    var told = entry(.transferred, "2025-04-01")
    told.parties = ["e9"]
    let move = try enter([Rights.mark("m1")], told)
    #expect(move.right[Trademark.owner] == "e9")
    #expect(move.event[RightEvent.previous] == ["e1"])
  }

  @Test(arguments: ["m1", "p1"])
  func `a transfer entered late goes out from who owned the right on its day`(id: String) throws {
    var right = id == "p1" ? Rights.patent("2018-05-10", "2020-01-07") : Rights.mark("m1")
    if id == "p1" { right[Patent.owners] = ["e2"] } else { right[Trademark.owner] = "e2" }
    let sale = Rights.event(
      "x",
      of: id,
      "2025-05-01",
      .transferred,
      ["parties": "e2", "previous": "e1"]
    )
    var told = entry(.transferred, "2024-08-01")
    told.parties = ["e3"]
    let move = try enter([right, sale], told, of: RecordID(id))
    #expect(move.event[RightEvent.previous] == ["e1"])
    #expect(move.right.line == right.line)
    #expect(move.findings.map(\.name) == ["right-event-owners"])
    #expect(
      move.findings.first?.message.en
        == "event of a right x: it goes out from e1, the transfer before it led to e3"
    )
    var event = move.event
    event.id = "y"
    #expect(
      try Rights.findings([right, sale, event], "right-event-owners", on: "2026-01-31")
        == ["event of a right x: it goes out from e1, the transfer before it led to e3"]
    )
    var mended = sale
    mended[RightEvent.previous] = ["e3"]
    #expect(
      try Rights.findings([right, mended, event], "right-event-owners", on: "2026-01-31").isEmpty
    )
    mended[RightEvent.previous] = nil
    #expect(
      try Rights.findings([right, mended], "right-event-owners", on: "2026-01-31").count == 1
    )
    #expect(
      try Rights.findings([right, mended, event], "right-event-owners", on: "2026-01-31").isEmpty
    )
    told.day = day("2025-06-01")
    #expect(try enter([right, sale], told, of: RecordID(id)).findings.isEmpty)
  }

  @Test func `what was possible on its day can be entered when the right has ended`() throws {
    let ended = Rights.mark("m1", "2020-03-05", ["status": "cancelled", "endedOn": "2025-04-01"])
    let end = Rights.event("x", of: "m1", "2025-04-01", .cancelled)
    var told = entry(.licensed, "2024-01-01")
    told.parties = ["e3"]
    told.until = day("2024-12-31")
    #expect(try refusal([ended, end], told) == nil)
    let licence = Rights.event(
      "y",
      of: "m1",
      "2024-01-01",
      .licensed,
      ["parties": "e3", "until": "2024-12-31"]
    )
    let over = entry(.licenceEnded, "2024-06-01")
    #expect(try refusal([ended, end, licence], over) == nil)
    #expect(try refusal([ended, end], over) == "right-event-nothing")
    told.day = day("2025-04-01")
    told.until = nil
    #expect(try refusal([ended, end], told) == "right-event-move")
    #expect(try refusal([ended, end], entry(.renewed, "2024-05-01")) == "right-event-move")
    // The annuity of the year of the grant is paid before it.
    var annuity = entry(.annuityPaid, "2019-11-01")
    annuity.year = 3
    #expect(
      try refusal([Rights.patent("2018-05-10", "2020-01-07")], annuity, of: "p1") == nil
    )
  }

  @Test func `a later designation and a refusal stand in the registration`() throws {
    var told = entry(.designated, "2025-04-01")
    told.office = "KR"
    let move = try enter([Rights.mark("m1"), Rights.international()], told, of: "ir")
    #expect(move.right[Trademark.designations] == ["JP", "US", "KR"])
    told = entry(.refused, "2024-06-01")
    told.office = "US"
    let refused = try enter([Rights.mark("m1"), Rights.international()], told, of: "ir")
    #expect(refused.right[Trademark.ceasedDesignations] == ["US"])
    #expect(refused.right[Trademark.status] == .registered)
    #expect(Trademark.countries(of: draftRecord(refused.right)) == ["JP"])
  }

  private func draftRecord(_ draft: Draft) -> Record { draft.record() }

  @Test func `a patent is paid for, lapses and is restored`() throws {
    let patent = Rights.patent("2018-05-10", "2020-01-07", ["annuitiesPaidThrough": "3"])
    var paid = entry(.annuityPaid, "2021-05-08")
    paid.year = 4
    #expect(try enter([patent], paid, of: "p1").right[Patent.annuitiesPaidThrough] == 4)
    let lapsed = try enter([patent], entry(.lapsed, "2023-05-10"), of: "p1")
    #expect(lapsed.right[Patent.status] == .lapsed)
    let event = Rights.event("x", of: "p1", "2023-05-10", .lapsed)
    let restored = try enter([lapsed.right, event], entry(.restored, "2023-12-01"), of: "p1")
    #expect(restored.right[Patent.status] == .granted)
    #expect(restored.right[Patent.endedOn] == nil)
  }

  @Test func `what cannot be is refused, and why is told`() throws {
    let mark = [Rights.mark("m1")]
    #expect(try refusal(mark, entry(.renewed, "2027-01-01")) == "right-event-future")
    #expect(try refusal(mark, entry(.registered, "2025-01-01")) == "right-event-move")
    #expect(try refusal(mark, entry(.annuityPaid, "2025-01-01")) == "right-event-move")
    #expect(try refusal(mark, entry(.cancelled, "2020-03-04")) == "right-event-order")
    #expect(try refusal(mark, entry(.transferred, "2025-01-01")) == "right-event-party")
    #expect(try refusal(mark, entry(.licenceEnded, "2025-01-01")) == "right-event-nothing")
    var abroad = entry(.protected, "2025-01-01")
    abroad.office = "KR"
    #expect(try refusal(mark, abroad) == "right-event-office")
    let family = [Rights.mark("m1"), Rights.international()]
    #expect(try refusal(family, abroad, of: "ir") == "right-event-office")
    #expect(
      try refusal(
        [Rights.patent("2018-05-10", "2020-01-07")],
        entry(.annuityPaid, "2021-05-08"),
        of: "p1"
      )
        == "right-event-year"
    )
  }

  // Filed on 2005-12-05: twenty years end on 2025-12-04. Patent Law 2020, article 42.
  @Test func `an invention whose term was extended stands until the day that the office gave`()
    throws
  {
    let patent = Rights.patent("2005-12-05", "2012-01-10", ["annuitiesPaidThrough": "20"])
    var told = entry(.extended, "2025-06-03")
    #expect(try refusal([patent], told, of: "p1") == "right-event-until")
    told.until = day("2025-12-04")
    #expect(try refusal([patent], told, of: "p1") == "right-event-until")
    told.until = day("2026-12-04")
    let move = try enter([patent], told, of: "p1")
    #expect(move.state == .standing)
    var event = move.event
    event.id = "x"
    let drafts = [move.right, event]
    let book = try RightBook(Rights.ledger(drafts))
    let record = try #require(book.patents["p1"])
    #expect(book.standing(of: record, on: day("2026-12-04")).isInForce == true)
    #expect(book.standing(of: record, on: day("2026-12-05")).isInForce == false)
    #expect(try Rights.findings(drafts, "patent-annuity", on: "2026-12-04").isEmpty)
    #expect(try Rights.findings(drafts, "patent-annuity", on: "2026-12-05").count == 1)
    #expect(
      try Docket(Rights.ledger(drafts), today: day("2026-11-27")).dates(from: ["patent-expiry"])
        .map(\.due.day) == [day("2026-12-04")]
    )
    // The extended term has a year more, the twenty-first.
    var paid = entry(.annuityPaid, "2025-12-03")
    paid.year = 21
    #expect(try refusal([patent], paid, of: "p1") == "right-event-year")
    let payment = try enter(drafts, paid, of: "p1")
    #expect(payment.right[Patent.annuitiesPaidThrough] == 21)
    #expect(
      try Rights.findings([payment.right, event], "patent-annuity-year", on: "2025-12-03").isEmpty
    )
    paid.year = 22
    #expect(try refusal(drafts, paid, of: "p1") == "right-event-year")
    let model = Rights.patent("2020-05-10", "2021-01-07", ["type": "utility-model"])
    #expect(try refusal([model], told, of: "p1") == "right-event-move")
  }

  @Test func `records that lag behind their events are found and brought up to date`() throws {
    let drafts = [Rights.mark("m1"), Rights.event("x", of: "m1", "2023-05-01", .cancelled)]
    let desk = try RightDesk(Rights.ledger(drafts), today: day("2026-01-31"))
    let behind = desk.behind()
    #expect(behind.map { $0[Trademark.status] } == [.cancelled])
    let settled = Rights.ledger([behind[0], drafts[1]])
    #expect(try RightDesk(settled, today: day("2026-01-31")).behind().isEmpty)
  }
}
