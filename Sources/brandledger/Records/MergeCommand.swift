import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `merge KIND KEEP OTHER --reason …`: two records that are one thing become one.
enum MergeCommand {
  static let kept = Argument(
    .text(Phrase(en: "KEEP", zh: "保留")),
    help: Phrase(en: "The record that stays, by id or name", zh: "保留的记录，编号或名称")
  )
  static let other = Argument(
    .text(Phrase(en: "OTHER", zh: "并入")),
    help: Phrase(en: "The record that ends", zh: "并入并结束的记录")
  )
  static let reason = Option(
    required: "reason",
    .text(Phrase(en: "TEXT", zh: "原因")),
    help: Phrase(en: "Why they are one thing; kept with the pointer", zh: "为何是同一事物，随记录保存")
  )

  static let command = Command<World>(
    "merge",
    section: Section.records,
    summary: Phrase(en: "Make two records that are one thing into one", zh: "合并实为同一事物的两条记录"),
    discussion: Phrase(
      en: """
        Whatever names OTHER names KEEP afterwards, in one commit. KEEP takes over what it lacks, and OTHER's \
        names as former names; where both have a value, KEEP's stays, also in figures of one year, and the \
        other is told; shares of a patent are added. OTHER ends with a pointer: its id is still understood. \
        'undo' takes it back.
        """,
      zh: """
        所有引用 OTHER 的记录在同一次提交中改为引用 KEEP。KEEP 缺少的值取自 OTHER，OTHER 的名称成为曾用名；\
        两者都有值的（包括同一年度的数据），以 KEEP 为准并提示；同一专利的份额相加。OTHER 结束并指向 KEEP，旧编号仍可使用。可用 undo 撤销。
        """
    ),
    examples: [
      Example(
        "brandledger merge enterprise 启东市示例水产有限公司 启东示例水产 --reason 简称 --dry-run",
        Phrase(en: "Show what would change", zh: "预览合并的全部改动")
      )
    ],
    arguments: [RecordArguments.kind, kept, other],
    options: [reason]
  ) { session, arguments in
    let schema = arguments[RecordArguments.kind]
    guard !processes.contains(where: { $0 === schema }) else {
      throw Diagnostics(isProcess(schema))
    }
    var merging: Merging?
    var pair: (kept: Record, other: Record)?
    var differing: [Phrase] = []
    var notes: [Diagnostic] = []
    let commit = try session.write { snapshot in
      let kept = try session.record(arguments[Self.kept], schema, in: snapshot)
      let other = try session.record(arguments[Self.other], schema, in: snapshot)
      guard kept.id != other.id else { throw Diagnostics(isSame(kept)) }
      let plan = try Merging(other, into: kept, reason: arguments[reason], in: snapshot)
      notes = try Registration.findings(
        plan.changes,
        in: snapshot,
        today: session.today,
        isMerge: true
      ).map {
        var note = $0.finding.unplaced
        note.severity = .warning
        return note
      }
      merging = plan
      pair = (kept, other)
      differing = try lost(plan.differing, kept, other, snapshot)
      for pair in plan.joined {
        differing += try lost(pair.fields, pair.kept, pair.other, snapshot).map { phrase in
          let (label, id) = (pair.kept.schema.label, pair.kept.id)
          return Phrase(en: "\(label.en) \(id): \(phrase.en)", zh: "\(label.zh) \(id)：\(phrase.zh)")
        }
      }
      return try plan.changes.map { try joiningShares($0, other, kept, snapshot) }
        + papers(of: other, for: kept, in: snapshot)
    }
    Failure.tell(notes, session)
    if let merging, let pair { tell(merging, pair, commit, session) }
    for phrase in differing { session.say(phrase) }
    return nil
  }

  /// The kinds whose records are steps of a process, each with its own people and dates.
  private static let processes = [
    Case.schema, CaseEvent.schema, Award.schema, AwardEvent.schema, Policy.schema, Clause.schema,
  ]

  /// Tells the values of the other record that do not stay.
  private static func lost(
    _ fields: [FieldDefinition],
    _ kept: Record,
    _ other: Record,
    _ snapshot: Snapshot
  ) throws -> [Phrase] {
    try fields.map { field in
      let path = try FieldPath(field.name, kept.schema, snapshot)
      return stays(field, RecordCells.words(path, kept), RecordCells.words(path, other))
    }
  }

  /// Two owners of a patent that become one hold the shares of both.
  private static func joiningShares(
    _ change: Change,
    _ other: Record,
    _ kept: Record,
    _ snapshot: Snapshot
  ) throws -> Change {
    guard case .put(let draft) = change, draft.schema === Patent.schema, let id = draft.id,
      other.schema === Enterprise.schema, let patent = try snapshot.record(id, Patent.schema)
    else { return change }
    return .put(Patent.joiningShares(draft, of: patent, other.id, into: kept.id))
  }

  /// The papers of the other record, kept with the one that stays.
  private static func papers(of other: Record, for kept: Record, in snapshot: Snapshot) throws
    -> [Change]
  {
    try snapshot.table(Attachment.self).records.compactMap { paper in
      guard paper[Attachment.kind] == other.schema.kind, paper[Attachment.record] == other.id
      else { return nil }
      var draft = Draft(copying: paper)
      draft[Attachment.record] = kept.id
      return .put(draft)
    }
  }

  private static func tell(
    _ merging: Merging,
    _ pair: (kept: Record, other: Record),
    _ commit: Commit?,
    _ session: Session
  ) {
    let count = merging.moved.count
    session.said(
      commit,
      Phrase(
        en: "\(pair.other.id) is merged into \(pair.kept.id); \(count, of: "reference") moved",
        zh: "\(pair.other.id) 已并入 \(pair.kept.id)，转移引用 \(count) 处"
      )
    )
    if commit == nil {
      session.say(
        Phrase(
          en:
            "\(pair.other.id) would be merged into \(pair.kept.id); \(count, of: "reference") would move",
          zh: "\(pair.other.id) 将并入 \(pair.kept.id)，转移引用 \(count) 处"
        )
      )
    }
    if !merging.filled.isEmpty {
      session.say(
        Phrase(
          en: "taken over: \(merging.filled.map(\.label.en).joined(separator: ", "))",
          zh: "取自被并入的记录：\(merging.filled.map(\.label.zh).joined(separator: "、"))"
        )
      )
    }
  }

  private static func stays(_ field: FieldDefinition, _ kept: Phrase, _ other: Phrase) -> Phrase {
    Phrase(
      en: "\(field.label.en) stays '\(kept.en)'; the other had '\(other.en)'",
      zh: "\(field.label.zh)仍为“\(kept.zh)”；被并入的记录为“\(other.zh)”"
    )
  }

  private static func isProcess(_ schema: Schema) -> Diagnostic {
    Diagnostic(
      "not-merged",
      Phrase(
        en: "records of kind \(schema.kind) are steps of a process and are not merged",
        zh: "\(schema.label.zh)属于办理过程，不能合并"
      ),
      help: Phrase(en: "end the one that is too much by its own commands", zh: "请用相应的命令结束多余的一条")
    )
  }

  private static func isSame(_ record: Record) -> Diagnostic {
    Diagnostic(
      "same-record",
      Phrase(en: "both are the same record, \(record.id)", zh: "两者是同一条记录：\(record.id)"),
      help: Phrase(en: "name two records", zh: "请指定两条不同的记录")
    )
  }
}
