import Awards
import Foundation
import JSONLines
import Ledger
import Portfolio
import Testing

struct ApprovalTests {
  struct Row: CustomTestStringConvertible {
    let published: String
    let days: Int
    let until: String
    let dayAfter: String
    var testDescription: String { "\(published) + \(days)" }

    init(_ published: String, _ days: Int, until: String, dayAfter: String) {
      self.published = published
      self.days = days
      self.until = until
      self.dayAfter = dayAfter
    }
  }

  @Test(arguments: [
    // Over a Sunday that is worked and the eight days off of Spring Festival.
    Row("2025-01-22", 5, until: "2025-02-05", dayAfter: "2025-02-06"),
    // On to the Saturday that is worked after it, and over it.
    Row("2025-01-24", 6, until: "2025-02-08", dayAfter: "2025-02-09"),
    Row("2025-01-24", 7, until: "2025-02-10", dayAfter: "2025-02-11"),
    // An ordinary week, one day, and a publication on a day off.
    Row("2025-02-10", 5, until: "2025-02-17", dayAfter: "2025-02-18"),
    Row("2025-02-10", 1, until: "2025-02-11", dayAfter: "2025-02-12"),
    Row("2025-02-01", 1, until: "2025-02-05", dayAfter: "2025-02-06"),
  ])
  func `objections are taken on working days, approval waits for the day after`(_ row: Row) throws {
    var office = try Office(procedure: #","procedure":{"objectionDays":1}"#)
    let move = try office.act {
      try $0.publish($1, Entry.on(row.published, by: "publisher"), days: row.days)
    }
    #expect(try move.life.objectionsUntil == day(row.until))
    #expect(move.event[AwardEvent.objectionsUntil]?.description == row.until)
    #expect(move.findings.isEmpty)

    func approve(_ date: Day) -> String? {
      refusalName {
        _ = try office.desk().approve(office.award(), AwardEntry(date, by: "chief"))
      }
    }
    func object(_ date: Day) -> String? {
      refusalName {
        let entry = AwardEntry(date, by: "clerk", reason: "理由")
        _ = try office.desk().object(office.award(), entry, party: "某公司")
      }
    }
    let (last, after) = (try day(row.until), try day(row.dayAfter))
    if last + -1 >= (try day(row.published)) {
      #expect(approve(last + -1) == "award-objection-days")
      #expect(object(last + -1) == nil)
    }
    #expect(approve(last) == "award-objection-days")
    #expect(object(last) == nil)
    #expect(approve(after) == nil)
    #expect(object(after) == "award-objections-over")
  }

  @Test func `the policy says how long, and without it somebody must`() throws {
    var office = try Office(procedure: "")
    let award = try office.award()
    let entry = try Entry.on("2025-02-10")
    #expect(
      refusalName { _ = try office.desk().publish(award, entry) } == "award-objection-days"
    )
    let move = try office.act { try $0.publish($1, entry, days: 3) }
    #expect(move.event[AwardEvent.objectionsUntil]?.description == "2025-02-13")
  }

  @Test func `days beyond the notices are told to be provisional`() throws {
    var office = try Office()
    let move = try office.act { try $0.publish($1, Entry.on("2026-03-02")) }
    #expect(move.findings.map(\.name) == ["date-provisional"])
  }

  @Test func `a procedure with an unknown key is told where it stands`() throws {
    let office = try Office(procedure: #","procedure":{"objectionDay":5}"#)
    let name = refusalName {
      _ = try office.desk().publish(office.award(), Entry.on("2025-02-10"))
    }
    #expect(name == "unknown-key")
  }

  @Test(arguments: [
    ("maker", "award-own-approval"), (" MAKER ", "award-own-approval"),
    ("ｍａｋｅｒ", "award-own-approval"), ("editor", "award-own-approval"),
    ("publisher", "award-own-approval"), ("first publisher", "award-own-approval"),
    ("objector's clerk", nil), ("chief", nil),
  ])
  func `nobody approves what they sealed, changed or published`(_ by: String, _ refused: String?)
    throws
  {
    var office = try Office()
    office.makers["awd-0"]?.append("editor")
    try office.act { try $0.publish($1, Entry.on("2025-02-10", by: "first publisher")) }
    let clerk = try Entry.on("2025-02-11", by: "objector's clerk", because: "理由")
    try office.act { try $0.object($1, clerk, party: "某公司") }
    try office.act { try $0.decide($1, clerk, isRight: true) }
    let anew = try Entry.on("2025-02-12", by: "publisher", because: "已更正")
    try office.act { try $0.publish($1, anew) }
    let name = refusalName {
      _ = try office.desk().approve(office.award(), Entry.on("2025-02-20", by: by))
    }
    #expect(name == refused)
  }

  @Test func `without the history nothing is approved`() throws {
    var office = try Office()
    try office.publish()
    office.makers = [:]
    #expect(
      refusalName { try office.approve() } == "award-makers-unknown"
    )
  }

