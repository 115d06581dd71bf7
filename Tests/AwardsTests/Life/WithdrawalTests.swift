import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// What stands of an award once a claim to what was paid is withdrawn.
struct WithdrawalTests {
  private static func pays(_ amount: String, _ office: inout Office) throws {
    try office.change(Clause.self, "p/nat") {
      $0[Clause.arguments] = .object([
        JSONMember("scheme", .string("nat")), JSONMember("amount", .string(amount)),
      ])
    }
  }

  /// The name of what refuses another title of the same enterprise in the round; `nil` where nothing does.
  private func refusal(_ office: Office) throws -> String? {
    let round = try office.round(2024)
    let claim = try round.claim("prov", "r9")
    return refusalName {
      _ = try round.seal([claim], on: day("2026-02-01")) { SHA256.hash($0) }
    }
  }

  private func findings(_ office: Office) throws -> [String] {
    let auditor = try AwardAuditor(office.snapshot, today: day("2025-12-31")) { _, _ in
      SealedFrom(office.sealedFrom)
    }
    return try auditor.verify(office.award()).findings.map(\.name.rawValue)
  }

  /// An award of 50 万 that is paid, whose clause came to 30 by then; what was too much cannot be had.
  private static func forgone() throws -> Office {
    var office = try RecoveryTests.paid()
    try pays("30万元", &office)
    let entry = try Entry.on("2025-04-01", because: "无法追回")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 20_000_000)) }
    try office.act { try $0.withdraw($1, entry) }
    return office
  }

  @Test func `what cannot be had holds up the round no longer, but no more than that`() throws {
    var office = try Self.forgone()
    #expect(try office.life().balance.kept == Money(fen: 50_000_000))
    #expect(try findings(office).isEmpty)
    try office.add(Sample.title("r9", "prov", "2024-07-08", brand: "b3"))
    #expect(try refusal(office) == nil)
    // It now comes to 5 万 less than what was given up.
    try Self.pays("25万元", &office)
    #expect(try refusal(office) == "award-stale")
    let entry = try Entry.on("2025-04-02", because: "更正")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 5_000_000)) }
    #expect(try refusal(office) == "award-stale")
    try office.act { try $0.repay($1, entry) }
    #expect(try refusal(office) == nil)
  }

  @Test func `what failed after that is not paid anew beyond what the clauses owe`() throws {
    var office = try Self.forgone()
    let entry = try Entry.on("2025-04-02", because: "退票")
    try office.act { try $0.fail($1, entry) }
    #expect(refusalName { _ = try office.desk().pay(office.award(), entry) } == "award-changed")
  }
}
