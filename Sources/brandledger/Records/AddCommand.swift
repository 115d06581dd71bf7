import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio
import Presentation

/// `add KIND field=value…`: a new record.
enum AddCommand {
  static let command = Command<World>(
    "add",
    section: Section.records,
    summary: Phrase(en: "Add a record", zh: "添加一条记录"),
    discussion: Phrase(
      en: """
        References are given by id or by name. With --create, a name that no record has creates one in \
        the same commit; a field of what is created is given with a point: holder.town=吕四港镇. On a \
        terminal, required fields that are missing are asked for. A new mark or enterprise that is very \
        like one in the ledger is warned of; among many thousands only names that are the same, or have \
        one character that looks or sounds like it, or two exchanged, are found: 'similar' compares all.
        """,
      zh: """
        引用可填编号或名称。加 --create 时，名称不存在的对象在同一次提交中创建；用点号填写其字段，例如 \
        holder.town=吕四港镇。在终端上会逐项询问缺少的必填字段。新商标或企业与账本中的极为相近时会提示；\
        记录成千上万时，只查名称相同、一字形近或音近、两字颠倒的，全面比对请用 similar。
        """
    ),
    examples: [
      Example(
        "brandledger add enterprise 名称=启东市示例水产有限公司 镇区=吕四港镇 类型=公司",
        Phrase(en: "A new enterprise, with Chinese field names", zh: "添加企业（中文字段名）")
      ),
      Example(
        """
        brandledger add recognition scheme=江苏精品 holder.name=启东市示例水产有限公司 \
        brand.name=示例海鲜 awarded=2025-06-18 route=行政 --create
        """,
        Phrase(en: "A title won, with brand and holder in the same commit", zh: "登记荣誉，并一并创建品牌与企业")
      ),
    ],
    arguments: [RecordArguments.kind, RecordArguments.optionalValues],
    options: [RecordArguments.creates]
  ) { session, arguments in
    let schema = arguments[RecordArguments.kind]
    guard schema !== Case.schema || isDecision(arguments[RecordArguments.optionalValues]) else {
      throw Diagnostics(opensByCommand)
    }
    let values = Prompt(session).complete(arguments[RecordArguments.optionalValues], schema)
    var notes: [Diagnostic] = []
    var added: RecordID?
    var likeness: Workers.Later<[Diagnostic]>?
    let commit = try session.write { snapshot in
      let editor = session.editor(snapshot, creates: arguments[RecordArguments.creates])
      let effect = try editor.add(schema, values)
      notes = editor.diagnostics
      notes += try Registration.findingsByHand(editor.changes, in: snapshot, today: session.today)
      guard case .new(let id) = effect, !notes.contains(where: { $0.severity == .error }) else {
        throw Diagnostics(notes)
      }
      added = id
      // It only warns: whoever looks does so while the record is written.
      let changes = editor.changes
      if changes.contains(where: { isCompared($0.schema) }) {
        likeness = Workers.Later { alike(changes, in: snapshot) }
      }
      return changes
    }
    notes += likeness?.value() ?? []
    Failure.tell(notes, session)
    guard let added else { return nil }
    session.said(
      commit,
      Phrase(en: "added \(schema.kind) \(added)", zh: "已添加\(schema.label.zh) \(added)")
    )
    try session.answer(added, commit)
    return nil
  }

  /// Says which records are like new ones; what cannot be compared is a warning as well, since the new ones stand.
  private static func alike(_ changes: [Change], in snapshot: Snapshot) -> [Diagnostic] {
    do {
      return try Likeness.warnings(for: changes, in: snapshot)
    } catch {
      return ((error as? Diagnostics)?.list ?? []).map { finding in
        var finding = finding
        finding.severity = .warning
        return finding
      }
    }
  }

  /// Whether new records of a kind are compared with those that are there.
  private static func isCompared(_ schema: Schema) -> Bool {
    Likeness.kinds.contains { $0 === schema }
  }

  /// Whether a case is only the decision of an authority, which has no course in the office.
  private static func isDecision(_ values: [Assignment]) -> Bool {
    values.contains { value in
      guard Case.schema.field(named: value.field) === Case.origin.definition,
        case .success(let origin) = Case.origin.definition.type.parse(value.text)
      else { return false }
      return origin == CaseOrigin.decision.json
    }
  }

  private static let opensByCommand = Diagnostic(
    "case-opened-by-hand",
    Phrase(
      en: "a case is opened with 'brandledger case open', which keeps who and when",
      zh: "案件须用 brandledger case open 收件，以记录经办人与日期"
    ),
    help: Phrase(
      en: "give the same fields to 'brandledger case open'",
      zh: "请将相同的字段交给 brandledger case open"
    )
  )
}
