import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct SealTests {
  private static let day = Day(ordinal: 20_500)

  /// Stands in for SHA-256: it tells the bytes apart and nothing else.
  private static func hash(_ bytes: [UInt8]) -> String {
    let value = bytes.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return String(value, radix: 16)
  }

  /// The sample with awards sealed into it.
  private func sealing(_ sample: Sample, _ choose: (Claim) -> Bool) throws -> (Sample, [Draft]) {
    let round = try sample.round()
    let claims = round.claims.filter { $0.outcome == .eligible && choose($0) }
    var drafts = try round.seal(claims, on: Self.day, hash: Self.hash)
    for index in drafts.indices { drafts[index].id = RecordID("awd-new-\(index)") }
    var sealed = sample
    sealed.drafts += drafts
    return (sealed, drafts)
  }

  @Test func `an award carries what it pays and its receipt`() throws {
    let (_, drafts) = try sealing(ExampleCity.sample()) { $0.clause == "example-2024/第六条(一)" }
    let award = try #require(drafts.first)
    #expect(award[Award.policy] == "example-2024")
    #expect(award[Award.year] == 2025)
    #expect(award[Award.recipient] == "ent-a")
    #expect(award[Award.amountFen] == Money(fen: 40_000_000))
    #expect(award[Award.state] == .sealed)
    #expect(award[Award.claim] == "example-2024/第六条(一)#rec-1")
    #expect(award[Award.facts] == ["rec-1"])
    #expect(award[Award.object] == "brd-a")
    #expect(award[Award.level] == .national)
    #expect(award[Award.sealedOn]?.description == "2026-02-16")
    let receipt = try #require(award[Award.receipt])
    #expect(receipt["commit"] == .integer(0))
    #expect(receipt["policy"]?["id"]?.string == "example-2024")
    #expect(receipt["policy"]?["sha256"]?.string?.isEmpty == false)
    let clauses = try #require(receipt["clauses"]?.array)
    #expect(clauses.count == 13)
    #expect(Set(clauses.compactMap { $0["sha256"]?.string }).count == 13)
    #expect(receipt["inputs"]?.array?.contains { $0["record"]?.string == "awd-1" } == true)
    #expect(receipt["steps"]?.array?.last?["afterFen"] == .integer(40_000_000))
    #expect(receipt["steps"]?.array?.first?["reason"]?["zh"]?.string?.isEmpty == false)
  }

  @Test func `sealing changes no result, and claims name their award`() throws {
    let sample = try ExampleCity.sample()
    let (sealed, drafts) = try sealing(sample) { _ in true }
    #expect(drafts.count == 7)
    let before = try sample.round()
    let after = try sealed.round()
    #expect(after.summary == before.summary)
    #expect(after.claims.compactMap(\.sealed).count == 7)
    #expect(before.claims.allSatisfy { $0.sealed == nil })
  }

  @Test func `the same fact is not sealed twice`() throws {
    let (sealed, _) = try sealing(ExampleCity.sample()) { _ in true }
    let round = try sealed.round()
    let claims = round.claims.filter { $0.outcome == .eligible }
    let error = #expect(throws: Diagnostics.self) {
      try round.seal(claims, on: Self.day, hash: Self.hash)
    }
    #expect(error?.list.count == claims.count)
    #expect(error?.list.allSatisfy { $0.name == "award-double" } == true)
  }

  @Test func `a department's share is sealed once for each round`() throws {
    let clauses = [
      Sample.nat,
      #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["nat"],"rate":"10%","recipient":"e2"}}"#,
      #"{"number":"b","operation":"pot","arguments":{"amount":"55万元","unspent":"carry"}}"#,
    ]
    var sample = try Sample(
      Sample.title("r1", "nat", "2024-05-10") + Sample.title("r2", "nat", "2025-05-10")
        + Sample.title("r3", "nat", "2025-06-10"),
      clauses: clauses
    )
    let first = try sample.round(2024)
    var drafts = try first.seal(first.claims, on: Self.day, hash: Self.hash)
    #expect(drafts.map { $0[Award.claim] } == ["p/nat#r1", "p/d#2024"])
    for index in drafts.indices { drafts[index].id = RecordID("w\(index)") }
    sample.drafts += drafts
    let second = try sample.round(2025)
    // The pot takes 50,000 yuan over: the department's share came out of another.
    #expect(
      second.summary == """
        p/nat#r2 eligible 30000000
        p/nat#r3 eligible 30000000
        p/d#2025 eligible 6000000
        """
    )
    let share = try second.claim("d", "2025")
    #expect(share.sealed == nil)
    drafts = try second.seal([share], on: Self.day, hash: Self.hash)
    #expect(drafts.map { $0[Award.amountFen] } == [Money(fen: 6_000_000)])
    drafts[0].id = "w3"
    sample.drafts += drafts
    #expect(try sample.round(2025).claim("d", "2025").sealed == "w3")
    let again = try sample.round(2024)
    let error = #expect(throws: Diagnostics.self) {
      try again.seal([again.claim("d", "2024")], on: Self.day, hash: Self.hash)
    }
    #expect(error?.list.map(\.name) == ["award-double"])
  }

  @Test func `a claim named twice or not eligible is refused`() throws {
    let round = try ExampleCity.sample().round()
    let eligible = try round.claim("第六条(一)", "rec-1")
    let other = try round.claim("第六条(八)", "rec-6")
    let error = #expect(throws: Diagnostics.self) {
      try round.seal([eligible, eligible, other], on: Self.day, hash: Self.hash)
    }
    #expect(error?.list.map(\.name) == ["award-double", "award-not-eligible"])
  }

  @Test func `nothing is sealed on top of an award that no longer computes`() throws {
    let clauses = [
      Sample.nat, Sample.nat2,
      #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"}}"#,
    ]
    let (sealed, _) = try sealing(
      Sample(Sample.title("r2", "nat2", "2025-01-01"), clauses: clauses)
    ) { _ in true }
    var wider = sealed
    wider.drafts += try Sample.drafts(Sample.title("r1", "nat", "2025-02-01"))
    let round = try wider.round()
    let claim = try round.claim("nat", "r1")
    #expect(claim.outcome == .eligible)
    let error = #expect(throws: Diagnostics.self) {
      try round.seal([claim], on: Self.day, hash: Self.hash)
    }
    #expect(error?.list.map(\.name) == ["award-stale"])
  }

  @Test func `an award that was voided may be sealed again`() throws {
    let (sealed, _) = try sealing(ExampleCity.sample()) { $0.facts == ["rec-1"] }
    var voided = sealed
    voided.drafts[voided.drafts.count - 1][Award.state] = .void
    let round = try voided.round()
    let claim = try round.claim("第六条(一)", "rec-1")
    #expect(claim.sealed == nil)
    #expect(try round.seal([claim], on: Self.day, hash: Self.hash).count == 1)
  }

  @Test func `subtotals go by town, tier and clause`() throws {
    let round = try ExampleCity.sample().round()
    func lines(_ grouping: Round.Grouping) throws -> [String] {
      try round.subtotals(by: grouping).map { "\($0.key ?? "-") \($0.count) \($0.amount)" }
    }
    #expect(try lines(.town) == ["lusi 4 350,500.00", "tianfen 3 406,500.00"])
    #expect(try lines(.level) == ["national 3 700,000.00", "- 4 57,000.00"])
    #expect(
      try lines(.clause) == [
        "example-2024/第六条(一) 1 400,000.00", "example-2024/第六条(二) 1 300,000.00",
        "example-2024/第七条(一) 2 1,000.00", "example-2024/第七条(二) 1 6,000.00",
        "example-2024/第七条(三) 1 50,000.00", "example-2024/第八条 1 0.00",
      ]
    )
  }
}
