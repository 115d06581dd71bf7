import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio
import Presentation

/// The awards that an action is done with: those named, or those that a filter finds and that allow it.
struct AwardBatch {
  static let ids = Argument(
    repeated: ValueKind<String>.text(Phrase(en: "AWARD", zh: "奖励编号")),
    help: Phrase(
      en: "The awards; else those that --year and --where find and that allow it",
      zh: "奖励编号；未给出时为 --year 和 --where 所选且可办理的奖励"
    )
  )
  static let year = Option(
    "year",
    .integer(Phrase(en: "YEAR", zh: "年份"), in: 1900...2200),
    short: "y",
    help: Phrase(en: "Only the awards of this year's round", zh: "只含该奖励年度的奖励")
  )
  static let filters: [any AnyOption] = [year, ListCommand.conditions]

  let records: [Record]

  /// Finds the awards that the command line asks for.
  init(
    _ session: Session,
    _ arguments: Arguments,
    _ snapshot: Snapshot,
    allowing: (Record) -> Bool = { _ in true }
  ) throws {
    let names = arguments[Self.ids]
    let conditions = Self.conditions(arguments)
    switch (names.isEmpty, conditions.isEmpty) {
    case (true, true):
      throw Self.refusal(Phrase(en: "no award is named", zh: "未指定奖励"))
    case (false, false):
      throw Self.refusal(
        Phrase(en: "awards are named and filtered at once", zh: "不能同时指定编号和筛选条件")
      )
    case (false, true):
      var seen: Set<RecordID> = []
      let found = try names.map { try session.record($0, Award.schema, in: snapshot) }
      records = found.filter { seen.insert($0.id).inserted }
    case (true, false):
      records = try Self.wanted(session, arguments, snapshot).filter(allowing)
    }
  }

  /// Finds the awards that the filters ask for, all where there are none; names in them that nobody has are told.
  static func wanted(_ session: Session, _ arguments: Arguments, _ snapshot: Snapshot) throws
    -> [Record]
  {
    let query = try Query(Award.schema, where: conditions(arguments), snapshot)
    let found = try query.records(snapshot)
    if found.isEmpty { try session.tellUnknownNames(in: query, snapshot) }
    return found
  }

  private static func conditions(_ arguments: Arguments) -> [String] {
    arguments[ListCommand.conditions] + [arguments[year]].compactMap(\.self).map { "year=\($0)" }
  }

  private static func refusal(_ message: Phrase) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        "award-which",
        message,
        help: Phrase(
          en: "name awards by their ids, or give --year and --where",
          zh: "请给出奖励编号，或用 --year 和 --where 筛选"
        )
      )
    )
  }
}

extension AwardBatch {
  /// Declares the command of an action, which is done with a batch of awards.
  ///
  /// - Parameters:
  ///   - action: The action, whose name the command has.
  ///   - summary: What it does.
  ///   - discussion: What else there is to know.
  ///   - examples: Command lines worth typing.
  ///   - options: What it takes beside the awards, the day, the reason and the document.
  ///   - isMet: Whether the command line says that the condition of a part is met.
  ///   - body: Does it with one award.
  /// - Returns: The command.
  static func command(
    _ action: AwardAction,
    summary: Phrase,
    discussion: Phrase? = nil,
    examples: @autoclosure @escaping @Sendable () -> [Example],
    options: @autoclosure @escaping @Sendable () -> [any AnyOption] = [],
    conditionMet isMet: @escaping @Sendable (Arguments) -> Bool = { _ in false },
    _ body:
      @escaping @Sendable (AwardDesk, Record, AwardEntry, Arguments) throws -> AwardMove
  ) -> Command<World> {
    Command(
      action.rawValue,
      summary: summary,
      discussion: discussion,
      examples: examples(),
      arguments: [ids],
      options: filters + AwardLifeCommands.entry + options()
    ) { session, arguments in
      try act(session, arguments, action, conditionMet: isMet(arguments)) {
        try body($0, $1, $2, arguments)
      }
      return nil
    }
  }

