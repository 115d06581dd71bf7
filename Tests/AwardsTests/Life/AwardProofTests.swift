import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import TestSupport
import Testing

struct AwardProofTests {
  private func verify(_ office: Office, _ id: RecordID = "awd-0") throws -> AwardProof {
    let auditor = try AwardAuditor(office.snapshot, today: day("2025-12-31")) { _, _ in
      SealedFrom(office.sealedFrom)
    }
    return try auditor.verify(office.award(id))
  }

  /// `name record field before → after`, line by line.
  private func text(_ proof: AwardProof) -> [String] {
    func value(_ json: JSONValue?) -> String {
      json.map { String(decoding: $0.text, as: UTF8.self) } ?? "–"
    }
    return proof.findings.map { finding in
      "\(finding.name.rawValue) \(finding.record) \(finding.field ?? "–") "
        + "\(value(finding.before)) → \(value(finding.after))"
    }
  }

  @Test(arguments: AwardState.allCases)
  func `an award stands at every state as long as nothing changed`(_ state: AwardState) throws {
    let office = try Office.at(state)
    #expect(try text(verify(office)).isEmpty)
    #expect(try text(verify(office, "awd-1")).isEmpty)
  }

  @Test(arguments: [AwardState.void, .recovered])
  func `nothing of an award that is void or came back can be worth something else by now`(
    _ state: AwardState
  ) throws {
    var office = try Office.at(state)
    let value = try JSONValue(parsing: #"{"scheme":"nat","amount":"70万元"}"#)
    try office.change(Clause.self, "p/nat") { $0[Clause.arguments] = value }
    #expect(try text(verify(office)).isEmpty)
    // That its receipt is not what was computed then is told all the same.
    try office.change(Award.self, "awd-0") { $0[Award.amountFen] = Money(fen: 100) }
    #expect(try text(verify(office)).contains("receipt-amount awd-0 amountFen 50000000 → 100"))
  }

  @Test func `a clause with another text is named, and the approval is void`() throws {
    var office = try Office.at(.approved)
    try office.change(Clause.self, "p/nat") { $0[Clause.text] = "新条文" }
    let found = try text(verify(office))
    #expect(
      found == [
        #"clause-changed p/nat text "…" → "新条文""#,
        "approval-void awd-0 – – → –",
      ]
    )
    // The other award does not rest on that clause.
    #expect(try text(verify(office, "awd-1")).isEmpty)
  }

