import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

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
