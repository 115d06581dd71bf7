import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// The dates of a whole ledger, most of them told by records that are alike, beside those of each record.
struct SlipsTests {
  private static let today = day("2026-11-20")

  /// Numbers that look random and are the same in every run.
  private struct Dice {
    var state: UInt64 = 20_261_120

    mutating func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }

    mutating func one(of words: [String]) -> String { words[roll(words.count)] }
  }

  private static func marks() -> String {
    var dice = Dice()
    // Days on both sides of 2027-01-01, those of which only a part is known, and days to come.
    let days = [
      "", "2006-03-15", "2014-05-31", "2016-02-29", "2016-12-31", "2017-01-01", "2017-02", "2023",
      "2023-12-15", "2026-11-19", "2026-11-21", "2027-03-01",
    ]
    return (0..<1200).map { number in
      var line = #"{"id":"CN/\#(number)","owner":"ent-\#(dice.roll(5))""#
      if dice.roll(9) > 0 { line += #","mark":"标\#(number)","classes":[7,\#(8 + number % 3)]"# }
      let kind = dice.one(of: ["ordinary", "ordinary", "ordinary", "collective"])
      line += #","kind":"\#(kind)""#
      let route = dice.one(of: ["domestic", "domestic", "madrid", "foreign"])
      line += #","route":"\#(route)""#
      let status = dice.one(of: ["registered", "registered", "pending", "published", "expired", ""])
      for (name, value) in [
        ("status", status), ("filedOn", dice.one(of: days)), ("registeredOn", dice.one(of: days)),
        ("validUntil", dice.roll(3) == 0 ? dice.one(of: days) : ""),
        ("endedOn", dice.roll(5) == 0 ? dice.one(of: days) : ""),
        ("basicMark", route == "madrid" && dice.roll(2) == 0 ? "CN/\(dice.roll(20))" : ""),
      ] where !value.isEmpty {
        line += #","\#(name)":"\#(value)""#
      }
      return line + "}\n"
    }.joined()
  }

  private static func patents() -> String {
    var dice = Dice()
    return (0..<400).map { number in
      let type = dice.one(of: ["invention", "utility-model", "design"])
      let filed = dice.one(of: [
        "2007-01-31", "2017-11-22", "2019-08-10", "2019-08-10", "2020-02-29",
      ])
      let paid = dice.roll(2) == 0 ? #","annuitiesPaidThrough":\#(2 + dice.roll(8))"# : ""
      return
        #"{"id":"p\#(number)","type":"\#(type)","filedOn":"\#(filed)","grantedOn":"2023-06-01","#
        + #""title":"例\#(number)","owners":["ent-\#(dice.roll(5))"]\#(paid)}"# + "\n"
    }.joined()
  }

  private static let files: [String: String] = {
    var files = Dictionary(
      grouping: [
        Sample.reference(Term.self), Sample.reference(Fee.self), Sample.reference(Holiday.self),
      ].flatMap(\.self)
    ) { $0.schema.kind }
    .mapValues { drafts in drafts.map { String(decoding: $0.line, as: UTF8.self) + "\n" }.joined() }
    files["trademark"] = marks()
    files["patent"] = patents()
    files["scheme"] = #"{"id":"s","name":"精品","validity":[{"years":3}]}"# + "\n"
    files["recognition"] = (0..<90).map { number in
      #"{"id":"r\#(number)","scheme":"s","brand":"b\#(number % 40)","awarded":"20\#(20 + number % 7)-03-01","#
        + #""holder":"ent-\#(number % 5)"}"# + "\n"
    }.joined()
    files["enterprise"] = (0..<5).map { #"{"id":"ent-\#($0)","name":"企业\#($0)"}"# + "\n" }.joined()
    files["right-event"] = """
      {"id":"e1","trademark":"CN/5","action":"renewed","date":"2026-01-01","until":"2036-06-30"}
      {"id":"e2","trademark":"CN/8","action":"transferred","date":"2026-01-03","parties":["ent-4"]}
      {"id":"e3","trademark":"CN/11","action":"refused","date":"2026-11-02","noticedOn":"2026-11-10"}
      {"id":"e4","patent":"p7","action":"annuity-paid","date":"2026-01-02","year":5}
      {"id":"e5","trademark":"CN/2","action":"cancelled","date":"2026-06-02"}

      """
      + (30..<90).map { number in
        #"{"id":"t\#(number)","trademark":"CN/\#(number)","action":"transferred","date":"2026-01-03","#
          + #""parties":["ent-4"]}"# + "\n"
      }.joined()
    return files
  }()

  private static func snapshot(largeSize: Int) -> Snapshot {
    Snapshot(Kinds.catalog, commit: 1) { schema in
      let bytes = Array((files[schema.kind] ?? "").utf8)
      return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: largeSize)
    }
  }

  private static func docket(largeSize: Int) throws -> Docket {
    try Docket(snapshot(largeSize: largeSize), today: today)
  }

  /// All that is told of a date.
  private func words(_ date: DueDate, _ docket: Docket) -> String {
    func steps(_ reckoning: Reckoning?) -> String {
      reckoning.map { "\($0.day) \($0.steps.map { "\($0.day) \($0.reason.en)" })" } ?? "-"
    }
    return """
      \(date.source.name) \(date.record.id) \(date.key) \(date.subject) \(date.holder?.text ?? "-") \
      \(date.action.en) \(date.opens?.description ?? "-") \(steps(date.due)) \(steps(date.grace)) \
      \(date.term?.id.text ?? "-") \(date.cost?.fee.fen ?? -1)+\(date.cost?.late.fen ?? -1) \
      \(date.cost?.steps.map(\.zh) ?? []) \(date.notes.map(\.en)) \(date.isProvisional) \
      \(date.urgency(on: docket.today))
      """
  }

  @Test(arguments: [0, Int.max])
  func `dates told for many records at once are those of each record`(size: Int) throws {
    let snapshot = Self.snapshot(largeSize: size)
    let docket = try Docket(snapshot, today: Self.today)
    let slow = try [Trademark.schema, Patent.schema, Recognition.schema].flatMap { schema in
      try snapshot.table(schema).records.flatMap { try docket.dates(of: $0) }
    }
    let slips = try docket.slips(Docket.Choice())
    let fast = try docket.dates(of: slips)
    #expect(fast.map { words($0, docket) }.sorted() == slow.map { words($0, docket) }.sorted())
    #expect(fast.map(\.due.day) == fast.map(\.due.day).sorted())
    #expect(slips.map(\.urgency) == fast.map { $0.urgency(on: docket.today) })
    #expect(slips.map(\.isProvisional) == fast.map(\.isProvisional))
    // Enough of each for the comparison to say something.
    for source in ["mark-renewal", "mark-use", "madrid-renewal", "madrid-dependency"] {
      #expect(slow.count { $0.source.name == source } > 20, "\(source)")
    }
    #expect(Set(slow.map { $0.urgency(on: docket.today) }) == Set(Urgency.allCases))
    #expect(slow.contains { $0.cost?.late ?? .zero > .zero && $0.source.name == "patent-annuity" })
    #expect(slow.contains { $0.isProvisional } && slow.contains { !$0.isProvisional })
  }

  @Test func `dates of one day stand by source and then as their records do`() throws {
    let docket = try Self.docket(largeSize: 0)
    let dates = try docket.dates()
    let names = DueSources.all.map(\.name)
    let places = dates.map { date in
      [
        date.due.day.ordinal, names.firstIndex(of: date.source.name) ?? 0,
        date.record.place.line ?? 0,
      ]
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
  }

  @Test func `a holder's dates are told by the events of the right too`() throws {
    let docket = try Self.docket(largeSize: 0)
    let choice = Docket.Choice(of: { $0 == "ent-4" }, where: { $0.due.day.year > 2020 })
    let mine = try docket.dates(from: [], choice)
    let own = try docket.dates().filter { $0.holder == "ent-4" && $0.due.day.year > 2020 }
    #expect(mine.map { words($0, docket) } == own.map { words($0, docket) })
    #expect(
      mine.contains {
        $0.record.schema === Trademark.schema && $0.record[Trademark.owner] != "ent-4"
      }
    )
  }
}
