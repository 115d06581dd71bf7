import Awards
import Foundation
import JSONLines
import Ledger
import Portfolio
import Synchronization
import Testing

struct AwardPaymentTests {
  private static func approved(_ parts: [AwardPart] = []) throws -> Office {
    var office = try Office()
    try office.publish()
    try office.approve(parts: parts)
    return office
  }

  private func money(_ fen: Int64) -> Money { Money(fen: fen) }

  @Test(
    arguments: [
      (30_000_000, 20_000_000, nil), (30_000_000, 20_000_001, "award-parts"),
      (30_000_000, 19_999_999, "award-parts"), (.max, .max, "award-parts"),
    ] as [(Int64, Int64, String?)]
  )
  func `parts add up to the award to the fen`(_ first: Int64, _ second: Int64, _ refused: String?)
    throws
  {
    var office = try Office()
    try office.publish()
    let parts = [AwardPart(money(first)), AwardPart(money(second), when: "复核合格")]
    #expect(refusalName { try office.approve(parts: parts) } == refused)
  }

  @Test func `each part is paid once, in full, and when its condition is met`() throws {
    var office = try Self.approved([
      AwardPart(money(30_000_000)), AwardPart(money(20_000_000), when: "复核合格"),
    ])
    #expect(refusalName { try office.pay(yuan: 299_999) } == "award-parts")
    #expect(refusalName { try office.pay(part: 3) } == "award-parts")
    #expect(refusalName { try office.pay(part: 0) } == "award-parts")
    try office.pay()
    #expect(try office.life().balance.paid == money(30_000_000))
    #expect(try office.life().open == money(20_000_000))
    #expect(try office.life().state == .partlyPaid)
    #expect(try office.life().nextPart == 2)
    #expect(refusalName { try office.pay(part: 1, met: "x") } == "award-excess")
    #expect(refusalName { try office.pay() } == "award-condition")
    #expect(refusalName { try office.pay(met: " ") } == "award-condition")
    try office.pay(met: "报告 1 号")
    #expect(try office.life().state == .paid)
    #expect(try office.life().open == .zero)
    #expect(try office.award()[Award.state] == .paid)
    #expect(refusalName { try office.pay() } == "award-move")
  }

  @Test func `a part that is paid is not paid again though money is open`() throws {
    var office = try Self.approved([
      AwardPart(money(20_000_000)), AwardPart(money(30_000_000)),
    ])
    try office.pay()
    #expect(refusalName { try office.pay(part: 1) } == "award-paid-twice")
  }

  @Test func `one fen more than the award is refused, one less leaves it open`() throws {
    var office = try Self.approved()
    func pay(_ fen: Int64) -> String? {
      refusalName {
        try office.act { try $0.pay($1, Entry.on("2025-03-03"), amount: money(fen)) }
      }
    }
    #expect(pay(50_000_001) == "award-excess")
    #expect(pay(0) == "award-amount")
    #expect(pay(-1) == "award-amount")
    #expect(pay(.max) == "award-excess")
    #expect(pay(49_999_999) == nil)
    #expect(try office.life().state == .partlyPaid)
    #expect(pay(2) == "award-excess")
    #expect(pay(1) == nil)
    #expect(try office.life().state == .paid)
    #expect(try office.life().payments.map(\.part) == [1, 2])
  }

