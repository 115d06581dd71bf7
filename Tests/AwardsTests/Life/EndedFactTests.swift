import Awards
import Bilingual
import Ledger
import Portfolio
import Testing

/// What becomes of an award whose title is revoked after the days of its round.
struct EndedFactTests {
  private static let clawback =
    #"{"number":"back","operation":"clawback","arguments":{"reasons":["fraud","revoked-title"]}}"#

  private static func revoked(_ date: String, at state: AwardState, _ clauses: String...) throws
    -> Office
  {
    var office = try Office(clauses: [Sample.nat, Sample.prov] + clauses)
    if state != .sealed { try office.publish() }
    if state == .approved || state == .paid { try office.approve() }
    if state == .paid { try office.pay() }
    try office.change(Recognition.self, "r1") { $0[Recognition.revokedOn] = PartialDate(date) }
    return office
  }

  @Test(arguments: [
    ("2025-02-11", nil), ("2025-02-10", "award-fact-ended"), ("2025-02", "award-fact-ended"),
  ])
  func `a title that was revoked by the day of its publication is not published without a reason`(
    date: String,
    refused: String?
  ) throws {
    let office = try Self.revoked(date, at: .sealed)
    func publish(_ reason: String?) throws -> String? {
      let entry = try Entry.on("2025-02-10", because: reason)
      return refusalName { _ = try office.desk().publish(office.award(), entry) }
    }
    #expect(try publish(nil) == refused)
    #expect(try publish(" ") == refused)
    #expect(try publish("撤销决定已被复议撤销") == nil)
  }

  @Test(arguments: [AwardState.published, .approved])
  func `it is neither approved nor paid without a reason, which stays with the event`(
    state: AwardState
  ) throws {
    let office = try Self.revoked("2025-02-12", at: state)
    func move(_ reason: String?) throws -> AwardMove {
      let entry = try Entry.on("2025-03-03", by: "chief", because: reason)
      guard state == .approved else { return try office.desk().approve(office.award(), entry) }
      return try office.desk().approve(
        office.award(),
        Entry.on("2025-03-03", by: "other", because: reason)
      )
    }
    #expect(refusalName { _ = try move(nil) } == "award-fact-ended")
    #expect(try move("仍应奖励").event[AwardEvent.reason] == "仍应奖励")
  }

  @Test func `it is not paid, and the list of payments tells why`() throws {
    var office = try Self.revoked("2025-02-12", at: .approved)
    try office.act { try $0.approve($1, Entry.on("2025-02-20", by: "other", because: "仍应奖励")) }
    let entry = try Entry.on("2025-03-03")
    let payable = try #require(try office.desk().payables(of: office.award(), entry).first)
    #expect(payable.hindrance?.name == "award-fact-ended")
    #expect(
      payable.hindrance?.message.en
        == "award awd-0: the recognition r1 no longer stands, from 2025-02-12 on"
    )
  }

  @Test func `its proof names the clause that claims it back`() throws {
    func found(_ office: Office, _ id: RecordID = "awd-0") throws -> [Phrase] {
      let auditor = try AwardAuditor(office.snapshot, today: day("2025-12-31")) { _, _ in
        SealedFrom(office.sealedFrom)
      }
      return try auditor.verify(office.award(id)).findings.filter { $0.name == .factEnded }
        .map(\.message)
    }
    let office = try Self.revoked("2025-06-01", at: .paid, Self.clawback)
    #expect(
      try found(office).map(\.en) == [
        "the recognition r1 no longer stands, from 2025-06-01 on; p/back claims back what was paid for it"
      ]
    )
    #expect(try found(office, "awd-1").isEmpty)
    #expect(try found(Self.revoked("2026-01-01", at: .paid, Self.clawback)).isEmpty)
    #expect(try found(Self.revoked("2025-06-01", at: .paid)).isEmpty)
    #expect(try found(Self.revoked("2025-06-01", at: .approved)).count == 1)
  }

  @Test(arguments: [
    ("invalidated", "claim-fact-ended"), ("cancelled", "claim-right-ended"),
    ("expired", "claim-right-ended"),
  ])
  func `a right that was declared invalid was wrong from the first, one that was given up was not`(
    status: String,
    warned: String
  ) throws {
    let round = try Self.round(
      #"{"kind":"trademark","id":"CN/1","office":"CN","number":"1","registeredOn":"2024-05-06","owner":"e1","status":"\#(status)","endedOn":"2025-02-01"}"#,
      of: "trademark"
    )
    #expect(round.claims.map(\.outcome) == [.eligible])
    #expect(try round.ended(on: day("2025-01-31")).isEmpty)
    #expect(try round.ended(on: day("2025-02-01")).map(\.name) == [warned])
    #expect(
      try round.sealable(on: day("2025-02-01")).isEmpty == (warned == "claim-fact-ended")
    )
  }

  @Test func `the day on which a patent lapsed is told before it is sealed`() throws {
    let round = try Self.round(
      #"{"kind":"patent","id":"CN/2","office":"CN","number":"2","type":"invention","grantedOn":"2024-05-06","owners":["e1"],"status":"lapsed","endedOn":"2025-02-01"}"#,
      of: "patent"
    )
    #expect(
      try round.ended(on: day("2025-03-01")).map(\.message.en) == [
        "what p/m#CN/2 rewards stood in the days of the round and ended on 2025-02-01"
      ]
    )
  }

  /// The round of 2024 of a policy that pays for a kind of right.
  private static func round(_ right: String, of kind: String) throws -> Round {
    try Sample(
      right + "\n",
      clauses: [
        #"{"number":"m","operation":"fixed","arguments":{"facts":"\#(kind)","amount":"500元"}}"#
      ]
    )
    .round(2024)
  }

  @Test func `it is sealed only where it is named`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2024-05-06", more: #","revokedOn":"2025-02-01""#)
        + Sample.title("r2", "prov", "2024-06-07", holder: "e2", brand: "b2"),
      clauses: [Sample.nat, Sample.prov]
    )
    let round = try sample.round(2024)
    #expect(try round.sealable(on: day("2025-01-31")).map(\.id) == ["p/nat#r1", "p/prov#r2"])
    #expect(try round.ended(on: day("2025-01-31")).isEmpty)
    #expect(try round.sealable(on: day("2025-02-01")).map(\.id) == ["p/prov#r2"])
    #expect(try round.ended(on: day("2025-02-01")).map(\.name) == ["claim-fact-ended"])
  }
}
