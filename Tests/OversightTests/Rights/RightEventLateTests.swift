import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// What comes after its period is kept, and told, unless a reason is on record.
struct RightEventLateTests {
  private static let standing = Rights.mark("m1", "2018-01-14")

  private func told(
    _ drafts: [Draft],
    _ action: RightAction,
    _ date: String,
    _ change: (inout RightEntry) -> Void = { _ in }
  ) throws -> [Diagnostic] {
    let desk = try RightDesk(Rights.ledger(drafts), today: day("2026-11-27"))
    let right = try #require(desk.book.trademarks["m1"] ?? desk.book.patents["p1"])
    var entry = RightEntry(action, on: day(date), by: "clerk-2")
    change(&entry)
    return try desk.enter(right, entry).findings
  }

  private func event(
    _ date: String,
    _ action: RightAction,
    of right: String = "m1",
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft { Rights.event("a", of: right, date, action, more) }

  // Fifteen days from Sunday 2025-08-10 end on Monday 2025-08-25; two months from 2026-03-02 on Saturday 2026-05-02, a
  // holiday that lasts until 2026-05-05; three months from 2025-06-05 on 2025-09-05.
  @Test(
    arguments: [
      (.refused, "2025-08-10", .reviewFiled, "2025-08-25", "2025-08-26"),
      (.cancelled, "2025-08-10", .reviewFiled, "2025-08-25", "2025-08-26"),
      (.useDemanded, "2026-03-02", .useShown, "2026-05-06", "2026-05-07"),
    ] as [(RightAction, String, RightAction, String, String)]
  )
  func `an act after its period is told with the day on which that ended, and kept`(
    start: RightAction,
    noticed: String,
    act: RightAction,
    last: String,
    late: String
  ) throws {
    let mark = start == .refused ? Rights.pending : Self.standing
    let drafts = [mark, event("2025-08-01", start, ["noticedOn": noticed])]
    #expect(try told(drafts, act, last).isEmpty)
    let found = try told(drafts, act, late)
    #expect(found.map(\.name) == ["right-event-late"])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.message.en.contains("on \(late); the period ended on \(last) (") == true)
    #expect(try told(drafts, act, late) { $0.reason = "不可抗力，准予顺延" }.isEmpty)

    let answer = Rights.event("b", of: "m1", late, act)
    func checked(_ answer: Draft) throws -> Int {
      try Rights.findings(drafts + [answer], "right-event-late", on: "2026-11-27").count
    }
    #expect(try checked(answer) == 1)
    #expect(try checked(Rights.event("b", of: "m1", last, act)) == 0)
    #expect(try checked(Rights.event("b", of: "m1", late, act, ["reason": "准予顺延"])) == 0)
  }

  @Test func `a period whose notice is not told is counted from the event, which is said`() throws {
    let drafts = [Rights.pending, event("2025-08-01", .refused)]
    let found = try told(drafts, .reviewFiled, "2025-09-15")
    #expect(found.first?.message.en.contains("the period ended on 2025-08-18") == true)
    #expect(
      found.first?.message.en.contains("counted from 2025-08-01, the day of the event") == true
    )
  }

  @Test func `re-examination of a patent has its period, what the office restores has none`()
    throws
  {
    let refused = [
      Rights.patent("2023-01-05", nil),
      event("2025-06-01", .refused, of: "p1", ["noticedOn": "2025-06-05"]),
    ]
    #expect(try told(refused, .reviewFiled, "2025-09-05").isEmpty)
    #expect(try told(refused, .reviewFiled, "2025-09-08").map(\.name) == ["right-event-late"])
    // The two months bind the request; the office decides later.
    let lapsed = [
      Rights.patent("2018-03-14", "2020-05-01"),
      event("2025-03-14", .lapsed, of: "p1", ["noticedOn": "2025-09-10"]),
    ]
    #expect(try told(lapsed, .restored, "2026-01-20").isEmpty)
  }

  private static let model = Rights.patent(
    "2020-03-16",
    "2020-12-01",
    ["type": "utility-model", "annuitiesPaidThrough": "3"]
  )

  // Year 4 begins on 2023-03-16: due that Thursday, in grace until Monday 2023-09-18. It costs 900 yuan, and 45 more for
  // each month after the first.
  @Test(
    arguments: [
      ("2023-03-16", "900", []), ("2023-04-16", "900", []), ("2023-05-08", "945", []),
      ("2023-05-08", "944.99", ["right-annuity-short"]),
      ("2023-03-16", "899.99", ["right-annuity-short"]), ("2023-09-18", "1125", []),
      ("2023-09-19", "1125", ["right-event-late"]),
    ] as [(String, String, [String])]
  )
  func `an annuity is paid in its grace, and whole`(
    date: String,
    amount: String,
    names: [String]
  ) throws {
    let found = try told([Self.model] + Sample.reference(Fee.self), .annuityPaid, date) {
      ($0.year, $0.amount) = (4, Money(typed: amount))
    }
    #expect(found.map(\.name) == names)
  }

