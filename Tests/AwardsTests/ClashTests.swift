import Awards
import Bilingual
import Foundation
import Ledger
import Portfolio
import Testing

/// Claims of policies that look at each other's payouts are not sealed together.
struct ClashTests {
  private static let day = Day(ordinal: 20_500)

  /// Policy `z` pays 3 万 for the title for which `p` pays 50 万, unless a clause of `p` says otherwise.
  private static func sample(
    _ rule: String,
    _ more: String = "",
    z: String? = nil,
    payer: String = "county"
  ) throws -> Sample {
    let other = #"""
      {"kind":"policy","id":"z","name":"区办法","inForceFrom":"2000-01-01","payer":"\#(payer)"}
      {"kind":"clause","id":"z/1","policy":"z","number":"1","operation":"fixed","arguments":{"scheme":"nat","amount":"3万元"},"text":"…"}

      """#
    let second =
      z.map { #"{"kind":"clause","id":"z/2","policy":"z","number":"2",\#($0),"text":"…"}"# + "\n" }
      ?? ""
    return try Sample(
      Sample.title("r", "nat", "2025-05-10") + other + second + more,
      clauses: [Sample.nat, #"{"number":"x",\#(rule)}"#]
    )
  }

  private static let exclusive =
    #""operation":"exclusiveWith","arguments":{"policies":["z"],"per":"fact"}"#

  private static func award(
    _ policy: String,
    _ clause: String,
    yuan: Int,
    state: AwardState = .sealed,
    commit: Int = 1
  ) -> String {
    #"{"kind":"award","id":"w","policy":"\#(policy)","year":2025,"recipient":"e1","amountFen":\#(yuan * 100),"state":"\#(state.rawValue)","clause":"\#(clause)","claim":"\#(clause)#r","facts":["r"],"object":"b1","level":"national","sealedOn":"2025-06-01","receipt":{"commit":\#(commit),"steps":[]}}"#
      + "\n"
  }

  private static func round(_ sample: Sample, _ policies: [RecordID]? = nil) throws -> Round {
    let snapshot = sample.snapshot
    return try Round(
      year: 2025,
      policies: policies,
      book: try PolicyBook(snapshot),
      snapshot: snapshot
    )
  }

  private static func refusals(_ round: Round) throws -> [String] {
    do {
      _ = try round.seal(round.unsealed, on: day) { "\($0.count)" }
      return []
    } catch let error as Diagnostics {
      return error.list.map { "\($0.name) \($0.message.en)" }
    }
  }

  @Test func `a claim and one that excludes it are not sealed together, and both are told`() throws
  {
    let round = try Self.round(Self.sample(Self.exclusive))
    #expect(round.total == Money(fen: 53_000_000))
    let told =
      "award-clash p/nat#r pays 500,000.00 yuan, and 0.00 once the others are sealed: z/1#r paid "
      + "30,000.00 yuan for it under z"
    #expect(try Self.refusals(round) == [told])
    #expect(try round.cautions().map { "\($0.name) \($0.message.en)" } == [told])
  }

  @Test func `either of them is sealed alone, the other not on top of it`() throws {
    let sample = try Self.sample(Self.exclusive)
    #expect(try Self.refusals(Self.round(sample, ["p"])).isEmpty)
    #expect(try Self.refusals(Self.round(sample, ["z"])).isEmpty)
    let first = try Self.sample(Self.exclusive, Self.award("z", "z/1", yuan: 30_000))
    #expect(try Self.round(first).claim("nat", "r").outcome == .notEligible)
    let second = try Self.sample(Self.exclusive, Self.award("p", "p/nat", yuan: 500_000))
    #expect(
      try Self.refusals(Self.round(second, ["z"])) == [
        "award-clash w (p/nat#r) pays 500,000.00 yuan, and 0.00 once the others are sealed: z/1#r "
          + "paid 30,000.00 yuan for it under z"
      ]
    )
  }

  @Test(arguments: [(AwardState.sealed, 1), (.published, 0), (.paid, 0), (.upheld, 1)])
  func `what was published stands against what another policy pays later`(
    state: AwardState,
    count: Int
  ) throws {
    let limit = #""operation":"dedup","arguments":{"key":"fact","earlier":"all"}"#
    let sealed = Self.award("p", "p/nat", yuan: 500_000, state: state)
    let refusals = try Self.refusals(Self.round(Self.sample(limit, sealed), ["z"]))
    #expect(refusals.count == count)
    let both = Self.award("z", "z/1", yuan: 30_000, commit: 2).replacingOccurrences(
      of: #""id":"w""#,
      with: #""id":"v""#
    )
    let claim = try Self.round(Self.sample(limit, sealed + both)).claim("nat", "r")
    #expect(claim.amount == Money(fen: count == 0 ? 50_000_000 : 0))
  }

  @Test func `of two policies that exclude each other both claims are told`() throws {
    let z = #""operation":"exclusiveWith","arguments":{"policies":["p"],"per":"fact"}"#
    let round = try Self.round(Self.sample(Self.exclusive, z: z))
    #expect(try Self.refusals(round).count == 2)
  }

  @Test(
    arguments: [
      (#""operation":"capPerEnterprise","arguments":{"amount":"50万元","earlier":"city"}"#, 1),
      (#""operation":"capPerEnterprise","arguments":{"amount":"53万元","earlier":"city"}"#, 0),
      (#""operation":"capPerEnterprise","arguments":{"amount":"50万元"}"#, 0),
      (#""operation":"dedup","arguments":{"key":"fact","earlier":"all"}"#, 1),
      (#""operation":"exclusiveWith","arguments":{"policies":["other"]}"#, 0),
    ]
  )
  func `a limit over all policies of the city counts what is sealed beside it`(
    rule: String,
    count: Int
  ) throws {
    #expect(try Self.refusals(Self.round(Self.sample(rule))).count == count)
  }

  @Test(arguments: [("provincial", 1), ("county", 0)])
  func `what is topped up counts what another payer is to pay in the same year`(
    payer: String,
    count: Int
  ) throws {
    let topUp = #""operation":"topUpTo","arguments":{"scheme":"nat","standard":"10万元"}"#
    #expect(try Self.refusals(Self.round(Self.sample(topUp, payer: payer))).count == count)
  }
}
