import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Claims whose amount is not decided, and those that stand against them.
struct OpenRivalTests {
  private static func decided(_ arguments: String) -> String {
    #"{"number":"city","operation":"rangeDecided","arguments":{"scheme":"city"\#(arguments)}}"#
  }

  private func claim(_ range: String, _ rule: String, more: String = "") throws -> Claim {
    try Sample(
      more + Sample.title("p", "prov", "2025-05-10") + Sample.title("c", "city", "2025-04-10"),
      clauses: [Sample.prov, Self.decided(range), #"{"number":"k",\#(rule)}"#]
    ).round().claim("prov", "p")
  }

  private static let byAmount = #""operation":"highestOnly","arguments":{"per":"enterprise"}"#
  private static let byLevel =
    #""operation":"highestOnly","arguments":{"per":"enterprise","by":"level"}"#

  @Test(arguments: [
    // Nobody knows what the city's title will bring: it may be more than 100,000 yuan.
    ("", byAmount, Outcome.undecided), (#","maximum":"100001元""#, byAmount, .undecided),
    (#","minimum":"1万元""#, byAmount, .undecided),
    // At most as much, and of a lower tier: it cannot be the highest.
    (#","maximum":"10万元""#, byAmount, .eligible), (#","maximum":"99999元""#, byAmount, .eligible),
    // By tier the amount does not matter.
    ("", byLevel, .eligible),
  ])
  func `an award waits for one that is undecided and may be higher`(
    range: String,
    rule: String,
    outcome: Outcome
  ) throws {
    #expect(try claim(range, rule).outcome == outcome)
  }

  @Test func `by tier the higher title holds the lower back until it is decided`() throws {
    let clauses = [
      Sample.prov,
      #"{"number":"nat","operation":"rangeDecided","arguments":{"scheme":"nat"}}"#,
      #"{"number":"k",\#(Self.byLevel)}"#,
    ]
    let titles = Sample.title("p", "prov", "2025-05-10") + Sample.title("n", "nat", "2025-04-10")
    let open = try Sample(titles, clauses: clauses).round().claim("prov", "p")
    #expect(open.outcome == .undecided)
    #expect(
      try open.step("k").reason.en == "hangs on p/nat#n, whose amount is not known yet"
    )
    let application =
      #"{"kind":"application","id":"a","enterprise":"e1","policy":"p","fact":"n","decidedFen":100,"reason":"会议纪要"}"#
    let decided = try Sample(titles + application, clauses: clauses).round()
    #expect(decided.summary == "p/prov#p not-eligible 0\np/nat#n eligible 100")
  }

  @Test func `a renewal that is never paid holds nothing back while its amount is open`() throws {
    let clauses = [
      Sample.prov,
      #"{"number":"nat","operation":"rangeDecided","arguments":{"scheme":"nat"}}"#,
      #"{"number":"n","operation":"renewal","arguments":{"mode":"none"}}"#,
      #"{"number":"k",\#(Self.byAmount)}"#,
    ]
    let round = try Sample(
      Sample.title("p", "prov", "2025-05-10")
        + Sample.title("n", "nat", "2025-04-10", event: "renewal"),
      clauses: clauses
    ).round()
    #expect(round.summary == "p/prov#p eligible 10000000\np/nat#n not-eligible 0")
  }

  @Test func `a title whose tier is not known may be the highest`() throws {
    let scheme = #"{"kind":"scheme","id":"x","name":"级别不详"}"# + "\n"
    let round = try Sample(
      scheme + Sample.title("p", "prov", "2025-05-10") + Sample.title("x", "x", "2025-04-10"),
      clauses: [
        Sample.prov,
        #"{"number":"x","operation":"fixed","arguments":{"scheme":"x","amount":"1元"}}"#,
        #"{"number":"k",\#(Self.byLevel)}"#,
      ]
    ).round()
    #expect(round.summary == "p/prov#p unknown 0\np/x#x unknown 0")
    #expect(try round.claim("prov", "p").missing.map(\.field) == ["level"])
  }

  @Test func `of what counts as one the undecided may be the dearest`() throws {
    let rule = #""operation":"dedup","arguments":{"key":"brand"}"#
    #expect(try claim("", rule).outcome == .undecided)
    #expect(try claim(#","maximum":"1万元""#, rule).outcome == .eligible)
  }

  private func range(_ arguments: String, fen: Int64?, fact: String? = "c") throws -> Claim {
    let named = fact.map { #","fact":"\#($0)""# } ?? ""
    let amount = fen.map { #","decidedFen":\#($0),"reason":"会议纪要""# } ?? ""
    return try Sample(
      Sample.title("c", "city", "2025-04-10")
        + #"{"kind":"application","id":"a","enterprise":"e1","policy":"p"\#(named)\#(amount)}"#,
      clauses: [Self.decided(arguments)]
    ).round().claim("city", "c")
  }

  @Test(arguments: [
    (#","minimum":"8万元","maximum":"20万元""#, Int64?.some(7_999_999), Outcome.undecided),
    (#","minimum":"8万元","maximum":"20万元""#, 8_000_000, .eligible),
    (#","minimum":"8万元","maximum":"20万元""#, 20_000_000, .eligible),
    (#","minimum":"8万元","maximum":"20万元""#, 20_000_001, .undecided),
    // 不低于: no upper end.
    (#","minimum":"8万元""#, 7_999_999, .undecided), (#","minimum":"8万元""#, 8_000_000, .eligible),
    (#","minimum":"8万元""#, 900_000_000_000, .eligible),
    // 一事一议: no end at all, and still nothing without a decision.
    ("", 1, .eligible), ("", 0, .notEligible), ("", nil, .undecided),
  ])
  func `an amount is decided within what the policy says`(
    arguments: String,
    fen: Int64?,
    outcome: Outcome
  ) throws {
    let claim = try range(arguments, fen: fen)
    #expect(claim.outcome == outcome)
    #expect(claim.amount == Money(fen: outcome == .eligible ? fen ?? 0 : 0))
  }

  @Test func `an application that is the fact is found although it names another record`() throws {
    let round = try Sample(
      #"{"kind":"application","id":"a","enterprise":"e1","policy":"p","fact":"CN/1","clause":"八","appliedOn":"2025-03-01","decidedFen":500,"reason":"评审"}"#,
      clauses: [
        #"{"number":"七","operation":"rangeDecided","arguments":{"facts":"application"}}"#,
        #"{"number":"w","operation":"applicationWindow","arguments":{"until":"03-01"}}"#,
      ]
    ).round()
    #expect(round.summary == "p/七#a eligible 500")
  }

  @Test func `what is applied for under one clause is not decided by another`() throws {
    let round = try Sample(
      Sample.title("c", "city", "2025-04-10")
        + #"{"kind":"application","id":"a","enterprise":"e1","policy":"p","fact":"c","clause":"乙","decidedFen":500,"reason":"评审"}"#,
      clauses: [
        #"{"number":"甲","operation":"rangeDecided","arguments":{"scheme":"city"}}"#,
        #"{"number":"乙","operation":"rangeDecided","arguments":{"scheme":"city"}}"#,
        #"{"number":"k","operation":"dedup","arguments":{"key":"fact"}}"#,
      ]
    ).round()
    #expect(round.summary == "p/甲#c not-applicable 0\np/乙#c eligible 500")
  }
}
