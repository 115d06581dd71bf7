import Awards
import Bilingual
import Ledger
import Oversight
import Portfolio

extension Diagnostic {
  /// The diagnostic without a place, for a record that stands in no file yet.
  var unplaced: Diagnostic {
    var copy = self
    copy.place = nil
    return copy
  }
}

/// What the domain has to say of records before they are written.
enum Registration {
  /// Whether there are rules for records of a kind.
  static func judges(_ schema: Schema) -> Bool {
    [
      Recognition.schema, Case.schema, Award.schema, AwardEvent.schema, Target.schema,
      Policy.schema, Clause.schema,
    ].contains { $0 === schema }
  }

  /// Applies the rules of registering to what is about to be written; of a fault that a record had before they only warn.
  ///
  /// - Parameters:
  ///   - changes: What is about to be written.
  ///   - snapshot: The records that stand.
  ///   - today: The present day.
  ///   - isMerge: Whether the changes only follow records that were merged.
  /// - Returns: What was found, with the id of the record it is about.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  static func findings(
    _ changes: [Change],
    in snapshot: Snapshot,
    today: Day,
    isMerge: Bool = false
  ) throws -> [(id: RecordID, finding: Diagnostic)] {
    var found = isMerge ? [] : try movedByHand(changes, in: snapshot)
    found += try PolicyRules.findings(changes, in: snapshot)
    func judge(
      _ schema: Schema,
      in after: @autoclosure () throws -> Snapshot,
      _ rules: ([Record], Snapshot) throws -> [[Diagnostic]]
    ) throws {
      let records = changes.compactMap { change -> Record? in
        guard case .put(let draft) = change, draft.schema === schema else { return nil }
        return draft.record()
      }
      guard !records.isEmpty else { return }
      let findings = try rules(records, after())
      let faulty = zip(records, findings).filter { $1.contains { $0.severity == .error } }
      let stored = try faulty.compactMap { try snapshot.record($0.0.id, schema) }
      let known = try stored.isEmpty ? [] : Array(zip(stored, rules(stored, snapshot)))
      for (record, findings) in zip(records, findings) {
        let before = known.first { $0.0.id == record.id }?.1.map(\.message) ?? []
        for var finding in findings {
          if before.contains(finding.message) { finding.severity = .warning }
          found.append((record.id, finding))
        }
      }
    }
    try judge(Recognition.schema, in: snapshot.applying(changes)) {
      try RecognitionRules.findings(for: $0, in: $1, today: today)
    }
    try judge(Patent.schema, in: snapshot) {
      try RightRules.findings(forPatents: $0, in: $1, today: today)
    }
    try judge(Target.schema, in: snapshot.applying(changes)) {
      try TargetRules.findings(for: $0, in: $1)
    }
    try judge(Award.schema, in: snapshot.applying(changes)) {
      try PayerRules.findings(for: $0, in: $1)
    }
    return found
  }

  /// Applies the rules of registering, and those of rights that are typed; of imported ones `check` tells.
  ///
  /// What a right that stands has wrong already bars no other change of it.
  static func findingsByHand(_ changes: [Change], in snapshot: Snapshot, today: Day) throws
    -> [Diagnostic]
  {
    func records(_ schemas: Schema...) -> [Record] {
      changes.compactMap { change in
        guard case .put(let draft) = change, schemas.contains(where: { $0 === draft.schema }) else {
          return nil
        }
        return draft.record()
      }
    }
    let events = records(RightEvent.schema)
    var found = try findings(changes, in: snapshot, today: today).map(\.finding)
    for right in records(Trademark.schema, Patent.schema) {
      let stored = try snapshot.record(right.id, right.schema)
      let known = stored.map { RightRules.findings(for: $0, today: today).map(\.message) } ?? []
      found += RightRules.findings(for: right, today: today)
        .filter { !known.contains($0.message) }
    }
    for record in records(Case.schema) where record.has(Case.acceptedOn.definition) {
      let stored = try snapshot.record(record.id, Case.schema)
      let known = stored.flatMap { CaseGrant.hardshipFault(of: Draft(copying: $0)) }
      if let fault = CaseGrant.hardshipFault(of: Draft(copying: record)),
        known?.message != fault.message
      {
        found.append(byHand(fault))
      }
    }
    found += try SeatRules.findings(
      for: records(Enterprise.schema),
      in: snapshot,
      today: today
    )
    let towns = records(Town.schema)
    if !towns.isEmpty {
      found += try TownRules.findings(for: towns, in: snapshot.applying(changes))
    }
    let notices = records(Holiday.schema)
    if !notices.isEmpty {
      found += try HolidayRules.findings(for: notices, in: snapshot.applying(changes))
    }
    if !events.isEmpty {
      found += try RightRules.findings(
        forEvents: events,
        in: snapshot.applying(changes),
        today: today
      )
    }
    return found.map(\.unplaced)
  }

  /// A fault of the hardship rule as `set` mends it.
  private static func byHand(_ fault: Diagnostic) -> Diagnostic {
    var fault = fault
    fault.help = Phrase(
      en: "set hardship with its reason, hardshipGroup for an exempt one, or override",
      zh: "请填写经济困难（hardship）及依据、免审查人群（hardshipGroup），或例外理由（override）"
    )
    return fault
  }

  /// Cases and awards move by their commands only, which keep who and when.
  private static func movedByHand(_ changes: [Change], in snapshot: Snapshot) throws
    -> [(id: RecordID, finding: Diagnostic)]
  {
    try changes.compactMap { change in
      if let found = try awardByHand(change, in: snapshot) { return found }
      guard case .put(let draft) = change, draft.schema === Case.schema, let id = draft.id,
        let stage = try snapshot.table(Case.self)[id]?[Case.stage], draft[Case.stage] != stage
      else { return nil }
      // Two merged branches may leave another stage than that to which the events that hold lead.
      let events = try snapshot.table(CaseEvent.self).records.filter { $0[CaseEvent.case] == id }
      let last = CaseStages.moves(in: events).last
      if let last, last[CaseEvent.to] == draft[Case.stage] { return nil }
      return (id, moveByCommand(id))
    }
  }

  /// A sealed award keeps what was sealed, its state and its place, whoever types.
  private static func awardByHand(_ change: Change, in snapshot: Snapshot) throws
    -> (id: RecordID, finding: Diagnostic)?
  {
    switch change {
    case .put(let draft) where draft.schema === Award.schema:
      let stored = try draft.id.flatMap { try snapshot.table(Award.self)[$0] }
      guard let id = draft.id, let stored else {
        // What others paid, or was paid before, has no receipt and no life here.
        guard draft[Award.receipt] != nil else { return nil }
        return (draft.id ?? "", sealByCommand(draft.id))
      }
      guard draft[Award.receipt] == stored[Award.receipt] else { return (id, sealByCommand(id)) }
      let changed = Award.schema.fields.filter { draft[$0] != stored[$0] }
      guard stored.has(Award.receipt.definition), !changed.isEmpty else { return nil }
      // Two merged branches may leave another state than that to which the events lead.
      if changed.allSatisfy({ $0 === Award.state.definition }),
        try draft[Award.state] == Self.life(of: stored, snapshot).state
      {
        return nil
      }
      return (id, moveAward(id))
    case .put(let draft) where draft.schema === AwardEvent.schema:
      guard let award = draft[AwardEvent.award],
        try snapshot.table(Award.self)[award]?.has(Award.receipt.definition) == true
      else { return nil }
      if let id = draft.id, let stored = try snapshot.table(AwardEvent.self)[id],
        AwardEvent.schema.fields.allSatisfy({ draft[$0] == stored[$0] })
      {
        return nil
      }
      return (draft.id ?? "", moveAward(award))
    case .remove(let schema, let id, _) where schema === AwardEvent.schema:
      guard let event = try snapshot.table(AwardEvent.self)[id],
        let award = event[AwardEvent.award]
      else { return nil }
      // One that cannot be may go, as of two branches that both paid; so may a decision against which the other paid.
      let record = try snapshot.table(Award.self)[award]
      let mayGo = try record.map { try Self.life(of: $0, snapshot).mayBeTakenOut(event) } ?? false
      return mayGo ? nil : (id, moveAward(award))
    case .remove(let schema, let id, _) where schema === Award.schema:
      guard let stored = try snapshot.table(Award.self)[id],
        stored.has(Award.receipt.definition)
      else { return nil }
      return (id, moveAward(id))
    case .remove(_, let id, _):
      let award = try snapshot.table(Award.self).records.first { award in
        award.has(Award.receipt.definition) && award[Award.state] != .void
          && (award[Award.facts] ?? []).contains { RecordID($0) == id }
      }
      return award.map { (id, awardRests($0.id, on: id)) }
    default: return nil
    }
  }

  private static func life(of award: Record, _ snapshot: Snapshot) throws -> AwardLife {
    AwardLife(
      award,
      try snapshot.table(AwardEvent.self).grouped(by: AwardEvent.award)[award.id] ?? []
    )
  }

  private static func sealByCommand(_ id: RecordID?) -> Diagnostic {
    Diagnostic(
      "award-sealed-by-hand",
      Phrase(
        en:
          "the receipt of \(id.map { "the award \($0)" } ?? "an award") is written by 'award seal' only",
        zh: "\(id.map { "奖励 \($0) 的" } ?? "奖励")凭据只能由 award seal 写入"
      ),
      help: Phrase(
        en: "seal it, or leave the receipt out for what was paid before or by others",
        zh: "请用 award seal 封存；以往或其他支付方支付的奖励不填凭据"
      )
    )
  }

  private static func awardRests(_ award: RecordID, on id: RecordID) -> Diagnostic {
    Diagnostic(
      "award-rests-on-it",
      Phrase(
        en: "the award \(award) rewards \(id): entered again, it would be paid again",
        zh: "奖励 \(award) 的事实是 \(id)：删除后重新登记会重复奖励"
      ),
      help: Phrase(
        en: "correct the record with 'set'; or void the award first, and recover what was paid",
        zh: "请用 set 更正该记录；或先作废奖励并追回已支付的金额"
      )
    )
  }

  private static func moveAward(_ id: RecordID) -> Diagnostic {
    Diagnostic(
      "award-moved-by-hand",
      Phrase(
        en: "the award \(id) was sealed: it changes, and ends, by the award commands only",
        zh: "奖励 \(id) 已封存，其内容和状态只能用 award 命令变更或终结"
      ),
      help: Phrase(
        en: "'brandledger award show \(id)' tells what is possible now",
        zh: "可用 brandledger award show \(id) 查看当前可用的动作"
      )
    )
  }

  private static func moveByCommand(_ id: RecordID) -> Diagnostic {
    Diagnostic(
      "case-moved-by-hand",
      Phrase(
        en: "the stage of the case \(id) is changed by the case commands only",
        zh: "案件 \(id) 的阶段只能用 case 命令推进"
      ),
      help: Phrase(
        en: "'brandledger case show \(id)' tells what is possible now",
        zh: "可用 brandledger case show \(id) 查看当前可用的动作"
      )
    )
  }
}
