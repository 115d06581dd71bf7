import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// What is found after a round was sealed or published.
struct LateClaimTests {
  private static let pot = #"{"number":"k","operation":"pot","arguments":{"amount":"30万元"}}"#
  private static let cap =
    #"{"number":"k","operation":"capPerEnterprise","arguments":{"amount":"50万元"}}"#
  private static let quota = #"{"number":"k","operation":"quota","arguments":{"maximum":2}}"#
  private static let latePrize =
    Sample.title("r3", "prov", "2024-01-01", holder: "e2", brand: "b2")
  private static let lateNational =
    Sample.title("r3", "nat", "2024-01-01", holder: "e2", brand: "b2")

  private func office(_ clause: String, published: [RecordID] = ["awd-0", "awd-1"]) throws -> Office
  {
    var office = try Office(clauses: [Sample.nat, Sample.prov, clause])
    for id in published { try office.publish(id) }
    return office
  }

  private func round(_ office: Office) throws -> Round {
    try Round(
      year: 2024,
      policies: ["p"],
      book: PolicyBook(office.snapshot),
      snapshot: office.snapshot
    )
  }

  @Test(arguments: [
    // The published awards of 25 and 5 万, of 50 and 10 万; what is left for the late one.
    (pot, latePrize, ["r1": 25, "r2": 5, "r3": 0]),
    (quota, latePrize, ["r1": 50, "r2": 10, "r3": 0]),
    (cap, lateNational, ["r1": 50, "r2": 10, "r3": 40]),
  ])
  func `what was published stands, and a late claim takes the rest`(
    clause: String,
    late: String,
    wan: [String: Int64]
  ) throws {
    var office = try office(clause)
    try office.add(late)
    let round = try round(office)
    for claim in round.claims {
      #expect(claim.amount.fen / 1_000_000 == wan[claim.facts[0].text], "\(claim.id)")
    }
    for id in ["awd-0", "awd-1"] as [RecordID] { try office.approve(id) }
    for id in ["awd-0", "awd-1"] as [RecordID] { try office.pay(id) }
    let drafts = try round.seal(round.unsealed, on: day("2025-04-01")) { SHA256.hash($0) }
    #expect(drafts.count == (wan["r3"] == 0 ? 0 : 1))
  }

  private static let second = Sample.title("r3", "nat", "2024-01-01", holder: "e2", brand: "b2")

