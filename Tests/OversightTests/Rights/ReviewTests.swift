import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// What is refused or cancelled goes on after a review, and comes back by a court.
struct ReviewTests {
  private static let refused = Rights.event(
    "a",
    of: "m1",
    "2025-08-01",
    .refused,
    ["noticedOn": "2025-08-10"]
  )
  private static let review = Rights.event("b", of: "m1", "2025-08-20", .reviewFiled)
  private static let cancelled = Rights.event(
    "a",
    of: "m1",
    "2026-05-01",
    .cancelled,
    ["noticedOn": "2026-05-08"]
  )
  private static let objection = Rights.event("b", of: "m1", "2026-05-20", .reviewFiled)

  private func enter(
    _ drafts: [Draft],
    _ action: RightAction,
    _ date: String,
    of id: RecordID = "m1",
    noticed: String? = nil
  ) throws -> RightMove {
    let desk = try RightDesk(Rights.ledger(drafts), today: day("2026-11-27"))
    let right = try #require(desk.book.trademarks[id] ?? desk.book.patents[id])
    var entry = RightEntry(action, on: day(date), by: "clerk-2")
    entry.noticed = noticed.map { day($0) }
    return try desk.enter(right, entry)
  }

  /// The dates of a source with what they ask for, after one more event.
  private func due(
    _ drafts: [Draft],
    after move: RightMove? = nil,
    from source: String,
    today: String = "2026-11-27"
  ) throws -> [String] {
    var all = drafts
    if let move {
      all[0] = move.right
      all.append(move.event)
      all[all.count - 1].id = "z"
    }
    return try Docket(Rights.ledger(all), today: day(today)).dates(from: [source])
      .map { "\($0.due.day) \($0.action.en)" }
  }

