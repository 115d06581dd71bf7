import Awards
import Bilingual
import Ledger
import Portfolio
import Testing

/// What is told or refused before money moves, though every clause still says yes.
struct LastLookTests {
  @Test func `an award that an objection found wrong is published anew with what was mended`()
    throws
  {
    var office = try Office.at(.upheld)
    #expect(refusalName { try office.publish() } == "award-reason-missing")
    let entry = try Entry.on("2025-02-12", by: "publisher", because: "已补正转让证明")
    try office.act { try $0.publish($1, entry) }
    #expect(try office.life().state == .published)
  }

  @Test func `who is barred is told when it is sealed and published`() throws {
    let ban =
      #"{"kind":"incident","id":"i","enterprise":"e1","date":"2025-01","category":"fraud","bannedUntil":"2027-02-28"}"#
    var office = try Office(clauses: [Sample.nat, Sample.prov])
    try office.add(ban)
    let entry = try Entry.on("2025-02-10", by: "publisher")
    func told(_ award: RecordID) throws -> [String] {
      try office.desk().publish(office.award(award), entry).findings.map(\.name)
    }
    #expect(try told("awd-0") == ["award-banned"])
    #expect(try told("awd-1") == [])
    let sample = try Sample(Office.titles + ban + "\n", clauses: [Sample.nat, Sample.prov])
    let round = try sample.round(2024)
    func barred(_ date: String) throws -> [String] {
      try round.barred(on: day(date), in: sample.snapshot).map(\.message.en)
    }
    #expect(try barred("2025-03-01") == ["甲公司 is barred from awards until 2027-02-28, by i"])
    #expect(try barred("2024-12-31").isEmpty)
    #expect(try barred("2027-03-01").isEmpty)
  }

  @Test func `a fact is not sealed before its day`() throws {
    let round = try Sample(Office.titles, clauses: [Sample.nat, Sample.prov]).round(2024)
    let claims = round.claims.filter { $0.outcome == .eligible }
    func sealed(on date: String) -> String? {
      refusalName { _ = try round.seal(claims, on: day(date)) { SHA256.hash($0) } }
    }
    #expect(sealed(on: "2024-06-06") == "award-fact-later")
    #expect(sealed(on: "2024-06-07") == nil)
  }

  @Test(arguments: [
    (EnterpriseStatus.deregistered, ["payee-closed"]), (.revoked, ["payee-closed"]),
    (.suspended, []),
  ])
  func `a payment to an enterprise that was closed is told`(
    status: EnterpriseStatus,
    names: [String]
  )
    throws
  {
    var office = try Office.at(.approved)
    try office.change(Enterprise.self, "e1") { $0[Enterprise.status] = status }
    let move = try office.desk().pay(office.award(), Entry.on("2025-03-03"))
    #expect(move.findings.map(\.name) == names)
  }

  @Test(arguments: [(nil, false), ("county", false), ("provincial", true)])
  func `policies of payers of several levels in one round are told`(payer: String?, isTold: Bool)
    throws
  {
    let other =
      #"{"kind":"policy","id":"q","name":"另一办法","inForceFrom":"2000-01-01""#
      + (payer.map { #","payer":"\#($0)""# } ?? "") + "}\n"
      + #"{"kind":"clause","id":"q/1","policy":"q","number":"1","text":"奖励","operation":"fixed","#
      + #""arguments":{"scheme":"prov","amount":"1万元"}}"# + "\n"
    let sample = try Sample(
      Office.titles + other,
      clauses: [Sample.nat],
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","payer":"county""#
    )
    let snapshot = sample.snapshot
    let book = try PolicyBook(snapshot)
    let round = try Round(year: 2024, policies: nil, book: book, snapshot: snapshot, traces: .none)
    let names = try round.cautions().map(\.name)
    #expect(names.contains("several-payers") == isTold)
  }
}