  /// `awd-1` is the provincial title of 10 万; the national one of the same holder is found later.
  @Test(arguments: [
    (#""operation":"highestOnly","arguments":{"per":"enterprise"}"#, 40),
    (#""operation":"highestOnly","arguments":{"per":"brand","by":"level"}"#, 40),
    (#""operation":"onceEver""#, 0),
    (#""operation":"dedup","arguments":{"key":"brand"}"#, 0),
  ])
  func `what was published stands against a higher or an earlier title, which gets the rest`(
    rule: String,
    wan: Int64
  ) throws {
    var office = try office(#"{"number":"k",\#(rule)}"#)
    try office.add(Self.second)
    let round = try round(office)
    #expect(try round.claim("prov", "r2").amount == Money(fen: 10_000_000))
    #expect(try round.claim("nat", "r3").amount == Money(fen: wan * 1_000_000))
    for id in ["awd-0", "awd-1"] as [RecordID] { try office.approve(id) }
    try office.pay("awd-1")
  }

  @Test func `what was published and is paid to an organiser stands, too`() throws {
    let payTo =
      #"{"number":"o","operation":"payTo","arguments":{"payee":"organiser","recipient":"e2"}}"#
    var office = try Office(clauses: [Sample.nat, Sample.prov, Self.pot, payTo])
    for id in ["awd-0", "awd-1"] as [RecordID] { try office.publish(id) }
    try office.add(Self.latePrize)
    // By clause and day: the late one comes before the second that was published.
    #expect(try round(office).claims.map { $0.amount.fen / 1_000_000 } == [25, 0, 5])
    try office.approve("awd-0")
  }

  private func score(_ fact: String, _ points: Int, of enterprise: String) -> String {
    #"{"kind":"application","id":"a-\#(fact)","enterprise":"\#(enterprise)","policy":"p","appliedOn":"2024-12-01","fact":"\#(fact)","score":\#(points)}"#
      + "\n"
  }

  @Test(arguments: [(90, 0), (0, 0)])
  func `a sum that was shared by scores and published is not shared anew`(
    points: Int,
    wan: Int64
  ) throws {
    let split = #"{"number":"k","operation":"scoreSplit","arguments":{"amount":"30万元"}}"#
    let scores = score("r1", 80, of: "e1") + score("r2", 40, of: "e2")
    var office = try Office(Office.titles + scores, clauses: [Sample.nat, Sample.prov, split])
    for id in ["awd-0", "awd-1"] as [RecordID] { try office.publish(id) }
    // One that is scored, and one whose score is not known yet.
    try office.add(Self.second + (points > 0 ? score("r3", points, of: "e2") : ""))
    let round = try round(office)
    #expect(try round.claim("nat", "r1").amount == Money(fen: 20_000_000))
    #expect(try round.claim("prov", "r2").amount == Money(fen: 10_000_000))
    #expect(try round.claim("nat", "r3").amount == Money(fen: wan))
    for id in ["awd-0", "awd-1"] as [RecordID] { try office.approve(id) }
  }

  @Test func `what was only sealed has to be sealed anew`() throws {
    var office = try office(Self.pot, published: [])
    try office.add(Self.lateNational)
    let round = try round(office)
    #expect(
      refusalName { _ = try round.seal(round.unsealed, on: day("2025-04-01")) { SHA256.hash($0) } }
        == "award-stale"
    )
    #expect(refusalName { try office.publish("awd-0") } == "award-changed")
  }

  @Test func `a published share does not grow when another award is void`() throws {
    var office = try office(Self.pot)
    try office.act("awd-1") { try $0.void($1, Entry.on("2025-02-11", because: "理由")) }
    try office.change(Recognition.self, "r2") {
      $0[Recognition.revokedOn] = PartialDate("2024-12-01")
    }
    #expect(try round(office).claim("nat", "r1").amount == Money(fen: 25_000_000))
    #expect(refusalName { try office.approve("awd-0") } == nil)
  }

  @Test(arguments: [
    ("p/k", #"{"amount":"20万元"}"#), ("p/nat", #"{"scheme":"nat","amount":"40万元"}"#),
  ])
  func `limits and the claim itself are looked at again when it is approved`(
    clause: RecordID,
    arguments: String
  ) throws {
    var office = try office(Self.pot)
    let value = try JSONValue(parsing: arguments)
    try office.change(Clause.self, clause) { $0[Clause.arguments] = value }
    #expect(refusalName { try office.approve("awd-0") } == "award-changed")
  }

  @Test func `a claim tells what was sealed for it, also where it computes to another amount`()
    throws
  {
    var office = try Office()
    let value = try JSONValue(parsing: #"{"scheme":"nat","amount":"40万元"}"#)
    try office.change(Clause.self, "p/nat") { $0[Clause.arguments] = value }
    let claim = try round(office).claim("nat", "r1")
    #expect(claim.sealed == "awd-0")
    #expect(claim.sealedAmount == Money(fen: 50_000_000))
    #expect(claim.amount == Money(fen: 40_000_000))
  }

  @Test func `a claim whose award came back in full is sealed again only by name`() throws {
    let office = try Office.at(.recovered)
    let round = try round(office)
    let claim = try round.claim("nat", "r1")
    #expect(claim.outcome == .notEligible)
    #expect(claim.recovered == "awd-0")
    #expect(round.unsealed.isEmpty)
    #expect(try round.cautions().map(\.name) == ["claim-recovered"])
    let again = try Round(
      year: 2024,
      book: PolicyBook(office.snapshot),
      snapshot: office.snapshot,
      again: [claim.id]
    )
    let named = try again.claim("nat", "r1")
    #expect(named.amount == Money(fen: 50_000_000))
    var draft = try again.seal([named], on: day("2025-04-01")) { SHA256.hash($0) }[0]
    draft.id = "awd-9"
    let after = office.snapshot.applying([.put(draft)])
    let award = try #require(try after.table(Award.self)["awd-9"])
    let proof = try AwardAuditor(after, today: day("2025-04-01")) { _, _ in
      SealedFrom(office.snapshot)
    }.verify(award)
    #expect(proof.findings.isEmpty)
    #expect(try self.round(.at(.partlyRecovered)).claim("nat", "r1").outcome == .eligible)
  }

  @Test func `the place of an award that came back in full is the next one's`() throws {
    var office = try Office(
      clauses: [
        Sample.nat, Sample.prov, #"{"number":"k","operation":"quota","arguments":{"maximum":1}}"#,
        #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["nat"],"rate":"10%","recipient":"e2"}}"#,
      ]
    )
    #expect(try round(office).claim("prov", "r2").outcome == .notEligible)
    #expect(try round(office).claims.last?.amount == Money(fen: 5_000_000))
    let later = try Entry.on("2025-03-03", because: "理由")
    try office.publish()
    try office.approve()
    try office.pay()
    try office.act { try $0.recover($1, later) }
    try office.act { try $0.repay($1, later) }
    #expect(try round(office).claim("prov", "r2").amount == Money(fen: 10_000_000))
    #expect(try round(office).claims.last?.amount == .zero)
  }

  @Test func `an award found wrong is sealed again only by name, whatever its amount is by now`()
    throws
  {
    var office = try Office.at(.upheld)
    try office.act { try $0.void($1, Entry.on("2025-03-03", because: "理由")) }
    #expect(try round(office).claim("nat", "r1").held == .refuted("awd-0"))
    #expect(try round(office).unsealed.isEmpty)
    #expect(try round(office).cautions().map(\.name) == ["claim-refuted"])
    let value = try JSONValue(parsing: #"{"scheme":"nat","amount":"40万元"}"#)
    try office.change(Clause.self, "p/nat") { $0[Clause.arguments] = value }
    #expect(try round(office).unsealed.isEmpty)
    #expect(try round(office).cautions().map(\.name) == ["claim-refuted"])
    let again = try Round(
      year: 2024,
      book: PolicyBook(office.snapshot),
      snapshot: office.snapshot,
      again: [round(office).claim("nat", "r1").id]
    )
    #expect(again.unsealed.map(\.amount) == [Money(fen: 40_000_000)])
    // One that was void for another reason is sealed anew as before.
    let void = try Office.at(.void)
    #expect(try round(void).unsealed.map(\.amount) == [Money(fen: 50_000_000)])
  }

  @Test func `what was made void is sealed anew only by name, whatever its amount is by now`()
    throws
  {
    var office = try Office.at(.void)
    for yuan in ["50万元", "40万元"] {
      let value = try JSONValue(parsing: #"{"scheme":"nat","amount":"\#(yuan)"}"#)
      try office.change(Clause.self, "p/nat") { $0[Clause.arguments] = value }
      let round = try round(office)
      #expect(round.unsealed.map(\.id) == ["p/nat#r1"])
      #expect(try round.sealable(on: day("2025-04-01")).isEmpty)
      #expect(
        try round.cautions().map(\.message.en) == [
          "p/nat#r1 was sealed as awd-0, which was made void (理由)"
        ]
      )
    }
    let named = try Round(
      year: 2024,
      book: PolicyBook(office.snapshot),
      snapshot: office.snapshot,
      again: ["p/nat#r1"]
    )
    #expect(try named.cautions().isEmpty)
    try office.seal("p/nat#r1", as: "awd-9")
    #expect(try round(office).cautions().isEmpty)
  }

  @Test func `what an award found wrong would take is the others'`() throws {
    var office = try Office(
      clauses: [
        Sample.nat, Sample.prov, #"{"number":"k","operation":"quota","arguments":{"maximum":1}}"#,
        #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["nat","prov"],"rate":"10%","recipient":"e2"}}"#,
      ]
    )
    let later = try Entry.on("2025-03-03", because: "理由")
    try office.publish()
    let early = try Entry.on("2025-02-11", because: "理由")
    try office.act { try $0.object($1, early, party: "某公司") }
    try office.act { try $0.decide($1, early, isRight: true) }
    try office.act { try $0.void($1, later) }
    let round = try round(office)
    #expect(try round.claim("nat", "r1").outcome == .notEligible)
    #expect(try round.claim("prov", "r2").amount == Money(fen: 10_000_000))
    #expect(round.claims.last?.amount == Money(fen: 1_000_000))
    let named = try Round(
      year: 2024,
      book: PolicyBook(office.snapshot),
      snapshot: office.snapshot,
      again: [round.claim("nat", "r1").id]
    )
    #expect(try named.claim("prov", "r2").outcome == .notEligible)
  }

  @Test
  func `a department's share of a round that grew is topped up and stands in no late claim's way`()
    throws
  {
    var office = try Office(
      clauses: [
        Sample.nat, Sample.prov, Self.pot.replacing("30万元", with: "500万元"),
        #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["nat","prov"],"rate":"10%","recipient":"e2"}}"#,
      ]
    )
    try office.add(Self.latePrize)
    let round = try round(office)
    #expect(round.unsealed.map(\.facts) == [["r3"], ["p"]])
    let share = try round.claim("d", "2024")
    #expect(share.amount == share.sealedAmount)
    let more = try round.claim("d", "2024-2")
    let total = try round.claims.filter { $0.roundYear == nil }.reduce(Int64(0)) {
      try Money(fen: $0).adding($1.amount).fen
    }
    #expect(more.amount.fen == total / 10 - share.amount.fen)
    #expect(more.recipient == "e2")
    #expect(try round.seal(round.unsealed, on: day("2025-04-01")) { SHA256.hash($0) }.count == 2)
  }

  @Test func `what is left of a share is paid once, whichever part of it was void`() throws {
    let part =
      #"{"kind":"award","id":"s","policy":"p","year":2025,"recipient":"e2","amountFen":2000000,"clause":"p/d","claim":"p/d#2025-2","facts":["p"],"state":"paid","sealedOn":"2025-12-01"}"#
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-03-01") + part + "\n",
      clauses: [
        Sample.nat,
        #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["nat"],"rate":"10%","recipient":"e2"}}"#,
      ]
    )
    let shares = try sample.round().claims.filter { $0.roundYear != nil }
    #expect(shares.map(\.id) == ["p/d#2025", "p/d#2025-2"])
    #expect(shares.map(\.amount.fen) == [3_000_000, 2_000_000])
    #expect(shares.map(\.sealed) == [nil, "s"])
  }

  @Test func `what a share grew by is paid beside a number that came back`() throws {
    func part(_ id: String, _ claim: String, _ fen: Int, _ state: String) -> String {
      #"{"kind":"award","id":"\#(id)","policy":"p","year":2025,"recipient":"e2","amountFen":\#(fen),"clause":"p/d","claim":"p/d#2025\#(claim)","facts":["p"],"state":"\#(state)","sealedOn":"2025-12-01","receipt":{"commit":1}}"#
        + "\n"
    }
    func shares(_ rate: String, _ parts: String, again: [String] = []) throws -> [String] {
      let sample = try Sample(
        Sample.title("r1", "nat", "2025-03-01") + parts,
        clauses: [
          Sample.nat,
          #"{"number":"d","operation":"percentOfTotal","arguments":{"of":["nat"],"rate":"\#(rate)","recipient":"e2"}}"#,
        ]
      )
      let round = try Round(
        year: 2025,
        policies: ["p"],
        book: PolicyBook(sample.snapshot),
        snapshot: sample.snapshot,
        again: again
      )
      return round.claims.filter { $0.roundYear != nil }.map { "\($0.id) \($0.amount)" }
    }
    let first = part("a", "", 3_000_000, "recovered")
    // The whole is what it was: what came back of its share is paid only by name.
    #expect(try shares("6%", first) == ["p/d#2025 0.00"])
    #expect(try shares("6%", first, again: ["p/d#2025"]) == ["p/d#2025 30,000.00"])
    // It grew to 50,000 yuan.
    #expect(try shares("10%", first) == ["p/d#2025 0.00", "p/d#2025-2 20,000.00"])
    #expect(try shares("10%", first, again: ["p/d#2025"]) == ["p/d#2025 50,000.00"])
    let second = part("b", "-2", 2_000_000, "paid")
    #expect(
      try shares("10%", first + second) == ["p/d#2025 0.00", "p/d#2025-2 20,000.00"]
    )
    #expect(
      try shares("12%", first + second)
        == ["p/d#2025 0.00", "p/d#2025-2 20,000.00", "p/d#2025-3 10,000.00"]
    )
  }

  private static let upgrade =
    #"{"number":"u","operation":"upgrade","arguments":{"mode":"difference"}}"#

  @Test(arguments: [
    (upgrade, "", ["round-before-unsealed"]), (cap, "", []),
    // Another clause paid for the fact, or the very clause.
    (upgrade, Sample.award("a", 2024, "provincial", yuan: 100_000), ["round-before-unsealed"]),
    (
      upgrade,
      Sample.award("a", 2024, "provincial", yuan: 100_000).replacing("p/x", with: "p/prov"), []
    ),
  ])
  func `a round is told to wait for the year before where that matters`(
    rule: String,
    records: String,
    names: [String]
  ) throws {
    let paid = records.replacing("a-fact", with: "r2")
    let sample = try Sample(
      Sample.title("r2", "prov", "2024-03-01") + Sample.title("r3", "nat", "2025-04-01") + paid,
      clauses: [Sample.nat, Sample.prov, rule]
    )
    let cautions = try sample.round().cautions()
    #expect(cautions.map(\.name) == names)
  }

  @Test(arguments: [("2025-12-31", 1), ("2026-01-01", 0)])
  func `a round runs until the last day of its window`(today: String, count: Int) throws {
    let sample = try Sample(Sample.title("r", "nat", "2025-04-01"), clauses: [Sample.nat])
    #expect(try sample.round().running(on: day(today)).count == count)
  }
}
