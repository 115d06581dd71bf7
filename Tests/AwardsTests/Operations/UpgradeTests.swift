import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct UpgradeTests {
  private static func clause(_ mode: String, per: String = "enterprise") -> String {
    #"{"number":"u","operation":"upgrade","arguments":{"mode":"\#(mode)","per":"\#(per)"}}"#
  }

  @Test(arguments: [
    (0, 50_000_000, Outcome.eligible), (100_000, 40_000_000, .eligible),
    (499_999, 100, .eligible), (500_000, 0, .notEligible), (500_001, 0, .notEligible),
    (9_000_000, 0, .notEligible),
  ])
  func `the difference is never below nothing`(yuan: Int, fen: Int64, outcome: Outcome) throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02") + Sample.award("a", 2023, "provincial", yuan: yuan),
      clauses: [Sample.nat, Self.clause("difference")]
    )
    let claim = try sample.round().claim("nat", "r1")
    #expect(claim.amount == Money(fen: fen))
    #expect(claim.outcome == outcome)
  }

  @Test func `a payout that names no tier is for the tier of the title that it names`() throws {
    let award = Sample.award("a", 2023, "provincial", yuan: 100_000)
      .replacing(#""level":"provincial","#, with: "").replacing("a-fact", with: "r0")
    let title = Sample.title("r0", "prov", "2023-06-02")
    func amount(_ records: String) throws -> Money {
      let sample = try Sample(
        Sample.title("r1", "nat", "2025-06-02") + records,
        clauses: [Sample.nat, Self.clause("difference")]
      )
      return try sample.round().claim("nat", "r1").amount
    }
    #expect(try amount(title + award) == Money(fen: 40_000_000))
    #expect(try amount(award) == Money(fen: 50_000_000))
  }

  @Test func `full pays the whole amount again`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02")
        + Sample.award("a", 2023, "provincial", yuan: 100_000),
      clauses: [Sample.nat, Self.clause("full")]
    )
    let claim = try sample.round().claim("nat", "r1")
    #expect(claim.amount == Money(fen: 50_000_000))
    #expect(try claim.step("u").verdict == .passed)
  }

  @Test func `payouts of the same or a higher tier are not deducted`() throws {
    let sample = try Sample(
      Sample.title("r1", "prov", "2025-06-02") + Sample.award("a", 2023, "national", yuan: 1000)
        + Sample.award("b", 2023, "provincial", yuan: 1000),
      clauses: [Sample.prov, Self.clause("difference")]
    )
    #expect(try sample.round().total == Money(fen: 10_000_000))
  }

  @Test func `three tiers won one after the other sum up to the highest`() throws {
    let sample = try Sample(
      Sample.title("r1", "city", "2025-02-01") + Sample.title("r2", "prov", "2025-03-01")
        + Sample.title("r3", "nat", "2025-04-01"),
      clauses: [Sample.nat, Sample.prov, Sample.city, Self.clause("difference")]
    )
    let round = try sample.round()
    #expect(
      round.summary == """
        p/nat#r3 eligible 40000000
        p/prov#r2 eligible 8000000
        p/city#r1 eligible 2000000
        """
    )
    #expect(round.total == Money(fen: 50_000_000))
  }

  @Test func `earlier rounds give the same sum as one round`() throws {
    let sample = try Sample(
      Sample.title("r3", "nat", "2025-04-01") + Sample.award("a", 2023, "municipal", yuan: 20_000)
        + Sample.award("b", 2024, "provincial", yuan: 80_000),
      clauses: [Sample.nat, Self.clause("difference")]
    )
    #expect(try sample.round().total == Money(fen: 40_000_000))
  }

  @Test func `a lower title won later is not deducted`() throws {
    let sample = try Sample(
      Sample.title("r1", "prov", "2025-05-01") + Sample.title("r2", "nat", "2025-04-01"),
      clauses: [Sample.nat, Sample.prov, Self.clause("difference")]
    )
    #expect(try sample.round().total == Money(fen: 60_000_000))
  }

  @Test func `per brand deducts what was paid for that brand only`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02", brand: "b1")
        + Sample.title("r2", "nat2", "2025-06-02", brand: "b3")
        + Sample.award("a", 2023, "provincial", yuan: 100_000, more: #","object":"b3""#),
      clauses: [Sample.nat, Sample.nat2, Self.clause("difference", per: "brand")]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r1 eligible 50000000
        p/nat2#r2 eligible 20000000
        """
    )
  }

  @Test func `a payout for a brand that is not known makes the difference unknown`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02") + Sample.award("a", 2023, "provincial", yuan: 1),
      clauses: [Sample.nat, Self.clause("difference", per: "brand")]
    )
    let claim = try sample.round().claim("nat", "r1")
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map { "\($0.record).\($0.field)" } == ["a.object"])
  }

  @Test func `what a title took up without a rest is deducted from a higher one`() throws {
    let sample = try Sample(
      Sample.title("r2", "prov", "2025-03-01") + Sample.title("r3", "nat", "2025-04-01")
        + Sample.award("a", 2023, "municipal", yuan: 200_000),
      clauses: [Sample.nat, Sample.prov, Self.clause("difference")]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r3 eligible 30000000
        p/prov#r2 not-eligible 0
        """
    )
  }

  @Test func `full does not wait for a tier that is not known`() throws {
    let sample = try Sample(
      #"{"kind":"scheme","id":"any","name":"不详"}"# + "\n" + Sample.title("r1", "any", "2025-01-01")
        + Sample.title("r2", "nat", "2025-06-02"),
      clauses: [
        Sample.nat,
        #"{"number":"a","operation":"fixed","arguments":{"scheme":"any","amount":"1元"}}"#,
        Self.clause("full"),
      ]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r2 eligible 50000000
        p/a#r1 eligible 100
        """
    )
  }

  @Test func `one payout is deducted once`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02") + Sample.title("r2", "nat2", "2025-06-03")
        + Sample.award("a", 2023, "provincial", yuan: 100_000),
      clauses: [Sample.nat, Sample.nat2, Self.clause("difference")]
    )
    #expect(try sample.round().total == Money(fen: 70_000_000))
  }

  private static let three =
    Sample.title("r1", "city", "2025-02-01") + Sample.title("r2", "prov", "2025-03-01")
    + Sample.title("r3", "nat", "2025-04-01")

  private static func cap(_ number: String, _ limit: String) -> String {
    #"{"number":"k","operation":"capPer","for":["\#(number)"],"arguments":{"limit":\#(limit)}}"#
  }

  private func amounts(_ records: String, _ clauses: String...) throws -> [Int64] {
    try Sample(
      records,
      clauses: [Sample.nat, Sample.prov, Sample.city, Self.clause("difference")] + clauses
    ).round().claims.map { $0.amount.fen / 1_000_000 }
  }

  @Test(arguments: [
    // What a cap takes from a lower tier is paid with the higher one: it is 50 万 in all.
    ("prov", #""1万元""#, [47, 1, 2]), ("city", #""1万元""#, [40, 9, 1]),
    ("prov", #""8万元""#, [40, 8, 2]), ("nat", #""1万元""#, [1, 8, 2]),
  ])
  func `what lower tiers get after a cap is deducted`(
    number: String,
    limit: String,
    wan: [Int64]
  ) throws {
    #expect(try amounts(Self.three, Self.cap(number, limit)) == wan)
  }

  @Test func `one round gives what two would`() throws {
    let titles = Sample.title("r2", "prov", "2025-03-01") + Sample.title("r3", "nat", "2025-04-01")
    let cap = Self.cap("prov", #""1万元""#)
    #expect(try amounts(titles, cap) == [49, 1])
    let paid = Sample.award("a", 2024, "provincial", yuan: 10_000)
    #expect(try amounts(Sample.title("r3", "nat", "2025-04-01") + paid, cap) == [49])
  }

  @Test func `a lower title that a quota refused is not deducted`() throws {
    let quota = #"{"number":"q","operation":"quota","for":["prov"],"arguments":{"maximum":1}}"#
    let titles =
      Sample.title("r2", "prov", "2025-03-01") + Sample.title("r3", "nat", "2025-04-01")
      + Sample.title("r0", "prov", "2025-01-01", holder: "e2", brand: "b2")
    #expect(try amounts(titles, quota) == [50, 10, 0])
  }

  @Test func `a higher title that a quota refused bars no lower one`() throws {
    let quota = #"{"number":"q","operation":"quota","for":["nat"],"arguments":{"maximum":1}}"#
    let none =
      #"{"number":"u","operation":"upgrade","arguments":{"mode":"difference","downgrade":"none"}}"#
    let titles =
      Sample.title("r2", "prov", "2025-05-01") + Sample.title("r3", "nat", "2025-04-01")
      + Sample.title("r0", "nat", "2025-01-01", holder: "e2", brand: "b2")
    let sample = try Sample(titles, clauses: [Sample.nat, Sample.prov, none, quota])
    #expect(try sample.round().claims.map { $0.amount.fen / 1_000_000 } == [50, 0, 10])
    let free = try Sample(titles, clauses: [Sample.nat, Sample.prov, none])
    #expect(try free.round().claims.map { $0.amount.fen / 1_000_000 } == [50, 50, 0])
  }

  @Test func `a shared pot comes to rest where the deduction is what the lower tier gets`() throws {
    let titles = Sample.title("r2", "prov", "2025-03-01") + Sample.title("r3", "nat", "2025-04-01")
    let pot = #"{"number":"k","operation":"pot","arguments":{"amount":"30万元"}}"#
    let sample = try Sample(
      titles,
      clauses: [Sample.nat, Sample.prov, Self.clause("difference"), pot]
    )
    let round = try sample.round()
    let prov = try round.claim("prov", "r2").amount
    #expect(round.total == Money(fen: 30_000_000))
    // p = 30 × 10 ÷ (60 − p) in 万.
    #expect(prov == Money(fen: 5_505_103))
    let step = try round.claim("nat", "r3").step("u")
    #expect(step.after == Money(fen: 50_000_000 - prov.fen))
  }

  @Test func `a title waits for a lower one that a cap leaves open`() throws {
    let titles = Sample.title("r2", "prov", "2025-03-01") + Sample.title("r3", "nat", "2025-04-01")
    let cap = Self.cap("prov", #"{"figure":"retainedTax"}"#)
    let sample = try Sample(
      titles,
      clauses: [Sample.nat, Sample.prov, Self.clause("difference"), cap]
    )
    let claims = try sample.round().claims
    #expect(claims.map(\.outcome) == [.unknown, .unknown])
    #expect(claims[0].missing.map(\.field) == ["retainedTaxFen"])
  }
}
