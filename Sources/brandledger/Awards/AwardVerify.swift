import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `award verify`: receipts computed anew, and what changed since.
enum AwardVerify {
  static let command = Command<World>(
    "verify",
    summary: Phrase(en: "Compute receipts anew and name what changed since", zh: "复算凭据并列出此后变更"),
    discussion: Phrase(
      en: """
        Each award is computed from the records of its own commit, which must give what was sealed, and from \
        those of today. Every record, field and clause that changed in between is named with both values; the \
        exit code is 1 where there is one. An award stands where what was too much came back, and where what was \
        missing is sealed as a claim of its own.
        """,
      zh: "每项奖励按其提交时的记录复算，须与封存一致；再按今日记录计算，逐一列出变更的记录、字段和条款及前后取值。"
        + "有问题时退出码为 1。多付部分已追回的，或差额已另行封存的，奖励有效。"
    ),
    examples: [
      Example(
        "brandledger award verify --year 2024",
        Phrase(en: "All awards of a year", zh: "核验某年度全部奖励")
      )
    ],
    arguments: [AwardBatch.ids],
    options: AwardBatch.filters
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let store = session.store
    let awards = try awards(session, arguments, snapshot)
    let versions = try store.history(of: Set(awards.map(\.id)), in: Award.schema)
    // Awards that were sealed from one commit of one branch rest on the same records.
    var opened: [String: SealedFrom] = [:]
    let auditor = try AwardAuditor(snapshot, today: session.today) { award, commit in
      let sealing = versions[award.id]?.first
      let joining = sealing.flatMap { $0.commit.joined.isEmpty ? nil : $0.commit.number }
      let key = "\(commit) \(joining ?? 0) \(sealing?.joined?.hash ?? "")"
      if let known = opened[key] { return known }
      let found =
        try sealing.map { try SealedFrom(commit, $0, in: store) }
        ?? SealedFrom(try store.snapshot(.commit(commit)).snapshot)
      opened[key] = found
      return found
    }
    let proofs = try awards.map { try auditor.verify($0) }
    if session.isForPrograms {
      try session.show(records: proofs.map { $0.json(in: session.language).text })
    } else {
      try session.show(table(proofs, snapshot))
    }
    return proofs.allSatisfy(\.findings.isEmpty) ? 0 : 1
  }

  /// The awards that are asked for; else all that were sealed here.
  private static func awards(
    _ session: Session,
    _ arguments: Arguments,
    _ snapshot: Snapshot
  ) throws -> [Record] {
    let isFiltered =
      arguments[AwardBatch.year] != nil || !arguments[ListCommand.conditions].isEmpty
    let receipt = Award.receipt.definition
    guard !arguments[AwardBatch.ids].isEmpty || isFiltered else {
      // What is void proves nothing any more.
      return try snapshot.table(Award.self).records.filter {
        $0.has(receipt) && $0[Award.state] != .void
      }
    }
    return try AwardBatch(session, arguments, snapshot) { $0.has(receipt) }.records
  }

  private static func table(_ proofs: [AwardProof], _ snapshot: Snapshot) throws
    -> Presentation.Table
  {
    var table = Presentation.Table(
      title: Phrase(en: "award verification", zh: "奖励核验"),
      columns: [
        Column("award", Phrase(en: "award", zh: "奖励"), overflow: .keep),
        Column("finding", Phrase(en: "finding", zh: "发现"), overflow: .wrap),
        Column("record", Phrase(en: "record", zh: "记录"), overflow: .wrap),
        Column("field", Phrase(en: "field", zh: "字段")),
        Column("before", Phrase(en: "when sealed", zh: "封存时"), overflow: .wrap),
        Column("after", Phrase(en: "now", zh: "现在"), overflow: .wrap),
      ],
      notes: notes(proofs)
    )
    for proof in proofs {
      for finding in proof.findings {
        let field = try definition(finding, snapshot)
        table.append([
          .text(proof.award.id.text),
          .phrase(finding.message, code: finding.name.rawValue),
          .text(finding.record.text),
          finding.field.map { .phrase(label($0, field), code: $0) } ?? .empty,
          cell(finding.before, finding.field, field),
          cell(finding.after, finding.field, field),
        ])
      }
    }
    return table
  }

  /// The declared field of which a finding tells; `nil` where the record has none of that name.
  private static func definition(_ finding: AwardFinding, _ snapshot: Snapshot) throws
    -> FieldDefinition?
  {
    guard let name = finding.field else { return nil }
    for schema in snapshot.catalog.schemas {
      guard let field = schema.fields.first(where: { $0.name == name }),
        try snapshot.record(finding.record, schema) != nil
      else { continue }
      return field
    }
    return nil
  }

  private static let outcome = "outcome"

  private static func label(_ name: String, _ field: FieldDefinition?) -> Phrase {
    if name == outcome { return Phrase(en: "outcome", zh: "结果") }
    return field?.label ?? Phrase(en: name, zh: name)
  }

  private static func cell(_ value: JSONValue?, _ name: String?, _ field: FieldDefinition?) -> Cell
  {
    if name == outcome, let outcome = value?.string.flatMap(Outcome.init) {
      return .phrase(outcome.choice.label, code: outcome.rawValue)
    }
    if case .choice = field?.type.form, let field, let value, let code = value.string {
      return .phrase(field.words(of: value), code: code)
    }
    return switch value {
    case nil, .null: .empty
    case .integer(let fen)? where name?.hasSuffix("Fen") == true: .money(fen: fen)
    case .integer(let number)?: .integer(number)
    case .string(let text)?: .text(text)
    case let other?: .json(other.text)
    }
  }

  private static func notes(_ proofs: [AwardProof]) -> [Phrase] {
    let broken = proofs.filter { !$0.findings.isEmpty }.count
    return [
      Phrase(
        en: "\(proofs.count, of: "award") verified, \(broken) with findings",
        zh: "已核验 \(proofs.count) 项奖励，\(broken) 项有发现"
      )
    ]
  }
}
