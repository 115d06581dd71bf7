import Awards
import Bilingual
import Ledger
import Portfolio
import Testing

/// What two branches of a ledger did with the money of one award before git joined them.
struct BranchMoneyTests {
  /// What a branch does with an award of 50 万.
  enum Step: String {
    case payAll, pay20, pay30, payRest, payAgain, failFirst, recover3, recoverAll, repay, repay10,
      withdraw, void, uphold, dismiss, approve

    func act(_ office: inout Office, _ date: String) throws {
      let entry = try Entry.on(date, by: self == .approve ? "chief" : "clerk", because: "理由")
      func yuan(_ yuan: Int64) -> Money { Money(fen: yuan * 100) }
      try office.act { desk, award in
        switch self {
        case .payAll, .payAgain: try desk.pay(award, entry)
        case .pay20: try desk.pay(award, entry, amount: yuan(200_000))
        case .pay30: try desk.pay(award, entry, amount: yuan(300_000))
        case .payRest: try desk.pay(award, entry, condition: "复核报告")
        case .failFirst:
          try desk.fail(award, entry, payment: desk.life(of: award).payments.first?.event)
        case .recover3: try desk.recover(award, entry, amount: yuan(30_000))
        case .recoverAll: try desk.recover(award, entry)
        case .repay: try desk.repay(award, entry)
        case .repay10: try desk.repay(award, entry, amount: yuan(100_000))
        case .withdraw: try desk.withdraw(award, entry)
        case .void: try desk.void(award, entry)
        case .uphold: try desk.decide(award, entry, isRight: true)
        case .dismiss: try desk.decide(award, entry, isRight: false)
        case .approve: try desk.approve(award, entry)
        }
      }
    }
  }

  /// Where both branches began.
  enum Base {
    case state(AwardState)
    /// 30 of 50 万 are paid, the rest is a second part; then what both did before they parted.
    case inParts([Step])

    func office() throws -> Office {
      switch self {
      case .state(let state): return try Office.at(state)
      case .inParts(let steps):
        var office = try Office(clauses: [Sample.nat, Sample.prov])
        try office.publish()
        let first = AwardPart(Money(fen: 30_000_000))
        try office.approve(parts: [first, AwardPart(Money(fen: 20_000_000), when: "年度复核合格")])
        try office.pay()
        for step in steps { try step.act(&office, "2025-03-10") }
        return office
      }
    }
  }

  struct Case: CustomTestStringConvertible {
    let base: Base
    let ours: [Step]
    let theirs: [Step]
    /// What is true where ours was first, and where theirs was.
    let expected: [String]

    init(_ base: Base, _ ours: [Step], _ theirs: [Step], _ expected: String...) {
      self.base = base
      self.ours = ours
      self.theirs = theirs
      self.expected = [expected[0], expected.last ?? expected[0]]
    }

    var testDescription: String {
      ours.map(\.rawValue).joined(separator: ",") + " | "
        + theirs.map(\.rawValue).joined(separator: ",")
    }

    func joined(oursFirst: Bool) throws -> Office {
      let (first, last) = ("2025-04-01", "2025-05-06")
      return try Office.joined(
        base.office(),
        { for step in ours { try step.act(&$0, oursFirst ? first : last) } },
        { for step in theirs { try step.act(&$0, oursFirst ? last : first) } }
      )
    }
  }

  /// Sums in 万: paid, of it not due, open, void, claimed back, come back; and what is told.
  private static func summary(_ life: AwardLife) -> String {
    let balance = life.balance
    let sums = [
      balance.paid, balance.surplus, life.open, balance.waived, balance.demanded, balance.repaid,
    ]
    let told = (life.faults + life.unsettled).map(\.name)
    return ([life.state.rawValue] + sums.map { "\($0.fen / 1_000_000)" } + told)
      .joined(separator: " ")
  }

