public import Bilingual
public import Ledger
public import Portfolio

/// An award with all that was done with it since it was sealed.
///
/// The state is what its events lead to. The same rules read stored events and judge new ones, so what
/// a command refuses is also found where somebody wrote it by hand.
public struct AwardLife: Sendable {
  /// The award.
  public let award: Record
  /// What was done, by day; two branches that were joined stand behind each other in the file.
  public let events: [Record]
  /// Where it stands by its events.
  public internal(set) var state: AwardState
  /// Paid, open and outstanding sums.
  public internal(set) var balance: AwardBalance
  /// The last day on which objections are taken; `nil` before publication.
  public internal(set) var objectionsUntil: Day?
  /// The objections that are not decided.
  public internal(set) var objections: [RecordID] = []
  /// The approvals that stand, each of the same basis.
  public internal(set) var approvals: [AwardApproval] = []
  /// The payments, the failed ones among them.
  public internal(set) var payments: [AwardPayment] = []
  /// The parts in which it is paid; empty where none are laid down.
  public internal(set) var parts: [AwardPart]
  /// What is wrong with the events, or with the state beside them.
  public private(set) var faults: [Diagnostic] = []

  /// The day from which months to a later part are counted: that of the first approval in full.
  public internal(set) var approvedOn: Day?

  /// The event by which it is not to be paid: it was made void, or an objection was upheld.
  var annulling: Record?
  /// The day of an approval that counts for nothing, because an objection was open.
  var idleApproval: Day?
  var publishers: [String] = []
  /// The event by which it was published once more, and the last day for objections after the first.
  var republished: Record?
  var firstUntil: Day?
  /// The parts that were made void.
  var voidParts: Set<Int> = []
  /// The event by which what was open was made void after a part was paid.
  var waiver: Record?
  /// The decisions on objections, and those of two branches that contradict each other.
  var decided: [RecordID: Record] = [:]
  var twiceDecided: [Record] = []
  var lastDay: Day?

  /// Reads the life of an award.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - events: Its events, in the order in which they were written.
  public init(_ award: Record, _ events: [Record]) {
    self.award = award
    self.events = Self.byDay(events)
    balance = AwardBalance(awarded: max(.zero, award[Award.amountFen] ?? .zero))
    parts = award[Award.parts].flatMap(AwardPart.read) ?? []
    lastDay = award[Award.sealedOn]?.first
    state = .sealed
    guard isSealedHere else {
      state = award[Award.state] ?? .sealed
      if let event = events.first { faults.append(notSealedHere(at: event.place)) }
      return
    }
    for event in self.events {
      do throws(Diagnostic) {
        let from = state
        let isOfBranch = try takeIn(event)
        if event[AwardEvent.from] != from || event[AwardEvent.to] != state,
          !isOfBranch, !Self.mayBeOfBranch(event)
        {
          faults.append(misplaced(event, from: from))
        }
      } catch {
        var fault = error
        fault.place = event.place
        fault.help = Self.takeOut(event)
        faults.append(fault)
      }
    }
    if award[Award.state] != state { faults.append(otherState()) }
  }

  /// Whether it was sealed with a receipt; one without was paid before, or by others, and has no life here.
  public var isSealedHere: Bool { award.has(Award.receipt.definition) }

  /// What may be done now.
  public var actions: [AwardAction] {
    guard isSealedHere else { return [] }
    let decisions: [AwardAction] = isPaidAgainstObjection ? [.uphold, .dismiss] : []
    let isStopped =
      isPaidAgainstObjection || isPaidAgainstAnnulment || balance.contested > .zero || isBackTwice
    return decisions
      + AwardMoves.actions(at: state, isPaid: balance.paid > .zero).filter { action in
        switch action {
        case .pay where isStopped, .approve where isStopped, .void where isStopped: false
        // A commendation carries no money.
        case .pay: balance.open > .zero
        case .approve: state != .partlyRecovered || balance.open > .zero
        case .fail where [.recovering, .partlyRecovered].contains(state):
          payments.contains(where: mayFail)
        case .recover: balance.recoverable > .zero
        case .withdraw: balance.withdrawable > .zero
        // Of one that was paid in part, what is open.
        case .void: balance.paid == .zero || balance.open > .zero
        default: true
        }
      }
  }

  /// What may still be paid.
  public var open: Money {
    actions.contains(.pay) || [.sealed, .published, .objected, .upheld].contains(state)
      ? balance.open : .zero
  }

  /// The number of the first part that is not paid.
  public var nextPart: Int {
    let closed = closedParts
    return (1...).first { !closed.contains($0) } ?? 1
  }

  /// The numbers of the parts that are laid down and still to be paid, in order.
  public var unpaidParts: [Int] {
    let closed = closedParts
    return (1..<parts.count + 1).filter { !closed.contains($0) }
  }

  /// Whether a part was made void and is never paid.
  ///
  /// - Parameter part: The number of the part, from 1.
  /// - Returns: Whether it was.
  public func isVoid(part: Int) -> Bool { voidParts.contains(part) }

  private var closedParts: Set<Int> {
    voidParts.union(payments.lazy.filter { !$0.hasFailed && $0.surplus == nil }.map(\.part))
  }

