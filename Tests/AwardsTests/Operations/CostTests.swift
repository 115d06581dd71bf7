import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Amounts and limits that are shares of a cost.
struct CostTests {
  private func expense(_ fen: Int64, _ more: String = #""category":"registration""#) -> String {
    #"{"kind":"expense","id":"x1","enterprise":"e1","paidOn":"2025-03-01","amountFen":\#(fen),\#(more)}"#
  }

  @Test(
    arguments: [
      (1_999_998, 999_999), (2_000_000, 1_000_000), (2_000_002, 1_000_000),
    ] as [(Int64, Int64)]
  )
  func `a share of a cost stops at its maximum`(cost: Int64, paid: Int64) throws {
    let claim = try Sample.claim(
      "",
      #""operation":"percentOf","arguments":{"facts":"expense","rate":"50%","maximum":"1万元"}"#,
      fact: expense(cost)
    )
    #expect(claim.amount.fen == paid)
  }

  @Test(
    arguments: [
      ("", Outcome.undecided, 0),
      (#","rounding":{"unit":"0.01元","direction":"down"}"#, .eligible, 1_666_666),
      (#","rounding":{"unit":"0.01元","direction":"up"}"#, .eligible, 1_666_667),
      (#","rounding":{"unit":"1元","direction":"nearest"}"#, .eligible, 1_666_700),
    ] as [(String, Outcome, Int64)]
  )
  func `a share that is no whole fen is rounded only as said`(
    rounding: String,
    outcome: Outcome,
    fen: Int64
  ) throws {
    let claim = try Sample.claim(
      "",
      #""operation":"percentOf","arguments":{"facts":"expense","rate":"1/3"\#(rounding)}"#,
      fact: expense(5_000_000)
    )
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == fen)
  }

  @Test(arguments: [
    (#""category":"registration","official":true"#, [Outcome.eligible]),
    (#""category":"registration","official":false"#, []),
    (#""category":"registration""#, [.unknown]), (#""category":"agency","official":true"#, []),
  ])
  func `only the cost kinds that are named are shared`(fields: String, outcomes: [Outcome]) throws {
    let sample = try Sample(
      expense(100, fields),
      clauses: [
        #"{"number":"v","operation":"percentOf","arguments":{"facts":"expense","category":"registration","official":"yes","rate":"50%"}}"#
      ]
    )
    #expect(try sample.round().claims.map(\.outcome) == outcomes)
  }

  @Test(
    arguments: [(39_999_999, 20_000_000), (40_000_000, 20_000_000), (39_999_998, 19_999_999)]
      as [(Int64, Int64)]
  )
  func `the lesser of half the interest and a sum`(interest: Int64, paid: Int64) throws {
    let claim = try Sample.claim(
      "",
      #""operation":"lesserOf","arguments":{"facts":"loan","amounts":["20万元",{"figure":"interest","rate":"50%","rounding":{"unit":"0.01元","direction":"up"}}]}"#,
      fact:
        #"{"kind":"loan","id":"l","enterprise":"e1","contractOn":"2025-02-01","principalFen":1000000000,"interestFen":\#(interest)}"#
    )
    #expect(claim.amount.fen == paid)
  }

  /// A third of 10.01 yuan is no whole number of fen; what matters is whether the last fen does.
  @Test(arguments: [
    (
      #""operation":"percentOf","arguments":{"facts":"expense","rate":"1/3"}"#, Outcome.undecided, 0
    ),
    (
      #""operation":"percentOf","arguments":{"facts":"expense","rate":"1/3","maximum":"3.33元"}"#,
      .eligible, 333
    ),
    (
      #""operation":"percentOf","arguments":{"facts":"expense","rate":"1/3","maximum":"3.34元"}"#,
      .undecided, 0
    ),
    (
      #""operation":"lesserOf","arguments":{"facts":"expense","amounts":["3.33元",{"figure":"cost","rate":"1/3"}]}"#,
      .eligible, 333
    ),
    (
      #""operation":"lesserOf","arguments":{"facts":"expense","amounts":["3.34元",{"figure":"cost","rate":"1/3"}]}"#,
      .undecided, 0
    ),
  ])
  func `a share needs rounding only where its last fen matters`(
    value: String,
    outcome: Outcome,
    fen: Int
  ) throws {
    let claim = try Sample.claim("", value, fact: expense(1001))
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == Int64(fen))
  }

  @Test(arguments: [("3.33元", Outcome.eligible), ("3.34元", .undecided)])
  func `a limit needs rounding only where its last fen matters`(
    amount: String,
    outcome: Outcome
  ) throws {
    let claim = try Sample.claim(
      "",
      #""operation":"fixed","arguments":{"facts":"expense","amount":"\#(amount)"}"#,
      #""operation":"capPer","arguments":{"limit":{"figure":"cost","rate":"1/3"},"subject":"fact"}"#,
      fact: expense(1001)
    )
    #expect(claim.outcome == outcome)
  }

  @Test func `a share of nothing is not eligible`() throws {
    let claim = try Sample.claim(
      "",
      #""operation":"percentOf","arguments":{"facts":"expense","rate":"50%"}"#,
      fact: expense(0)
    )
    #expect(claim.outcome == .notEligible)
  }
}