  static let half = Base.inParts([])
  static let cases = [
    Case(half, [.void], [.payRest], "paid 50 20 0 20 0 0 award-paid-against"),
    Case(half, [.recover3], [.payRest], "recovering 50 0 0 0 3 0"),
    Case(half, [.recoverAll], [.payRest], "recovering 50 20 0 0 30 0 award-paid-against"),
    Case(
      half,
      [.recoverAll, .repay],
      [.payRest],
      "partly-paid 50 20 0 0 30 30 award-paid-against",
      "partly-recovered 50 20 0 0 30 30 award-paid-against"
    ),
    Case(half, [.failFirst], [.void], "failed 0 0 30 20 0 0"),
    Case(half, [.payRest], [.payRest], "paid 70 20 0 0 0 0 award-paid-twice"),
    Case(half, [.void], [.void], "paid 30 0 0 20 0 0"),
    Case(half, [.failFirst], [.recoverAll], "failed 0 0 0 0 30 0 award-back-twice"),
    Case(half, [.failFirst], [.recoverAll, .repay], "failed 0 0 0 0 30 30 award-back-twice"),
    Case(half, [.recoverAll], [.recoverAll], "recovering 30 0 0 0 30 0"),
    Case(
      half,
      [.recoverAll, .repay],
      [.recoverAll, .repay],
      "recovered 30 0 0 0 30 60 award-back-twice"
    ),
    Case(half, [.failFirst], [.failFirst], "failed 0 0 50 0 0 0"),
    // Part 1 came back once, and each branch paid it anew.
    Case(
      half,
      [.failFirst, .payAll],
      [.failFirst, .payAll],
      "partly-paid 60 30 0 0 0 0 award-paid-twice"
    ),
    Case(
      .state(.paid),
      [.failFirst, .payAll],
      [.failFirst, .payAll],
      "paid 100 50 0 0 0 0 award-paid-twice"
    ),
    Case(half, [.failFirst], [.payRest], "partly-paid 20 0 30 0 0 0", "failed 20 0 30 0 0 0"),
    Case(half, [.void], [.recover3], "recovering 30 0 0 20 3 0"),
    Case(half, [.void], [.recoverAll, .repay], "recovered 30 0 0 20 30 30"),
    Case(
      .inParts([.recover3, .repay]),
      [.void],
      [.payRest],
      "paid 50 20 0 20 3 3 award-paid-against"
    ),
    Case(
      .inParts([.recover3]),
      [.repay],
      [.repay],
      "partly-recovered 30 0 0 0 3 6 award-back-twice"
    ),
    // What was claimed no more on one branch and came back on the other came back.
    Case(.inParts([.recoverAll]), [.withdraw], [.withdraw], "partly-paid 30 0 20 0 0 0"),
    Case(.inParts([.recoverAll]), [.withdraw], [.repay], "recovered 30 0 0 0 30 30"),
    Case(.inParts([.recoverAll]), [.withdraw], [.repay10], "partly-recovered 30 0 20 0 10 10"),
    Case(
      .inParts([.recoverAll]),
      [.repay10, .withdraw],
      [.repay],
      "recovered 30 0 0 0 30 40 award-back-twice"
    ),
    Case(.inParts([.recover3]), [.withdraw], [.recoverAll], "recovering 30 0 0 0 27 0"),
    Case(.state(.approved), [.payAll], [.payAll], "paid 100 50 0 0 0 0 award-paid-twice"),
    Case(.state(.approved), [.pay20], [.pay30], "paid 50 0 0 0 0 0"),
    Case(.state(.approved), [.pay20], [.pay20], "partly-paid 40 20 0 0 0 0 award-paid-twice"),
    Case(
      .state(.approved),
      [.pay20, .void],
      [.pay30],
      "paid 50 30 0 30 0 0 award-paid-against"
    ),
    Case(.state(.approved), [.void], [.void], "void 0 0 0 0 0 0"),
    Case(.state(.approved), [.payAll, .recoverAll, .repay], [.void], "recovered 50 0 0 0 50 50"),
    Case(.state(.objected), [.uphold], [.dismiss], "upheld 0 0 50 0 0 0 award-decided-twice"),
    Case(
      .state(.objected),
      [.uphold],
      [.dismiss, .approve, .payAll],
      "paid 50 0 0 0 0 0 award-paid-against award-decided-twice"
    ),
    Case(.state(.objected), [.uphold], [.void], "void 0 0 0 0 0 0"),
  ]