  @Test func `two approvals are two people's`() throws {
    var office = try Office(procedure: #","procedure":{"objectionDays":5,"approvals":2}"#)
    try office.publish()
    try office.approve(by: "chief")
    #expect(try office.life().state == .published)
    #expect(try office.award()[Award.state] == .published)
    #expect(refusalName { try office.pay() } == "award-move")
    #expect(refusalName { try office.approve(by: "Chief") } == "award-approved-twice")
    try office.approve(by: "mayor")
    #expect(try office.life().state == .approved)
    #expect(try office.life().approvals.map(\.by) == ["chief", "mayor"])
    #expect(refusalName { try office.approve(by: "third") } == "award-approved-twice")
    try office.pay()
    #expect(try office.life().state == .paid)
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `while an objection is open nothing is approved, each is decided`() throws {
    var office = try Office()
    try office.publish()
    let entry = try Entry.on("2025-02-12", because: "理由")
    try office.act { try $0.object($1, entry, party: "甲") }
    try office.act { try $0.object($1, entry, party: "乙") }
    #expect(refusalName { try office.approve() } == "award-move")
    let unclear = refusalName {
      _ = try office.desk().decide(office.award(), entry, isRight: false)
    }
    #expect(unclear == "award-which-objection")
    let ids = try office.life().objections
    #expect(ids.count == 2)
    try office.act { try $0.decide($1, entry, isRight: false, objection: ids[1]) }
    #expect(try office.life().state == .objected)
    #expect(try office.life().objections == [ids[0]])
    try office.act { try $0.decide($1, entry, isRight: false) }
    #expect(try office.life().state == .published)
    try office.approve()
    #expect(try office.life().state == .approved)
  }

  @Test func `an objection that came in time and is entered late suspends what was approved since`()
    throws
  {
    // Objections were taken until 2025-02-17; it was approved the day after.
    var office = try Office.at(.approved)
    for date in ["2025-02-09", "2025-02-18"] {
      let entry = try Entry.on(date, because: "理由")
      let name = refusalName {
        _ = try office.desk().object(office.award(), entry, party: "某公司")
      }
      #expect(name == "award-move")
    }
    let letter = try Entry.on("2025-02-17", because: "理由")
    try office.act { try $0.object($1, letter, party: "某公司") }
    #expect(try office.award()[Award.state] == .objected)
    #expect(try office.life().state == .objected)
    #expect(try office.life().faults.isEmpty)
    #expect(refusalName { try office.pay() } == "award-move")
    let decision = try Entry.on("2025-02-20", because: "理由")
    try office.act { try $0.decide($1, decision, isRight: false) }
    #expect(try office.life().state == .published)
    #expect(refusalName { try office.pay() } == "award-move")
    try office.approve(on: "2025-02-21")
    try office.pay()
    #expect(try office.life().state == .paid)
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `an objection that came in before another was decided may be entered after that`()
    throws
  {
    var office = try Office.at(.published)
    let (first, second) = (
      try Entry.on("2025-02-11", because: "理由"), try Entry.on("2025-02-12", because: "理由")
    )
    try office.act { try $0.object($1, first, party: "甲") }
    try office.act {
      try $0.decide($1, Entry.on("2025-02-13", because: "理由"), isRight: false)
    }
    try office.act { try $0.object($1, second, party: "乙") }
    #expect(try office.life().state == .objected)
    #expect(try office.life().objections.count == 1)
    #expect(try office.life().faults.isEmpty)
    try office.act {
      try $0.decide($1, Entry.on("2025-02-14", because: "理由"), isRight: false)
    }
    try office.approve()
    #expect(try office.life().state == .approved)
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `who seals and who changes is read from the history`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("awards-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let office = try Office()
    let store = LedgerStore(Kinds.catalog, PosixStorage(folder.path))
    let at = Timestamp(seconds: 1_740_000_000, offset: 480)
    _ = try store.create(
      by: "sealer",
      at: at,
      command: "seal",
      [.put(Draft(copying: office.award()))]
    )
    func write(by: String, _ change: @escaping (inout Draft) -> Void) throws {
      _ = try store.write(by: by, at: at, command: "set") { snapshot in
        var draft = Draft(copying: try #require(try snapshot.table(Award.self)["awd-0"]))
        change(&draft)
        return [.put(draft)]
      }
    }
    try write(by: "mover") { $0[Award.state] = .published }
    try write(by: "editor") { $0[Award.level] = .county }
    let versions = try store.history(of: ["awd-0", "awd-9"], in: Award.schema)
    #expect(versions.keys.map(\.text) == ["awd-0"])
    #expect(AwardMakers.makers(versions) == ["awd-0": ["sealer", "editor"]])
  }
}
