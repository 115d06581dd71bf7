import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Payments of the round that were made before the ledger began and are entered as awards, without a receipt.
struct PaidByHandTests {
  /// A national title of 50 万, for which 30 万 were paid, and a provincial one of 10 万, out of a pot of 35 万.
  private func round(claim: String, year: Int = 2024) throws -> Round {
    let award =
      #"{"kind":"award","id":"old","policy":"p","year":\#(year),"recipient":"e1","amountFen":30000000,"state":"paid","clause":"p/nat","claim":"\#(claim)","facts":["r1"],"sealedOn":"2024-09-01"}"#
    let pot = #"{"number":"k","operation":"pot","arguments":{"amount":"35万元"}}"#
    return try Sample(Office.titles + award + "\n", clauses: [Sample.nat, Sample.prov, pot])
      .round(2024)
  }

  @Test func `the claim of a fact that was paid takes nothing, what was paid is out of the pot`()
    throws
  {
    let round = try round(claim: "旧账1")
    let paid = try round.claim("nat", "r1")
    #expect(paid.outcome == .notEligible)
    #expect(paid.amount == .zero)
    let reason = "the same fact was paid under this clause as old, which was entered by hand"
    #expect(paid.trace.contains { $0.reason.en == reason })
    #expect(try round.claim("prov", "r2").amount == Money(fen: 5_000_000))
    let drafts = try round.seal(round.unsealed, on: day("2025-01-20")) { SHA256.hash($0) }
    #expect(drafts.map { $0[Award.claim] } == ["p/prov#r2"])
  }

  @Test func `what was paid for another year leaves the claim to the refusal of sealing`() throws {
    let round = try round(claim: "旧账1", year: 2023)
    #expect(try round.claim("nat", "r1").outcome == .eligible)
  }

  @Test func `what stands under a claim's name and is worth something else tells how to go on`()
    throws
  {
    let round = try round(claim: "p/nat#r1")
    let refused = #expect(throws: Diagnostics.self) {
      _ = try round.seal(round.unsealed, on: day("2025-01-20")) { SHA256.hash($0) }
    }
    #expect(refused?.list.map(\.name) == ["award-stale"])
    #expect(refused?.list.first?.help?.en.contains("('set award old claim=…')") == true)
  }
}
