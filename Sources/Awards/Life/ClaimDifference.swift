import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What changed between a claim of one snapshot and the same claim of a later one.
struct ClaimDifference {
  private let before: Claim
  private let then: Snapshot
  private let after: Claim?
  private let now: Snapshot

  init(_ before: Claim, _ then: Snapshot, _ after: Claim?, _ now: Snapshot) {
    self.before = before
    self.then = then
    self.after = after
    self.now = now
  }

  /// The findings: the fact, the policy, the clauses, the values that were read, what comes out.
  func findings(_ award: Record) throws -> [AwardFinding] {
    let results = results(award)
    var findings = try changes(of: before.source.record, .factChanged)
    if let policy = try then.table(Policy.self)[before.policy] {
      findings += try changes(of: policy, .policyChanged)
    }
    let clauses = try then.table(Clause.self)
    for clause in before.clauses.compactMap({ clauses[$0] }) {
      findings += try changes(of: clause, .clauseChanged)
    }
    findings += try addedClauses()
    if results.isEmpty { findings.removeAll { AwardBasis.asides.contains($0.field ?? "") } }
    // A value of the fact itself was named above.
    let named = Set(findings.map { Place(record: $0.record, field: $0.field ?? "") })
    findings += try inputs().filter {
      !named.contains(Place(record: $0.record, field: $0.field ?? ""))
        && !named.contains(Place(record: $0.record, field: ""))
    }
    return findings + results
  }

  private struct Place: Hashable {
    let record: RecordID
    let field: String
  }

  /// The members of a record that are not what they were.
  private func changes(of record: Record, _ name: AwardFinding.Name) throws -> [AwardFinding] {
    guard let later = try now.table(record.schema)[record.id] else {
      return [removed(record.id, record.schema)]
    }
    let old = record.members
    let new = later.members
    let added = new.map(\.key).filter { key in !old.contains { Self.same($0.key, key) } }
    return (old.map(\.key) + added).compactMap { key in
      let values = (Self.value(key, old), Self.value(key, new))
      guard values.0 != values.1 else { return nil }
      let label = record.schema.label
      return AwardFinding(
        name,
        record.id,
        field: key,
        before: values.0,
        after: values.1,
        Phrase(en: "the \(label.en) was changed", zh: "\(label.zh)已变更")
      )
    }
  }

  private func removed(_ id: RecordID, _ schema: Schema) -> AwardFinding {
    AwardFinding(
      .recordRemoved,
      id,
      Phrase(en: "the \(schema.label.en) was taken away", zh: "\(schema.label.zh)已删除")
    )
  }

  /// The clauses that are new; of those that stood before and come to bear only now, what was changed in them.
  private func addedClauses() throws -> [AwardFinding] {
    let old = Set(before.clauses)
    let clauses = try now.table(Clause.self)
    let earlier = try then.table(Clause.self)
    return try (after?.clauses ?? []).filter { !old.contains($0) }.flatMap { id in
      if let clause = earlier[id] { return try changes(of: clause, .clauseChanged) }
      return [
        AwardFinding(
          .clauseAdded,
          id,
          field: Clause.text.definition.name,
          after: clauses[id]?[Clause.text].map { .string($0) },
          Phrase(en: "a clause came to bear on the claim", zh: "新增适用于该申领项的条款")
        )
      ]
    }
  }