  /// Does an action with every award of the batch, all of it in one commit or nothing.
  ///
  /// The plan is made under the ledger's lock, so that two people who try at once do not pay twice.
  private static func act(
    _ session: Session,
    _ arguments: Arguments,
    _ action: AwardAction,
    conditionMet isMet: Bool,
    _ body: (AwardDesk, Record, AwardEntry) throws -> AwardMove
  ) throws {
    let entry = AwardEntry(
      arguments[EntryOptions.day] ?? session.today,
      by: session.author,
      reason: arguments[AwardLifeCommands.reason],
      document: arguments[AwardLifeCommands.document]
    )
    var moves: [AwardMove] = []
    var skipped: [AwardLife] = []
    var sum = Money.zero
    let commit = try session.write { snapshot in
      let desk = try desk(session, action, snapshot)
      skipped = []
      let batch = try AwardBatch(session, arguments, snapshot) { record in
        let life = desk.life(of: record)
        let isMeant = allows(action, life, on: entry.day, isMet)
        if !isMeant { skipped.append(life) }
        return isMeant
      }
      moves = try all(batch.records) { try body(desk, $0, entry) }
      sum = try Money.sum(moves.map { $0.event[AwardEvent.amountFen] ?? $0.life.balance.awarded })
      return moves.flatMap { changes(of: $0, session) }
    }
    try tell(moves, sum, skipped, action, commit, session)
  }

  /// Who made the awards is read from the history, which only an approval asks for.
  private static func desk(_ session: Session, _ action: AwardAction, _ snapshot: Snapshot) throws
    -> AwardDesk
  {
    guard action == .approve else { return try AwardDesk(snapshot, today: session.today) }
    let ids = Set(try snapshot.table(Award.self).records.map(\.id))
    let versions = try session.store.history(of: ids, in: Award.schema)
    return try AwardDesk(
      snapshot,
      today: session.today,
      makers: AwardMakers.makers(versions)
    )
  }

  /// Whether an award that was found by a filter is meant: one that is due for the action.
  private static func allows(
    _ action: AwardAction,
    _ life: AwardLife,
    on day: Day,
    _ isMet: Bool
  ) -> Bool {
    guard life.actions.contains(action) else { return false }
    return switch action {
    case .approve: life.state == .published && life.objectionsUntil.map { $0 < day } ?? true
    case .pay: life.open > .zero && life.duePart(on: day, conditionMet: isMet) != nil
    // What is open of one that was paid in part is made void by its name only.
    case .void: life.balance.paid == .zero
    default: true
    }
  }

  /// Makes every move, or tells all that hinders.
  private static func all(
    _ records: [Record],
    _ body: (Record) throws -> AwardMove
  ) throws -> [AwardMove] {
    var moves: [AwardMove] = []
    var faults: [Diagnostic] = []
    var hindered: [RecordID] = []
    for record in records {
      do {
        moves.append(try body(record))
      } catch let fault as Diagnostic {
        faults.append(fault)
        hindered.append(record.id)
      } catch let found as Diagnostics {
        faults += found.list.filter { !faults.contains($0) }
        hindered.append(record.id)
      }
    }
    guard faults.isEmpty else {
      throw Diagnostics(moves.isEmpty ? faults : faults + [stopped(hindered, of: records.count)])
    }
    return moves
  }

  /// Says that nothing was done with the others either, and how they are done with.
  private static func stopped(_ hindered: [RecordID], of count: Int) -> Diagnostic {
    let rest = count - hindered.count
    let most = 5
    let left = hindered.prefix(most).map { "--where id!=\($0)" }.joined(separator: " ")
    let (en, zh) = hindered.count > most ? (" …", " 等") : ("", "")
    return Diagnostic(
      "award-batch-stopped",
      Phrase(
        en:
          "nothing was written: of \(count, of: "award") those told above, \(hindered.count), are not "
          + "in order, and the other \(rest) wait with them",
        zh: "未写入任何内容：\(count) 项奖励中有 \(hindered.count) 项不能办理，其余 \(rest) 项一并未办理"
      ),
      help: Phrase(
        en: "mend what is told above; or go on with the others by their ids, or with \(left)\(en)",
        zh: "请先处理上述问题；或只写其余奖励的编号，或用 \(left)\(zh) 排除后办理"
      )
    )
  }

  private static func changes(of move: AwardMove, _ session: Session) -> [Change] {
    move.changes.map { change in
      guard case .put(var draft) = change, draft.id == nil,
        case .generated(let prefix) = draft.schema.key
      else { return change }
      draft.id = session.ids.id(prefix)
      return .put(draft)
    }
  }