  @Test func `a refusal is pending again with its review, and may be published after it`() throws {
    let drafts = [Rights.pending, Self.refused, Self.review]
    #expect(
      try due([Rights.pending, Self.refused], from: "mark-review")
        == ["2025-08-25 apply for review of the refusal"]
    )
    #expect(try due(drafts, from: "mark-review").isEmpty)
    let book = try RightBook(Rights.ledger(drafts))
    let record = try #require(book.trademarks["m1"])
    #expect(book.life(of: record, on: day("2025-08-19")).state == .refused)
    #expect(book.life(of: record, on: day("2025-08-20")).state == .pending)
    let published = try enter(drafts, .published, "2026-10-13")
    #expect(published.state == .published)
    #expect(published.right[Trademark.endedOn] == nil)
    // Three months from 2026-10-13 end on 2027-01-13.
    #expect(
      try due(drafts, after: published, from: "mark-opposition")
        == ["2027-01-13 others may oppose the mark until then"]
    )
    // A court may find so without a review on record.
    let unreviewed = try enter([Rights.pending, Self.refused], .published, "2026-10-13")
    #expect(unreviewed.state == .published)
  }

  @Test func `what a review refuses again is taken to the court within thirty days`() throws {
    let drafts = [Rights.pending, Self.refused, Self.review]
    let again = try enter(drafts, .refused, "2026-11-10", noticed: "2026-11-16")
    #expect(again.state == .refused)
    #expect(
      try due(drafts, after: again, from: "mark-review")
        == ["2026-12-16 sue against the decision of the review"]
    )
    var event = again.event
    event.id = "c"
    let suit = try enter([again.right] + drafts.dropFirst() + [event], .reviewFiled, "2026-11-20")
    #expect(suit.state == .pending)
    #expect(
      try due([again.right] + drafts.dropFirst() + [event], after: suit, from: "mark-review")
        .isEmpty
    )
  }

  @Test func `one review answers one refusal, whichever was entered first`() throws {
    let drafts = [Rights.pending, Self.refused, Self.review]
    let twice = #expect(throws: Diagnostic.self) { try enter(drafts, .reviewFiled, "2025-08-15") }
    #expect(twice?.name == "right-event-move")
    // Two on record, of an import, are one: against what the review decides a suit is possible.
    let again = Rights.event("c", of: "m1", "2025-08-21", .reviewFiled)
    let decided = Rights.event("d", of: "m1", "2026-11-10", .refused, ["noticedOn": "2026-11-16"])
    #expect(
      try due(drafts + [again, decided], from: "mark-review")
        == ["2026-12-16 sue against the decision of the review"]
    )
  }

  // Trademark Law 2019, article 55: a cancellation takes effect when nobody asks for review in time.
  @Test func `a cancelled mark stands while its review goes on`() throws {
    let mark = Rights.mark("m1", "2018-01-14")
    #expect(
      try due([mark, Self.cancelled], from: "mark-review")
        == ["2026-05-25 apply for review of the cancellation"]
    )
    let drafts = [mark, Self.cancelled, Self.objection]
    let move = try enter([mark, Self.cancelled], .reviewFiled, "2026-05-20")
    #expect(move.right[Trademark.status] == .registered)
    #expect(move.right[Trademark.endedOn] == nil)
    let book = try RightBook(Rights.ledger(drafts))
    let record = try #require(book.trademarks["m1"])
    #expect(book.life(of: record, on: day("2026-05-19")).state == .cancelled)
    let life = book.life(of: record, on: day("2026-05-20"))
    #expect(life.stands)
    #expect(life.since == PartialDate("2018-01-14"))
    #expect(try due(drafts, from: "mark-renewal") == ["2028-01-13 renew the mark"])
    let upheld = try enter(drafts, .cancelled, "2026-10-10", noticed: "2026-10-20")
    #expect(upheld.right[Trademark.endedOn] == PartialDate("2026-10-10"))
    #expect(
      try due(drafts, after: upheld, from: "mark-review")
        == ["2026-11-19 sue against the decision of the review"]
    )
  }

  @Test func `a court gives back what was cancelled or declared invalid`() throws {
    let mark = Rights.mark("m1", "2018-01-14")
    for action in [RightAction.cancelled, .invalidated] {
      let event = Rights.event("a", of: "m1", "2026-05-01", action)
      #expect(try enter([mark, event], .restored, "2026-10-10").state == .standing)
    }
    let fault = #expect(throws: Diagnostic.self) { try enter([mark], .restored, "2026-10-10") }
    #expect(fault?.name == "right-event-move")
    let lapsed = Rights.event("a", of: "m1", "2026-05-01", .lapsed)
    #expect(throws: Diagnostic.self) { try enter([mark, lapsed], .restored, "2026-10-10") }
  }

  @Test func `what comes after a review that was won is no decision of that review`() throws {
    let mark = Rights.mark("m1", "2018-01-14")
    let drafts = [
      mark, Rights.event("a", of: "m1", "2024-01-10", .cancelled),
      Rights.event("b", of: "m1", "2024-01-20", .reviewFiled),
    ]
    let won = try enter(drafts, .restored, "2025-01-10")
    #expect(won.state == .standing)
    #expect(won.right[Trademark.endedOn] == nil)
    let restored = Rights.event("c", of: "m1", "2025-01-10", .restored)
    let book = try RightBook(Rights.ledger(drafts + [restored]))
    let record = try #require(book.trademarks["m1"])
    #expect(book.life(of: record, on: day("2025-01-10")).since == PartialDate("2018-01-14"))
    #expect(throws: Diagnostic.self) { try enter(drafts + [restored], .restored, "2025-02-10") }
    let demand = Rights.event("c", of: "m1", "2026-03-02", .useDemanded)
    func asked(_ more: [Draft]) throws -> [String] {
      let all = drafts + more
      let again = try enter(all, .cancelled, "2026-11-18", noticed: "2026-11-20")
      return try due(all, after: again, from: "mark-review")
    }
    // Fifteen days end on Saturday 2026-12-05, thirty on Sunday 2026-12-20.
    let review = ["2026-12-07 apply for review of the cancellation"]
    #expect(try asked([restored]) == review)
    #expect(try asked([demand]) == review)
    #expect(try asked([]) == ["2026-12-21 sue against the decision of the review"])
  }

  // Patent Law 2020, article 41: three months for the re-examination, and for the suit.
  @Test func `a patent refused again after re-examination is taken to the court`() throws {
    let drafts = [
      Rights.patent("2023-01-05", nil), Rights.event("a", of: "p1", "2025-06-05", .refused),
      Rights.event("b", of: "p1", "2025-07-05", .reviewFiled),
    ]
    let again = try enter(drafts, .refused, "2026-11-02", of: "p1", noticed: "2026-11-05")
    #expect(
      try due(drafts, after: again, from: "patent-review")
        == ["2027-02-05 sue against the decision of the review"]
    )
  }

  @Test func `what had ended before it was declared invalid has ended when that is undone`() throws
  {
    let invalid = Rights.event("b", of: "p1", "2022-05-05", .invalidated)
    var typed = Rights.patent("2016-01-05", "2016-10-01", ["endedOn": "2020-01-05"])
    typed[Patent.status] = .invalidated
    let lapse = Rights.event("a", of: "p1", "2020-01-05", .lapsed)
    for drafts in [[Rights.patent("2016-01-05", "2016-10-01"), lapse, invalid], [typed, invalid]] {
      let move = try enter(drafts, .restored, "2023-05-05", of: "p1")
      #expect(move.state == .lapsed)
      #expect(move.right[Patent.status] == .lapsed)
      #expect(move.right[Patent.endedOn] == PartialDate("2020-01-05"))
    }
    let expired = Rights.mark(
      "m1",
      "2010-01-14",
      ["endedOn": "2020-01-14", "status": "invalidated", "ending": "宣告无效"]
    )
    let event = Rights.event("b", of: "m1", "2022-05-05", .invalidated)
    let move = try enter([expired, event], .restored, "2023-05-05")
    #expect(move.right[Trademark.status] == .expired)
    #expect(move.right[Trademark.endedOn] == PartialDate("2020-01-14"))
    #expect(move.right[Trademark.ending] == nil)
  }

  @Test func `an application that counts as withdrawn is restored as an application`() throws {
    let patent = Rights.patent("2023-01-05", nil)
    let withdrawn = Rights.event(
      "a",
      of: "p1",
      "2026-03-01",
      .withdrawn,
      ["noticedOn": "2026-09-20"]
    )
    #expect(
      try due([patent, withdrawn], from: "patent-review")
        == ["2026-11-20 the right may be restored until then, for good reasons"]
    )
    let move = try enter([patent, withdrawn], .restored, "2026-10-20", of: "p1")
    #expect(move.state == .pending)
    #expect(move.right[Patent.status] == .pending)
    #expect(move.right[Patent.endedOn] == nil)
    #expect(try due([patent, withdrawn], after: move, from: "patent-review").isEmpty)
  }

  @Test func `a patent that has lapsed can be declared invalid, and had ended before`() throws {
    var patent = Rights.patent("2016-01-05", "2016-10-01", ["endedOn": "2024-01-05"])
    patent[Patent.status] = .lapsed
    let move = try enter([patent], .invalidated, "2026-10-20", of: "p1")
    #expect(move.state == .invalidated)
    #expect(move.right[Patent.status] == .invalidated)
    #expect(move.right[Patent.endedOn] == PartialDate("2024-01-05"))
    var event = move.event
    event.id = "z"
    let book = try RightBook(Rights.ledger([move.right, event]))
    let record = try #require(book.patents["p1"])
    #expect(book.life(of: record, on: day("2024-01-04")).stands)
    #expect(book.hasEnded(record, on: day("2024-01-05")))
    let lapse = Rights.event("a", of: "p1", "2024-01-05", .lapsed)
    let granted = Rights.patent("2016-01-05", "2016-10-01")
    let other = try enter([granted, lapse], .invalidated, "2026-10-20", of: "p1")
    #expect(other.right[Patent.endedOn] == PartialDate("2024-01-05"))
  }

  // Fifteen days from 2026-11-10 end on 2026-11-25; the notice came later.
  @Test(
    arguments: [(nil, "2026-11-25", true), ("2026-11-16", "2026-12-01", false)]
      as [(String?, String, Bool)]
  )
  func `a refusal asks for the day of its notice, without which the date is provisional`(
    noticed: String?,
    end: String,
    isAssumed: Bool
  ) throws {
    let move = try enter([Rights.pending], .refused, "2026-11-10", noticed: noticed)
    #expect(move.findings.map(\.name) == (isAssumed ? ["right-notice-missing"] : []))
    #expect(move.findings.allSatisfy { $0.message.en.contains(end) })
    var event = move.event
    event.id = "z"
    let dates = try Docket(Rights.ledger([move.right, event]), today: day("2026-11-27"))
      .dates(from: ["mark-review"])
    #expect(dates.map(\.due.day.description) == [end])
    #expect(dates.map(\.isProvisional) == [isAssumed])
  }

  // Trademark Law 2019, articles 44 to 46: thirty days for the suit, until which it does not take effect.
  @Test func `an invalidity is held up by a suit, and counts when it is upheld`() throws {
    let mark = Rights.mark("m1", "2018-01-14")
    let invalid = try enter([mark], .invalidated, "2026-11-10", noticed: "2026-11-16")
    #expect(
      try due([mark], after: invalid, from: "mark-review")
        == ["2026-12-16 sue against the declaration of invalidity"]
    )
    var event = invalid.event
    event.id = "a"
    let suit = try enter([invalid.right, event], .reviewFiled, "2026-11-20")
    #expect(suit.state == .standing)
    #expect(suit.right[Trademark.status] == .registered)
    #expect(suit.right[Trademark.endedOn] == nil)
    #expect(try due([mark, event], after: suit, from: "mark-review").isEmpty)
    let drafts = [suit.right, event, Rights.event("b", of: "m1", "2026-11-20", .reviewFiled)]
    let upheld = try enter(drafts, .invalidated, "2026-11-25")
    #expect(upheld.state == .invalidated)
    #expect(upheld.right[Trademark.endedOn] == PartialDate("2026-11-25"))
    #expect(try due(drafts, after: upheld, from: "mark-review").isEmpty)
    #expect(try enter(drafts, .restored, "2026-11-25").state == .standing)
  }

  // Patent Law 2020, article 46: three months.
  @Test func `a patent that had lapsed has lapsed while its invalidity is in court`() throws {
    let lapse = Rights.event("a", of: "p1", "2024-01-05", .lapsed)
    let drafts = [Rights.patent("2016-01-05", "2016-10-01"), lapse]
    let invalid = try enter(drafts, .invalidated, "2026-11-02", of: "p1", noticed: "2026-11-05")
    #expect(
      try due(drafts, after: invalid, from: "patent-review")
        == ["2027-02-05 sue against the declaration of invalidity"]
    )
    var event = invalid.event
    event.id = "b"
    let suit = try enter([invalid.right, lapse, event], .reviewFiled, "2026-11-20", of: "p1")
    #expect(suit.state == .lapsed)
    let filed = Rights.event("c", of: "p1", "2026-11-20", .reviewFiled)
    let won = try enter([suit.right, lapse, event, filed], .restored, "2026-11-25", of: "p1")
    #expect(won.state == .lapsed)
    #expect(won.right[Patent.endedOn] == PartialDate("2024-01-05"))
  }

  // Madrid Protocol, article 9quinquies: three months; no office of China decides on it.
  @Test func `an international registration that was cancelled has no review in China`() throws {
    let drafts = [
      Rights.international(), Rights.mark("m1"),
      Rights.event("a", of: "ir", "2026-11-10", .cancelled, ["noticedOn": "2026-11-20"]),
    ]
    let told = try due(drafts, from: "mark-review")
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("2027-02-10 where it fell with its basic mark") == true)
  }
}
