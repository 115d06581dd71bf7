import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// A right goes on in what a refusal, a cancellation or an invalidity left it.
struct PartTests {
  private static let mark = Rights.mark("m1", "2020-03-05", ["classes": "7,9"])
  private static let cancelled = Rights.event(
    "a",
    of: "m1",
    "2024-05-06",
    .cancelled,
    ["classes": "9"]
  )

  private func classes(_ drafts: [Draft], on date: String) throws -> [Int]? {
    let book = try RightBook(Rights.ledger(drafts))
    let mark = try #require(book.trademarks["m1"])
    return book.classes(of: mark, book.life(of: mark, on: day(date)))
  }

  private func life(_ drafts: [Draft], _ id: RecordID = "m1", on date: String) throws -> RightLife {
    let book = try RightBook(Rights.ledger(drafts))
    return book.life(
      of: try #require(book.trademarks[id] ?? book.patents[id]),
      on: day(date)
    )
  }

  private func entry(
    _ action: RightAction,
    _ date: String,
    _ classes: [Int],
    office: String? = nil
  ) -> RightEntry {
    var entry = RightEntry(action, on: day(date), by: "clerk-2")
    entry.classes = classes
    entry.office = office
    return entry
  }

  private func enter(
    _ drafts: [Draft],
    _ entry: RightEntry,
    of id: RecordID = "m1"
  ) throws -> RightMove {
    let desk = try RightDesk(Rights.ledger(drafts), today: day("2026-11-27"))
    return try desk.enter(try #require(desk.book.trademarks[id]), entry)
  }

  @Test func `a mark stands in the classes in which it was not cancelled`() throws {
    // The record may lag behind its event, or follow from it.
    for held in ["7,9", "7"] {
      let drafts = [Rights.mark("m1", "2020-03-05", ["classes": held]), Self.cancelled]
      #expect(try classes(drafts, on: "2024-05-05") == [7, 9])
      #expect(try classes(drafts, on: "2024-05-06") == [7])
      let life = try life(drafts, on: "2024-05-06")
      #expect(life.stands)
      #expect(life.losses.map(\.label.en) == ["class 9: cancelled since 2024-05-06"])
      #expect(life.losses.map(\.label.zh) == ["第 9 类：已撤销（2024-05-06 起）"])
    }
  }

  @Test func `the record holds the classes that are left, and ends with the last of them`() throws {
    let move = try enter([Self.mark], entry(.cancelled, "2024-05-06", [9]))
    #expect(move.state == .standing)
    #expect(move.classes == [7])
    #expect(move.right[Trademark.classes] == [7])
    #expect(move.right[Trademark.status] == .registered)
    #expect(move.right[Trademark.endedOn] == nil)
    #expect(move.event[RightEvent.classes] == [9])
    let last = try enter([move.right, Self.cancelled], entry(.cancelled, "2025-06-03", [7]))
    #expect(last.state == .cancelled)
    #expect(last.right[Trademark.endedOn] == PartialDate("2025-06-03"))
    #expect(last.right[Trademark.classes] == [7])
  }

  @Test func `goods of a class leave the class, claims the patent`() throws {
    let goods = Rights.event(
      "a",
      of: "m1",
      "2024-05-06",
      .cancelled,
      ["classes": "9", "part": "计算机"]
    )
    #expect(try classes([Self.mark, goods], on: "2024-05-06") == [7, 9])
    #expect(
      try life([Self.mark, goods], on: "2024-05-06").losses.map(\.label.zh)
        == ["第 9 类“计算机”：已撤销（2024-05-06 起）"]
    )
    let patent = Rights.patent("2018-05-10", "2020-01-07")
    let claims = Rights.event(
      "a",
      of: "p1",
      "2024-05-06",
      .invalidated,
      ["part": "权利要求 1-3"]
    )
    #expect(try life([patent, claims], "p1", on: "2024-05-06").stands)
    let whole = Rights.event("a", of: "p1", "2024-05-06", .invalidated)
    #expect(try life([patent, whole], "p1", on: "2024-05-06").state == .invalidated)
  }

