import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// Parts that clauses lay down: sealed with the award, paid one by one, each when it is due.
struct AwardPartsTests {
  private static let instalments =
    #"{"number":"i","operation":"instalments","arguments":{"steps":[{"ratio":"60%"},{"ratio":"40%","condition":"年度检查合格","months":12}]}}"#
  private static let split =
    #"{"number":"s","operation":"split","arguments":{"shares":[{"payee":"holder","ratio":"70%"},{"payee":"研发团队","ratio":"30%"}]}}"#

  private func office(_ rules: [String], _ records: String = Office.titles) throws -> Office {
    try Office(records, clauses: [Sample.nat, Sample.prov] + rules)
  }

  private func described(_ part: AwardPart) -> String {
    [
      "\(part.amount)", part.payee, part.stage, part.condition, part.dueMonths.map { "+\($0)" },
    ].compactMap(\.self).joined(separator: " ")
  }

  @Test func `instalments are sealed with share, condition and months`() throws {
    let office = try office([Self.instalments])
    #expect(
      try office.life().parts.map(described) == [
        "300,000.00", "200,000.00 年度检查合格 +12",
      ]
    )
  }

  @Test func `a later instalment is paid neither before its day nor before its condition`() throws {
    var office = try office([Self.instalments])
    try office.publish()
    #expect(
      refusalName { try office.approve(parts: [AwardPart(Money(fen: 50_000_000))]) }
        == "award-parts"
    )
    try office.approve()
    #expect(try office.life().duePart(on: day("2025-02-18"), conditionMet: false) == 1)
    try office.pay()
    #expect(try office.life().balance.paid == Money(fen: 30_000_000))
    #expect(try office.life().due(ofPart: 2)?.day == day("2026-02-18"))
    func pay(_ date: String, met: String?) -> String? {
      refusalName {
        try office.act { try $0.pay($1, Entry.on(date), condition: met) }
      }
    }
    #expect(pay("2026-02-17", met: "检查报告") == "award-not-due")
    #expect(pay("2026-02-18", met: nil) == "award-condition")
    #expect(try office.life().duePart(on: day("2026-02-17"), conditionMet: true) == nil)
    #expect(try office.life().duePart(on: day("2026-02-18"), conditionMet: false) == nil)
    #expect(try office.life().duePart(on: day("2026-02-18"), conditionMet: true) == 2)
    #expect(pay("2026-02-18", met: "检查报告") == nil)
    #expect(try office.life().state == .paid)
  }

  @Test func `shares of several payees are parts that add up to the award`() throws {
    var office = try office([Self.split])
    #expect(
      try office.life().parts.map(described) == ["350,000.00", "150,000.00 研发团队"]
    )
    try office.publish()
    try office.approve()
    try office.pay()
    #expect(try office.life().state == .partlyPaid)
    try office.pay(part: 2)
    #expect(try office.life().state == .paid)
  }

  @Test func `instalments divide each payee's share`() throws {
    let office = try office([Self.split, Self.instalments])
    #expect(
      try office.life().parts.map(described) == [
        "210,000.00", "140,000.00 年度检查合格 +12", "90,000.00 研发团队",
        "60,000.00 研发团队 年度检查合格 +12",
      ]
    )
  }

  @Test func `each payee's part is paid when it is due, whatever waits for another`() throws {
    var office = try office([Self.split, Self.instalments])
    try office.publish()
    try office.approve()
    try office.pay()
    let day = try day("2025-03-03")
    #expect(try office.life().unpaidParts == [2, 3, 4])
    #expect(try office.life().duePart(on: day, conditionMet: true) == 3)
    try office.pay()
    #expect(try office.life().payments.map(\.part) == [1, 3])
    #expect(try office.life().balance.paid == Money(fen: 30_000_000))
    #expect(try office.life().duePart(on: day, conditionMet: true) == nil)
    #expect(refusalName { try office.pay() } == "award-not-due")
  }

  @Test func `what is not paid yet stays open where something came back`() throws {
    var office = try office([Self.instalments])
    try office.publish()
    try office.approve()
    try office.pay()
    let entry = try Entry.on("2025-03-04", because: "多付")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 10_000)) }
    try office.act { try $0.repay($1, entry) }
    #expect(try office.life().state == .partlyRecovered)
    #expect(try office.life().open == Money(fen: 20_000_000))
    try office.act { try $0.pay($1, Entry.on("2026-02-18"), condition: "检查报告") }
    #expect(try office.life().state == .paid)
    #expect(try office.life().balance.kept == Money(fen: 49_990_000))
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `what is open of an award counts in later rounds, what came back does not`() throws {
    var office = try office(
      [
        Self.instalments,
        #"{"number":"k","operation":"capPer","arguments":{"limit":"60万元","period":"lifetime"}}"#,
      ]
    )
    try office.publish()
    try office.approve()
    try office.pay()
    let entry = try Entry.on("2025-03-04", because: "多付")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 10_000_000)) }
    try office.add(Sample.title("r9", "nat", "2025-04-01"))
    func next() throws -> Money {
      let book = try PolicyBook(office.snapshot)
      return try Round(year: 2025, book: book, snapshot: office.snapshot).claim("nat", "r9").amount
    }
    // Of 60 万 less 50 万; then with the 10 万 that came back, whether the rest of 20 万 is paid or not.
    #expect(try next() == Money(fen: 10_000_000))
    try office.act { try $0.repay($1, entry) }
    #expect(try next() == Money(fen: 20_000_000))
    try office.act { try $0.pay($1, Entry.on("2026-02-18"), condition: "检查报告") }
    #expect(try next() == Money(fen: 20_000_000))
  }

  private static let checked =
    #"{"number":"i","operation":"instalments","arguments":{"steps":[{"ratio":"60%"},{"ratio":"40%","condition":"复核"}]}}"#

  /// An office under a pot of 60 万 whose first award, 50 万, is paid in two parts, of which the first is paid.
  private func halfPaid() throws -> Office {
    let pot = #"{"number":"pot","operation":"pot","arguments":{"amount":"60万元"}}"#
    var office = try office([pot, Self.checked])
    try office.publish()
    try office.approve()
    try office.pay()
    return office
  }

  @Test func `a part is paid anew where its payment failed and the rest is void`() throws {
    var office = try halfPaid()
    let entry = try Entry.on("2025-04-01", because: "复核不合格")
    try office.act { try $0.void($1, entry) }
    try office.act { try $0.fail($1, entry) }
    // The pot divides the 30 万 that are left anew.
    #expect(
      try office.round(2024).claim("nat", "r1").parts.map(\.amount.fen) == [18_000_000, 12_000_000]
    )
    try office.approve(by: "other", on: "2025-04-02")
    try office.act { try $0.pay($1, Entry.on("2025-04-03")) }
    #expect(try office.life().state == .paid)
    #expect(try office.life().balance.paid == Money(fen: 30_000_000))
  }

  @Test func `the other part is paid once what was too much of the first came back`() throws {
    var office = try halfPaid()
    try office.change(Clause.self, "p/nat") {
      $0[Clause.arguments] = .object([
        JSONMember("scheme", .string("nat")), JSONMember("amount", .string("40万元")),
      ])
    }
    let entry = try Entry.on("2025-04-01", because: "更正")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 10_000_000)) }
    try office.act { try $0.repay($1, entry) }
    try office.approve(by: "other", on: "2025-04-02")
    try office.act { try $0.pay($1, Entry.on("2025-04-03"), condition: "复核报告") }
    #expect(try office.life().state == .paid)
    #expect(try office.life().balance.kept == Money(fen: 40_000_000))
  }

  @Test func `where less is left, it is paid to nobody else and on no other condition`() throws {
    var office = try halfPaid()
    let entry = try Entry.on("2025-04-01", because: "复核不合格")
    try office.act { try $0.void($1, entry) }
    try office.act { try $0.fail($1, entry) }
    try office.change(Clause.self, "p/i") {
      $0[Clause.arguments] = try? JSONValue(
        parsing: #"{"steps":[{"ratio":"60%","condition":"验收"},{"ratio":"40%","condition":"复核"}]}"#
      )
    }
    #expect(refusalName { try office.approve(by: "other", on: "2025-04-02") } == "award-changed")
  }

  @Test func `a payment may fail while another is claimed back, and is made anew`() throws {
    var office = try halfPaid()
    let entry = try Entry.on("2025-04-01", because: "复核")
    try office.act { try $0.pay($1, entry, condition: "复核报告") }
    try office.act { try $0.recover($1, entry, amount: Money(fen: 3_000_000)) }
    let payments = try office.life().payments
    try office.act { try $0.fail($1, entry, payment: payments[1].event) }
    #expect(try office.life().state == .recovering)
    #expect(try office.life().balance.open == Money(fen: 20_000_000))
    // What is claimed back went through.
    #expect(!(try office.life().actions.contains(.fail)))
    try office.act { try $0.repay($1, entry) }
    try office.act { try $0.pay($1, entry, condition: "复核报告") }
    #expect(try office.life().state == .paid)
    #expect(try office.life().balance.kept == Money(fen: 47_000_000))
    #expect(try office.life().faults.isEmpty)
  }

  @Test func `where all that was paid came back and what failed is void, it is recovered`() throws {
    var office = try office([Self.checked])
    try office.publish()
    try office.approve()
    try office.pay()
    let entry = try Entry.on("2025-04-01", because: "理由")
    try office.act { try $0.pay($1, entry, condition: "复核报告") }
    try office.act { try $0.recover($1, entry, amount: Money(fen: 30_000_000)) }
    try office.act { try $0.repay($1, entry) }
    let payments = try office.life().payments
    try office.act { try $0.fail($1, entry, payment: payments[1].event) }
    #expect(try office.life().state == .failed)
    try office.act { try $0.void($1, entry) }
    let life = try office.life()
    #expect(life.state == .recovered)
    #expect(life.balance.kept == .zero)
    #expect(life.actions.isEmpty && life.faults.isEmpty)
  }

  private static let project =
    #"{"kind":"application","id":"a","enterprise":"e1","policy":"p","appliedOn":"2024-05-05","stages":["授权","受理"]}"#
    + "\n"
  private static let stages =
    #"{"number":"八","operation":"stagePayment","arguments":{"steps":[{"stage":"受理","amount":"2万元"},{"stage":"授权","amount":"3万元"},{"stage":"实施","amount":"5万元"}]}}"#

  @Test(arguments: [
    ("100万元", ["20,000.00 受理", "30,000.00 授权"]),
    // A limit takes from the last stage first.
    ("4万元", ["20,000.00 受理", "20,000.00 授权"]), ("1万元", ["10,000.00 受理"]),
  ])
  func `the complete stages of a project are parts, also below a limit`(
    limit: String,
    parts: [String]
  ) throws {
    let office = try Office(
      Self.project,
      clauses: [
        Self.stages,
        #"{"number":"k","operation":"capPerEnterprise","arguments":{"amount":"\#(limit)"}}"#,
      ]
    )
    #expect(try office.life().parts.map(described) == parts)
  }

  @Test func `an award that is paid at once is sealed without parts`() throws {
    #expect(try office([]).award()[Award.parts] == nil)
  }

  @Test func `parts that were changed by hand, or by a clause, stop the award`() throws {
    var office = try office([Self.instalments])
    let auditor = try AwardAuditor(office.snapshot, today: day("2025-02-01")) {
      [sealed = office.sealedFrom] _, _ in
      SealedFrom(sealed)
    }
    #expect(try auditor.verify(office.award()).findings.isEmpty)
    try office.change(Award.self, "awd-0") {
      $0[Award.parts] = .array([.object([JSONMember("amountFen", .integer(50_000_000))])])
    }
    #expect(refusalName { try office.publish() } == "award-changed")
    let changed = try AwardAuditor(office.snapshot, today: day("2025-02-01")) {
      [sealed = office.sealedFrom] _, _ in
      SealedFrom(sealed)
    }
    #expect(try changed.verify(office.award()).findings.map(\.name).contains(.receiptParts))
  }
}
