import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct ApplicationTests {
  private func application(_ more: String, id: String = "a", fact: String = "r") -> String {
    #"{"kind":"application","id":"\#(id)","enterprise":"e1","policy":"p","fact":"\#(fact)"\#(more)}"#
      + "\n"
  }

  private func claim(
    _ records: String,
    _ condition: String,
    won: String = "2025-05-10",
    year: Int = 2025
  ) throws -> Claim? {
    let sample = try Sample(
      Sample.title("r", "nat", won) + records,
      clauses: [Sample.nat, #"{"number":"c",\#(condition)}"#]
    )
    return try sample.round(year).claims.first
  }

  private static let january =
    #""operation":"applicationWindow","arguments":{"from":"01-05","until":"01-31","yearOffset":1}"#

  @Test(arguments: [
    ("2026-01-04", Outcome.notEligible), ("2026-01-05", .eligible), ("2026-01-31", .eligible),
    ("2026-02-01", .notEligible), ("2026-01", .unknown), ("2025-12", .notEligible),
  ])
  func `an application counts from the first day to the last`(day: String, outcome: Outcome) throws
  {
    let claim = try #require(
      try claim(application(#","appliedOn":"\#(day)""#), Self.january)
    )
    #expect(claim.outcome == outcome)
    if outcome == .notEligible {
      #expect(claim.needs.map(\.demand.en) == ["an application within 2026-01-05 – 2026-01-31"])
    }
  }

  @Test func `without an application it is not known`() throws {
    let claim = try #require(try self.claim("", Self.january))
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map { "\($0.record).\($0.field)" } == ["r.application"])
    let other = try self.claim(application(#","appliedOn":"2026-01-10""#, fact: "s"), Self.january)
    #expect(other?.outcome == .unknown)
  }

  private static let carrying =
    #""operation":"applicationWindow","arguments":{"from":"01-05","until":"01-31","yearOffset":1,"late":"nextRound"}"#

  @Test(
    arguments: [
      ("2026-01-31", 2025, Outcome.eligible), ("2026-02-01", 2025, .notEligible),
      ("2026-01-31", 2026, nil), ("2026-02-01", 2026, .eligible), ("2027-01-31", 2026, .eligible),
      ("2027-02-01", 2026, nil), ("2027-02-01", 2027, nil),
    ] as [(String, Int, Outcome?)]
  )
  func `what is late goes to the next round, and no further`(
    day: String,
    year: Int,
    outcome: Outcome?
  ) throws {
    let claim = try claim(application(#","appliedOn":"\#(day)""#), Self.carrying, year: year)
    #expect(claim?.outcome == outcome)
  }

  @Test(arguments: [
    ("2026-02-01", "it goes to the round of 2026"), ("2027-01-31", "it goes to the round of 2026"),
    ("2027-02-01", "only what came by 2027-01-31 goes to the round of 2026"),
    ("2027", "only what came by 2027-01-31 goes to the round of 2026"),
  ])
  func `what is too late for the next round, too, is not sent there`(day: String, told: String)
    throws
  {
    let claim = try #require(try claim(application(#","appliedOn":"\#(day)""#), Self.carrying))
    #expect(claim.outcome == .notEligible)
    #expect(
      try claim.step("c").reason.en == "applied for after 2026-01-05 – 2026-01-31: \(told)"
    )
  }

  @Test(arguments: [
    ("2024-05-10", "2025-05-09", Outcome.eligible), ("2024-05-10", "2025-05-10", .eligible),
    ("2024-05-10", "2025-05-11", .notEligible), ("2024-02-29", "2025-02-28", .eligible),
    ("2024-02-29", "2025-03-01", .notEligible), ("2024-05", "2025-05-01", .eligible),
    ("2024-05", "2025-05-02", .unknown), ("2024-05", "2025-06-01", .notEligible),
    ("2024-05-10", "2024-05-09", .notEligible), ("2024-05-10", "2024-05-10", .eligible),
    ("2024-05", "2024-04-30", .notEligible), ("2024-05", "2024-05-10", .unknown),
    ("2024-05", "2024-05-31", .eligible), ("2024-05-10", "2024-05", .unknown),
    ("2024-05-10", "2024", .unknown), ("2024-05-10", "2024-04", .notEligible),
  ])
  func `a year after the certificate ends on the corresponding day`(
    won: String,
    applied: String,
    outcome: Outcome
  ) throws {
    let claim = try claim(
      application(#","appliedOn":"\#(applied)""#),
      #""operation":"withinOf","arguments":{"years":1}"#,
      won: won,
      year: 2024
    )
    #expect(claim?.outcome == outcome)
  }

  @Test(arguments: [
    (#","pledges":["credit","no-move:9"]"#, Outcome.notEligible),
    (#","pledges":["no-move:10"]"#, .eligible), (#","pledges":["no-move:11"]"#, .eligible),
    (#","pledges":["no-move"]"#, .notEligible), ("", .notEligible),
  ])
  func `a pledge holds for as many years as demanded`(more: String, outcome: Outcome) throws {
    let pledge = #""operation":"pledge","arguments":{"pledge":"no-move","years":10}"#
    #expect(try claim(application(more), pledge)?.outcome == outcome)
    #expect(try claim("", pledge)?.outcome == .unknown)
  }

  @Test(arguments: [
    (#","recommendedBy":["市工信局"]"#, Outcome.eligible),
    (#","recommendedBy":["镇政府"]"#, .notEligible), ("", .notEligible),
  ])
  func `one of the offices recommends`(more: String, outcome: Outcome) throws {
    let condition = #""operation":"recommendedBy","arguments":{"by":["市市场监管局","市工信局"]}"#
    #expect(try claim(application(more), condition)?.outcome == outcome)
  }

  @Test(arguments: [
    (#","investedFen":200,"selfFundedFen":99"#, Outcome.notEligible),
    (#","investedFen":200,"selfFundedFen":100"#, .eligible),
    (#","investedFen":200,"selfFundedFen":101"#, .eligible),
    (#","investedFen":0,"selfFundedFen":0"#, .unknown), (#","investedFen":200"#, .unknown),
  ])
  func `the self-funded share is reached by its very edge`(more: String, outcome: Outcome) throws {
    let condition = #""operation":"selfFundedRatioAtLeast","arguments":{"ratio":"50%"}"#
    #expect(try claim(application(more), condition)?.outcome == outcome)
  }

  @Test(
    arguments: [
      // The application names neither of two titles, then one of them.
      (nil, "p/1#r undecided 0\np/1#s undecided 0"),
      ("s", "p/1#r unknown 0\np/1#s eligible 20000"),
    ] as [(String?, String)]
  )
  func `a sum told once is not paid for each of two facts`(fact: String?, result: String) throws {
    let named = fact.map { #","fact":"\#($0)""# } ?? ""
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10") + Sample.title("s", "nat", "2025-05-11", brand: "b3")
        + #"{"kind":"application","id":"a","enterprise":"e1","policy":"p","investedFen":40000\#(named)}"#,
      clauses: [
        #"{"number":"1","operation":"lesserOf","arguments":{"scheme":"nat","amounts":[{"figure":"invested","rate":"50%"},"9万元"]}}"#
      ]
    )
    #expect(try sample.round().summary == result)
  }

  @Test func `two clauses may each pay a part of a sum for one fact`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10")
        + #"{"kind":"application","id":"a","enterprise":"e1","policy":"p","investedFen":40000}"#,
      clauses: [
        #"{"number":"1","operation":"lesserOf","arguments":{"scheme":"nat","amounts":[{"figure":"invested","rate":"50%"}]}}"#,
        #"{"number":"2","operation":"byBracket","arguments":{"scheme":"nat","figure":"invested","steps":[{"atLeast":"400元","amount":"7元"}]}}"#,
      ]
    )
    #expect(try sample.round().claims.map(\.amount.fen) == [20000, 700])
  }

  @Test(arguments: [
    ("2022-05-09", Outcome.eligible), ("2022-05-10", .eligible), ("2022-05-11", .notEligible),
    ("2022-05", .unknown), ("2022", .unknown), ("2021", .eligible), ("2023", .notEligible),
  ])
  func `three years are full on the corresponding day`(registered: String, outcome: Outcome) throws
  {
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x","name":"丁","registeredOn":"\#(registered)"}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x"),
      clauses: [
        Sample.nat, #"{"number":"c","operation":"minYearsOperating","arguments":{"years":3}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == outcome)
  }

  @Test(arguments: [
    (#","sector":"电动工具""#, Outcome.eligible), (#","sector":"房地产""#, .notEligible), ("", .unknown),
  ])
  func `sector takes the industries that are listed`(fields: String, outcome: Outcome) throws {
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x","name":"丁"\#(fields)}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x"),
      clauses: [
        Sample.nat, #"{"number":"c","operation":"sector","arguments":{"in":["电动工具"]}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == outcome)
  }

  @Test(arguments: [
    (#""date":"2015-01-01""#, Outcome.notEligible),
    (#""date":"2015-01-01","resolvedOn":"2025-12-31""#, .eligible),
    (#""date":"2015-01-01","resolvedOn":"2026-01-01""#, .notEligible),
    (#""date":"2025-12-31""#, .notEligible), (#""date":"2026-01-01""#, .eligible),
    (#""date":"2015-01-01","resolvedOn":"2025""#, .eligible), (#""date":"2026""#, .eligible),
  ])
  func `a ban holds until the day from which its entry counts no longer`(
    fields: String,
    outcome: Outcome
  ) throws {
    let incident =
      #"{"kind":"incident","id":"i","enterprise":"e1","category":"fraud",\#(fields)}"# + "\n"
    #expect(try claim(incident, #""operation":"notBanned""#)?.outcome == outcome)
    let tax = incident.replacing("fraud", with: "tax")
    #expect(try claim(tax, #""operation":"notBanned""#)?.outcome == .eligible)
  }

  @Test(arguments: [
    ("2025-12-30", Outcome.eligible), ("2025-12-31", .notEligible), ("2025-12", .unknown),
    ("2025-11", .eligible), ("2026", .notEligible),
  ])
  func `a ban for some years ends after its last day, whatever it was for`(
    last: String,
    outcome: Outcome
  ) throws {
    for category in ["fraud", "tax"] {
      let incident =
        #"{"kind":"incident","id":"i","enterprise":"e1","category":"\#(category)","#
        + #""date":"2015-01-01","bannedUntil":"\#(last)"}"# + "\n"
      #expect(try claim(incident, #""operation":"notBanned""#)?.outcome == outcome)
    }
  }

  @Test(arguments: [
    ("", [Outcome.eligible]), (#","rank":1"#, [.eligible]), (#","rank":2"#, []),
    (#","coHolders":["e2"]"#, [.unknown]), (#","rank":1,"coHolders":["e2"]"#, [.eligible]),
  ])
  func `who holds a title alone holds its first place`(more: String, outcomes: [Outcome]) throws {
    let claims = try Sample(
      Sample.title("r", "nat", "2025-05-10", more: more),
      clauses: [
        #"{"number":"v","operation":"fixed","arguments":{"rank":"1","amount":"5万元"}}"#
      ]
    ).round().claims
    #expect(claims.map(\.outcome) == outcomes)
  }

  @Test(arguments: [
    ("", Outcome.eligible), (#","rank":1"#, .eligible), (#","rank":2"#, .notEligible),
    (#","coHolders":["e2"]"#, .unknown), (#","rank":1,"coHolders":["e2"]"#, .eligible),
  ])
  func `only the first of several holders is paid`(more: String, outcome: Outcome) throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10", more: more),
      clauses: [Sample.nat, #"{"number":"c","operation":"holderIsFirst"}"#]
    )
    #expect(try sample.round().claim("nat", "r").outcome == outcome)
  }

  @Test(arguments: [(1, 2_000), (2, 1_000), (3, 0)] as [(Int, Int64)])
  func `places are paid by the table, and none behind it`(rank: Int, fen: Int64) throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10", more: #","rank":\#(rank)"#),
      clauses: [
        #"{"number":"v","operation":"rankTable","arguments":{"scheme":"nat","amounts":["20元","10元"]}}"#
      ]
    )
    let claim = try sample.round().claim("v", "r")
    #expect(claim.amount.fen == fen)
    #expect(claim.outcome == (fen > 0 ? .eligible : .notEligible))
  }

  @Test(
    arguments: [
      (#","stages":["受理"]"#, Outcome.eligible, 200), (#","stages":["授权","受理"]"#, .eligible, 500),
      (#","stages":["其他"]"#, .notEligible, 0), ("", .unknown, 0),
    ] as [(String, Outcome, Int64)]
  )
  func `the stages that are complete are paid`(more: String, outcome: Outcome, fen: Int64) throws {
    let sample = try Sample(
      application(#","appliedOn":"2025-03-01""# + more),
      clauses: [
        #"{"number":"v","operation":"stagePayment","arguments":{"steps":[{"stage":"受理","amount":"2元"},{"stage":"授权","amount":"3元"}]}}"#
      ]
    )
    let claim = try sample.round().claim("v", "a")
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == fen)
  }
}