  @Test(arguments: cases)
  func `money that moved on either branch counts, and what contradicts is told`(_ row: Case) throws
  {
    for (oursFirst, expected) in zip([true, false], row.expected) {
      #expect(
        try Self.summary(row.joined(oursFirst: oursFirst).life()) == expected,
        "ours first: \(oursFirst)"
      )
    }
  }

  @Test(arguments: [
    Case(half, [.void], [.payRest], "20"), Case(half, [.payRest], [.payRest], "20"),
    Case(half, [.recoverAll], [.payRest], "20"),
    Case(.inParts([.recover3, .repay]), [.void], [.payRest], "20"),
    Case(.state(.approved), [.payAll], [.payAll], "50"),
    Case(.state(.paid), [.failFirst, .payAll], [.failFirst, .payAll], "50"),
  ])
  func `what was not due is claimed back by itself, and then the award is settled`(_ row: Case)
    throws
  {
    for oursFirst in [true, false] {
      var office = try row.joined(oursFirst: oursFirst)
      guard try !office.life().unsettled.isEmpty else { continue }
      let before = try office.life().balance
      let entry = try Entry.on("2025-06-02", because: "误付")
      let move = try office.act { try $0.recover($1, entry) }
      #expect(move.event[AwardEvent.amountFen].map { "\($0.fen / 1_000_000)" } == row.expected[0])
      try office.act { try $0.repay($1, entry) }
      let life = try office.life()
      #expect(life.faults.isEmpty && life.unsettled.isEmpty)
      #expect(
        life.balance.kept.fen == before.kept.fen - before.outstanding.fen - before.surplus.fen
      )
      #expect(life.open == .zero)
    }
  }

  @Test func `of a payment that was made twice the bank may return one`() throws {
    var office = try Case(.state(.approved), [.payAll], [.payAll], "").joined(oursFirst: true)
    let twice = try #require(try office.life().unsettled.first)
    #expect(twice.help?.en.contains("'award fail awd-0 --payment f-3'") == true)
    let entry = try Entry.on("2025-06-02", because: "退票")
    // Which of the two it was does not matter: the other was due.
    try office.act { try $0.fail($1, entry, payment: $0.life(of: $1).payments.first?.event) }
    #expect(try Self.summary(office.life()) == "paid 50 0 0 0 0 0")
  }

  @Test func `one of two entries that contradict each other is taken out`() throws {
    func taken(_ row: Case, _ action: AwardAction, _ oursFirst: Bool) throws -> String? {
      var office = try row.joined(oursFirst: oursFirst)
      let life = try office.life()
      let event = try #require(life.events.last { $0[AwardEvent.action] == action })
      guard life.mayBeTakenOut(event) else { return nil }
      office.snapshot = office.snapshot.applying([
        .remove(AwardEvent.schema, event.id, reason: "误登")
      ])
      let reached = try office.life().state
      try office.change(Award.self, "awd-0") { $0[Award.state] = reached }
      return try Self.summary(office.life())
    }
    let (void, fail) = (
      Case(Self.half, [.void], [.payRest], ""), Case(Self.half, [.failFirst], [.recoverAll], "")
    )
    let decided = Case(.state(.objected), [.uphold], [.dismiss, .approve, .payAll], "")
    for oursFirst in [true, false] {
      #expect(try taken(void, .void, oursFirst) == "paid 50 0 0 0 0 0")
      #expect(try taken(void, .pay, oursFirst) == nil)
      #expect(try taken(fail, .fail, oursFirst) == "recovering 30 0 0 0 30 0")
      #expect(try taken(fail, .recover, oursFirst) == "failed 0 0 50 0 0 0")
      #expect(try taken(decided, .uphold, oursFirst) == "paid 50 0 0 0 0 0")
      #expect(try taken(decided, .approve, oursFirst) == nil)
    }
  }

  @Test func `what was given back besides is claimed`() throws {
    var office = try Case(.inParts([.recover3]), [.repay], [.repay], "").joined(oursFirst: true)
    let entry = try Entry.on("2025-06-02", because: "另行退回")
    try office.act { try $0.recover($1, entry, amount: Money(fen: 3_000_000)) }
    #expect(try Self.summary(office.life()) == "partly-recovered 30 0 20 0 6 6")
  }
}