  @Test func `a review gives the refused classes back until they are refused again`() throws {
    var mark = Rights.mark("m1", "2020-03-05", ["classes": "7,9,35"])
    mark[Trademark.filedOn] = PartialDate("2025-01-10")
    mark[Trademark.registeredOn] = nil
    mark[Trademark.status] = .pending
    let drafts = [
      mark, Rights.event("a", of: "m1", "2025-08-01", .refused, ["classes": "9,35"]),
      Rights.event("b", of: "m1", "2025-08-12", .reviewFiled, ["classes": "9"]),
      Rights.event("c", of: "m1", "2026-05-01", .refused, ["classes": "9"]),
    ]
    #expect(try classes(drafts, on: "2025-08-01") == [7])
    #expect(try classes(drafts, on: "2025-08-12") == [7, 9])
    #expect(try life(drafts, on: "2025-08-12").isReviewed)
    #expect(try classes(drafts, on: "2026-05-01") == [7])
    #expect(try life(drafts, on: "2026-05-01").state == .pending)
    #expect(try !life(drafts, on: "2026-05-01").isReviewed)
    // What is left is published, and the mark registered in it.
    #expect(try enter(drafts, entry(.published, "2026-06-13", [])).state == .published)
  }

  @Test(arguments: [(RightAction.cancelled, RightAction.reviewFiled), (.invalidated, .restored)])
  func `of what was lost as a whole the classes that are named come back alone`(
    lost: RightAction,
    back: RightAction
  ) throws {
    let mark = Rights.mark("m1", "2020-03-05", ["classes": "7,9,35"])
    let first = try enter(
      [mark, Rights.event("a", of: "m1", "2024-05-06", lost)],
      entry(back, "2024-05-16", [9])
    )
    #expect(first.state == .standing)
    #expect(first.right[Trademark.classes] == [9])
    // The decision says what it took, as the record does no more.
    let decision = try #require(first.decision)
    #expect(decision[RightEvent.classes] == [7, 9, 35])
    var event = first.event
    event.id = "b"
    let drafts = [first.right, decision, event]
    #expect(try classes(drafts, on: "2024-05-05")?.sorted() == [7, 9, 35])
    #expect(try life(drafts, on: "2024-05-16").losses.map(\.classes) == [[7, 35]])
    let second = try enter(drafts, entry(.reviewFiled, "2024-05-17", [7, 35]))
    #expect(second.classes?.sorted() == [7, 9, 35])
    #expect(second.decision == nil)
  }

  @Test func `a class that was lost first comes back without those that were lost last`() throws {
    let drafts = [
      Rights.mark("m1", "2020-03-05", ["classes": "7,35"]), Self.cancelled,
      Rights.event("b", of: "m1", "2024-05-20", .cancelled, ["classes": "7,35"]),
    ]
    #expect(try life(drafts, on: "2024-05-20").state == .cancelled)
    let move = try enter(drafts, entry(.reviewFiled, "2024-05-21", [9]))
    #expect(move.state == .standing)
    #expect(move.classes == [9])
    #expect(move.decision == nil)
  }