  @Test func `two payments make one annuity, and a restoration heals a late one`() throws {
    func found(_ check: String, _ events: Draft...) throws -> [String] {
      let drafts = [Self.model] + Sample.reference(Fee.self) + events
      return try Rights.findings(drafts, check, on: "2026-11-27")
    }
    func paid(_ id: String, _ date: String, _ fen: String) -> Draft {
      Rights.event(id, of: "p1", date, .annuityPaid, ["year": "4", "amountFen": fen])
    }
    let first = paid("a", "2023-03-16", "890")
    let short = try found("right-annuity-short", first)
    #expect(short.count == 1)
    #expect(short.first?.contains("890.00 yuan for year 4; on 2023-03-16 it cost 900.00") == true)
    #expect(short.first?.hasSuffix("the rest can be paid until 2023-09-18") == true)
    #expect(try found("right-annuity-short", first, paid("b", "2023-04-10", "10")).isEmpty)
    #expect(try found("right-annuity-short", first, paid("b", "2023-05-08", "10")).count == 1)
    #expect(try found("right-annuity-short", first, paid("b", "2023-05-08", "55")).isEmpty)
    let late = paid("a", "2023-10-09", "1125")
    #expect(try found("right-event-late", late).count == 1)
    let restored = Rights.event("b", of: "p1", "2023-11-01", .restored)
    #expect(try found("right-event-late", late, restored).isEmpty)
  }

  // Years 4 to 6 cost 1200 yuan, years 7 to 9 2000: one owner had 85% off, the two of today have 70%.
  @Test func `what was paid before a sale is not judged by the owners and the reduction of today`()
    throws
  {
    let patent = Rights.patent(
      "2020-03-16",
      "2022-12-01",
      ["owners": "e2,e3", "annuityReduction": "85%", "annuitiesPaidThrough": "3"]
    )
    func paid(_ year: String, _ date: String, _ fen: String) -> Draft {
      Rights.event("y\(year)", of: "p1", date, .annuityPaid, ["year": year, "amountFen": fen])
    }
    func found(_ events: [Draft]) throws -> Int {
      let drafts = [patent] + Sample.reference(Fee.self) + events
      return try Rights.findings(drafts, "right-annuity-short", on: "2026-11-27").count
    }
    let before = [
      paid("4", "2023-03-10", "180"), paid("5", "2024-03-08", "180"),
      paid("6", "2025-03-10", "180"),
    ]
    let sale = event(
      "2025-06-01",
      .transferred,
      of: "p1",
      ["parties": "e2,e3", "previous": "e1"]
    )
    #expect(try found(before) == 3)
    #expect(try found(before + [sale]) == 0)
    #expect(try found(before + [sale, paid("7", "2026-03-10", "300")]) == 1)
    #expect(try found(before + [sale, paid("7", "2026-03-10", "600")]) == 0)
  }

  // Three months from Thursday 2025-11-06 end on Friday 2026-02-06; from 2025-08-15 on Saturday 2025-11-15, for which the
  // register does not wait.
  @Test(arguments: [
    ("2025-11-06", "2026-02-06", "2026-02-07"), ("2025-08-15", "2025-11-15", "2025-11-16"),
  ])
  func `a mark is registered after its opposition period`(
    published: String,
    early: String,
    right: String
  ) throws {
    let drafts = [Rights.pending, event(published, .published)]
    #expect(try told(drafts, .registered, right).isEmpty)
    let found = try told(drafts, .registered, early)
    #expect(found.map(\.name) == ["right-event-early"])
    #expect(found.first?.message.en.contains("others could oppose it until \(early) (") == true)
    #expect(try told(drafts, .registered, early) { $0.reason = "公告日更正" }.isEmpty)
    let check = "right-event-early"
    let entered = Rights.event("b", of: "m1", early, .registered)
    #expect(try Rights.findings(drafts + [entered], check, on: "2026-11-27").count == 1)
    // The record alone may tell of the registration.
    var typed = drafts
    typed[0][Trademark.registeredOn] = PartialDate(early)
    #expect(try Rights.findings(typed, check, on: "2026-11-27").count == 1)
    typed[0][Trademark.registeredOn] = PartialDate(right)
    #expect(try Rights.findings(typed, check, on: "2026-11-27").isEmpty)
  }
}
