import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// What other payers paid counts for the very fact, whoever was paid, and once.
struct OtherPayerTests {
  private static let topUp =
    #"{"number":"t","operation":"topUpTo","arguments":{"standard":"50万元","payers":"provincial"}}"#
  private static let matching =
    #"{"number":"m","operation":"matching","arguments":{"ratio":"50%","payers":"provincial"}}"#

  /// 20 万 of the province in 2025.
  private func paid(
    _ facts: String,
    to recipient: String = "e1",
    payer: String? = "provincial",
    more: String = ""
  ) -> String {
    let payer = payer.map { #","payer":"\#($0)""# } ?? ""
    return
      #"{"kind":"award","id":"up","policy":"js","year":2025,"recipient":"\#(recipient)","amountFen":20000000,"state":"paid","clause":"js/x","claim":"js/x#1","facts":[\#(facts)],"object":"b1"\#(payer),"sealedOn":"2025-05-20"\#(more)}"#
      + "\n"
  }

  private static let titles =
    Sample.title("r1", "nat", "2025-03-01") + Sample.title("r2", "prov", "2025-04-01")

  private func lines(_ records: String) throws -> [String] {
    let round = try Sample(records, clauses: [Self.topUp, Self.matching]).round()
    return round.claims.map {
      "\($0.id.dropFirst(2)) \($0.outcome.rawValue) \($0.amount.fen / 100)"
    }
  }

  @Test(arguments: [
    ("provincial", ["t#r1 eligible 300000", "m#r1 eligible 100000"]),
    ("county", ["t#r1 eligible 500000", "m#r1 not-eligible 0"]),
  ])
  func `who pays by a policy paid what names no payer`(payer: String, told: [String]) throws {
    let title = Sample.title("r1", "nat", "2025-03-01")
    #expect(try lines(title + paid(#""r1""#, payer: nil) + Self.policy(payer)) == told)
  }

  private static func policy(_ payer: String) -> String {
    #"{"kind":"policy","id":"js","name":"他办法","inForceFrom":"2000-01-01","payer":"\#(payer)"}"#
      + "\n"
  }

  @Test(arguments: [
    // 50 万 for the title, 20 万 paid before.
    (#""exclusiveWith","arguments":{"payers":"provincial"}"#, "provincial", Int64(0)),
    (#""exclusiveWith","arguments":{"payers":"provincial"}"#, "county", 500_000),
    (#""capPerEnterprise","arguments":{"amount":"40万元","earlier":"city"}"#, "provincial", 400_000),
    (#""capPerEnterprise","arguments":{"amount":"40万元","earlier":"city"}"#, "county", 200_000),
  ])
  func `what is paid by a policy of the province is none of the city's`(
    rule: String,
    payer: String,
    yuan: Int64
  ) throws {
    let round = try Sample(
      Sample.title("r1", "nat", "2025-03-01") + paid(#""r1""#, payer: nil) + Self.policy(payer),
      clauses: [Sample.nat, #"{"number":"x","operation":\#(rule)}"#]
    ).round()
    #expect(try round.claim("nat", "r1").amount == Money(fen: yuan * 100))
  }

  @Test(arguments: [
    ("2", 40_000_000), ("150%", 30_000_000), ("１５０％", 30_000_000), ("3/2", 30_000_000),
  ])
  func `a city may pay a multiple of what the province paid`(ratio: String, fen: Int64) throws {
    let matching = Self.matching.replacing("50%", with: ratio)
    let records = Sample.title("r1", "nat", "2025-03-01") + paid(#""r1""#)
    #expect(try Sample(records, clauses: [matching]).round().claims.map(\.amount.fen) == [fen])
  }

  @Test(arguments: [
    ("matching", "ratio", "10", true), ("matching", "ratio", "1001%", false),
    ("percentOf", "rate", "１０％", true), ("percentOf", "rate", "101%", false),
  ])
  func `a share is no more than the whole, a multiple no more than ten times that`(
    operation: String,
    argument: String,
    rate: String,
    isRight: Bool
  ) throws {
    let json = try JSONValue(parsing: #"{"\#(argument)":"\#(rate)"}"#)
    let (faults, _) = try #require(Operations.trial(operation, json))
    #expect(faults.isEmpty == isRight, "\(faults)")
  }

  @Test func `another title of the same brand was not paid for`() throws {
    #expect(
      try lines(Self.titles + paid(#""r1""#)) == [
        "t#r1 eligible 300000", "t#r2 eligible 500000",
        "m#r1 eligible 100000", "m#r2 not-eligible 0",
      ]
    )
  }

  @Test func `a fact that was paid to its former holder was paid for`() throws {
    #expect(
      try lines(Self.titles + paid(#""r1""#, to: "e2")).prefix(2) == [
        "t#r1 eligible 300000", "t#r2 eligible 500000",
      ]
    )
  }

  @Test(arguments: ["", #""苏政发 12 号""#])
  func `a payout that tells the brand alone counts for its one title`(facts: String) throws {
    let title = Sample.title("r1", "nat", "2025-03-01")
    #expect(try lines(title + paid(facts)) == ["t#r1 eligible 300000", "m#r1 eligible 100000"])
    // Won later, or of another tier: it cannot have been that one.
    let later = Sample.title("r2", "prov", "2025-06-01")
    #expect(
      try lines(title + later + paid(facts)) == [
        "t#r1 eligible 300000", "t#r2 eligible 500000",
        "m#r1 eligible 100000", "m#r2 not-eligible 0",
      ]
    )
    #expect(
      try lines(Self.titles + paid(facts, more: #","level":"national""#)).prefix(2) == [
        "t#r1 eligible 300000", "t#r2 eligible 500000",
      ]
    )
  }

  @Test func `a payout that may be for either of two titles leaves both unknown`() throws {
    let round = try Sample(
      Self.titles + paid(""),
      clauses: [Self.topUp, Self.matching]
    ).round()
    #expect(round.claims.allSatisfy { $0.outcome == .unknown })
    let claim = try round.claim("t", "r1")
    #expect(claim.missing.map { "\($0.record) \($0.field)" } == ["up facts"])
  }

  @Test func `how a payout for two titles divides is not guessed`() throws {
    let round = try Sample(
      Self.titles + paid(#""r1","r2""#),
      clauses: [Self.topUp, Self.matching]
    ).round()
    #expect(round.claims.map(\.outcome) == [.unknown, .unknown, .unknown, .unknown])
    let claim = try round.claim("m", "r1")
    #expect(
      try claim.step("m").reason
        == Phrase(
          en: "not known: amount for each of its facts, as an award for each, of up",
          zh: "尚缺：up 的各事项分别的金额（一事项登记一项奖励）"
        )
    )
    // The number of its document is no fact.
    let lines = try lines(Self.titles + paid(#""r1","苏政发 12 号""#))
    #expect(lines.prefix(2) == ["t#r1 eligible 300000", "t#r2 eligible 500000"])
  }

  @Test func `a payer whose level is not told is asked for its level`() throws {
    let records = Sample.title("r1", "nat", "2025-03-01") + paid(#""r1""#, payer: "江苏省财政厅")
    let round = try Sample(records, clauses: [Self.topUp]).round()
    let reason = try round.claim("t", "r1").step("t").reason
    #expect(
      reason.en
        == "not known: level of the payer, one of: national (国家级), provincial (省级), "
        + "municipal (市级), county (县级), of up"
    )
    #expect(reason.zh == "尚缺：up 的支付方级别（国家级、省级、市级、县级之一）")
    // Where the policy names it, it is known.
    #expect(
      try lines(records + Self.policy("provincial"))
        == ["t#r1 eligible 300000", "m#r1 eligible 100000"]
    )
  }
}
