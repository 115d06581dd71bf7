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
    guard urgency != .missed else {
      #expect(date.cost == nil)
      return
    }
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

  // Unpaid, the patent ends on the day from which the annuity was due; the notice comes months later.
  @Test func `restoration counts from the notice, and without it no date is told`() throws {
    let patent = Sample.draft(
      Patent.self,
      "p1",
      ["type": "invention", "title": "例", "owners": "ent-1", "filedOn": "2020-03-06"]
    )
    func told(_ action: RightAction, _ noticed: String) throws -> [DueDate] {
      var event = Sample.draft(RightEvent.self, "v1", ["patent": "p1", "date": "2025-03-06"])
      event[RightEvent.action] = action
      event[RightEvent.noticedOn] = PartialDate(noticed)
      return try dates([patent, event], today: "2025-10-01", from: "patent-review")
    }
    #expect(try told(.lapsed, "").isEmpty)
    let restoration = try told(.lapsed, "2025-09-10")
    #expect(restoration.map(\.due.day) == [day("2025-11-10")])
    #expect(restoration.map(\.notes.isEmpty) == [true])
    // A refusal without its notice counts from its own day, and says so.
    let refused = try told(.refused, "")
    #expect(refused.map(\.due.day) == [day("2025-06-06")])
    #expect(refused.first?.notes.first?.en.contains("counted from 2025-03-06") == true)
    #expect(try told(.refused, "2025-03-20").map(\.due.day) == [day("2025-06-20")])
    #expect(try told(.refused, "2025-03-20").first?.notes.isEmpty == true)
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

  @Test
  func `on the last day of the grace an annuity costs a quarter more, whatever the day before`()
    throws
  {
    let patent = Sample.draft(
      Patent.self,
      "pat-1",
      [
        "type": "utility-model", "status": "granted", "filedOn": "2020-03-16", "owners": "ent-1",
        "grantedOn": "2020-12-01", "annuitiesPaidThrough": "3", "title": "示例",
      ]
    )
    func cost(_ today: String) throws -> [Int64?] {
      let docket = try Docket(Sample.ledger(Self.law + [patent]), today: day(today))
      let date = try #require(try docket.dates(from: ["patent-annuity"]).first)
      #expect(date.grace?.day == day("2023-09-18"))
      return [
        date.cost?.late.fen, date.graceCost(docket)?.fee.fen, date.graceCost(docket)?.late.fen,
      ]
    }
    #expect(try cost("2023-05-01") == [4_500, 90_000, 22_500])
    #expect(try cost("2023-09-18") == [22_500, 90_000, 22_500])
    #expect(try cost("2023-09-19") == [nil, nil, nil])
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
    // For a year it is missed; then the title is over, and nothing is to be done for it.
    let late = try dates([scheme, first], today: "2025-02-28", from: "recognition-renewal")
    #expect(late.map { $0.urgency(on: day("2025-02-28")) } == [.missed])
    let gone = try dates([scheme, first], today: "2025-03-01", from: "recognition-renewal")
    #expect(gone.map { $0.urgency(on: day("2025-03-01")) } == [.past])
    var over = scheme
    over[Scheme.wonUntil] = PartialDate("2022-12-31")
    let ends = try dates([over, first], today: "2024-01-15", from: "recognition-renewal")
    #expect(ends.first?.nature == .milestone)
  }

  @Test(arguments: [0, Int.max])
  func `dates worked out once for marks that agree are those of each mark`(size: Int) throws {
    let dates = ["", "2014-05-31", "2015-06-01", "2016", "2023-12-31", "2015-03"]
    var lines = ""
    var number = 0
    for route in ["domestic", "madrid", "foreign"] {
      for status in ["registered", "pending", "lapsed"] {
        for registered in dates {
          for until in ["", "2025-06-30", "2026-01-31", "2025-02", "2024-08-31"] {
            number += 1
            lines += #"{"id":"CN/\#(number)","mark":"标","owner":"ent-\#(number % 3)","#
            lines += #""route":"\#(route)","status":"\#(status)","classes":[\#(number % 45 + 1)]"#
            if !registered.isEmpty { lines += #","registeredOn":"\#(registered)""# }
            if !until.isEmpty { lines += #","validUntil":"\#(until)""# }
            if number % 7 == 0 { lines += #","endedOn":"2024-01-01""# }
            if number % 11 == 0 { lines += #","kind":"collective""# }
            lines += "}\n"
          }
        }
      }
    }
    // A later version, and an end.
    lines +=
      #"{"id":"CN/2","mark":"标","route":"domestic","registeredOn":"2015-06-01","owner":"ent-1"}"#
    lines += "\n" + #"{"id":"CN/3","removed":"误"}"# + "\n"
    var others = Dictionary(grouping: Self.law) { $0.schema.kind }.mapValues { drafts in
      drafts.map { String(decoding: $0.line, as: UTF8.self) + "\n" }.joined()
    }
    others["right-event"] = """
      {"id":"e1","trademark":"CN/5","action":"renewed","date":"2025-01-01","until":"2035-06-30"}
      {"id":"e2","trademark":"CN/8","action":"refused","date":"2025-01-02"}
      {"id":"e3","trademark":"CN/11","action":"transferred","date":"2025-01-03","parties":["ent-9"]}

      """
    others["trademark"] = lines
    let texts = others
    let snapshot = Snapshot(Kinds.catalog, commit: 1) { schema in
      let bytes = Array((texts[schema.kind] ?? "").utf8)
      return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: size)
    }
    let docket = try Docket(snapshot, today: day("2025-03-01"))
    func words(_ dates: [DueDate]) -> [String] {
      dates.map {
        "\($0.due.day) \($0.source.name) \($0.record.id) \($0.key) \($0.holder?.text ?? "-") "
          + "\($0.urgency(on: docket.today)) \($0.cost?.fee.fen ?? 0) \($0.grace?.day.description ?? "-")"
      }.sorted()
    }
    let slow = try snapshot.table(Trademark.self).records.flatMap { try docket.dates(of: $0) }
    #expect(slow.count > 80)
    #expect(Set(slow.map(\.source.name)).count >= 4)
    #expect(words(try docket.dates()) == words(slow))
    let choice = Docket.Choice(
      of: { $0 == "ent-1" || $0 == "ent-9" },
      where: { $0.due.day.year < 2030 }
    )
    let mine = try docket.dates(from: [], choice)
    let own = slow.filter { ["ent-1", "ent-9"].contains($0.holder) && $0.due.day.year < 2030 }
    #expect(own.contains { $0.holder == "ent-9" })
    #expect(words(mine) == words(own))
    let days = try docket.dates(of: docket.slips(Docket.Choice())).map(\.due.day)
    #expect(days == days.sorted())
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
    // Who left and came back is asked for by the membership that stands, however long the old one ran.
    let back = try dates(
      [mark, membership("m1", "2028-12-31", "withdrawn"), membership("m2", "2025-12-31")],
      today: "2025-03-06",
      from: "authorisation"
    )
    #expect(back.map(\.record.id) == ["m2"])
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
