import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct HighestOnlyTests {
  private static let perBrand =
    #"{"number":"h","operation":"highestOnly","arguments":{"per":"brand"}}"#
  private static let perEnterprise =
    #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"}}"#

  @Test func `per enterprise pays one award over all its brands`() throws {
    let sample = try Sample(
      Sample.title("r1", "prov", "2025-01-02", brand: "b1")
        + Sample.title("r2", "nat", "2025-03-02", brand: "b3")
        + Sample.title("r3", "prov", "2025-03-02", holder: "e2", brand: "b2"),
      clauses: [Sample.nat, Sample.prov, Self.perEnterprise]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r2 eligible 50000000
        p/prov#r1 not-eligible 0
        p/prov#r3 eligible 10000000
        """
    )
  }

  @Test func `per brand pays one award for each brand`() throws {
    let sample = try Sample(
      Sample.title("r1", "prov", "2025-01-02", brand: "b1")
        + Sample.title("r2", "nat", "2025-03-02", brand: "b1")
        + Sample.title("r3", "prov", "2025-03-02", brand: "b3"),
      clauses: [Sample.nat, Sample.prov, Self.perBrand]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r2 eligible 50000000
        p/prov#r1 not-eligible 0
        p/prov#r3 eligible 10000000
        """
    )
  }

  @Test func `of equal awards the earlier claim is kept`() throws {
    let sample = try Sample(
      Sample.title("r2", "nat", "2025-03-02", brand: "b3")
        + Sample.title("r1", "nat", "2025-03-02", brand: "b1"),
      clauses: [Sample.nat, Self.perEnterprise]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r1 eligible 50000000
        p/nat#r2 not-eligible 0
        """
    )
  }

  @Test func `titles of another year do not compete`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2024-12-31") + Sample.title("r2", "prov", "2025-01-01"),
      clauses: [Sample.nat, Sample.prov, Self.perEnterprise]
    )
    #expect(try sample.round().summary == "p/prov#r2 eligible 10000000")
  }

  @Test func `a lower award waits for a higher one that is unknown, a higher one does not`() throws
  {
    let route =
      #"{"number":"c","operation":"routeIs","arguments":{"route":"administrative"},"for":["nat2"]}"#
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "nat2", "2025-01-01")
        + Sample.title("r3", "prov", "2025-01-01"),
      clauses: [Sample.nat2, Sample.prov, route, Self.perEnterprise]
    )
    let round = try sample.round()
    #expect(
      round.summary == """
        p/nat2#r2 unknown 0
        p/prov#r3 unknown 0
        """
    )
    #expect(
      try round.claim("prov", "r3").missing.map { "\($0.record).\($0.field)" } == ["r2.route"]
    )
    let higher = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "nat2", "2025-01-01")
        + Sample.title("r3", "prov", "2025-01-01"),
      clauses: [Sample.nat, Sample.nat2, Sample.prov, route, Self.perEnterprise]
    )
    #expect(
      try higher.round().summary == """
        p/nat#r1 eligible 50000000
        p/nat2#r2 unknown 0
        p/prov#r3 not-eligible 0
        """
    )
  }

  @Test func `a lower award waits for a higher one that people must decide`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r3", "prov", "2025-01-01"),
      clauses: [
        Sample.nat, Sample.prov, #"{"number":"u","operation":"unexpressed","for":["nat"]}"#,
        Self.perEnterprise,
      ]
    )
    #expect(try sample.round().claim("prov", "r3").outcome == .undecided)
  }

  @Test func `a missing brand matters only where another award competes`() throws {
    let alone = try Sample(
      Sample.title("r1", "prov", "2025-01-01", brand: nil),
      clauses: [Sample.nat, Sample.prov, Self.perBrand]
    )
    #expect(try alone.round().summary == "p/prov#r1 eligible 10000000")
    let beside = try Sample(
      Sample.title("r1", "prov", "2025-01-01", brand: nil)
        + Sample.title("r2", "nat", "2025-01-01", brand: "b1"),
      clauses: [Sample.nat, Sample.prov, Self.perBrand]
    )
    let claim = try beside.round().claim("prov", "r1")
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map { "\($0.record).\($0.field)" } == ["r1.brand"])
    #expect(try beside.round().claim("nat", "r2").outcome == .eligible)
  }

  @Test func `it compares only the clauses that it names, an article naming all of its items`()
    throws
  {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "prov", "2025-01-01")
        + Sample.title("r3", "city", "2025-01-01"),
      clauses: [
        #"{"number":"第六条(一)","operation":"fixed","arguments":{"scheme":"nat","amount":"50元"}}"#,
        #"{"number":"第六条（二）","operation":"fixed","arguments":{"scheme":"prov","amount":"10元"}}"#,
        #"{"number":"第七条","operation":"fixed","arguments":{"scheme":"city","amount":"2元"}}"#,
        #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"},"for":["第六条"]}"#,
      ]
    )
    #expect(
      try sample.round().summary == """
        p/第六条(一)#r1 eligible 5000
        p/第六条（二）#r2 not-eligible 0
        p/第七条#r3 eligible 200
        """
    )
  }
}

struct OncePerLevelTests {
  private static let once = #"{"number":"o","operation":"oncePerLevel"}"#

  @Test func `the earliest of a round is paid, the second one is not`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02") + Sample.title("r2", "nat2", "2025-06-01")
        + Sample.title("r3", "prov", "2025-06-03"),
      clauses: [Sample.nat, Sample.nat2, Sample.prov, Self.once]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r1 not-eligible 0
        p/nat2#r2 eligible 30000000
        p/prov#r3 eligible 10000000
        """
    )
  }

  @Test(arguments: [
    (Sample.award("a", 2023, "national", yuan: 1), Outcome.notEligible),
    (Sample.award("a", 2026, "national", yuan: 1), .eligible),
    (Sample.award("a", 2023, "provincial", yuan: 1), .eligible),
    (Sample.award("a", 2023, "national", yuan: 1, recipient: "e2"), .eligible),
    (Sample.award("a", 2023, "national", yuan: 1, more: #","payer":"江苏省""#), .eligible),
    (Sample.award("a", 2023, "national", yuan: 0), .eligible),
  ])
  func `an earlier payout of the same holder and tier is looked at`(
    award: String,
    outcome: Outcome
  ) throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02") + award,
      clauses: [Sample.nat, Self.once]
    )
    #expect(try sample.round().claim("nat", "r1").outcome == outcome)
  }

  @Test(arguments: ["void", "recovered"])
  func `an award that no longer stands is not looked at`(state: String) throws {
    let award = Sample.award("a", 2023, "national", yuan: 1)
      .replacing(#""state":"paid""#, with: #""state":"\#(state)""#)
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02") + award,
      clauses: [Sample.nat, Self.once]
    )
    #expect(try sample.round().claim("nat", "r1").outcome == .eligible)
  }

  @Test(arguments: [("policy", Outcome.eligible), ("city", .notEligible), ("all", .notEligible)])
  func `how far it looks is said by the clause`(scope: String, outcome: Outcome) throws {
    let award = Sample.award("a", 2023, "national", yuan: 1)
      .replacing(#""policy":"p""#, with: #""policy":"other""#)
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02") + award,
      clauses: [
        Sample.nat,
        #"{"number":"o","operation":"oncePerLevel","arguments":{"earlier":"\#(scope)"}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r1").outcome == outcome)
  }

  @Test func `payouts of the policy that was replaced count`() throws {
    let award = Sample.award("a", 2023, "national", yuan: 1)
      .replacing(#""policy":"p""#, with: #""policy":"old""#)
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-06-02") + award,
      clauses: [Sample.nat, Self.once],
      policy: #""id":"p","name":"n","inForceFrom":"2024-01-01","replaces":["old"]"#
    )
    #expect(try sample.round().claim("nat", "r1").outcome == .notEligible)
  }
}

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
}

struct RenewalTests {
  private func claim(_ arguments: String, event: String?, more: String = "") throws -> Claim {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-06-02", event: event) + more,
      clauses: [
        #"{"number":"nat","operation":"fixed","arguments":{"scheme":"nat","amount":"1.01元"}}"#,
        #"{"number":"n","operation":"renewal","arguments":{\#(arguments)}}"#,
      ]
    )
    return try sample.round().claim("nat", "r")
  }

  @Test(
    arguments: [
      ("first", 101, Outcome.eligible), ("upgrade", 101, .eligible), ("renewal", 0, .notEligible),
      (nil, 0, .unknown),
    ] as [(String?, Int64, Outcome)]
  )
  func `renewals are not paid`(event: String?, fen: Int64, outcome: Outcome) throws {
    let claim = try claim(#""mode":"none""#, event: event)
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == fen)
  }

  @Test(arguments: [
    (#""mode":"full""#, 101, Outcome.eligible),
    (#""mode":"rate","rate":"100%""#, 101, .eligible),
    (#""mode":"rate","rate":"50%""#, 0, .undecided),
    (#""mode":"rate","rate":"50%","rounding":{"unit":"0.01元","direction":"down"}"#, 50, .eligible),
    (#""mode":"rate","rate":"1/2","rounding":{"unit":"0.01元","direction":"up"}"#, 51, .eligible),
    (
      #""mode":"rate","rate":"0.5","rounding":{"unit":"0.01元","direction":"nearest"}"#, 51,
      .eligible
    ),
    (
      #""mode":"rate","rate":"1/3","rounding":{"unit":"0.01元","direction":"nearest"}"#, 34,
      .eligible
    ),
    (#""mode":"rate","rate":"50%","rounding":{"unit":"1元","direction":"nearest"}"#, 100, .eligible),
    (
      #""mode":"rate","rate":"49%","rounding":{"unit":"1元","direction":"nearest"}"#, 0, .notEligible
    ),
  ])
  func `a share is rounded only as the clause says`(
    arguments: String,
    fen: Int64,
    outcome: Outcome
  ) throws {
    let claim = try claim(arguments, event: "renewal")
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == fen)
  }

  @Test(arguments: [
    ("", Outcome.eligible),
    (Sample.award("a", 2020, "national", yuan: 1, more: #","object":"b1""#), .unknown),
    (Sample.award("a", 2020, "provincial", yuan: 1, more: #","object":"b1""#), .eligible),
  ])
  func `a renewal without a brand waits only for a payout of its tier`(
    award: String,
    outcome: Outcome
  ) throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-06-02", brand: nil, event: "renewal") + award,
      clauses: [
        Sample.nat, #"{"number":"n","operation":"renewal","arguments":{"mode":"ifNeverPaid"}}"#,
      ]
    )
    let claim = try sample.round().claim("nat", "r")
    #expect(claim.outcome == outcome)
    #expect(claim.missing.map(\.field) == (outcome == .unknown ? ["brand"] : []))
  }

  @Test(arguments: [
    ("", Outcome.eligible),
    (Sample.award("a", 2020, "national", yuan: 1, more: #","object":"b1""#), .notEligible),
    (Sample.award("a", 2020, "national", yuan: 1, more: #","object":"b3""#), .eligible),
    (Sample.award("a", 2020, "provincial", yuan: 1, more: #","object":"b1""#), .eligible),
    (Sample.award("a", 2020, "national", yuan: 1), .unknown),
    (Sample.award("a", 2020, "provincial", yuan: 1), .eligible),
  ])
  func `a renewal is paid if the brand never was`(award: String, outcome: Outcome) throws {
    #expect(
      try claim(#""mode":"ifNeverPaid""#, event: "renewal", more: award).outcome == outcome
    )
  }
}
