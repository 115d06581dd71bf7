import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// What an award may become after its facts changed.
struct CorrectionTests {
  private static let pot = #"{"number":"pot","operation":"pot","arguments":{"amount":"60万元"}}"#
  private static let half = #"""
    {"number":"half","operation":"clawback","arguments":{"reasons":["misuse"],"share":"1/2"}}
    """#
  /// A third title, for which nothing is sealed yet.
  private static let third = Sample.title("r9", "prov", "2024-07-08", brand: "b3")

  private static func paid(_ clauses: String...) throws -> Office {
    var office = try Office(clauses: [Sample.nat, Sample.prov] + clauses)
    for id in ["awd-0", "awd-1"] as [RecordID] {
      try office.publish(id)
      try office.approve(id)
    }
    try office.pay("awd-0")
    try office.pay("awd-1")
    return office
  }

  /// An office whose first award is paid in two parts, of which the first is paid: 30 of 50 万.
  private static func inParts(_ clauses: String...) throws -> Office {
    var office = try Office(clauses: [Sample.nat, Sample.prov] + clauses)
    for id in ["awd-0", "awd-1"] as [RecordID] { try office.publish(id) }
    let parts = [
      AwardPart(Money(fen: 30_000_000)), AwardPart(Money(fen: 20_000_000), when: "年度复核合格"),
    ]
    try office.approve(parts: parts)
    try office.approve("awd-1")
    try office.pay()
    try office.pay("awd-1")
    return office
  }

  /// Seals a claim of a year; the name of what refuses it, `nil` where nothing does.
  private func refusal(_ office: Office, _ number: String, _ fact: String, _ year: Int = 2024)
    throws
    -> String?
  {
    let round = try office.round(year)
    let claim = try round.claim(number, fact)
    #expect(claim.outcome == .eligible)
    return refusalName {
      _ = try round.seal([claim], on: day("2026-02-01")) { SHA256.hash($0) }
    }
  }

  private func proof(_ office: Office, _ id: RecordID = "awd-0") throws -> AwardProof {
    let auditor = try AwardAuditor(office.snapshot, today: day("2025-12-31")) { _, _ in
      SealedFrom(office.sealedFrom)
    }
    return try auditor.verify(office.award(id))
  }

  private func findings(_ office: Office, _ id: RecordID = "awd-0") throws -> [String] {
    try proof(office, id).findings.map(\.name.rawValue)
  }

  @Test(arguments: [(2024, "2024-06-07"), (2025, "2025-06-07")])
  func `a fact that falls under another clause is not paid beside its former award`(
    year: Int,
    date: String
  ) throws {
    var office = try Self.paid()
    try office.change(Recognition.self, "r2") {
      $0[Recognition.scheme] = "nat"
      $0[Recognition.awarded] = PartialDate(date)
    }
    #expect(try refusal(office, "nat", "r2", year) == "award-stale")
    let entry = try Entry.on("2025-04-01", because: "级别更正")
    try office.act("awd-1") { try $0.recover($1, entry) }
    #expect(try refusal(office, "nat", "r2", year) == "award-stale")
    try office.act("awd-1") { try $0.repay($1, entry) }
    #expect(try refusal(office, "nat", "r2", year) == nil)
    #expect(try findings(office, "awd-1").isEmpty)
  }

  @Test func `two clauses that pay one fact are sealed one after the other`() throws {
    let more =
      #"{"number":"more","operation":"fixed","arguments":{"scheme":"prov","amount":"1万元"}}"#
    var office = try Office(clauses: [Sample.nat, Sample.prov, more])
    try office.act("awd-2") { try $0.void($1, Entry.on("2025-02-01", because: "理由")) }
    #expect(try refusal(office, "more", "r2") == nil)
  }

  @Test func `once what was too much came back, the rest stands and the round goes on`() throws {
    var office = try Self.paid(Self.pot)
    try office.change(Clause.self, "p/nat") {
      $0[Clause.arguments] = .object([
        JSONMember("scheme", .string("nat")), JSONMember("amount", .string("30万元")),
      ])
    }
    try office.add(Self.third)
    let entry = try Entry.on("2025-04-01", because: "税额更正")
    #expect(try refusal(office, "prov", "r9") == "award-stale")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 20_000_000)) }
    #expect(try refusal(office, "prov", "r9") == "award-stale")
    #expect(try !findings(office).isEmpty)
    try office.act { try $0.repay($1, entry) }
    #expect(try refusal(office, "prov", "r9") == nil)
    #expect(try findings(office).isEmpty)
    let totals = try SealedTotals(year: 2024, by: .clause, office.snapshot)
    #expect(totals["p/nat"].sealed == Money(fen: 30_000_000))
    #expect(try office.round(2024).claim("nat", "r1").sealedAmount == Money(fen: 30_000_000))
  }

  @Test func `what comes back on a ground of a clause does not change what the facts are worth`()
    throws
  {
    var office = try Self.paid(Self.half)
    try office.add(Self.third)
    let entry = try Entry.on("2025-04-01", because: "挪用")
    try office.act { try $0.recover($1, entry, for: .misuse) }
    try office.act { try $0.repay($1, entry) }
    #expect(try !office.life().events.contains { $0.has(AwardEvent.computedFen.definition) })
    #expect(try refusal(office, "prov", "r9") == nil)
    #expect(try findings(office).isEmpty)
  }

  @Test(arguments: [("30万元", nil), ("25万元", nil), ("20万元", Int64(5_000_000))])
  func `what came back on a ground counts where the fact comes to less afterwards`(
    amount: String,
    more: Int64?
  ) throws {
    var office = try Self.paid(Self.half, Self.pot)
    try office.add(Self.third)
    let entry = try Entry.on("2025-04-01", because: "挪用")
    try office.act { try $0.recover($1, entry, for: .misuse) }
    try office.act { try $0.repay($1, entry) }
    // 25 of 50 万 are left.
    try Self.pays(amount, &office)
    guard let more else {
      #expect(try refusal(office, "prov", "r9") == nil)
      #expect(try findings(office).isEmpty)
      return
    }
    #expect(try refusal(office, "prov", "r9") == "award-stale")
    try office.act { try $0.recover($1, entry, amount: Money(fen: more)) }
    #expect(try refusal(office, "prov", "r9") == "award-stale")
    try office.act { try $0.repay($1, entry) }
    #expect(try refusal(office, "prov", "r9") == nil)
    #expect(try findings(office).isEmpty)
  }

  @Test(arguments: [("40万元", nil), ("30万元", nil), ("29万元", "award-stale")])
  func `an award whose rest is void stands between what was paid and what was awarded`(
    amount: String,
    refused: String?
  ) throws {
    var office = try Self.inParts(Self.pot)
    try office.add(Self.third)
    try office.act { try $0.void($1, Entry.on("2025-04-01", because: "复核不合格")) }
    try office.change(Clause.self, "p/nat") {
      $0[Clause.arguments] = .object([
        JSONMember("scheme", .string("nat")), JSONMember("amount", .string(amount)),
      ])
    }
    #expect(try refusal(office, "prov", "r9") == refused)
  }

  private static let upgrade =
    #"{"number":"u","operation":"upgrade","arguments":{"mode":"deductPaid","per":"brand"}}"#
  private static let next =
    #"{"number":"n2","operation":"fixed","arguments":{"scheme":"nat2","amount":"60万元"}}"#

  @Test func `where all that was paid is claimed back, only what is kept counts`() throws {
    var office = try Self.inParts(Self.next, Self.upgrade)
    let entry = try Entry.on("2025-04-01", because: "挪用")
    try office.act { try $0.recover($1, entry) }
    try office.act { try $0.repay($1, entry, amount: Money(fen: 10_000_000)) }
    try office.add(Sample.title("r8", "nat2", "2025-06-01"))
    // 20 万 are kept of the 30 that were paid, and the other 20 are never paid.
    #expect(try office.round(2025).claim("n2", "r8").amount == Money(fen: 40_000_000))
  }

  @Test func `what is open of an award paid in part is made void, and only what was paid counts`()
    throws
  {
    var office = try Self.inParts(Self.next, Self.upgrade)
    #expect(
      refusalName { _ = try office.desk().void(office.award(), Entry.on("2025-04-01")) }
        == "award-reason-missing"
    )
    let entry = try Entry.on("2025-04-01", because: "年度复核不合格")
    let move = try office.act { try $0.void($1, entry) }
    #expect(move.event[AwardEvent.amountFen] == Money(fen: 20_000_000))
    let life = try office.life()
    #expect(life.state == .paid)
    #expect(life.faults.isEmpty)
    #expect(life.open == .zero)
    #expect(life.unpaidParts.isEmpty)
    #expect(life.balance.waived == Money(fen: 20_000_000))
    #expect(life.balance.standing == Money(fen: 30_000_000))
    #expect(try findings(office).isEmpty)
    #expect(
      try SealedTotals(year: 2024, by: .clause, office.snapshot)["p/nat"].sealed
        == life.balance.paid
    )
    try office.add(Sample.title("r8", "nat2", "2025-06-01"))
    #expect(try office.round(2025).claim("n2", "r8").amount == Money(fen: 30_000_000))
  }

  @Test func `a part that was made void is not paid though another part failed`() throws {
    var office = try Self.inParts()
    let entry = try Entry.on("2025-04-01", because: "年度复核不合格")
    try office.act { try $0.void($1, entry) }
    try office.act { try $0.fail($1, entry) }
    #expect(try office.life().unpaidParts == [1])
    #expect(
      refusalName {
        _ = try office.desk().pay(office.award(), entry, part: 2, condition: "复核报告")
      } == "award-parts"
    )
    try office.act { try $0.pay($1, entry) }
    #expect(try office.life().state == .paid)
    #expect(try office.life().balance.paid == Money(fen: 30_000_000))
  }

  @Test func `what was made void frees its room in the pot`() throws {
    var office = try Self.inParts(Self.pot)
    try office.add(Self.third)
    #expect(try office.round(2024).claim("prov", "r9").amount == .zero)
    let entry = try Entry.on("2025-04-01", because: "年度复核不合格")
    try office.act { try $0.void($1, entry) }
    #expect(try office.round(2024).claim("nat", "r1").amount == Money(fen: 30_000_000))
    #expect(try refusal(office, "prov", "r9") == nil)
    #expect(try findings(office).isEmpty)
  }

  /// A change of the clause of the first award to an amount.
  private static func pays(_ amount: String, _ office: inout Office) throws {
    try office.change(Clause.self, "p/nat") {
      $0[Clause.arguments] = .object([
        JSONMember("scheme", .string("nat")), JSONMember("amount", .string(amount)),
      ])
    }
  }

  @Test func `what a fact is worth beside what was paid for it is sealed as an award of its own`()
    throws
  {
    var office = try Self.paid(Self.pot)
    try office.change(Clause.self, "p/pot") {
      $0[Clause.arguments] = .object([JSONMember("amount", .string("100万元"))])
    }
    try Self.pays("70万元", &office)
    try office.add(Self.third)
    let round = try office.round(2024)
    #expect(
      round.summary == """
        p/nat#r1 eligible 50000000
        p/nat#r1#2 eligible 20000000
        p/prov#r2 eligible 10000000
        p/prov#r9 eligible 10000000
        """
    )
    #expect(round.unsealed.map(\.id) == ["p/nat#r1#2", "p/prov#r9"])
    #expect(try findings(office).contains("more-due"))
    #expect(try !findings(office).contains("amount-changed"))
    #expect(try refusal(office, "prov", "r9") == nil)
    // The difference has its own way, and is paid once.
    try office.seal("p/nat#r1#2", as: "awd-9")
    #expect(try office.award("awd-9")[Award.amountFen] == Money(fen: 20_000_000))
    try office.publish("awd-9")
    try office.approve("awd-9")
    try office.pay("awd-9")
    #expect(try office.life("awd-9").state == .paid)
    #expect(try office.round(2024).summary == round.summary)
    #expect(try office.round(2024).unsealed.map(\.id) == ["p/prov#r9"])
    #expect(try findings(office).isEmpty)
    #expect(try refusal(office, "nat", "r1#2") == "award-double")
    #expect(try refusal(office, "prov", "r9") == nil)
    // And where it was too much, it is the one that is wrong.
    try Self.pays("60万元", &office)
    #expect(try office.round(2024).claim("nat", "r1#2").amount == Money(fen: 10_000_000))
    #expect(try refusal(office, "prov", "r9") == "award-stale")
  }

  @Test func `what is missing is divided as what was sealed`() throws {
    let parts =
      #"{"number":"i","operation":"instalments","arguments":{"steps":[{"ratio":"60%"},{"ratio":"40%","condition":"复核"}]}}"#
    var office = try Self.paid(parts)
    try Self.pays("70万元", &office)
    let round = try office.round(2024)
    #expect(try round.claim("nat", "r1#2").parts.map(\.amount.fen) == [12_000_000, 8_000_000])
    #expect(try round.claim("nat", "r1").parts.map(\.amount.fen) == [30_000_000, 20_000_000])
    try office.approve(by: "other", on: "2025-03-10")
    let move = try office.act {
      try $0.pay($1, Entry.on("2025-03-11"), part: 2, condition: "复核报告")
    }
    #expect(move.life.state == .paid)
  }

  @Test func `what came back is due again only where it is named`() throws {
    var office = try Self.paid()
    try Self.pays("20万元", &office)
    let entry = try Entry.on("2025-04-01", because: "省里已奖")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 30_000_000)) }
    #expect(try office.round(2024).claims.map(\.id) == ["p/nat#r1", "p/prov#r2"])
    try office.act { try $0.repay($1, entry) }
    #expect(try findings(office).isEmpty)
    try Self.pays("50万元", &office)
    let round = try office.round(2024)
    #expect(try round.claim("nat", "r1").amount == Money(fen: 20_000_000))
    #expect(try round.claim("nat", "r1#2").outcome == .notEligible)
    #expect(try round.claim("nat", "r1#2").held == .lowered("awd-0"))
    // 20 万 that stand and 10 of the other title.
    #expect(round.total == Money(fen: 30_000_000))
    #expect(round.unsealed.isEmpty)
    #expect(
      try round.cautions().map(\.message.en) == [
        "p/nat#r1#2, 300,000.00 yuan, is what is missing beside awd-0, of which money came back or "
          + "was made void"
      ]
    )
    let finding = try #require(try proof(office).findings.first)
    #expect(finding.name == .moreDue)
    #expect(finding.after == .integer(30_000_000))
    #expect(finding.message.en.hasSuffix("only where the claim p/nat#r1#2 is named"))
    try office.seal("p/nat#r1#2", as: "awd-9")
    #expect(try office.award("awd-9")[Award.amountFen] == Money(fen: 30_000_000))
    #expect(try office.round(2024).total == Money(fen: 60_000_000))
  }

  @Test func `the round is told to wait for what is missing of the year before`() throws {
    var office = try Self.paid(Self.next, Self.upgrade)
    try office.add(Sample.title("r8", "nat2", "2025-06-01"))
    #expect(try office.round(2025).cautions().isEmpty)
    try Self.pays("55万元", &office)
    let cautions = try office.round(2025).cautions()
    #expect(cautions.map(\.name) == ["round-before-unsealed"])
    #expect(
      cautions.first?.message.en
        == "1 claim of 2024 is eligible and not sealed, 50,000.00 yuan in all, such as p/nat#r1#2"
    )
  }

  @Test func `what is missing beside an award whose rest is void is approved under a pot`() throws {
    var office = try Self.inParts(Self.pot.replacing("60万元", with: "200万元"))
    try office.act { try $0.void($1, Entry.on("2025-04-01", because: "复核不合格")) }
    try Self.pays("70万元", &office)
    try office.seal("p/nat#r1#2", as: "awd-9")
    try office.publish("awd-9")
    // 30 万 were paid, 20 are never paid, and 20 were sealed besides.
    let round = try office.round(2024)
    #expect(try round.claim("nat", "r1").amount == Money(fen: 30_000_000))
    #expect(try round.claim("nat", "r1#2").amount == Money(fen: 20_000_000))
    try office.approve("awd-9")
    try office.pay("awd-9")
    #expect(try office.life("awd-9").state == .paid)
    #expect(try findings(office).isEmpty)
  }

  @Test func `an award that is not paid yet is made void and sealed anew`() throws {
    var office = try Office()
    try Self.pays("70万元", &office)
    #expect(try office.round(2024).summary.hasPrefix("p/nat#r1 eligible 70000000\np/prov"))
  }
}

extension Office {
  /// The round of a year as the ledger is now.
  func round(_ year: Int) throws -> Round {
    try Round(year: year, policies: ["p"], book: PolicyBook(snapshot), snapshot: snapshot)
  }

  /// Seals a claim of 2024 by its name.
  mutating func seal(_ name: String, as id: RecordID) throws {
    let round = try Round(
      year: 2024,
      policies: ["p"],
      book: PolicyBook(snapshot),
      snapshot: snapshot,
      again: [name]
    )
    let claim = try #require(round.claims.first { $0.id == name })
    var draft = try round.seal([claim], on: day("2025-01-20")) { SHA256.hash($0) }[0]
    draft.id = id
    snapshot = snapshot.applying([.put(draft)])
    makers[id] = ["maker"]
  }
}
