import Bilingual
import CommandLine
import Ledger
import Oversight

/// `set KIND ID field=value…`: a later version of a record.
enum SetCommand {
  static let command = Command<World>(
    "set",
    section: Section.records,
    summary: Phrase(en: "Change a record", zh: "修改一条记录"),
    discussion: Phrase(
      en: """
        A name that is changed is kept among the former names, by which the record is still found; give \
        formerNames= with it where the old name was a slip.
        """,
      zh: "名称修改后，原名称列入曾用名，仍可据此查到；原名称系误写的，请同时给出 曾用名=。"
    ),
    examples: [
      Example(
        "brandledger set enterprise 启东市示例水产有限公司 镇区=近海镇",
        Phrase(en: "Correct the town of an enterprise", zh: "更正企业所在镇区")
      )
    ],
    arguments: [RecordArguments.kind, RecordArguments.id, RecordArguments.values],
    options: [RecordArguments.creates]
  ) { session, arguments in
    let schema = arguments[RecordArguments.kind]
    var notes: [Diagnostic] = []
    var effect = Editor.Effect.refused
    let commit = try session.write { snapshot in
      let record = try session.record(arguments[RecordArguments.id], schema, in: snapshot)
      let editor = session.editor(snapshot, creates: arguments[RecordArguments.creates])
      effect = try editor.set(record, arguments[RecordArguments.values])
      notes = editor.diagnostics
      notes += try Registration.findingsByHand(editor.changes, in: snapshot, today: session.today)
      var owners = OwnerRules(snapshot, today: session.today)
      let moved = try owners.finding(effect, schema, in: editor)
      notes += moved.map { [$0] } ?? []
      guard effect != .refused, !notes.contains(where: { $0.severity == .error }) else {
        throw Diagnostics(notes)
      }
      return try editor.changes
        + RightRules.returning(with: editor.changes, in: snapshot, today: session.today)
    }
    Failure.tell(notes, session)
    switch effect {
    case .changed(let id, let fields):
      let labels = fields.map { schema.field(named: $0)?.label.zh ?? $0 }
      session.said(
        commit,
        Phrase(
          en: "changed \(schema.kind) \(id): \(fields.joined(separator: ", "))",
          zh: "已修改\(schema.label.zh) \(id)：\(labels.joined(separator: "、"))"
        )
      )
    case .same(let id):
      session.say(
        Phrase(en: "\(id) has these values already", zh: "\(id) 已是这些值，无需修改")
      )
    case .new, .refused: break
    }
    return nil
  }
}