  @Test func `a clause with another amount is named with the amount it gives`() throws {
    var office = try Office()
    try office.change(Clause.self, "p/nat") {
      $0[Clause.arguments] = .object([
        JSONMember("scheme", .string("nat")), JSONMember("amount", .string("40万元")),
      ])
    }
    let found = try text(verify(office))
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("clause-changed p/nat arguments") == true)
    #expect(found.last == "amount-changed awd-0 amountFen 50000000 → 40000000")
  }

  @Test func `a fact that moved out of the year is named once, with what follows`() throws {
    var office = try Office()
    try office.change(Recognition.self, "r1") {
      $0[Recognition.awarded] = PartialDate("2023-05-06")
    }
    let found = try text(verify(office))
    #expect(found.first == #"fact-changed r1 awarded "2024-05-06" → "2023-05-06""#)
    #expect(found.contains("amount-changed awd-0 amountFen 50000000 → –"))
    #expect(found.filter { $0.contains(" r1 awarded") }.count == 1)
  }

  @Test func `a fact that was taken away is named`() throws {
    var office = try Office()
    office.snapshot = office.snapshot.applying([
      .remove(Recognition.schema, "r1", reason: "重复登记")
    ])
    let found = try text(verify(office))
    #expect(found.first == "record-removed r1 – – → –")
    #expect(found.filter { $0.contains(" r1 ") }.count == 1)
  }

  @Test func `an incident that was added is named with its fields`() throws {
    var office = try Office()
    try office.add(
      #"{"kind":"incident","id":"i1","enterprise":"e1","date":"2024-01-01","category":"fraud"}"#
    )
    let found = try text(verify(office))
    #expect(
      found == [
        #"input-added i1 date – → "2024-01-01""#,
        #"input-added i1 category – → "fraud""#,
        #"outcome-changed awd-0 outcome "eligible" → "not-eligible""#,
        "amount-changed awd-0 amountFen 50000000 → 0",
      ]
    )
    #expect(try text(verify(office, "awd-1")).isEmpty)
  }

  @Test func `what stood before and is only read anew is not named`() throws {
    let upgrade =
      #"{"number":"u","operation":"upgrade","arguments":{"mode":"deductPaid","per":"brand"}}"#
    let old = Sample.award("old", 2023, "provincial", yuan: 80_000, more: #","object":"b3""#)
    var office = try Office(Office.titles + old, clauses: [Sample.nat, Sample.prov, upgrade])
    try office.change(Recognition.self, "r1") { $0[Recognition.brand] = "b3" }
    #expect(
      try text(verify(office)) == [
        #"fact-changed r1 brand "b1" → "b3""#,
        "amount-changed awd-0 amountFen 50000000 → 42000000",
      ]
    )
  }

  @Test func `a title that takes its share of the pot is named`() throws {
    let pot = #"{"number":"pot","operation":"pot","arguments":{"amount":"60万元"}}"#
    var office = try Office(clauses: [Sample.nat, Sample.prov, pot])
    try office.add(Sample.title("r9", "prov", "2024-07-08", brand: "b3"))
    #expect(
      try text(verify(office)) == [
        "amount-changed awd-0 amountFen 50000000 → 42857143",
        #"rival-added r9 – – → "p/prov#r9""#,
      ]
    )
  }

  @Test func `a receipt that says otherwise than its commit is found`() throws {
    func tampered(_ change: (inout Draft) -> Void) throws -> [String] {
      var office = try Office()
      try office.change(Award.self, "awd-0", change)
      return try text(verify(office))
    }
    #expect(
      try tampered { $0[Award.amountFen] = Money(fen: 50_000_001) }
        == ["receipt-amount awd-0 amountFen 50000000 → 50000001"]
    )
    #expect(
      try tampered { $0[Award.claim] = "p/nat#r7" }
        == [#"receipt-claim awd-0 claim "p/nat#r7" → –"#]
    )
    #expect(
      try tampered { $0[Award.receipt] = .object([]) } == ["receipt-unreadable awd-0 receipt – → –"]
    )
    func altered(_ old: String, _ new: String) throws -> [String] {
      try tampered { draft in
        let text = String(decoding: draft[Award.receipt]?.text ?? [], as: UTF8.self)
        draft[Award.receipt] = try? JSONValue(parsing: text.replacing(old, with: new))
      }
    }
    let hash = try SHA256.hash(#require(Office().sealedFrom.table(Clause.self)["p/nat"]).line)
    #expect(
      try altered(hash, "00") == [#"receipt-hash p/nat – "\#(hash)" → "00""#]
    )
    #expect(
      try altered(#""value":"2024-05-06""#, #""value":"2024-05-07""#)
        == [#"receipt-input r1 awarded "2024-05-06" → "2024-05-07""#]
    )
    #expect(
      try altered(#""afterFen":50000000"#, #""afterFen":50000001"#)
        == ["receipt-steps awd-0 receipt – → –"]
    )
  }

  @Test func `a state that was set by hand is found, and stops the award`() throws {
    var office = try Office.at(.published)
    try office.change(Award.self, "awd-0") { $0[Award.state] = .approved }
    #expect(try office.life().faults.map(\.name) == ["award-state"])
    #expect(refusalName { try office.approve() } == "award-state")
    #expect(try text(verify(office)) == ["award-events awd-0 – – → –"])
  }

  @Test func `events that were written by hand obey the same rules`() throws {
    var office = try Office.at(.published)
    try office.add(
      #"{"kind":"award-event","id":"x1","award":"awd-0","date":"2025-02-14","action":"approve","from":"published","to":"approved","by":"chief"}"#
        + "\n"
        + #"{"kind":"award-event","id":"x2","award":"awd-0","date":"2025-02-19","action":"approve","from":"published","to":"paid","by":"chief"}"#
        + "\n"
        + #"{"kind":"award-event","id":"x3","award":"awd-0","date":"2025-02-20","action":"pay","from":"approved","to":"paid","by":"clerk","amountFen":50000001}"#
    )
    let faults = try office.life().faults
    #expect(
      faults.map(\.name) == [
        "award-objection-days", "award-event-state", "award-excess", "award-state",
      ]
    )
  }

  @Test(arguments: [Language.english, .chinese])
  func `proof and life are told to programs in a stable shape`(_ language: Language) throws {
    var office = try Office.at(.partlyPaid)
    try office.change(Clause.self, "p/nat") { $0[Clause.text] = "新条文" }
    try office.add(
      #"{"kind":"incident","id":"i1","enterprise":"e1","date":"2024-01-01","category":"fraud"}"#
    )
    func lines(_ json: JSONValue) -> String {
      String(decoding: json.text, as: UTF8.self).replacing("},{", with: "},\n{") + "\n"
    }
    let code = language == .english ? "en" : "zh"
    try expectGolden(lines(verify(office).json(in: language)), "proof.\(code).json")
    var life = try office.award()
    var draft = Draft(copying: life)
    // The receipt is told by the tests of sealing.
    draft[Award.receipt] = .object([])
    life = draft.record()
    let text = try lines(AwardLife(life, office.life().events).json)
    let basis = try #require(office.life().approvals.first?.basis)
    #expect(basis.utf8.count == 64)
    try expectGolden(text.replacing(basis, with: "…"), "life.json")
  }

  @Test func `the public list holds public fields and awards that were published and stand`() throws
  {
    var office = try Office.at(.published)
    #expect(try PublicAwards.lives(year: 2024, office.snapshot).map(\.award.id) == ["awd-0"])
    try office.publish("awd-1")
    #expect(
      PublicAwards.fields.map(\.name).filter { !["id", "source"].contains($0) }
        == ["policy", "year", "recipient", "amountFen", "state", "clause", "level"]
    )
    #expect(
      try PublicAwards.lives(year: 2024, office.snapshot).map(\.award.id) == ["awd-0", "awd-1"]
    )
    #expect(try PublicAwards.lives(year: 2023, office.snapshot).isEmpty)
    try office.act("awd-1") { try $0.void($1, Entry.on("2025-03-03", because: "理由")) }
    #expect(try PublicAwards.lives(year: 2024, office.snapshot).map(\.award.id) == ["awd-0"])
  }

  @Test(arguments: [
    #""operation":"bonusIfCount","arguments":{"facts":"patent","atLeast":3,"amount":"5元"}"#,
    #""operation":"topN","arguments":{"facts":"patent","minimum":3,"amounts":["5元"]}"#,
    #""operation":"milestone","arguments":{"facts":"patent","steps":[{"count":3,"amount":"5元"}]}"#,
  ])
  func `a counted fact that fell away is named with what changed in it`(value: String) throws {
    let patents = (1...3).map {
      #"{"kind":"patent","id":"p\#($0)","type":"invention","owners":["e1"],"grantedOn":"2024-0\#($0)-01","status":"granted"}"#
        + "\n"
    }
    var office = try Office(patents.joined(), clauses: [#"{"number":"v",\#(value)}"#])
    try office.change(Patent.self, "p2") {
      $0[Patent.status] = .invalidated
      $0[Patent.endedOn] = PartialDate("2024-12-01")
    }
    let found = try text(verify(office))
    #expect(
      found.prefix(2) == [
        #"input-changed p2 status "granted" → "invalidated""#,
        #"input-changed p2 endedOn – → "2024-12-01""#,
      ]
    )
  }

  @Test func `what changed in another claim of a shared pot is named`() throws {
    let costs = [("x1", "e1"), ("x2", "e2")].map { id, holder in
      #"{"kind":"expense","id":"\#(id)","enterprise":"\#(holder)","paidOn":"2024-05-01","category":"filing","amountFen":10000}"#
        + "\n"
    }
    var office = try Office(
      costs.joined(),
      clauses: [
        #"{"number":"v","operation":"percentOf","arguments":{"rate":"100%"}}"#,
        #"{"number":"b","operation":"pot","arguments":{"amount":"100元"}}"#,
      ]
    )
    try office.change(Expense.self, "x2") { $0[Expense.amountFen] = Money(fen: 30_000) }
    #expect(
      try text(verify(office)) == [
        "amount-changed awd-0 amountFen 5000 → 2500",
        "input-changed x2 amountFen 10000 → 30000",
      ]
    )
  }
}
