import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// Claims that would be paid and are left to people: they count only where they are named.
struct HeldClaimTests {
  private static let pot = #"{"number":"k","operation":"pot","arguments":{"amount":"30万元"}}"#

  /// An office that found the objections to some awards right and made both void.
  private func office(refuting refuted: [RecordID]) throws -> Office {
    var office = try Office(clauses: [Sample.nat, Sample.prov, Self.pot])
    let early = try Entry.on("2025-02-11", because: "理由")
    for id in ["awd-0", "awd-1"] as [RecordID] {
      if refuted.contains(id) {
        try office.publish(id)
        try office.act(id) { try $0.object($1, early, party: "某公司") }
        try office.act(id) { try $0.decide($1, early, isRight: true) }
      }
      try office.act(id) { try $0.void($1, Entry.on("2025-03-03", because: "理由")) }
    }
    return office
  }

  @Test(arguments: [["awd-0"], ["awd-1"], ["awd-0", "awd-1"]] as [[RecordID]])
  func `claims that were named together are proved together`(refuted: [RecordID]) throws {
    let office = try office(refuting: refuted)
    let names = ["p/nat#r1", "p/prov#r2"]
    let round = try Round(
      year: 2024,
      book: PolicyBook(office.snapshot),
      snapshot: office.snapshot,
      again: names
    )
    // The pot is shared between both.
    #expect(round.unsealed.map(\.amount.fen) == [25_000_000, 5_000_000])
    var drafts = try round.seal(round.unsealed, on: day("2025-04-01")) { SHA256.hash($0) }
    for index in drafts.indices { drafts[index].id = RecordID("new-\(index)") }
    let after = office.snapshot.applying(drafts.map { .put($0) })
    let auditor = try AwardAuditor(after, today: day("2025-04-01")) { _ in office.snapshot }
    for id in ["new-0", "new-1"] as [RecordID] {
      let award = try #require(try after.table(Award.self)[id])
      #expect(try auditor.verify(award).findings == [])
    }
  }
}
