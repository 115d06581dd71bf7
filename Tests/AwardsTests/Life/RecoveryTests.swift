import Awards
import Bilingual
import Ledger
import Portfolio
import Testing

struct RecoveryTests {
  static let clawback = #"""
    {"number":"back","operation":"clawback","arguments":{"reasons":["fraud"],"banYears":3}}
    """#
  static let half = #"""
    {"number":"half","operation":"clawback","arguments":{"reasons":["misuse"],"share":"1/2"}}
    """#
  static let third = #"""
    {"number":"third","operation":"clawback","arguments":{"reasons":["misuse"],"share":"1/3"}}
    """#

  static func paid(_ clauses: String...) throws -> Office {
    var office = try Office(clauses: [Sample.nat, Sample.prov] + clauses)
    try office.publish()
    try office.approve()
    try office.pay()
    return office
  }

  @Test func `the clause of its ground says how much comes back and how long the ban is`() throws {
    let office = try Self.paid(Self.clawback, Self.half)
    let entry = try Entry.on("2025-04-01", because: "理由")
    let fraud = try office.desk().recover(office.award(), entry, for: .fraud)
    #expect(fraud.event[AwardEvent.amountFen] == Money(fen: 50_000_000))
    #expect(fraud.incidents.first?[Incident.bannedUntil]?.description == "2028-03-31")
    #expect(fraud.incidents.first?[Incident.category] == .fraud)
    let misuse = try office.desk().recover(office.award(), entry, for: .misuse)
    #expect(misuse.event[AwardEvent.amountFen] == Money(fen: 25_000_000))
    #expect(misuse.incidents.isEmpty)
    let other = try office.desk().recover(office.award(), entry, for: .misuse, banYears: 1)
    #expect(other.incidents.first?[Incident.category] == .dishonesty)
    let milder = try office.desk().recover(
      office.award(),
      entry,
      for: .fraud,
      amount: Money(fen: 100),
      banYears: 0
    )
    #expect(milder.event[AwardEvent.amountFen] == Money(fen: 100))
    #expect(milder.incidents.isEmpty)
  }

  @Test(arguments: [
    ("2025-03-31", nil), ("2025-04-01", "award-banned"), ("2028-03-31", "award-banned"),
    ("2028-04-01", nil),
  ])
  func `nothing is paid from the first to the last day of a ban, whatever the round was`(
    date: String,
    refused: String?
  ) throws {
    var office = try Office(
      Sample.title("r1", "nat", "2024-05-06")
        + Sample.title("r2", "prov", "2024-06-07", brand: "b3"),
      clauses: [Sample.nat, Sample.prov, Self.clawback]
    )
    for id in ["awd-0", "awd-1"] as [RecordID] {
      try office.publish(id)
      try office.approve(id)
    }
    try office.pay("awd-0")
    let entry = try Entry.on("2025-04-01", because: "理由")
    try office.act("awd-0") { try $0.recover($1, entry, for: .fraud) }
    let today = "2028-12-31"
    #expect(
      refusalName {
        _ = try office.desk(today).pay(office.award("awd-1"), Entry.on(date))
      } == refused
    )
    #expect(
      refusalName {
        _ = try office.desk(today).approve(office.award("awd-1"), Entry.on(date, by: "other"))
      } == (refused ?? "award-approved-twice")
    )
  }

  @Test func `a ban bars nobody else, and no longer when it was lifted`() throws {
    var office = try Office(clauses: [Sample.nat, Sample.prov])
    try office.add(
      #"{"kind":"incident","id":"i","enterprise":"e1","date":"2025-02","category":"fraud","bannedUntil":"2026-01-31"}"#
    )
    for id in ["awd-0", "awd-1"] as [RecordID] { try office.publish(id) }
    try office.approve("awd-1")
    #expect(refusalName { try office.approve("awd-0") } == "award-banned")
    let refusal = #expect(throws: Diagnostic.self) { try office.approve("awd-0") }
    #expect(
      refusal?.message.en.contains("甲公司 is barred from awards until 2026-01-31, by i") == true
    )
    try office.change(Incident.self, "i") { $0[Incident.resolvedOn] = PartialDate("2025-02-18") }
    #expect(refusalName { try office.approve("awd-0") } == nil)
  }

  @Test func `a share is taken of all that was paid, less what was claimed back before`() throws {
    var office = try Self.paid(Self.half)
    let entry = try Entry.on("2025-04-01", because: "理由")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 10_000_000)) }
    try office.act { try $0.recover($1, entry, for: .misuse) }
    #expect(try office.life().balance.demanded == Money(fen: 25_000_000))
    #expect(
      refusalName { _ = try office.desk().recover(office.award(), entry, for: .misuse) } != nil
    )
  }

  @Test func `nothing is claimed back by guess`() throws {
    let office = try Self.paid(Self.clawback, Self.third)
    let entry = try Entry.on("2025-04-01", because: "理由")
    let desk = try office.desk()
    let award = try office.award()
    #expect(refusalName { _ = try desk.recover(award, entry) } == "award-ground")
    #expect(
      refusalName { _ = try desk.recover(award, entry, for: .revokedTitle) } == "award-ground"
    )
    #expect(refusalName { _ = try desk.recover(award, entry, for: .misuse) } == "award-share")
    #expect(try desk.recover(award, entry, amount: Money(fen: 100)).incidents.isEmpty)
  }

  private static let paidToOther =
    #"{"number":"to","operation":"payTo","arguments":{"payee":"organiser","recipient":"e2"}}"#

  @Test(arguments: [
    ("", ["e1"]), (#","banned":"applicant""#, ["e1"]), (#","banned":"recipient""#, ["e2"]),
    (#","banned":["applicant","recipient"]"#, ["e1", "e2"]),
  ])
  func `the ban falls on who applied, on who was paid where the clause says so`(
    more: String,
    banned: [String]
  ) throws {
    let office = try Self.paid(
      Self.paidToOther,
      #"{"number":"back","operation":"clawback","arguments":{"reasons":["fraud"],"banYears":3\#(more)}}"#
    )
    let entry = try Entry.on("2025-04-01", because: "理由")
    #expect(try office.award()[Award.recipient] == "e2")
    let move = try office.desk().recover(office.award(), entry, for: .fraud)
    #expect(move.incidents.map { $0[Incident.enterprise]?.text } == banned)
    #expect(move.changes.count == 2 + banned.count)
    let bare = try office.desk().recover(office.award(), entry, amount: Money(fen: 1), banYears: 1)
    #expect(bare.incidents.map { $0[Incident.enterprise]?.text } == ["e1"])
  }

  @Test(arguments: [("e1", "award-banned"), ("e2", "award-banned"), ("e3", nil)])
  func `nothing is approved while who won it or who is paid is barred`(
    barred: String,
    refused: String?
  ) throws {
    var office = try Office(clauses: [Sample.nat, Sample.prov, Self.paidToOther])
    try office.add(
      #"{"kind":"incident","id":"i","enterprise":"\#(barred)","date":"2025-02-01","category":"fraud","bannedUntil":"2026-01-31"}"#
    )
    try office.publish()
    #expect(refusalName { try office.approve() } == refused)
  }

  private static let upgrade =
    #"{"number":"u","operation":"upgrade","arguments":{"mode":"deductPaid","per":"brand"}}"#

  @Test(arguments: [
    // Of 50 万: demanded, come back, and what the next national title of 60 万 gets then.
    (0, 0, 100_000), (100_000, 0, 100_000), (100_000, 40_000, 140_000),
    (100_000, 100_000, 200_000), (500_000, 499_999, 599_999), (500_000, 500_000, 600_000),
  ])
  func `a payout counts with what its recipient keeps of it`(
    demanded: Int64,
    repaid: Int64,
    yuan: Int64
  ) throws {
    let next = #"{"number":"n2","operation":"fixed","arguments":{"scheme":"nat2","amount":"60万元"}}"#
    var office = try Self.paid(next, Self.upgrade)
    let entry = try Entry.on("2025-04-01", because: "理由")
    if demanded > 0 {
      try office.act { try $0.recover($1, entry, amount: Money(fen: demanded * 100)) }
    }
    if repaid > 0 {
      try office.act { try $0.repay($1, entry, amount: Money(fen: repaid * 100)) }
    }
    try office.add(Sample.title("r9", "nat2", "2025-06-01"))
    let round = try Round(
      year: 2025,
      policies: ["p"],
      book: PolicyBook(office.snapshot),
      snapshot: office.snapshot
    )
    #expect(try round.claim("n2", "r9").amount == Money(fen: yuan * 100))
  }
}
