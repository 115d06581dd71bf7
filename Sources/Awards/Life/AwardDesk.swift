import Bilingual
import JSONLines
public import Ledger
public import Portfolio

/// Where sealed awards are published, approved, paid and, where they were wrong, recovered.
///
/// Each action returns what is to be written and writes nothing; one that the award does not allow
/// throws a ``Diagnostic`` that names those it does. Made under the ledger's lock, it sees everything
/// that was paid or sealed before, so that nothing is paid twice.
public struct AwardDesk: Sendable {
  let today: Day
  let snapshot: Snapshot
  let calendar: WorkCalendar
  let policies: Table
  let rounds: Rounds
  private let book: Once<PolicyBook>
  private let applicants: Once<Applicants>
  let bans: Bans
  let makers: [RecordID: [String]]
  private let events: [RecordID: [Record]]
  /// The awards that stand, by the facts that they reward.
  let standing: Once<[RecordID: [Payout]]>

  /// Opens the desk on a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - today: The present day.
  ///   - makers: Who sealed or changed each award, see ``AwardMakers``; without them nothing is approved.
  /// - Throws: ``Diagnostics`` where its records cannot be read.
  public init(_ snapshot: Snapshot, today: Day, makers: [RecordID: [String]] = [:]) throws {
    self.snapshot = snapshot
    self.today = today
    self.makers = makers
    calendar = try WorkCalendar(snapshot)
    policies = try snapshot.table(Policy.self)
    rounds = Rounds(snapshot)
    let book = Once { try PolicyBook(snapshot) }
    self.book = book
    applicants = Once { Applicants(try book(), snapshot) }
    bans = Bans(snapshot)
    events = try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award)
    standing = Once {
      let payouts = try snapshot.table(Award.self).records.compactMap { Payout($0) }
      let pairs = payouts.flatMap { payout in payout.facts.map { ($0, [payout]) } }
      return Dictionary(pairs, uniquingKeysWith: +)
    }
  }

  /// Returns the life of an award.
  ///
  /// - Parameter award: The award.
  /// - Returns: Its life.
  public func life(of award: Record) -> AwardLife {
    AwardLife(award, events[award.id] ?? [])
  }

  /// Publishes an award, which starts its objection days.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When and by whom.
  ///   - days: The working days for objections, no fewer than the clauses and the policy say; those where none is given.
  /// - Returns: The award at the state `published`.
  /// - Throws: A ``Diagnostic`` where it is not possible, the days are too few, an objection was right and
  ///   nothing tells what was mended, or the award computes otherwise by now.
  public func publish(_ award: Record, _ entry: AwardEntry, days: Int? = nil) throws -> AwardMove {
    let life = life(of: award)
    try validate(life, .publish)
    if life.state == .upheld, AwardLife.isBlank(entry.reason) {
      throw life.refusal(
        "award-reason-missing",
        Phrase(en: "an objection to it was right", zh: "对其提出的异议已成立"),
        help: Phrase(
          en: "say what was mended since (--reason), or make it void",
          zh: "请用 --reason 说明此后如何更正，或作废该奖励"
        )
      )
    }
    _ = try current(award)
    let given = days.map { Procedure.Term(days: $0, areWorkingDays: true) }
    let laidDown = try publication(of: award)
    guard let term = given ?? laidDown, let period = term.period else {
      throw life.refusal(
        "award-objection-days",
        Phrase(en: "its policy does not say how long objections are taken", zh: "政策未规定异议期"),
        help: Phrase(
          en:
            "give the working days (--days), or put a 'publication' clause or objectionDays in the policy",
          zh: "请用 --days 指定工作日数，或在政策中写入 publication 条款或 objectionDays"
        )
      )
    }
    let end = period.acting(from: entry.day, in: calendar)
    if let least = laidDown?.period?.acting(from: entry.day, in: calendar).day, end.day < least {
      throw life.refusal(
        "award-objection-days",
        Phrase(
          en: "its policy takes objections until \(least), not only until \(end.day)",
          zh: "政策规定的异议期至 \(least)，不能止于 \(end.day)"
        ),
        help: Phrase(en: "leave --days out, or give more", zh: "请去掉 --days，或填写更多工作日")
      )
    }
    var move = try move(award, .publish, entry) {
      $0[AwardEvent.objectionsUntil] = PartialDate(end.day)
    }
    if let doubt = end.doubt { move.findings.append(doubt) }
    if var ban = try ban(award, award[Award.recipient], life, on: entry.day) {
      ban.severity = .warning
      move.findings.append(ban)
    }
    return move
  }

  /// Takes in an objection; the entry's reason says what is objected to.
  ///
  /// One that came in time stands where its day is, though the award was approved since: nothing is paid before it is
  /// decided.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When, by whom it was taken in, and why it was made.
  ///   - party: Who objects.
  /// - Returns: The award at the state `objected`.
  /// - Throws: A ``Diagnostic`` where it is not possible.
  public func object(_ award: Record, _ entry: AwardEntry, party: String) throws -> AwardMove {
    try lateObjection(award, entry, party: party)
      ?? move(award, .object, entry) { $0[AwardEvent.party] = party }
  }

  /// Decides an objection.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When, by whom and why.
  ///   - isRight: Whether the objection is right.
  ///   - objection: The event of the objection; the only open one where none is named.
  /// - Returns: The award at the state `upheld`, `published` or, while others are open, `objected`.
  /// - Throws: A ``Diagnostic`` where it is not possible.
  public func decide(
    _ award: Record,
    _ entry: AwardEntry,
    isRight: Bool,
    objection: RecordID? = nil
  ) throws -> AwardMove {
    let open = life(of: award).objections
    return try move(award, isRight ? .uphold : .dismiss, entry) {
      $0[AwardEvent.answers] = objection ?? (open.count == 1 ? open.first : nil)
    }
  }

  /// Makes an award void; of one that was paid in part, what is open: it is not due any more.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When, by whom and why.
  /// - Returns: The award at the state `void`, or where a part is paid at `paid` or `partly-recovered`.
  /// - Throws: A ``Diagnostic`` where it is not possible.
  public func void(_ award: Record, _ entry: AwardEntry) throws -> AwardMove {
    let balance = life(of: award).balance
    return try move(award, .void, entry) { event in
      if balance.paid > .zero { event[AwardEvent.amountFen] = balance.open }
    }
  }
}