  @Test func `a payment that fails is open again and can be paid again`() throws {
    var office = try Self.approved()
    try office.pay(yuan: 200_000)
    try office.pay(yuan: 300_000)
    let payments = try office.life().payments
    let entry = try Entry.on("2025-03-04", because: "账号有误")
    #expect(
      refusalName { _ = try office.desk().fail(office.award(), entry) } == "award-which-payment"
    )
    try office.act { try $0.fail($1, entry, payment: payments[0].event) }
    #expect(try office.life().state == .failed)
    #expect(try office.life().balance.paid == money(30_000_000))
    #expect(try office.life().open == money(20_000_000))
    #expect(
      refusalName {
        _ = try office.desk().fail(office.award(), entry, payment: payments[0].event)
      } == "award-which-payment"
    )
    // Money is with the recipient, so that only what is open may be made void.
    #expect(try office.desk().void(office.award(), entry).life.state == .paid)
    try office.act { try $0.pay($1, Entry.on("2025-03-05")) }
    #expect(try office.life().state == .paid)
    #expect(try office.life().payments.map(\.part) == [1, 2, 1])
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `what was wrongly paid comes back, with the balance`() throws {
    var office = try Self.approved()
    try office.pay()
    let entry = try Entry.on("2025-04-01", because: "伪造材料")
    #expect(
      refusalName {
        _ = try office.desk().recover(office.award(), entry, amount: money(50_000_001))
      } == "award-excess"
    )
    try office.act { try $0.recover($1, entry, amount: money(40_000_000)) }
    #expect(try office.life().state == .recovering)
    #expect(try office.life().balance.outstanding == money(40_000_000))
    try office.act { try $0.repay($1, entry, amount: money(15_000_000)) }
    #expect(try office.life().balance.outstanding == money(25_000_000))
    #expect(try office.life().balance.kept == money(35_000_000))
    #expect(
      refusalName {
        _ = try office.desk().repay(office.award(), entry, amount: money(25_000_001))
      } == "award-excess"
    )
    try office.act { try $0.repay($1, entry) }
    #expect(try office.life().state == .partlyRecovered)
    try office.act { try $0.recover($1, entry) }
    #expect(try office.life().actions == [.repay, .withdraw])
    #expect(try office.life().balance.outstanding == money(10_000_000))
    try office.act { try $0.repay($1, entry) }
    #expect(try office.life().state == .recovered)
    #expect(try office.life().balance.kept == .zero)
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `what does not come back is claimed no more, and what came back stays`() throws {
    var office = try Self.approved()
    try office.pay()
    let entry = try Entry.on("2025-04-01", because: "复议撤销")
    try office.act { try $0.recover($1, entry, amount: money(40_000_000)) }
    let nothingCameBack = office
    try office.act { try $0.repay($1, entry, amount: money(15_000_000)) }
    #expect(
      refusalName { _ = try office.desk().withdraw(office.award(), Entry.on("2025-04-02")) }
        == "award-reason-missing"
    )
    try office.act { try $0.withdraw($1, entry) }
    #expect(try office.life().state == .partlyRecovered)
    #expect(try office.life().balance.outstanding == .zero)
    #expect(try office.life().balance.demanded == money(15_000_000))
    #expect(try office.life().balance.kept == money(35_000_000))
    #expect(try office.life().faults.isEmpty)

    var whole = nothingCameBack
    try whole.act { try $0.withdraw($1, entry) }
    #expect(try whole.life().state == .paid)
    #expect(try whole.life().balance.demanded == .zero)
    #expect(try whole.life().balance.standing == money(50_000_000))
    #expect(try whole.life().actions == [.fail, .recover])
    #expect(try whole.life().faults.isEmpty)
  }

  @Test func `no award is void, and no payment fails, of which money came back`() throws {
    var office = try Self.approved()
    try office.pay(yuan: 300_000)
    let entry = try Entry.on("2025-04-01", because: "多付")
    try office.act { try $0.recover($1, entry, amount: money(25_000_000)) }
    try office.act { try $0.repay($1, entry) }
    try office.act { try $0.pay($1, entry) }
    let first = try #require(try office.life().payments.first?.event)
    #expect(
      refusalName { _ = try office.desk().fail(office.award(), entry, payment: first) }
        == "award-amount"
    )
    let second = try #require(try office.life().payments.last?.event)
    try office.act { try $0.fail($1, entry, payment: second) }
    #expect(try office.life().balance.kept == money(5_000_000))
    #expect(try office.desk().void(office.award(), entry).life.state == .paid)
  }

  @Test func `a ban is an incident of fraud with its last day`() throws {
    var office = try Self.approved()
    try office.pay()
    let entry = try Entry.on("2025-04-01", because: "伪造材料")
    let move = try office.act { try $0.recover($1, entry, banYears: 3) }
    #expect(move.changes.count == 3)
    let incident = try #require(move.incidents.first)
    #expect(incident[Incident.enterprise] == "e1")
    #expect(incident[Incident.category] == .fraud)
    #expect(incident[Incident.severity] == .grave)
    #expect(incident[Incident.date]?.description == "2025-04-01")
    #expect(incident[Incident.bannedUntil]?.description == "2028-03-31")
    #expect(incident[Incident.description] == "伪造材料")
  }

  @Test(arguments: ["fact", "policy", "clause", "award"])
  func `a later change voids the approval until it is approved anew`(_ what: String) throws {
    var office = try Self.approved()
    switch what {
    case "fact": try office.change(Recognition.self, "r1") { $0[Recognition.document] = "新文号" }
    case "policy": try office.change(Policy.self, "p") { $0[Policy.document] = "新文号" }
    case "clause": try office.change(Clause.self, "p/nat") { $0[Clause.text] = "新条文" }
    default: try office.change(Award.self, "awd-0") { $0[Award.object] = "b3" }
    }
    #expect(refusalName { try office.pay() } == "award-approval-void")
    try office.approve(by: "chief", on: "2025-02-19")
    #expect(try office.life().approvals.map(\.day) == [day("2025-02-19")])
    try office.pay()
    #expect(try office.life().state == .paid)
  }

  @Test func `what is not the award's own leaves the approval alone`() throws {
    var office = try Self.approved()
    try office.add(Sample.title("r9", "city", "2024-07-08", holder: "e2", brand: "b2"))
    try office.change(Enterprise.self, "e2") { $0[Enterprise.name] = "乙公司二" }
    // What is only said of the fact, and when the policy ended afterwards.
    try office.change(Recognition.self, "r1") { $0[CommonField.source] = "省公告" }
    try office.change(Policy.self, "p") { $0[Policy.repealedOn] = PartialDate("2030-01-01") }
    try office.change(Clause.self, "p/nat") { $0[Clause.order] = 7 }
    try office.pay()
    #expect(try office.life().state == .paid)
  }

  @Test func `an amount that was changed by hand is never approved or paid`() throws {
    var office = try Self.approved()
    try office.change(Award.self, "awd-0") { $0[Award.amountFen] = money(50_000_001) }
    #expect(refusalName { try office.pay() } == "award-changed")
    #expect(refusalName { try office.approve(on: "2025-02-20") } == "award-changed")
  }

  @Test func `caps and pots are checked again at the moment of writing`() throws {
    let pot = #"{"number":"pot","operation":"pot","arguments":{"amount":"60万元"}}"#
    var office = try Office(clauses: [Sample.nat, Sample.prov, pot])
    for id in ["awd-0", "awd-1"] as [RecordID] {
      try office.publish(id)
      try office.approve(id)
    }
    try office.pay("awd-1")
    // A title of the same year that came in later takes nothing from what was published.
    try office.add(Sample.title("r9", "prov", "2024-07-08", brand: "b3"))
    #expect(
      refusalName { _ = try office.desk().pay(office.award(), Entry.on("2025-03-03")) } == nil
    )
    let less = try JSONValue(parsing: #"{"amount":"599999元"}"#)
    try office.change(Clause.self, "p/pot") { $0[Clause.arguments] = less }
    #expect(refusalName { try office.pay("awd-0") } == "award-changed")
    #expect(refusalName { try office.approve("awd-0", on: "2025-02-20") } == "award-changed")
  }

  @Test func `a cap that was used up by then stops the payment`() throws {
    let cap =
      #"{"number":"cap","operation":"capPerEnterprise","arguments":{"amount":"55万元","earlier":"city"}}"#
    var office = try Office(clauses: [Sample.nat, Sample.prov, cap])
    try office.publish()
    try office.approve()
    try office.add(
      #"{"kind":"award","id":"other","policy":"q","year":2024,"recipient":"e1","amountFen":5000001,"state":"paid","clause":"q/1","claim":"q/1#x","facts":["x"],"sealedOn":"2025-02-01"}"#
    )
    #expect(refusalName { try office.pay() } == "award-changed")
    try office.change(Award.self, "other") { $0[Award.amountFen] = money(5_000_000) }
    #expect(refusalName { try office.pay() } == nil)
  }

  @Test func `a commendation is published and approved, and has nothing to pay`() throws {
    let commend = #"{"number":"honour","operation":"commend","arguments":{"level":"provincial"}}"#
    var office = try Office(Sample.title("r1", "prov", "2024-05-06"), clauses: [commend])
    try office.publish()
    try office.approve()
    #expect(try office.life().actions == [.approve, .void])
    #expect(refusalName { try office.pay() } == "award-move")
  }

  @Test func `two who pay at once do not pay twice`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("awards-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let office = try Self.approved()
    let kinds = Kinds.catalog.schemas
    let drafts = try kinds.flatMap {
      try office.snapshot.table($0).records.map(Draft.init(copying:))
    }
    let store = LedgerStore(Kinds.catalog, PosixStorage(folder.path))
    let at = Timestamp(seconds: 1_740_000_000, offset: 480)
    _ = try store.create(by: "a", at: at, command: "init", drafts.map { .put($0) })
    // Both have looked at the award while it was open.
    let seen = try store.snapshot().snapshot
    let looked = try AwardDesk(seen, today: day("2025-03-03"))
    let stale = try looked.pay(office.award(), Entry.on("2025-03-03"))
    #expect(stale.life.state == .paid)

    let results = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      let name = refusalName {
        _ = try store.write(by: "payer-\(number)", at: at, command: "award pay") { snapshot in
          let desk = try AwardDesk(snapshot, today: day("2025-03-03"))
          let award = try #require(try snapshot.table(Award.self)["awd-0"])
          let amount = Money(fen: 25_000_000)
          let move = try desk.pay(award, Entry.on("2025-03-03"), amount: amount)
          var event = move.event
          event.id = RecordID("awe-\(number)")
          return [.put(move.record), .put(event)]
        }
      }
      results.withLock { $0.append(name ?? "paid") }
    }
    #expect(results.withLock { $0.filter { $0 == "paid" }.count } == 2)
    #expect(results.withLock { $0.filter { $0 == "award-move" }.count } == 6)
    let now = try store.snapshot().snapshot
    let life = try #require(AwardLife.all(now).first { $0.award.id == "awd-0" })
    #expect(life.balance.paid == Money(fen: 50_000_000))
    #expect(life.state == .paid)
    #expect(life.faults.isEmpty)
  }
}