  /// The values that clauses read: changed, taken away, or read for the first time.
  private func inputs() throws -> [AwardFinding] {
    var findings: [AwardFinding] = []
    let later = Dictionary(
      (after?.inputs ?? []).map { (Place(record: $0.record, field: $0.field), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let earlier = Set(before.inputs.map { Place(record: $0.record, field: $0.field) })
    let stillRead = Set((after?.inputs ?? []).map(\.record))
    var looked: Set<RecordID> = []
    for input in before.inputs {
      let place = Place(record: input.record, field: input.field)
      var value = later[place]?.value
      if later[place] == nil {
        // Not read any more: what stands there is looked up.
        guard let (then, now) = try find(input) else { continue }
        guard let now else {
          findings.append(removed(input.record, then.schema))
          continue
        }
        // A record that does not count any more may have changed in another field than was read.
        guard stillRead.contains(input.record) else {
          if looked.insert(input.record).inserted {
            findings += try changes(of: then, .inputChanged)
          }
          continue
        }
        value = Self.value(input.field, now.members)
      }
      guard value != input.value else { continue }
      findings.append(
        AwardFinding(
          .inputChanged,
          input.record,
          field: input.field,
          before: input.value,
          after: value,
          Phrase(en: "a value that a clause reads was changed", zh: "条款所依据的取值已变更")
        )
      )
    }
    for input in after?.inputs ?? []
    where !earlier.contains(Place(record: input.record, field: input.field)) {
      // What stood there before as it does now has changed nothing by itself.
      if let (then, _) = try find(input), Self.value(input.field, then.members) == input.value {
        continue
      }
      findings.append(
        AwardFinding(
          .inputAdded,
          input.record,
          field: input.field,
          after: input.value,
          Phrase(en: "a clause reads a value that it did not read before", zh: "条款新依据的取值")
        )
      )
    }
    return findings
  }

  /// The record that a value stood in, and as it is now.
  private func find(_ input: Input) throws -> (then: Record, now: Record?)? {
    for schema in then.catalog.schemas
    where schema.fields.contains(where: { Self.same($0.name, input.field) }) {
      if let record = try then.table(schema)[input.record] {
        return (record, try now.table(schema)[input.record])
      }
    }
    return nil
  }

  /// The other claims that came, went or changed: where limits are shared, they move an award's amount.
  func rivals(_ before: [RecordID: Claim], _ after: [RecordID: Claim]) throws -> [AwardFinding] {
    let award = RecordID(self.before.id)
    func new(_ claims: [RecordID: Claim], besides others: [RecordID: Claim]) -> [Claim] {
      claims.filter { id, claim in
        id != award && claim.outcome == .eligible && others[id]?.outcome != .eligible
      }
      .sorted { $0.key < $1.key }.map(\.value)
    }
    let stayed = before.filter { id, claim in
      id != award && claim.outcome == .eligible && after[id]?.outcome == .eligible
    }
    let changed = try stayed.sorted { $0.key < $1.key }.flatMap { id, claim in
      try after[id].map { try change(of: claim, to: $0) } ?? []
    }
    return new(after, besides: before).map { claim in
      AwardFinding(
        .rivalAdded,
        claim.source.id,
        after: .string(claim.id),
        Phrase(en: "another claim of the same year was added", zh: "同年度新增申领项")
      )
    }
      + new(before, besides: after).map { claim in
        AwardFinding(
          .rivalRemoved,
          claim.source.id,
          before: .string(claim.id),
          Phrase(en: "another claim of the same year is gone", zh: "同年度减少申领项")
        )
      } + changed
  }

  /// What changed in the fact of a rival that gets another amount, and in what was sealed for it.
  private func change(of rival: Claim, to now: Claim) throws -> [AwardFinding] {
    guard rival.amount != now.amount else { return [] }
    var findings = try changes(of: rival.source.record, .inputChanged)
    if let award = now.sealed, let sealed = now.sealedAmount, sealed != rival.amount {
      findings.append(
        AwardFinding(
          .inputChanged,
          award,
          field: Award.amountFen.definition.name,
          before: rival.amount.json,
          after: sealed.json,
          Phrase(en: "another award of the same year was changed", zh: "同年度另一项奖励已变更")
        )
      )
    }
    return findings
  }

  private func results(_ award: Record) -> [AwardFinding] {
    var findings: [AwardFinding] = []
    func compare(
      _ name: AwardFinding.Name,
      _ field: String,
      _ old: JSONValue,
      _ new: JSONValue?,
      _ message: Phrase
    ) {
      guard old != new else { return }
      findings.append(
        AwardFinding(name, award.id, field: field, before: old, after: new, message)
      )
    }
    compare(
      .outcomeChanged,
      "outcome",
      before.outcome.json,
      after?.outcome.json,
      Phrase(en: "the claim has another outcome now", zh: "申领项结果已变")
    )
    compare(
      .recipientChanged,
      Award.recipient.definition.name,
      .string(before.recipient?.text ?? ""),
      after.map { .string($0.recipient?.text ?? "") },
      Phrase(en: "the claim has another recipient now", zh: "奖励对象已变")
    )
    compare(
      .amountChanged,
      Award.amountFen.definition.name,
      before.amount.json,
      after?.amount.json,
      Phrase(en: "the claim computes to another amount now", zh: "现计算金额已变")
    )
    return findings
  }

  private static func value(_ key: String, _ members: [JSONMember]) -> JSONValue? {
    members.first { same($0.key, key) }?.value
  }

  private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
}