extension AwardDesk {
  /// How long objections to an award are taken: as a clause on its own clause says, else as the policy.
  private func publication(of award: Record) throws -> Procedure.Term? {
    if let policy = award[Award.policy], let clause = award[Award.clause],
      let term = try book().procedure(of: policy, clause: clause)?.publication
    {
      return term
    }
    return try procedure(of: award).objectionDays.map {
      Procedure.Term(days: $0, areWorkingDays: true)
    }
  }

  func policyBook() throws -> PolicyBook { try book() }

  /// Who won or did what an award rewards.
  func applicant(of award: Record) throws -> RecordID? {
    try applicants().applicant(of: award) ?? award[Award.recipient]
  }

  func procedure(of award: Record) throws(Diagnostic) -> AwardProcedure {
    try AwardProcedure(of: policies[award[Award.policy]])
  }

  /// Refuses an action that the state does not allow before anything is computed for it.
  func validate(_ life: AwardLife, _ action: AwardAction) throws {
    guard life.isSealedHere else { throw life.notSealedHere(at: life.award.place) }
    if let fault = life.faults.first { throw fault }
    guard !life.actions.contains(action) else { return try refuseTwin(life, action) }
    throw life.refusal(
      "award-move",
      Phrase(
        en:
          "it stands at '\(life.state.choice.label.en)': '\(action.rawValue)' is not possible there",
        zh: "处于“\(life.state.choice.label.zh)”，不能“\(action.choice.label.zh)”"
      ),
      help: AwardMoves.help(life.actions)
    )
  }

  /// Computes an award anew, and refuses where it is not worth what was sealed any more.
  func current(_ award: Record) throws -> Claim {
    let life = life(of: award)
    let help = Phrase(
      en: "'award verify \(award.id)' names what changed; void it and seal anew, or mend the facts",
      zh: "可用 award verify \(award.id) 查看变更；请作废后重新封存，或更正事实"
    )
    guard let claim = try rounds.claim(of: award) else {
      throw life.refusal(
        "award-changed",
        Phrase(en: "no clause speaks about its fact any more", zh: "已没有条款适用于其事实"),
        help: help
      )
    }
    guard claim.outcome == .eligible, life.balance.fits(claim.amount),
      claim.recipient == award[Award.recipient]
    else {
      let recipient = claim.recipientName ?? claim.recipient?.text ?? ""
      throw life.refusal(
        "award-changed",
        Phrase(
          en:
            "sealed with \(life.balance.awarded) yuan, it now computes to \(claim.amount) yuan for "
            + "\(recipient) (\(claim.outcome.choice.label.en))",
          zh: "封存金额 \(life.balance.awarded) 元，现计算为 \(claim.amount) 元（\(recipient)，"
            + "\(claim.outcome.choice.label.zh)）"
        ),
        help: help
      )
    }
    if let sealed = award[Award.parts], !AwardPart.fits(sealed, claim, of: life.balance.awarded) {
      throw life.refusal(
        "award-changed",
        Phrase(
          en: "its clauses divide it into other parts than those that were sealed",
          zh: "现有条款的分期或分配与封存的不同"
        ),
        help: help
      )
    }
    return claim
  }

  /// Makes the event of an action and lets the award's life judge it.
  func move(
    _ award: Record,
    _ action: AwardAction,
    _ entry: AwardEntry,
    _ change: (inout Draft) -> Void = { _ in }
  ) throws -> AwardMove {
    var life = life(of: award)
    try validate(life, action)
    guard entry.day <= today else {
      throw life.refusal(
        "award-date-future",
        Phrase(
          en: "\(entry.day) is in the future, today is \(today)",
          zh: "\(entry.day) 晚于今日 \(today)"
        ),
        help: Phrase(en: "give the day on which it was done", zh: "请填写实际办理日期")
      )
    }
    var event = event(of: award, action, entry, from: life.state)
    change(&event)
    try refuseEnded(life, action, entry)
    // The life asks for an id, which only the ledger can give.
    var judged = event
    judged.id = "new"
    try life.apply(judged.record(at: award.place))
    event[AwardEvent.to] = life.state
    var draft = Draft(copying: award)
    draft[Award.state] = life.state
    return AwardMove(record: draft, event: event, life: life)
  }

  /// The event of an action, but for where it leads.
  func event(
    of award: Record,
    _ action: AwardAction,
    _ entry: AwardEntry,
    from state: AwardState
  ) -> Draft {
    var event = Draft(AwardEvent.schema)
    event[AwardEvent.award] = award.id
    event[AwardEvent.date] = PartialDate(entry.day)
    event[AwardEvent.action] = action
    event[AwardEvent.from] = state
    event[AwardEvent.by] = entry.by
    event[AwardEvent.reason] = entry.reason
    event[AwardEvent.document] = entry.document
    return event
  }
}
