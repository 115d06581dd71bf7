import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// What an award may become after its facts changed.
struct CorrectionTests {
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

  /// Seals a claim of a year; the name of what refuses it, `nil` where nothing does.
  private func refusal(_ office: Office, _ number: String, _ fact: String, _ year: Int = 2024)
    throws
    -> String?
  {
    let round = try office.round(year)
    let claim = try round.claim(number, fact)
    #expect(claim.outcome == .eligible)
    return refusalName {
      _ = try round.seal([claim], on: day("2025-05-01")) { SHA256.hash($0) }
    }
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
  }

  @Test func `two clauses that pay one fact are sealed one after the other`() throws {
    let more =
      #"{"number":"more","operation":"fixed","arguments":{"scheme":"prov","amount":"1万元"}}"#
    var office = try Office(clauses: [Sample.nat, Sample.prov, more])
    try office.act("awd-2") { try $0.void($1, Entry.on("2025-02-01", because: "理由")) }
    #expect(try refusal(office, "more", "r2") == nil)
  }
}

extension Office {
  /// The round of a year as the ledger is now.
  func round(_ year: Int) throws -> Round {
    try Round(year: year, policies: ["p"], book: PolicyBook(snapshot), snapshot: snapshot)
  }
}
