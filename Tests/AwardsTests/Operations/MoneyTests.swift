import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct CapTests {
  private func round(_ cap: String, _ more: String = "") throws -> Round {
    try Sample(
      Sample.title("r1", "prov", "2025-01-01") + Sample.title("r2", "prov", "2025-02-01") + more,
      clauses: [
        Sample.prov,
        #"{"number":"k","operation":"capPerEnterprise","arguments":{"amount":"\#(cap)"}}"#,
      ]
    ).round()
  }

  @Test(
    arguments: [
      ("199999.99元", [10_000_000, 9_999_999]), ("20万元", [10_000_000, 10_000_000]),
      ("200000.01元", [10_000_000, 10_000_000]), ("10万元", [10_000_000, 0]),
      ("5万元", [5_000_000, 0]), ("0.01元", [1, 0]),
    ] as [(String, [Int64])]
  )
  func `claims are paid in their order up to the cap`(cap: String, fen: [Int64]) throws {
    #expect(try round(cap).claims.map(\.amount.fen) == fen)
  }

  @Test(
    arguments: [
      (2025, 50_000, [10_000_000, 5_000_000]), (2024, 50_000, [10_000_000, 10_000_000]),
      (2025, 500_000, [0, 0]), (2026, 50_000, [10_000_000, 10_000_000]),
    ] as [(Int, Int, [Int64])]
  )
  func `payouts of the same year count first`(year: Int, yuan: Int, fen: [Int64]) throws {
    let award = Sample.award("a", year, "county", yuan: yuan)
    #expect(try round("20万元", award).claims.map(\.amount.fen) == fen)
  }

  @Test func `each enterprise has a cap of its own`() throws {
    let more = Sample.title("r3", "prov", "2025-03-01", holder: "e2", brand: "b2")
    #expect(try round("10万元", more).claims.map(\.amount.fen) == [10_000_000, 0, 10_000_000])
  }

  @Test func `a sum beyond 64 bits is an error that names the clause`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "nat", "2025-02-01"),
      clauses: [
        #"{"number":"大","operation":"fixed","arguments":{"scheme":"nat","amount":"90000000000000000元"}}"#,
        #"{"number":"帽","operation":"capPerEnterprise","arguments":{"amount":"91000000000000000元"}}"#,
      ]
    )
    let error = #expect(throws: Diagnostics.self) { try sample.round() }
    #expect(error?.list.first?.name == "award-overflow")
    #expect(error?.list.first?.message.zh.contains("帽") == true)
  }

  @Test func `a total beyond 64 bits is an error`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01") + Sample.title("r2", "nat", "2025-02-01"),
      clauses: [
        #"{"number":"1","operation":"fixed","arguments":{"scheme":"nat","amount":"90000000000000000元"}}"#
      ]
    )
    let error = #expect(throws: Diagnostics.self) { try sample.round() }
    #expect(error?.list.first?.name == "award-overflow")
  }
}