  @Test func `each class has periods of its own`() throws {
    // Class 9 was taken to review and to the court; class 7 is cancelled for the first time.
    let drafts = [
      Self.mark, Self.cancelled,
      Rights.event("b", of: "m1", "2024-05-16", .reviewFiled, ["classes": "9"]),
      Rights.event("c", of: "m1", "2025-01-06", .cancelled, ["classes": "9"]),
      Rights.event("d", of: "m1", "2025-01-20", .reviewFiled, ["classes": "9"]),
      Rights.event(
        "e",
        of: "m1",
        "2026-05-01",
        .cancelled,
        ["classes": "7", "noticedOn": "2026-05-08"]
      ),
    ]
    // Fifteen days end on Saturday 2026-05-23.
    #expect(
      try Docket(Rights.ledger(drafts), today: day("2026-05-10")).dates(from: ["mark-review"])
        .map { "\($0.due.day) \($0.action.en)" }
        == ["2026-05-25 apply for review of the cancellation"]
    )
  }

  @Test func `a class comes back when the event that took it is corrected or removed`() throws {
    let ledger = Rights.ledger([
      Rights.mark("m1", "2020-03-05", ["classes": "7,35"]), Self.cancelled,
    ])
    func classes(_ change: Change) throws -> [[Int]?] {
      try RightRules.returning(with: [change], in: ledger, today: day("2026-11-27")).map { change in
        guard case .put(let mark) = change else { return nil }
        return mark[Trademark.classes]
      }
    }
    func cancelled(_ classes: String) -> Change {
      .put(Rights.event("a", of: "m1", "2024-05-06", .cancelled, ["classes": classes]))
    }
    #expect(try classes(cancelled("35")) == [[7, 9]])
    #expect(try classes(.remove(RightEvent.schema, "a", reason: "误登记")) == [[7, 9, 35]])
    #expect(try classes(cancelled("9,35")).isEmpty)
  }

  @Test func `a review of one class leaves the time of the other`() throws {
    let lost: KeyValuePairs = ["classes": "7,9", "noticedOn": "2026-02-25"]
    let drafts = [
      Rights.mark("m1", "2020-03-05", ["classes": "7,9,35"]),
      Rights.event("a", of: "m1", "2026-02-20", .cancelled, lost),
      Rights.event("b", of: "m1", "2026-02-27", .reviewFiled, ["classes": "9"]),
    ]
    func due(_ drafts: [Draft]) throws -> [String] {
      try Docket(Rights.ledger(drafts), today: day("2026-03-02")).dates(from: ["mark-review"])
        .map { "\($0.due.day) " + $0.notes.map(\.en).joined() }
    }
    #expect(try due(drafts) == ["2026-03-12 still open in class 7"])
    let other = Rights.event("c", of: "m1", "2026-03-02", .reviewFiled, ["classes": "7"])
    #expect(try due(drafts + [other]).isEmpty)
  }

  @Test func `an office refuses a designation in part, or in all classes`() throws {
    var ir = Rights.international("ir", "2023-01-03", designating: ["US"])
    ir[Trademark.classes] = [7, 9]
    var drafts = [
      Self.mark, ir,
      Rights.event(
        "a",
        of: "ir",
        "2023-11-01",
        .provisionallyRefused,
        ["office": "US", "classes": "9"]
      ),
      Rights.event("b", of: "ir", "2024-06-03", .refused, ["office": "US", "classes": "9"]),
      Rights.event("c", of: "ir", "2024-06-04", .protected, ["office": "US"]),
    ]
    func told(on date: String) throws -> [String] {
      let book = try RightBook(Rights.ledger(drafts))
      let mark = try #require(book.trademarks["ir"])
      return book.designations(of: mark, on: day(date)).flatMap { one in
        [one.state.rawValue] + one.losses.map(\.label.en)
      }
    }
    #expect(
      try told(on: "2023-11-01")
        == ["pending", "class 9: provisionally refused since 2023-11-01"]
    )
    #expect(try told(on: "2024-06-04") == ["protected", "class 9: refused since 2024-06-03"])
    let whole = try enter(drafts, entry(.refused, "2025-02-03", [7], office: "US"), of: "ir")
    #expect(whole.right[Trademark.ceasedDesignations] == ["US"])
    #expect(whole.right[Trademark.classes] == [7, 9])
    drafts.append(
      Rights.event("d", of: "ir", "2025-02-03", .refused, ["office": "US", "classes": "7"])
    )
    #expect(try told(on: "2025-02-03").first == "refused")
  }

  @Test(arguments: [("2028-01-03", 1), ("2028-01-04", 0)])
  func `a registration loses what its basic mark loses in five years`(
    date: String,
    findings: Int
  ) throws {
    var ir = Rights.international()
    ir[Trademark.classes] = [7, 9]
    let basis = Rights.mark("m1", "2020-03-05", ["classes": "7"])
    let drafts = [basis, ir, Rights.event("a", of: "m1", date, .cancelled, ["classes": "9"])]
    let found = try Rights.findings(drafts, "madrid-basis", on: "2029-01-01")
    #expect(found.count == findings)
    #expect(found.allSatisfy { $0.contains("lost within five years, and it with it: 9") })
  }

  @Test func `classes that the mark has not, and parts of the whole, are refused`() throws {
    func refusal(_ entry: RightEntry) throws -> String? {
      do {
        _ = try enter([Self.mark, Self.cancelled], entry)
        return nil
      } catch let fault as Diagnostic {
        return fault.name
      }
    }
    #expect(try refusal(entry(.cancelled, "2025-01-06", [8])) == "right-event-classes")
    #expect(try refusal(entry(.cancelled, "2025-01-06", [9])) == "right-event-classes")
    #expect(try refusal(entry(.transferred, "2025-01-06", [7])) == "right-event-classes")
    // What was cancelled can be restored, and declared invalid.
    #expect(try refusal(entry(.restored, "2025-01-06", [9])) == nil)
    #expect(try refusal(entry(.invalidated, "2025-01-06", [9])) == nil)
    let found = try Rights.findings(
      [
        Rights.patent("2018-05-10", "2020-01-07"),
        Rights.event("a", of: "p1", "2024-05-06", .invalidated, ["classes": "9"]),
      ],
      "right-event-subject",
      on: "2026-01-01"
    )
    #expect(found == ["event of a right a: it names classes, and a patent has none"])
  }
}
