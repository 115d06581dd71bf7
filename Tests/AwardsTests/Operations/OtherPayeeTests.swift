import Awards
import Ledger
import Portfolio
import Testing

/// What was paid to an organiser or a brand's owner counts for who won the title.
struct OtherPayeeTests {
  private static let toOrganiser =
    #"{"number":"o","operation":"payTo","arguments":{"payee":"organiser","recipient":"e2"}}"#
  private static let toOwner =
    #"{"number":"o","operation":"payTo","arguments":{"payee":"brandOwner"}}"#

  /// 20 万 for the provincial title `r0` of the first enterprise, paid in 2024 to the second.
  private static let paid =
    Sample.title("r0", "prov", "2024-02-01", brand: "b2")
    + #"{"kind":"award","id":"w","policy":"p","year":2024,"recipient":"e2","amountFen":20000000,"state":"paid","clause":"p/prov","claim":"p/prov#r0","facts":["r0"],"object":"b2","level":"provincial","sealedOn":"2024-12-20"}"#
    + "\n"

  private func round(_ records: String, _ clauses: String...) throws -> Round {
    try Sample(records + Self.paid, clauses: [Sample.nat, Sample.prov] + clauses).round()
  }

  @Test(
    arguments: [
      (#""operation":"upgrade","arguments":{"mode":"difference","per":"brand"}"#, 300_000),
      (#""operation":"onceEver""#, 0),
      (#""operation":"capPerEnterprise","arguments":{"amount":"60万元"}"#, 500_000),
      (#""operation":"capPer","arguments":{"limit":"60万元","period":"lifetime"}"#, 400_000),
    ] as [(String, Int64)]
  )
  func `a title of the holder is weighed with what another was paid for its first one`(
    rule: String,
    yuan: Int64
  ) throws {
    let title = Sample.title("r", "nat", "2025-02-01", brand: "b2")
    for payTo in [Self.toOrganiser, Self.toOwner] {
      let claim = try round(title, #"{"number":"k",\#(rule)}"#, payTo).claim("nat", "r")
      #expect(claim.amount == Money(fen: yuan * 100))
    }
  }

  @Test func `who was paid for another is not taken for a winner`() throws {
    let title = Sample.title("r", "prov", "2025-02-01", holder: "e2")
    let once = #"{"number":"k","operation":"oncePerLevel"}"#
    #expect(try round(title, once, Self.toOrganiser).claim("prov", "r").outcome == .eligible)
    #expect(try round(title, once).claim("prov", "r").outcome == .notEligible)
  }

  @Test func `a clause pays others for those clauses alone that it names`() throws {
    let title = Sample.title("r", "prov", "2025-02-01", holder: "e2")
    let once = #"{"number":"k","operation":"oncePerLevel"}"#
    let other =
      #"{"number":"o","operation":"payTo","for":["nat"],"arguments":{"payee":"organiser","recipient":"e2"}}"#
    #expect(try round(title, once, other).claim("prov", "r").outcome == .notEligible)
  }

  @Test(arguments: ["e1", "e2"])
  func `what an older version paid stands, whoever was paid`(payee: String) throws {
    let old = #"""
      {"kind":"policy","id":"old","name":"旧办法","inForceFrom":"2020-01-01"}
      {"kind":"clause","id":"old/nat","policy":"old","number":"nat","operation":"fixed","arguments":{"scheme":"nat","amount":"10万元"},"text":"…"}
      {"kind":"award","id":"w","policy":"old","year":2025,"recipient":"\#(payee)","amountFen":10000000,"state":"paid","clause":"old/nat","claim":"old/nat#r","facts":["r"],"level":"national","sealedOn":"2025-05-20"}

      """#
    let sample = try Sample(
      old + Sample.title("r", "nat", "2025-04-01"),
      clauses: [Sample.nat, Self.toOrganiser],
      policy:
        #""id":"p","name":"新办法","inForceFrom":"2025-07-01","retroactiveFrom":"2025-03-01","replaces":["old"]"#
    )
    let claim = try sample.round().claim("nat", "r")
    #expect(claim.outcome == .notApplicable)
    #expect(claim.amount == .zero)
  }
}
