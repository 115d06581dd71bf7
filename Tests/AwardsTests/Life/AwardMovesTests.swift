import Awards
import Bilingual
import Ledger
import Portfolio
import Testing

struct AwardMovesTests {
  struct Case: CustomTestStringConvertible {
    let state: AwardState
    let actions: [AwardAction]

    init(_ state: AwardState, _ actions: AwardAction...) {
      self.state = state
      self.actions = actions
    }

    var testDescription: String { state.rawValue }
  }

  static let cases = [
    Case(.sealed, .publish, .void),
    Case(.published, .object, .approve, .void),
    Case(.objected, .object, .uphold, .dismiss, .void),
    Case(.upheld, .publish, .void),
    Case(.approved, .approve, .pay, .void),
    Case(.partlyPaid, .approve, .pay, .fail, .recover, .void),
    Case(.paid, .fail, .recover),
    Case(.failed, .approve, .pay, .void),
    Case(.recovering, .recover, .repay, .withdraw),
    Case(.partlyRecovered, .recover),
    Case(.recovered),
    Case(.void),
  ]

  /// Tries an action with an entry that nothing but the state can make impossible.
  private static func attempt(_ action: AwardAction, _ desk: AwardDesk, _ award: Record) throws {
    let entry = try Entry.on(
      action == .object || action == .dismiss || action == .uphold ? "2025-02-12" : "2025-03-04",
      by: "another",
      because: "理由"
    )
    let move: AwardMove =
      switch action {
      case .publish: try desk.publish(award, entry)
      case .object: try desk.object(award, entry, party: "某公司")
      case .uphold: try desk.decide(award, entry, isRight: true)
      case .dismiss: try desk.decide(award, entry, isRight: false)
      case .approve: try desk.approve(award, entry)
      case .pay: try desk.pay(award, entry)
      case .fail: try desk.fail(award, entry)
      case .recover: try desk.recover(award, entry, amount: Money(fen: 1))
      case .repay: try desk.repay(award, entry, amount: Money(fen: 1))
      case .withdraw: try desk.withdraw(award, entry)
      case .void: try desk.void(award, entry)
      }
    #expect(move.event[AwardEvent.to] == move.record[Award.state])
    #expect(move.event[AwardEvent.by] == "another")
  }

  @Test(arguments: cases)
  func `at each state some actions are possible and no others`(_ row: Case) throws {
    let office = try Office.at(row.state)
    #expect(try office.award()[Award.state] == row.state)
    #expect(try office.life().state == row.state)
    #expect(try office.life().faults.isEmpty)
    #expect(try office.life().actions == row.actions)
    for action in AwardAction.allCases {
      let refused = refusalName {
        try Self.attempt(action, office.desk(), office.award())
      }
      if action == .object, row.state == .approved {
        // It came in time.
        #expect(refused == nil)
      } else if !row.actions.contains(action) {
        #expect(refused == "award-move", "\(action)")
      } else if action == .approve, row.state != .published {
        #expect(refused == "award-approved-twice")
      } else {
        #expect(refused == nil, "\(action)")
      }
    }
  }

  @Test func `every state is among the cases`() {
    #expect(Set(Self.cases.map(\.state)) == Set(AwardState.allCases))
  }

  @Test func `a refusal names what is possible`() throws {
    let office = try Office()
    let fault = #expect(throws: Diagnostic.self) {
      try office.desk().pay(office.award(), Entry.on("2025-03-03"))
    }
    #expect(fault?.help?.en == "possible now: publish, void")
    #expect(fault?.help?.zh == "当前可用的动作：publish（公示）、void（作废）")
    #expect(fault?.message.zh == "奖励 awd-0：处于“已封存”，不能“支付”")
  }

  @Test(arguments: [
    (AwardAction.object, AwardState.published), (.uphold, .objected), (.void, .sealed),
    (.fail, .paid), (.recover, .paid),
  ])
  func `what goes against an award needs its reason`(_ action: AwardAction, _ state: AwardState)
    throws
  {
    let office = try Office.at(state)
    for reason in [nil, "", " \u{3000}"] {
      let entry = try Entry.on(
        state == .objected || state == .published ? "2025-02-12" : "2025-03-04",
        because: reason
      )
      let name = refusalName {
        let (desk, award) = (try office.desk(), try office.award())
        switch action {
        case .object: _ = try desk.object(award, entry, party: "某公司")
        case .uphold: _ = try desk.decide(award, entry, isRight: true)
        case .void: _ = try desk.void(award, entry)
        case .fail: _ = try desk.fail(award, entry)
        default: _ = try desk.recover(award, entry)
        }
      }
      #expect(name == "award-reason-missing")
      #expect(action.needsReason)
    }
  }

  @Test func `nobody, the future and the past before the last step are refused`() throws {
    let office = try Office()
    func publish(_ date: String, by: String = "clerk") -> String? {
      refusalName {
        _ = try office.desk("2025-02-10").publish(office.award(), Entry.on(date, by: by))
      }
    }
    #expect(publish("2025-02-10", by: " ") == "award-nobody")
    #expect(publish("2025-02-11") == "award-date-future")
    #expect(publish("2025-02-10") == nil)
    #expect(publish("2025-01-20") == nil)
    #expect(publish("2025-01-19") == "award-date-order")
  }

  @Test func `an award without a receipt has no life here`() throws {
    var office = try Office()
    try office.add(Sample.award("old", 2020, "national", yuan: 1))
    #expect(try office.life("old").actions.isEmpty)
    #expect(try office.life("old").state == .paid)
    #expect(try office.life("old").faults.isEmpty)
    let name = refusalName {
      _ = try office.desk().fail(office.award("old"), Entry.on("2025-03-03", because: "x"))
    }
    #expect(name == "award-not-sealed")
  }
}
