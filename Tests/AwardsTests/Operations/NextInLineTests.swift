import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Of a group the next one takes the place of one that the budget leaves out.
struct NextInLineTests {
  private static let highest =
    #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"}}"#
  // The second enterprise's titles stand before the first one's national one.
  private static let titles =
    Sample.title("a", "nat", "2025-01-02", holder: "e2")
    + Sample.title("b", "nat", "2025-03-01") + Sample.title("c", "prov", "2025-02-01")

  private func quota(_ number: Int, for clauses: String = "") -> String {
    #"{"number":"q","operation":"quota","arguments":{"maximum":\#(number)}\#(clauses)}"#
  }

  private func round(_ clauses: String..., records: String = titles) throws -> Round {
    try Sample(records, clauses: [Sample.nat, Sample.prov] + clauses).round()
  }

  @Test func `a quota of one title leaves the place in another to the lower one`() throws {
    let round = try round(Self.highest, quota(1, for: #","for":["nat"]"#))
    #expect(
      round.summary == """
        p/nat#a eligible 50000000
        p/nat#b not-eligible 0
        p/prov#c eligible 10000000
        """
    )
    #expect(
      try round.claim("nat", "b").step("h").reason.en
        == "q leaves it nothing, so what gives way to it takes its place"
    )
  }

  @Test(arguments: [
    (#"{"number":"h","operation":"dedup","arguments":{"key":"brand"}}"#, "b1", "b1"),
    (#"{"number":"h","operation":"onceEver"}"#, "b1", "b1"),
  ])
  func `so does any clause that prefers one to others`(
    clause: String,
    brand: String,
    other: String
  ) throws {
    // The earliest is the dearest, and its score is too low.
    let records =
      Sample.title("b", "nat", "2025-01-01", brand: brand)
      + Sample.title("c", "prov", "2025-02-01", brand: other)
      + [("b", 50), ("c", 80)].map { fact, score in
        #"{"kind":"application","id":"x\#(fact)","enterprise":"e1","policy":"p","fact":"\#(fact)","score":\#(score),"appliedOn":"2025-04-01"}"#
      }
      .joined(separator: "\n")
    let split =
      #"{"number":"s","operation":"scoreSplit","arguments":{"amount":"3万元","minimum":60}}"#
    #expect(
      try round(clause, split, records: records).summary
        == "p/nat#b not-eligible 0\np/prov#c eligible 3000000"
    )
  }

  @Test func `once a tier the second title of the tier is paid`() throws {
    let records =
      Sample.title("b", "nat", "2025-01-01") + Sample.title("c", "nat2", "2025-02-01")
      + Sample.title("a", "nat", "2025-01-01", holder: "e2")
    let sample = try Sample(
      records,
      clauses: [
        Sample.nat, Sample.nat2, #"{"number":"o","operation":"oncePerLevel"}"#,
        quota(1, for: #","for":["nat"]"#),
      ]
    )
    #expect(
      try sample.round().summary == """
        p/nat#a eligible 50000000
        p/nat#b not-eligible 0
        p/nat2#c eligible 30000000
        """
    )
  }

  @Test func `one that takes a place displaces another, whose next follows`() throws {
    // Places by day: c (02-01) once b has fallen, so that a loses its place to it.
    let records =
      Sample.title("a", "nat", "2025-02-10", holder: "e2") + Sample.title("b", "nat", "2025-03-01")
      + Sample.title("c", "prov", "2025-02-01")
      + Sample.title("d", "prov", "2025-01-01", holder: "e2")
    #expect(
      try round(Self.highest, quota(1), records: records).summary == """
        p/nat#a not-eligible 0
        p/nat#b not-eligible 0
        p/prov#d eligible 10000000
        p/prov#c not-eligible 0
        """
    )
  }

  @Test(
    arguments: [
      (610_000, 50_000_000, 0, 10_000_000), (500_000, 50_000_000, 0, 0),
      (1_000_000, 50_000_000, 50_000_000, 0), (500_001, 50_000_000, 100, 0),
    ] as [(Int, Int64, Int64, Int64)]
  )
  func `a pot in order leaves the lower one what does not reach the higher`(
    yuan: Int,
    first: Int64,
    higher: Int64,
    lower: Int64
  ) throws {
    let pot =
      #"{"number":"k","operation":"pot","arguments":{"amount":"\#(yuan)元","sharing":"order","unit":"\#(yuan == 610_000 ? "20万元" : "1元")"}}"#
    #expect(try round(Self.highest, pot).claims.map(\.amount.fen) == [first, higher, lower])
  }

  @Test func `what the next round takes up leaves nothing to the lower one`() throws {
    let round = try round(
      Self.highest,
      quota(1, for: #","for":["nat"]"#),
      #"{"number":"c","operation":"carryOver"}"#
    )
    #expect(try round.claim("nat", "b").isLeftOver)
    #expect(try round.claim("prov", "c").outcome == .notEligible)
  }

  @Test func `a cap that leaves the higher one nothing has paid enough`() throws {
    let cap =
      #"{"number":"k","operation":"capPer","for":["nat"],"arguments":{"limit":"50万元","subject":"group"}}"#
    let group =
      #"{"kind":"award","id":"w","policy":"p","year":2025,"recipient":"e1","amountFen":50000000,"state":"paid","clause":"p/nat","claim":"p/nat#gone","facts":["gone"],"object":"b3","sealedOn":"2025-12-01"}"#
    let highest = #"{"number":"h","operation":"highestOnly","arguments":{"per":"brand"}}"#
    let round = try round(highest, cap, records: Self.titles + group)
    #expect(try round.claim("nat", "b").outcome == .notEligible)
    #expect(try round.claim("prov", "c").outcome == .notEligible)
  }

  @Test func `a factor leaves open what a claim without an amount may come to`() throws {
    // Without a day it is not known whether the first one counts, so its bonus may be any.
    let records =
      #"{"kind":"recognition","id":"a","scheme":"prov","brand":"b1"}"# + "\n"
      + Sample.title("b", "city", "2025-02-28")
    let sample = try Sample(
      records,
      clauses: [
        #"{"number":"v","operation":"bonusIfCount","arguments":{"atLeast":1,"amount":"1万元"}}"#,
        #"{"number":"f","operation":"scaleFactor","arguments":{"rate":"50%"}}"#,
        #"{"number":"d","operation":"dedup","arguments":{"key":"brand"}}"#,
      ]
    )
    #expect(try sample.round().claims.map(\.outcome) == [.unknown, .unknown])
  }

  @Test func `while it is open whether the higher one is reached, the lower one waits`() throws {
    let records =
      Sample.title("o", "nat", "2025-01-01", holder: "e2", event: nil)
      + Sample.title(
        "b",
        "nat",
        "2025-03-01"
      ) + Sample.title("c", "prov", "2025-02-01")
    let renewal = #"{"number":"n","operation":"renewal","arguments":{"mode":"none"}}"#
    let round = try round(
      renewal,
      Self.highest,
      quota(1, for: #","for":["nat"]"#),
      records: records
    )
    #expect(round.claims.map(\.outcome) == [.unknown, .unknown, .unknown])
  }
}
