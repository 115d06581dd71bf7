import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

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
    // Behind an award of a later year it is left to people.
    (Sample.award("a", 2026, "national", yuan: 1), .notEligible),
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
