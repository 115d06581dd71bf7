import Awards
import Bilingual
import Ledger
import Portfolio
import Testing

/// What two branches of a ledger did with one award before git joined them.
struct BranchTests {
  private static let all = Money(fen: 50_000_000)

  /// Joins two branches that both went on from a state, and puts the state of the award right, as `set` does.
  private func joined(
    from state: AwardState,
    _ ours: (inout Office) throws -> Void,
    _ theirs: (inout Office) throws -> Void
  ) throws -> Office {
    try joined(Office.at(state), ours, theirs)
  }

  private func joined(
    _ base: Office,
    _ ours: (inout Office) throws -> Void,
    _ theirs: (inout Office) throws -> Void
  ) throws -> Office {
    try Office.joined(base, ours, theirs)
  }

  private func object(_ office: inout Office) throws {
    try office.act {
      try $0.object($1, Entry.on("2025-02-11", because: "造假"), party: "李四")
    }
  }

  private func pay(_ office: inout Office) throws {
    try office.approve()
    try office.pay()
  }

  /// An award to which one branch objected while the other approved and paid it.
  private func paidAgainstObjection(paidFirst: Bool) throws -> Office {
    try paidFirst
      ? joined(from: .published, pay, object) : joined(from: .published, object, pay)
  }

  @Test(arguments: [false, true])
  func `what was paid while another branch objected is paid, and the objection is dismissed`(
    paidFirst: Bool
  ) throws {
    var office = try paidAgainstObjection(paidFirst: paidFirst)
    let life = try office.life()
    #expect(life.faults.isEmpty)
    #expect(life.state == .paid)
    #expect(life.balance.paid == Self.all)
    #expect(life.open == .zero)
    #expect(life.actions == [.uphold, .dismiss, .fail, .recover])
    #expect(life.unsettled.map(\.name) == ["award-paid-against"])
    #expect(life.unsettled.first?.help?.en.contains("'award dismiss awd-0'") == true)
    try office.act { try $0.decide($1, Entry.on("2025-03-04", because: "不实"), isRight: false) }
    #expect(try office.life().state == .paid)
    #expect(try office.life().unsettled.isEmpty)
    #expect(try office.life().actions == [.fail, .recover])
  }

  @Test(arguments: [false, true])
  func `what was paid while another branch objected comes back where the objection is right`(
    paidFirst: Bool
  ) throws {
    var office = try paidAgainstObjection(paidFirst: paidFirst)
    let entry = try Entry.on("2025-03-04", because: "属实")
    try office.act { try $0.decide($1, entry, isRight: true) }
    #expect(try office.life().state == .paid)
    #expect(try office.life().actions == [.fail, .recover])
    #expect(try office.life().unsettled.map(\.name) == ["award-paid-against"])
    try office.act { try $0.recover($1, entry) }
    #expect(try office.life().unsettled.isEmpty)
    try office.act { try $0.repay($1, entry) }
    #expect(try office.life().state == .recovered)
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `a payment that failed leaves the objection open and the approval without force`()
    throws
  {
    var office = try paidAgainstObjection(paidFirst: false)
    let entry = try Entry.on("2025-03-04", because: "理由")
    try office.act { try $0.fail($1, entry) }
    #expect(try office.life().state == .objected)
    #expect(try office.life().unsettled.isEmpty)
    try office.act { try $0.decide($1, entry, isRight: false) }
    #expect(try office.life().actions == [.object, .approve, .void])
    try office.approve(on: "2025-03-05")
    #expect(try office.life().state == .approved)
    #expect(try office.life().faults.isEmpty)
  }

  @Test(arguments: [false, true], ["2025-02-20", "2025-03-03", "2025-03-04"])
  func `what was paid while another branch made the award void is paid, and comes back`(
    paidFirst: Bool,
    voidOn: String
  ) throws {
    func void(_ office: inout Office) throws {
      try office.act { try $0.void($1, Entry.on(voidOn, because: "造假")) }
    }
    func pay(_ office: inout Office) throws { try office.pay(yuan: 200_000) }
    var office =
      try paidFirst
      ? joined(from: .approved, pay, void) : joined(from: .approved, void, pay)
    let life = try office.life()
    #expect(life.faults.isEmpty)
    #expect(life.state == .partlyPaid)
    #expect(life.balance.paid == Money(fen: 20_000_000))
    // No more is paid of an award that is void.
    #expect(life.open == .zero)
    #expect(life.actions == [.fail, .recover])
    #expect(life.unsettled.map(\.name) == ["award-paid-against"])
    let event = try office.snapshot.table(AwardEvent.self).records.first {
      $0[AwardEvent.action] == .void
    }
    #expect(life.unsettled.first?.place == event?.place)
    let entry = try Entry.on("2025-03-05", because: "造假")
    var failed = office
    try failed.act { try $0.fail($1, entry) }
    #expect(try failed.life().state == .void)
    #expect(try failed.life().actions.isEmpty)
    try office.act { try $0.recover($1, entry) }
    #expect(try office.life().unsettled.isEmpty)
    try office.act { try $0.repay($1, entry) }
    #expect(try office.life().state == .recovered)
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `objections of two branches are both decided`() throws {
    func other(_ office: inout Office) throws {
      try office.act {
        try $0.object($1, Entry.on("2025-02-12", because: "重复"), party: "王五")
      }
    }
    let office = try joined(from: .published, other, object)
    #expect(try office.life().faults.isEmpty)
    #expect(try office.life().objections == ["f-2", "e-2"])
  }

  @Test func `two approvals of two branches are carried over by the next`() throws {
    var base = try Office(procedure: #","procedure":{"objectionDays":5,"approvals":2}"#)
    try base.publish()
    var office = try joined(base, { try $0.approve(by: "chief") }, { try $0.approve(by: "mayor") })
    #expect(try office.life().faults.isEmpty)
    #expect(try office.life().state == .published)
    #expect(refusalName { try office.approve(by: "chief") } == "award-approved-twice")
    try office.approve(by: "third")
    try office.pay()
    #expect(try office.life().state == .paid)
  }

  @Test func `a payment that nobody ever approved is no payment`() throws {
    var office = try Office.at(.objected)
    try office.add(
      #"{"kind":"award-event","id":"x1","award":"awd-0","date":"2025-03-03","action":"pay","from":"approved","to":"paid","by":"clerk","amountFen":50000000}"#
    )
    #expect(try office.life().faults.map(\.name) == ["award-move"])
    #expect(try office.life().balance.paid == .zero)
    // Nor is an approval within the days of objection.
    try office.add(
      #"{"kind":"award-event","id":"x2","award":"awd-0","date":"2025-02-12","action":"approve","from":"published","to":"approved","by":"chief"}"#
    )
    #expect(try office.life().faults.map(\.name) == ["award-objection-days", "award-move"])
  }

  @Test func `both branches may make the rest of an award void`() throws {
    func rest(_ office: inout Office) throws {
      try office.act { try $0.void($1, Entry.on("2025-03-05", because: "复核不合格")) }
    }
    let life = try joined(from: .partlyPaid, rest, rest).life()
    #expect(life.faults.isEmpty)
    #expect(life.unsettled.isEmpty)
    #expect(life.state == .paid)
    #expect(life.balance.paid == Money(fen: 20_000_000))
    #expect(life.balance.granted == Money(fen: 20_000_000))
    #expect(life.open == .zero)
  }
}
