import Bilingual
import CommandLine
import Ledger
import Oversight

/// `remove KIND ID --reason …`: the end of a record; its history stays.
enum RemoveCommand {
  static let reason = Option(
    required: "reason",
    .text(Phrase(en: "TEXT", zh: "原因")),
    help: Phrase(en: "Why the record ends; kept with it", zh: "删除原因，随记录保存")
  )

  static let command = Command<World>(
    "remove",
    section: Section.records,
    summary: Phrase(en: "End a record, with the reason", zh: "删除一条记录并说明原因"),
    discussion: Phrase(
      en: "The record is shown no more; its lines stay in the file, and 'undo' brings it back.",
      zh: "记录不再显示，其历史保留在文件中，可用 undo 恢复。"
    ),
    examples: [
      Example(
        "brandledger remove brand brd-20251103-k7m2qd --reason 重复登记",
        Phrase(en: "Take back what was entered twice", zh: "删除重复登记的品牌")
      )
    ],
    arguments: [RecordArguments.kind, RecordArguments.id],
    options: [reason]
  ) { session, arguments in
    let schema = arguments[RecordArguments.kind]
    var removed: RecordID?
    let commit = try session.write { snapshot in
      let record = try session.record(arguments[RecordArguments.id], schema, in: snapshot)
      removed = record.id
      let changes = [Change.remove(schema, record.id, reason: arguments[reason])]
      let found = try Registration.findings(changes, in: snapshot, today: session.today)
      guard found.isEmpty else { throw Diagnostics(found.map(\.finding.unplaced)) }
      return try changes + RightRules.returning(with: changes, in: snapshot, today: session.today)
    }
    if let removed {
      session.said(
        commit,
        Phrase(en: "removed \(schema.kind) \(removed)", zh: "已删除\(schema.label.zh) \(removed)")
      )
    }
    return nil
  }
}
