import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct BudgetTests {
  private static let titles =
    Sample.title("r1", "prov", "2025-01-01") + Sample.title("r2", "nat", "2025-01-02", holder: "e2")
    + Sample.title("r3", "prov", "2025-01-03", holder: "e2")

  private func round(_ clauses: String..., records: String = titles, year: Int = 2025) throws
    -> Round
  {
    try Sample(records, clauses: [Sample.nat, Sample.prov] + clauses).round(year)
  }

  private func quota(_ number: Int) -> String {
    #"{"number":"q","operation":"quota","arguments":{"maximum":\#(number)}}"#
  }

  @Test(arguments: [(1, "r1"), (2, "r1 r2"), (3, "r1 r2 r3"), (4, "r1 r2 r3")])
  func `a quota takes the earliest facts`(places: Int, paid: String) throws {
    let claims = try round(quota(places)).claims.filter { $0.outcome == .eligible }
    #expect(
      Set(claims.flatMap(\.facts).map(\.text)) == Set(paid.split(separator: " ").map(String.init))
    )
  }

  @Test func `priority changes the order of a quota`() throws {
    let order = #"{"number":"o","operation":"priority","arguments":{"by":["level"]}}"#
    let claims = try round(order, quota(1)).claims.filter { $0.outcome == .eligible }
    #expect(claims.map(\.id) == ["p/nat#r2"])
    #expect(try round(order, quota(1)).claims.filter(\.isLeftOver).count == 2)
  }

  @Test func `a quota's place waits for an open claim before it`() throws {
    let records = Self.titles + Sample.title("r0", "prov", "2025-01-01", event: nil)
    let renewal = #"{"number":"n","operation":"renewal","arguments":{"mode":"none"}}"#
    let round = try round(renewal, quota(2), records: records)
    #expect(try round.claim("prov", "r0").outcome == .unknown)
    #expect(try round.claim("prov", "r1").outcome == .eligible)
    #expect(try round.claim("nat", "r2").outcome == .unknown)
  }

  @Test func `what a quota leaves is paid in the next year, once`() throws {
    let carry = #"{"number":"c","operation":"carryOver"}"#
    #expect(
      try round(quota(2), carry, year: 2026).summary == "p/prov#r3 eligible 10000000"
    )
    #expect(try round(quota(2), year: 2026).claims.isEmpty)
    #expect(try round(quota(3), carry, year: 2026).claims.isEmpty)
    #expect(
      try round(quota(1), carry, year: 2026).claims.map(\.outcome) == [.eligible, .notEligible]
    )
    #expect(try round(quota(1), carry, year: 2027).claims.isEmpty)
  }

  @Test(arguments: [
    #"{"number":"q","operation":"quota","arguments":{"maximum":2}}"#,
    #"{"number":"q","operation":"pot","arguments":{"amount":"60万元","sharing":"order"}}"#,
  ])
  func `what was carried and sealed stays carried when money of its first year comes back`(
    budget: String
  ) throws {
    let carry = #"{"number":"c","operation":"carryOver"}"#
    let more = Sample.title("r4", "prov", "2025-01-04", holder: "e2")
    // Of 2025 the awards of r1 and r2 came back, that of r3 was carried into 2026 and sealed.
    let sealed = Sample.award("a", 2026, "provincial", yuan: 100_000, recipient: "e2")
      .replacing("p/x#a", with: "p/prov#r3").replacing("p/x", with: "p/prov")
      .replacing("a-fact", with: "r3")
    let records = Self.titles + more + sealed
    let back = ["prov#r1", "nat#r2"].map { claim in
      Sample.award("b\(claim.suffix(1))", 2025, "provincial", yuan: 100_000)
        .replacing(#""paid""#, with: #""recovered""#)
        .replacing("p/x#b\(claim.suffix(1))", with: "p/\(claim)")
        .replacing("}\n", with: #","receipt":{"commit":1}}"# + "\n")
    }
    let all = records + back.joined()
    let round = try round(budget, carry, records: all)
    #expect(try round.claim("prov", "r3").amount == .zero)
    #expect(
      try round.claim("prov", "r3").trace.contains { $0.reason.en == "paid in 2026 as a" }
    )
    #expect(try round.claim("prov", "r4").amount == Money(fen: 10_000_000))
    #expect(
      try self.round(budget, carry, records: all, year: 2026).summary
        == "p/prov#r3 eligible 10000000"
    )
  }

  @Test func `a lower title that only the higher one displaced is not carried`() throws {
    let records =
      Sample.title("r1", "prov", "2025-01-01") + Sample.title("r2", "nat", "2025-01-02")
    let highest = #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"}}"#
    let carry = #"{"number":"c","operation":"carryOver"}"#
    #expect(
      try round(highest, quota(1), carry, records: records, year: 2026).claims.isEmpty
    )
  }

  private func pot(_ more: String) -> String {
    #"{"number":"k","operation":"pot","arguments":{\#(more)}}"#
  }

  @Test(
    arguments: [
      (599_999, [49_999_900, 10_000_000, 0]), (600_000, [50_000_000, 10_000_000, 0]),
      (600_001, [50_000_000, 10_000_000, 100]), (700_000, [50_000_000, 10_000_000, 10_000_000]),
    ] as [(Int, [Int64])]
  )
  func `a pot is used up in order of days`(yuan: Int, fen: [Int64]) throws {
    let round = try round(pot(#""amount":"\#(yuan)元","sharing":"order""#))
    #expect(round.claims.map(\.amount.fen) == fen)
  }

  @Test(arguments: [("lapse", 350_000), ("carry", 600_000)])
  func `what the year before left is added where the clause says so`(word: String, yuan: Int) throws
  {
    let before = Sample.award("a", 2024, "county", yuan: 100_000)
    let round = try round(
      pot(#""amount":"35万元","unspent":"\#(word)""#),
      records: Self.titles + before
    )
    #expect(round.total.fen == Int64(yuan * 100))
  }

  @Test(
    arguments: [
      // Spent by year, and the budget of 2025 with 25 万 a year: what was carried in is carried on.
      ([2023: 150_000, 2024: 200_000], 400_000), ([2024: 200_000], 300_000),
      ([2023: 150_000], 600_000), ([2023: 400_000, 2024: 200_000], 300_000), ([:], 250_000),
    ] as [([Int: Int], Int64)]
  )
  func `a pot carries on what was carried into it`(spent: [Int: Int], yuan: Int64) throws {
    let before = spent.sorted { $0.key < $1.key }.map { year, yuan in
      Sample.award("a\(year)", year, "county", yuan: yuan)
    }
    let round = try round(
      pot(#""amount":"25万元","unspent":"carry""#),
      records: Self.titles + before.joined()
    )
    #expect(round.total.fen == yuan * 100)
  }

  @Test(
    arguments: [
      // Spent by year, and what is there for late claims of 2025, with 25 万 a year.
      ("carry", [2026: 250_000], 250_000), ("carry", [2026: 400_000], 100_000),
      ("carry", [2026: 600_000], 0), ("carry", [2026: 200_000, 2027: 350_000], 200_000),
      ("carry", [2024: 100_000, 2026: 400_000], 250_000), ("lapse", [2026: 400_000], 250_000),
    ] as [(String, [Int: Int], Int64)]
  )
  func `what later years took over from a pot and spent is not paid to late claims`(
    word: String,
    spent: [Int: Int],
    yuan: Int64
  ) throws {
    let awards = spent.sorted { $0.key < $1.key }.map { year, yuan in
      Sample.award("a\(year)", year, "county", yuan: yuan)
    }
    let round = try round(
      pot(#""amount":"25万元","unspent":"\#(word)""#),
      records: Self.titles + awards.joined()
    )
    #expect(round.total.fen == yuan * 100)
  }

  private func score(
    _ id: String,
    _ holder: String,
    _ score: String,
    _ fact: String? = nil
  ) -> String {
    let named = fact.map { #","fact":"\#($0)""# } ?? ""
    return
      #"{"kind":"application","id":"\#(id)","enterprise":"\#(holder)","policy":"p","score":\#(score)\#(named)}"#
      + "\n"
  }

  @Test func `scores share a sum to the fen`() throws {
    let split =
      #"{"number":"s","operation":"scoreSplit","arguments":{"amount":"100元","minimum":60}}"#
    let records =
      Self.titles + score("x", "e1", "60") + score("y", "e2", "82.5", "r2")
      + score("z", "e2", "82.5", "r3")
    let round = try round(split, records: records)
    // 60, 82.5 and 82.5 of 225 points.
    #expect(round.claims.map(\.amount.fen) == [3_667, 2_667, 3_666])
    #expect(round.total.fen == 10_000)
    #expect(
      round.claims.compactMap { $0.trace.last?.reason.en } == [
        "82.5 of 225 points × 100.00 yuan, rounded down to the fen, plus one fen of the remainder",
        "60 of 225 points × 100.00 yuan, rounded down to the fen, plus one fen of the remainder",
        "82.5 of 225 points × 100.00 yuan, rounded down to the fen",
      ]
    )
    let paid = Sample.award("a1", 2025, "national", yuan: 10)
    let rest = try self.round(split, records: records + paid)
    #expect(
      try rest.claim("nat", "r2").step("s").reason.en
        == "82.5 of 225 points × 90.00 yuan, rounded down to the fen; "
        + "2025: 100.00 - 10.00 paid = 90.00"
    )
    let low = try self.round(
      split,
      records: Self.titles + score("x", "e1", "59.999999999") + score("y", "e2", "82.5", "r2")
        + score("z", "e2", "82.5", "r3")
    )
    #expect(low.claims.map(\.amount.fen) == [5_000, 0, 5_000])
    let open = try self.round(
      split,
      records: Self.titles + score("y", "e2", "82.5", "r2") + score("z", "e2", "82.5", "r3")
    )
    #expect(open.claims.map(\.outcome) == [.unknown, .unknown, .unknown])
  }

  private static let fund =
    #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["nat"],"rate":"10%","recipient":"dept"}}"#

  @Test func `a department gets its share of what is paid in the end`() throws {
    let dept = #"{"kind":"enterprise","id":"dept","name":"工商局","type":"government"}"# + "\n"
    #expect(
      try round(pot(#""amount":"35万元""#), Self.fund, records: Self.titles + dept).summary == """
        p/nat#r2 eligible 25000000
        p/prov#r1 eligible 5000000
        p/prov#r3 eligible 5000000
        p/d#2025 eligible 2500000
        """
    )
    let claim = try round(Self.fund, records: Self.titles + dept).claim("d", "2025")
    #expect(claim.amount.fen == 5_000_000)
    #expect(claim.recipientName == "工商局")
    let conditions = #"{"number":"e","operation":"entityType","arguments":{"notIn":"government"}}"#
    #expect(
      try round(conditions, Self.fund, records: Self.titles + dept).claim("d", "2025").amount.fen
        == 5_000_000
    )
    #expect(try round(Self.fund, records: "").summary == "p/d#2025 not-eligible 0")
  }

  @Test func `what a department gets stays open where a rule kept as text names it`() throws {
    let open =
      #"{"number":"u","operation":"unexpressed","arguments":{"because":"另行核定"},"for":["d"]}"#
    let round = try round(open, Self.fund, records: Self.titles)
    let claim = try round.claim("d", "2025")
    #expect(claim.outcome == .undecided)
    #expect(try claim.step("u").reason.en == "a rule that only people can apply: 另行核定")
    #expect(try round.claim("nat", "r2").amount.fen == 50_000_000)
  }

  @Test(arguments: [
    (#""operation":"capPerEnterprise","arguments":{"amount":"3000元"}"#, true),
    (#""operation":"entityType","arguments":{"in":"company"}"#, true),
    (#""operation":"pot","arguments":{"amount":"10万元"}"#, true),
    (#""operation":"payTo","arguments":{"payee":"holder"}"#, false),
    (#""operation":"publication","arguments":{"days":5}"#, false),
    (#""operation":"unexpressed""#, false),
  ])
  func `only payment, procedure and rules kept as text may name what a department gets`(
    clause: String,
    isRefused: Bool
  ) throws {
    let source = Bench.source([
      Sample.nat, Self.fund, #"{"number":"x",\#(clause),"for":["nat","d"]}"#,
    ])
    let errors = try PolicyCheck(source, against: nil).findings.filter { $0.severity == .error }
    #expect(errors.map(\.name) == (isRefused ? ["bad-argument"] : []))
    #expect(errors.map { $0.place?.line } == (isRefused ? [4] : []))
  }

  @Test func `a department waits while a claim of its clauses is open`() throws {
    let renewal = #"{"number":"n","operation":"renewal","arguments":{"mode":"none"}}"#
    let records = Self.titles + Sample.title("r9", "nat", "2025-03-01", event: nil)
    #expect(
      try round(renewal, Self.fund, records: records).claim("d", "2025").outcome == .unknown
    )
  }

  @Test func `one score counts once, whichever title it is meant for`() throws {
    let split = #"{"number":"s","operation":"scoreSplit","arguments":{"amount":"100元"}}"#
    let records = Self.titles + score("x", "e1", "60")
    // e2 has two titles, and its application names neither.
    let round = try round(split, records: records + score("y", "e2", "80"))
    #expect(round.claims.map(\.outcome) == [.undecided, .undecided, .undecided])
    #expect(
      try round.claim("nat", "r2").step("s").reason.en
        == "the score in y fits 2 claims: it has to name the fact and the clause"
    )
  }

  /// Two policies, each with a pot, the second in place of the first from 2025 on.
  private func successors(_ more: String, until: String = "2024-12-31") throws -> Round {
    let old = #"""
      {"kind":"policy","id":"old","name":"旧办法","inForceFrom":"2024-01-01","inForceUntil":"\#(until)"}
      {"kind":"clause","id":"old/v","policy":"old","number":"v","operation":"fixed","arguments":{"scheme":"nat","amount":"50万元"},"text":"…"}
      {"kind":"clause","id":"old/w","policy":"old","number":"w","operation":"applicationWindow","arguments":{"from":"01-01","until":"03-31","yearOffset":1,"late":"nextRound"},"text":"…"}
      {"kind":"clause","id":"old/b","policy":"old","number":"b","operation":"pot","arguments":{"amount":"80万元"},"text":"…"}
      {"kind":"application","id":"y","enterprise":"e1","policy":"old","fact":"r1","appliedOn":"2025-04-01"}

      """#
    let from = until == "2024-12-31" ? "2025-01-01" : "2025-07-01"
    return try Sample(
      old + Sample.title("r1", "nat", "2024-09-30") + more,
      clauses: [Sample.nat, #"{"number":"b","operation":"pot","arguments":{"amount":"60万元"}}"#],
      policy: #""id":"p","name":"办法","inForceFrom":"\#(from)","replaces":["old"]"#
    ).round()
  }

  @Test func `what an ended policy pays late from its own pot burdens no other pot`() throws {
    let title = Sample.title("r2", "nat", "2025-08-01", holder: "e2", brand: "b2")
    let claim = try successors(title).claim("nat", "r2")
    #expect(claim.amount.fen == 50_000_000)
    #expect(
      try claim.step("b").reason.en
        == "500,000.00 yuan are claimed of a budget of 600,000.00 yuan"
    )
  }

  @Test func `versions that divide a year between them share its pot`() throws {
    let titles =
      Sample.title("r2", "nat", "2025-08-01", holder: "e2", brand: "b2")
      + Sample.title("r3", "nat", "2025-02-01", holder: "e2", brand: "b2")
      + #"{"kind":"application","id":"z","enterprise":"e2","policy":"old","fact":"r3","appliedOn":"2026-01-05"}"#
    // Of 800,000 the old version gives 400,000 each to r1, which was late, and to r3.
    let claim = try successors(titles, until: "2025-06-30").claim("nat", "r2")
    #expect(claim.outcome == .notEligible)
    #expect(
      try claim.step("b").reason.en
        == "0.00 ÷ 500,000.00 × 500,000.00 yuan, rounded down to 0.01 yuan; "
        + "2025: 600,000.00 - 800,000.00 paid = 0.00"
    )
  }

  @Test func `a pot that took something over proves itself`() throws {
    let paid =
      Sample.award("a1", 2024, "national", yuan: 150_000)
      + Sample.award("a2", 2025, "national", yuan: 50_000)
    let claim = try round(
      pot(#""amount":"25万元","unspent":"carry","unit":"3万元""#),
      records: Self.titles + paid
    ).claim("nat", "r2")
    let step = try claim.step("k")
    #expect(
      step.reason.en
        == "300,000.00 ÷ 700,000.00 × 500,000.00 yuan, rounded down to 30,000.00 yuan; "
        + "2024: 250,000.00 - 150,000.00 paid = 100,000.00; "
        + "2025: 250,000.00 + 100,000.00 - 50,000.00 paid = 300,000.00"
    )
    #expect(
      step.inputs.map { "\($0.record) \($0.field)" } == ["a1 amountFen", "a2 amountFen"]
    )
  }

  @Test func `what a department gets counts for no other department`() {
    let share = { (number: String, of: String) in
      #"{"record":"clause","number":"\#(number)","text":"…","operation":"percentOfTotal","arguments":{"of":["nat","\#(of)"],"rate":"10%","recipient":"x"}}"#
    }
    let lines = [
      #"{"record":"policy","id":"p","name":"n","inForceFrom":"2024-01-01"}"#, share("d", "nat"),
      share("e", "d"), #"{"record":"clause","text":"…",\#(Sample.nat.dropFirst())"#,
    ]
    let file = PolicyFile.read(Array(lines.joined(separator: "\n").utf8), fileName: "p.jsonl")
    #expect(file.diagnostics.map { "\($0.name) \($0.place?.line ?? 0)" } == ["unknown-clause 3"])
  }

  @Test func `a share of an unknown clause is told`() {
    let lines = [
      #"{"record":"policy","id":"p","name":"n","inForceFrom":"2024-01-01"}"#,
      #"{"record":"clause","number":"d","text":"…","operation":"percentOfTotal","arguments":{"of":["natt"],"rate":"10%","recipient":"x"}}"#,
      #"{"record":"clause","text":"…",\#(Sample.nat.dropFirst())"#,
    ]
    let file = PolicyFile.read(Array(lines.joined(separator: "\n").utf8), fileName: "p.jsonl")
    #expect(file.diagnostics.map(\.name) == ["unknown-clause"])
    let before = lines[1].prefix { $0 != "[" }
    #expect(file.diagnostics.first?.place?.line == 2)
    #expect(file.diagnostics.first?.place?.column == before.unicodeScalars.count + 2)
  }
}
