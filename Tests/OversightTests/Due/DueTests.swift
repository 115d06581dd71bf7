import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct DueTests {
  private static let law = Sample.reference(Term.self) + Sample.reference(Fee.self)

  private func dates(_ drafts: [Draft], today: String, from source: String) throws -> [DueDate] {
    try Docket(Sample.ledger(Self.law + drafts), today: day(today)).dates(from: [source])
  }

  private let mark = Sample.draft(
    Trademark.self,
    "CN/1",
    [
      "number": "1", "mark": "示例", "status": "registered", "route": "domestic", "classes": "7,29",
      "owner": "ent-1", "registeredOn": "2014-05-14",
    ]
  )

  @Test(arguments: [
    ("2023-04-13", Urgency.ahead), ("2023-05-13", .ahead), ("2023-05-14", .open),
    ("2024-04-12", .open), ("2024-04-13", .soon), ("2024-05-13", .soon), ("2024-05-14", .grace),
    ("2024-11-13", .grace), ("2024-11-14", .missed),
  ])
  func `a mark's renewal has its window, its end and its grace`(
    today: String,
    urgency: Urgency
  ) throws {
    let date = try #require(try dates([mark], today: today, from: "mark-renewal").first)
    #expect(date.due.day == day("2024-05-13"))
    #expect(date.opens == day("2023-05-14"))
    #expect(date.grace?.day == day("2024-11-13"))
    #expect(date.urgency(on: day(today)) == urgency)
    #expect(date.term?.article.zh.contains("第四十条") == true)
    #expect(date.cost?.fee == Money(fen: 100_000))
    #expect(date.cost?.late == Money(fen: day(today) > day("2024-05-13") ? 50_000 : 0))
  }

  @Test func `the window opens on the corresponding day even after a clamped end`() throws {
    var leap = mark
    leap[Trademark.registeredOn] = PartialDate("2018-03-01")
    let date = try #require(try dates([leap], today: "2025-01-01", from: "mark-renewal").first)
    #expect(date.due.day == day("2028-02-29"))
    #expect(date.opens == day("2027-03-01"))
    #expect(date.isProvisional)
  }

  @Test func `an award is told by its clause and by the name of what it is given for`() throws {
    let award = Sample.draft(
      Award.self,
      "awd-1",
      [
        "policy": "p", "year": "2025", "recipient": "ent-1", "amountFen": "100", "clause": "p/一",
        "object": "b1", "state": "published", "receipt": "{}",
      ]
    )
    let event = Sample.draft(
      AwardEvent.self,
      "ev-1",
      [
        "award": "awd-1", "date": "2025-03-03", "action": "publish", "from": "sealed",
        "to": "published", "by": "甲", "objectionsUntil": "2025-03-10",
      ]
    )
    let brand = Sample.draft(Brand.self, "b1", ["name": "示例海鲜"])
    func subjects(_ drafts: [Draft]) throws -> [String] {
      try dates(drafts, today: "2025-03-04", from: "award-objections").map(\.subject)
    }
    #expect(try subjects([award, event, brand]) == ["p/一 示例海鲜"])
    #expect(try subjects([award, event]) == ["p/一 b1"])
  }

  @Test func `a mark that has ended asks for nothing`() throws {
    var ended = mark
    ended[Trademark.status] = .expired
    #expect(try dates([ended], today: "2030-01-01", from: "mark-renewal").isEmpty)
    #expect(try dates([ended], today: "2030-01-01", from: "mark-use").isEmpty)
  }

  @Test func `what has passed long ago is still told, as what it is`() throws {
    let date = try #require(try dates([mark], today: "2040-01-01", from: "mark-renewal").first)
    #expect(date.urgency(on: day("2040-01-01")) == .missed)
    let use = try #require(try dates([mark], today: "2040-01-01", from: "mark-use").first)
    #expect(use.due.day == day("2017-05-14"))
    #expect(use.urgency(on: day("2040-01-01")) == .past)
  }

  @Test func `an international registration is renewed once and depends for five years`() throws {
    let madrid = Sample.draft(
      Trademark.self,
      "WO/1",
      [
        "number": "1", "office": "WO", "mark": "示例", "status": "registered", "route": "madrid",
        "basicMark": "CN/1", "designations": "US,JP,KR", "registeredOn": "2020-02-29",
      ]
    )
    let renewals = try dates([mark, madrid], today: "2024-01-01", from: "madrid-renewal")
    #expect(renewals.map(\.due.day) == [day("2030-02-28")])
    #expect(renewals.first?.opens == day("2029-09-01"))
    let dependency = try dates([mark, madrid], today: "2024-01-01", from: "madrid-dependency")
    #expect(dependency.map(\.due.day) == [day("2025-02-28")])
    #expect(dependency.first?.action.en.contains("CN/1") == true)
  }

  @Test func `an annuity has its fee, and late the surcharge of the full fee`() throws {
    let patent = Sample.draft(
      Patent.self,
      "pat-1",
      [
        "type": "invention", "status": "granted", "filedOn": "2018-03-14",
        "grantedOn": "2020-05-01",
        "annuitiesPaidThrough": "6", "annuityReduction": "85%", "owners": "ent-1", "title": "示例",
      ]
    )
    let early = try #require(
      try dates([patent], today: "2024-03-01", from: "patent-annuity").first
    )
    #expect(early.due.day == day("2024-03-14"))
    #expect(early.key == "7")
    #expect(early.cost?.fee == Money(fen: 30_000))
    #expect(early.cost?.late == .zero)
    let late = try #require(try dates([patent], today: "2024-05-15", from: "patent-annuity").first)
    #expect(late.urgency(on: day("2024-05-15")) == .grace)
    #expect(late.cost?.late == Money(fen: 20_000))
    let expiry = try #require(try dates([patent], today: "2024-05-15", from: "patent-expiry").first)
    #expect(expiry.due.day == day("2038-03-13"))
  }

  @Test func `a title is renewed unless it was, and ends for good where its scheme is over`() throws
  {
    let scheme = Sample.draft(
      Scheme.self,
      "s",
      ["name": "示例精品", "level": "provincial", "validity": #"[{"years":3}]"#]
    )
    let first = Sample.draft(
      Recognition.self,
      "r1",
      ["scheme": "s", "brand": "b", "holder": "ent-1", "awarded": "2021-03-01"]
    )
    let second = Sample.draft(
      Recognition.self,
      "r2",
      ["scheme": "s", "brand": "b", "holder": "ent-1", "awarded": "2024-02-01"]
    )
    let open = try dates([scheme, first], today: "2024-01-15", from: "recognition-renewal")
    #expect(open.map(\.due.day) == [day("2024-02-29")])
    #expect(open.first?.nature == .deadline)
    let renewed = try dates(
      [scheme, first, second],
      today: "2024-03-15",
      from: "recognition-renewal"
    )
    #expect(renewed.map(\.record.id) == ["r2"])
    var over = scheme
    over[Scheme.wonUntil] = PartialDate("2022-12-31")
    let ends = try dates([over, first], today: "2024-01-15", from: "recognition-renewal")
    #expect(ends.first?.nature == .milestone)
  }

  @Test func `an authorisation is due unless a later one stands`() throws {
    func membership(_ id: String, _ until: String, _ state: String = "admitted") -> Draft {
      Sample.draft(
        Membership.self,
        id,
        ["mark": "CN/1", "member": "ent-1", "state": state, "authorisedUntil": until]
      )
    }
    let one = try dates(
      [mark, membership("m1", "2025-03-05")],
      today: "2025-03-06",
      from: "authorisation"
    )
    #expect(one.map { $0.urgency(on: day("2025-03-06")) } == [.missed])
    let two = try dates(
      [mark, membership("m1", "2025-03-05"), membership("m2", "2027-03-05")],
      today: "2025-03-06",
      from: "authorisation"
    )
    #expect(two.map(\.record.id) == ["m2"])
    let left = membership("m1", "2025-03-05", "withdrawn")
    #expect(try dates([mark, left], today: "2025-03-06", from: "authorisation").isEmpty)
  }

  @Test func `what an inspection found is due until it is mended`() throws {
    let member = Sample.draft(
      Membership.self,
      "m1",
      ["mark": "CN/1", "member": "ent-1", "state": "admitted"]
    )
    var inspection = Sample.draft(
      Inspection.self,
      "i1",
      ["membership": "m1", "date": "2025-11-17", "result": "mend", "mendBy": "2025-12-29"]
    )
    let due = try dates(
      [mark, member, inspection],
      today: "2025-12-30",
      from: "inspection-mending"
    )
    #expect(due.map(\.holder) == ["ent-1"])
    inspection[Inspection.mendedOn] = PartialDate("2025-12-20")
    #expect(
      try dates([mark, member, inspection], today: "2025-12-30", from: "inspection-mending").isEmpty
    )
  }

  @Test func `a case has the day of its stage with the steps of the law`() throws {
    let record = Sample.draft(
      Case.self,
      "case-1",
      [
        "stage": "received", "receivedOn": "2024-02-05", "rightHolder": "ent-1", "right": "商标",
        "dueOn": "2024-03-01",
      ]
    )
    let due = try #require(
      try dates(Sample.holidays + [record], today: "2024-02-20", from: "case-stage").first
    )
    #expect(due.due.day == day("2024-03-01"))
    #expect(due.term?.length == Period("15wd"))
    var closed = record
    closed[Case.stage] = .closed
    #expect(try dates([closed], today: "2024-02-20", from: "case-stage").isEmpty)
  }

  @Test func `every source has a name of its own, and dates come in order`() throws {
    let names = DueSources.all.map(\.name)
    #expect(Set(names).count == names.count)
    let all = try Docket(Sample.ledger(Self.law + [mark]), today: day("2024-01-01")).dates()
    #expect(all.map(\.due.day) == all.map(\.due.day).sorted())
    #expect(all.count == 2)
  }
}