  private static func tell(
    _ moves: [AwardMove],
    _ sum: Money,
    _ skipped: [AwardLife],
    _ action: AwardAction,
    _ commit: Commit?,
    _ session: Session
  ) throws {
    var findings: [Diagnostic] = []
    for finding in moves.flatMap(\.findings) where !findings.contains(finding) {
      findings.append(finding)
    }
    Failure.tell(findings, session)
    if !skipped.isEmpty { session.say(leftAlone(skipped, action)) }
    guard !moves.isEmpty else {
      if skipped.isEmpty { session.say(Phrase(en: "nothing is left to do", zh: "没有可办理的奖励")) }
      return
    }
    let states = Set(moves.map(\.life.state))
    let isRest = action == .void && !states.isSubset(of: [.void, .recovered])
    let state =
      isRest
      ? [Phrase(en: "made void, what was paid remains", zh: "已作废，已支付的部分保留")]
      : AwardState.allCases.filter(states.contains).map(\.choice.label)
    var said = Phrase(
      en: "\(moves.count, of: "award"), \(yuanText(fen: sum.fen)) yuan: "
        + state.map(\.en).joined(separator: ", "),
      zh: "\(moves.count) 项奖励，\(yuanText(fen: sum.fen)) 元：" + state.map(\.zh).joined(separator: "、")
    )
    if action == .publish, let until = moves.compactMap(\.life.objectionsUntil).max() {
      said = Phrase(en: "\(said.en), objections until \(until)", zh: "\(said.zh)，异议受理至 \(until)")
    }
    let bans = moves.flatMap(\.incidents).compactMap { $0[Incident.bannedUntil]?.last }
    if let last = bans.max() {
      said = Phrase(en: "\(said.en), no awards until \(last)", zh: "\(said.zh)，禁止申报至 \(last)")
    }
    session.said(commit, said)
    tellMoreDue(moves, action, session)
    if commit != nil {
      for move in moves { try session.print((move.record.id?.text ?? "") + "\n") }
    }
  }

  /// A payment pays one part: what else is due, to another payee perhaps, takes the command again.
  private static func tellMoreDue(_ moves: [AwardMove], _ action: AwardAction, _ session: Session) {
    let more = moves.count { move in
      guard let day = move.event[AwardEvent.date]?.day else { return false }
      return move.life.actions.contains(.pay) && !move.life.parts.isEmpty
        && move.life.duePart(on: day, conditionMet: false) != nil
    }
    guard action == .pay, more > 0 else { return }
    session.say(
      Phrase(
        en: "of \(more, of: "award") another part is due that day: pay again",
        zh: "其中 \(more) 项当日另有应付的一期，请再次办理支付"
      )
    )
  }

  /// For what awards that would allow an action have to wait.
  private static func waiting(_ lives: [AwardLife], _ action: AwardAction) -> Phrase? {
    guard lives.contains(where: { $0.actions.contains(action) }) else { return nil }
    switch action {
    case .approve:
      return lives.compactMap(\.objectionsUntil).max().map { until in
        Phrase(en: "objections are taken until \(until)", zh: "异议受理至 \(until)")
      }
    case .pay:
      let days = lives.flatMap { life in life.unpaidParts.compactMap { life.due(ofPart: $0)?.day } }
      return days.min().map { day in
        Phrase(
          en: "the next part falls due on \(day), or when its condition is met (--met)",
          zh: "下一期于 \(day) 到期，或待条件满足（--met）"
        )
      } ?? Phrase(en: "its condition has to be met (--met)", zh: "待支付条件满足（--met）")
    default: return nil
    }
  }

  /// Which awards were not done with, where they stand, and what comes first for them.
  private static func leftAlone(_ lives: [AwardLife], _ action: AwardAction) -> Phrase {
    let groups = AwardState.allCases.compactMap { state -> Phrase? in
      let alike = lives.filter { $0.state == state }
      guard let first = alike.first else { return nil }
      let label =
        first.isSealedHere ? state.choice.label : Phrase(en: "not sealed here", zh: "非在此封存")
      let reason = waiting(alike, action) ?? AwardMoves.help(first.actions)
      return Phrase(
        en: "\(alike.count) \(label.en) (\(reason.en))",
        zh: "\(label.zh) \(alike.count) 项（\(reason.zh)）"
      )
    }
    return Phrase(
      en: "\(lives.count, of: "award") not due for '\(action.rawValue)': "
        + groups.map(\.en).joined(separator: ", "),
      zh: "\(lives.count) 项奖励尚不可“\(action.choice.label.zh)”："
        + groups.map(\.zh).joined(separator: "；")
    )
  }
}
