import Awards
import Bilingual
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
    for id in refuted { try office.publish(id) }
    for id in ["awd-0", "awd-1"] as [RecordID] {
      if refuted.contains(id) {
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
    let auditor = try AwardAuditor(after, today: day("2025-04-01")) { _, _ in
      SealedFrom(office.snapshot)
    }
    for id in ["new-0", "new-1"] as [RecordID] {
      let award = try #require(try after.table(Award.self)[id])
      #expect(try auditor.verify(award).findings == [])
    }
  }

  /// A provincial title of 2024 whose holder got an award of 2025, and one of another holder.
  private func round(_ rules: String..., again: [String] = []) throws -> Round {
    let later = Sample.award("a", 2025, "national", yuan: 500_000).replacing("a-fact", with: "r4")
    let sample = try Sample(
      Sample.title("r2", "prov", "2024-03-01") + Sample.title("r4", "nat", "2025-04-01") + later
        + Sample.title("r5", "prov", "2024-03-02", holder: "e2", brand: "b2"),
      clauses: [Sample.nat, Sample.prov] + rules
    )
    return try Round(
      year: 2024,
      policies: ["p"],
      book: PolicyBook(sample.snapshot),
      snapshot: sample.snapshot,
      again: again
    )
  }

  private static let once = #"{"number":"u","operation":"onceEver"}"#
  private static let quota = #"{"number":"q","operation":"quota","arguments":{"maximum":1}}"#

  @Test func `a claim behind an award of a later year is paid only by name`() throws {
    let round = try round(Self.once)
    let claim = try round.claim("prov", "r2")
    #expect(claim.held == .paidLater("a"))
    #expect(claim.outcome == .notEligible)
    let reason =
      "a of a later year was made without a look at it; it is paid only where it is named"
    #expect(claim.trace.contains { $0.reason.en == reason })
    #expect(round.total == Money(fen: 10_000_000))
    #expect(round.unsealed.map(\.facts) == [["r5"]])
    #expect(try round.cautions().map(\.name) == ["claim-paid-later"])
    let named = try self.round(Self.once, again: [claim.id])
    #expect(named.unsealed.map(\.facts) == [["r2"], ["r5"]])
  }

  @Test func `what a claim behind an award of a later year would take is the others'`() throws {
    let round = try round(Self.once, Self.quota)
    #expect(round.unsealed.map(\.facts) == [["r5"]])
    let named = try self.round(Self.once, Self.quota, again: ["p/prov#r2"])
    #expect(named.unsealed.map(\.facts) == [["r2"]])
  }

  @Test(arguments: [
    // Clauses of one year alone look at no other, and those about other awards at none of these.
    #"{"number":"c","operation":"capPerEnterprise","arguments":{"amount":"50万元"}}"#,
    #"{"number":"c","operation":"onceEver","for":["nat"]}"#,
    // A pot reckons with what later years spent of it.
    #"{"number":"c","operation":"pot","arguments":{"amount":"100万元","unspent":"carry"}}"#,
    #"{"number":"c","operation":"stagePayment","arguments":{"steps":[{"stage":"立项","amount":"1万元"}]}}"#,
  ])
  func `a claim that no clause weighs against earlier awards is paid`(rule: String) throws {
    #expect(try round(rule).unsealed.map(\.facts) == [["r2"], ["r5"]])
  }

  @Test func `countries that a later award paid for are not paid again without a name`() throws {
    let mark =
      #"{"kind":"trademark","id":"m1","mark":"甲","owner":"e1","number":"1","route":"madrid","registeredOn":"2024-05-10","designations":["JP"],"status":"registered"}"#
    let award =
      #"{"kind":"award","id":"a","policy":"p","year":2025,"recipient":"e1","amountFen":100000,"state":"paid","clause":"p/c","claim":"p/c#m2","facts":["m2"],"object":"m2","sealedOn":"2025-12-01"}"#
    let clause =
      #"{"number":"c","operation":"perCountry","arguments":{"route":"madrid","each":"1000元","maximum":1}}"#
    let round = try Sample(mark + "\n" + award, clauses: [clause]).round(2024)
    #expect(try round.claim("c", "m1").held == .paidLater("a"))
  }
}