struct PotTests {
  /// Claims of the given amounts in fen, shared by a pot.
  private func shares(_ fen: [Int64], pot: String, more: String = "") throws -> [Int64] {
    let schemes = fen.indices.map {
      #"{"kind":"scheme","id":"s\#($0)","name":"荣誉\#($0)","level":"county"}"# + "\n"
    }
    let titles = fen.indices.map { Sample.title("r\($0)", "s\($0)", "2025-01-01") }
    let clauses = fen.enumerated().map { index, fen in
      let yuan = Money(fen: fen).description
      return
        #"{"number":"\#(index)","operation":"fixed","arguments":{"scheme":"s\#(index)","amount":"\#(yuan)元"}}"#
    }
    let sample = try Sample(
      (schemes + titles).joined() + more,
      clauses: clauses + [#"{"number":"b","operation":"pot","arguments":{\#(pot)}}"#]
    )
    return try sample.round().claims.map(\.amount.fen)
  }

  @Test func `铜梁: with 50万 for claims of 100万, 10万 becomes 5万`() throws {
    let shares = try shares([10_000_000, 60_000_000, 30_000_000], pot: #""amount":"50万元""#)
    #expect(shares == [5_000_000, 30_000_000, 15_000_000])
  }

  @Test(
    arguments: [("300.01元", [10_000, 20_000]), ("300元", [10_000, 20_000])] as [(String, [Int64])]
  )
  func `a pot that suffices changes nothing`(amount: String, fen: [Int64]) throws {
    #expect(try shares([10_000, 20_000], pot: #""amount":"\#(amount)""#) == fen)
  }

  @Test func `one fen less is taken from the smallest remainder`() throws {
    #expect(try shares([10_000, 20_000], pot: #""amount":"299.99元""#) == [10_000, 19_999])
  }

  @Test(
    arguments: [
      [1, 1, 1], [1, 2, 4], [333, 333, 334], [99_999_999, 1, 7], [7, 11, 13, 17, 19, 23],
      [10_000_000, 10_000_000, 10_000_000, 10_000_000, 10_000_000, 10_000_000, 10_000_000],
      [123_456_789, 987_654_321, 5],
    ] as [[Int64]]
  )
  func `shares add up to the pot to the fen`(fen: [Int64]) throws {
    let total = fen.reduce(0, +)
    for pot in [1, 2, total / 3, total / 2, total - 1] where pot > 0 {
      let shares = try shares(fen, pot: #""amount":"\#(Money(fen: pot))元""#)
      #expect(shares.reduce(0, +) == pot, "\(pot) of \(total)")
      #expect(zip(shares, fen).allSatisfy { $0 <= $1 })
    }
  }

  @Test func `equal remainders go by the claim's id`() throws {
    #expect(try shares([100, 100, 100], pot: #""amount":"1元""#) == [34, 33, 33])
    #expect(try shares([100, 100, 100], pot: #""amount":"2元""#) == [67, 67, 66])
  }

  @Test func `whole yuan leave the rest in the pot`() throws {
    let shares = try shares([10_000, 10_000, 10_000], pot: #""amount":"100.50元","unit":"1元""#)
    #expect(shares == [3_400, 3_300, 3_300])
  }

  @Test func `a share is never lifted above its claim`() throws {
    #expect(try shares([50, 10_000], pot: #""amount":"100元","unit":"1元""#) == [0, 10_000])
  }

  @Test func `payouts already made this year count first`() throws {
    let award = Sample.award("a", 2025, "county", yuan: 100)
    #expect(try shares([10_000, 10_000], pot: #""amount":"200元""#, more: award) == [5_000, 5_000])
  }
}

struct PayToTests {
  @Test func `the owner of the brand is paid instead of the holder`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-01", holder: "e1", brand: "b2")
        + Sample.title("r2", "nat", "2025-01-01", holder: "e1", brand: nil),
      clauses: [
        Sample.nat, #"{"number":"t","operation":"payTo","arguments":{"payee":"brandOwner"}}"#,
      ]
    )
    let round = try sample.round()
    #expect(try round.claim("nat", "r1").recipient == "e2")
    #expect(try round.claim("nat", "r1").recipientName == "乙公司")
    let other = try round.claim("nat", "r2")
    #expect(other.outcome == .unknown)
    #expect(other.missing.map(\.field) == ["brand"])
  }

  @Test func `what is no title goes to its holder`() throws {
    let sample = try Sample(
      #"{"kind":"expense","id":"f","enterprise":"e1","paidOn":"2025-03-01","category":"filing","amountFen":5}"#,
      clauses: [
        #"{"number":"1","operation":"fixed","arguments":{"facts":"expense","amount":"1元"}}"#,
        #"{"number":"t","operation":"payTo","arguments":{"payee":"brandOwner"}}"#,
      ]
    )
    #expect(try sample.round().summary == "p/1#f eligible 100")
    #expect(try sample.round().claim("1", "f").recipient == "e1")
  }
}