  /// The day on which a part falls due, where its clause counts months from the approval.
  ///
  /// - Parameter part: The number of the part, from 1.
  /// - Returns: The day with its steps; `nil` before the approval, and for a part that waits for no day.
  public func due(ofPart part: Int) -> Reckoning? {
    guard let approvedOn, parts.indices.contains(part - 1), let months = parts[part - 1].dueMonths
    else { return nil }
    guard months > 0 else {
      return Reckoning(from: approvedOn, Phrase(en: "with the approval", zh: "批准当日"))
    }
    return Period(months, .months)?.unrolled(from: approvedOn)
  }

  /// Returns the first part that may be paid on a day without more ado; each payee's parts follow each other.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - isMet: Whether its condition, where it has one, is found met.
  /// - Returns: Its number; `nil` where something stands against every part that is not paid.
  public func duePart(on day: Day, conditionMet isMet: Bool) -> Int? {
    guard !parts.isEmpty else { return nextPart }
    return unpaidParts.first { part in
      (due(ofPart: part).map { $0.day <= day } ?? true)
        && (isMet || parts[part - 1].condition == nil)
    }
  }
}

extension AwardLife {
  /// Reads the lives of the awards of a ledger, in the order of their file.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - day: The last day whose events are looked at; all where none is named.
  ///   - isWanted: Which awards; all where nothing is said.
  /// - Returns: The lives.
  /// - Throws: ``Diagnostics`` where its awards or their events cannot be read.
  public static func all(
    _ snapshot: Snapshot,
    until day: Day? = nil,
    where isWanted: (Record) -> Bool = { _ in true }
  ) throws -> [AwardLife] {
    let awards = try snapshot.table(Award.self).records.filter(isWanted)
    guard !awards.isEmpty else { return [] }
    var events = try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award)
    if let day {
      events = events.mapValues {
        $0.filter { $0[AwardEvent.date].map { $0.first <= day } ?? true }
      }
    }
    return awards.map { AwardLife($0, events[$0.id] ?? []) }
  }

  func refusal(
    _ name: String,
    _ message: Phrase,
    help: Phrase? = nil
  ) -> Diagnostic {
    Diagnostic(
      name,
      Phrase(en: "award \(award.id): \(message.en)", zh: "奖励 \(award.id)：\(message.zh)"),
      help: help,
      at: award.place
    )
  }

  func notSealedHere(at place: Place?) -> Diagnostic {
    var fault = refusal(
      "award-not-sealed",
      Phrase(en: "it was not sealed here: it has no receipt", zh: "并非在此封存，没有凭据"),
      help: Phrase(
        en:
          "only awards that 'award seal' made are moved by the award commands; one that was entered by "
          + "hand is corrected with 'set award \(award.id) …', and ends with state=void or state=recovered",
        zh: "award 命令只办理经 award seal 封存的奖励；手工登记的请用 set award \(award.id) … 更正，"
          + "作废或已追回的填写 state=void 或 state=recovered"
      )
    )
    fault.place = place
    return fault
  }

  private func misplaced(_ event: Record, from: AwardState) -> Diagnostic {
    func label(_ state: AwardState?) -> Phrase {
      state?.choice.label ?? Phrase(en: "nothing", zh: "无")
    }
    let written = (label(event[AwardEvent.from]), label(event[AwardEvent.to]))
    let real = (from.choice.label, state.choice.label)
    var fault = refusal(
      "award-event-state",
      Phrase(
        en: "the event \(event.id) says from '\(written.0.en)' to '\(written.1.en)', it leads from "
          + "'\(real.0.en)' to '\(real.1.en)'",
        zh: "事件 \(event.id) 记为从“\(written.0.zh)”到“\(written.1.zh)”，应为从“\(real.0.zh)”"
          + "到“\(real.1.zh)”"
      ),
      help: Self.takeOut(event)
    )
    fault.place = event.place
    return fault
  }

  private func otherState() -> Diagnostic {
    let written = award[Award.state]?.choice.label ?? Phrase(en: "nothing", zh: "无")
    return refusal(
      "award-state",
      Phrase(
        en: "its state is '\(written.en)', its events lead to '\(state.choice.label.en)'",
        zh: "状态记为“\(written.zh)”，按经过应为“\(state.choice.label.zh)”"
      ),
      help: Phrase(
        en:
          "once its events are right, 'set award \(award.id) state=\(state.rawValue)' puts it right",
        zh: "事件无误后，可用 set award \(award.id) state=\(state.rawValue) 更正"
      )
    )
  }

  private static func takeOut(_ event: Record) -> Phrase {
    if event[AwardEvent.action] == .pay {
      return Phrase(
        en:
          "only where one transfer was entered twice, 'remove award-event \(event.id) --reason …' takes "
          + "this entry out; what the bank did pay stays on record",
        zh: "仅当同一笔付款重复登记时，可用 remove award-event \(event.id) --reason … 删除本条；银行实际付出的款项须保留记录"
      )
    }
    return Phrase(
      en: "where it was entered twice or by mistake, 'remove award-event \(event.id) --reason …' "
        + "takes it out",
      zh: "如为重复或误登，可用 remove award-event \(event.id) --reason … 删除"
    )
  }
}

extension Diagnostic {
  /// What is wrong, and the way out.
  public var messageAndHelp: Phrase {
    guard let help else { return message }
    return Phrase(en: "\(message.en); \(help.en)", zh: "\(message.zh)；\(help.zh)")
  }
}
