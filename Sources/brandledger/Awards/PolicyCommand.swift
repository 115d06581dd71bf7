import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `policy …`: award policies, kept as data.
enum PolicyCommand {
  static let command = Command<World>(
    "policy",
    section: Section.work,
    summary: Phrase(en: "Import and show award policies", zh: "导入和查看奖励政策"),
    examples: [
      Example(
        "brandledger policy show example-2024",
        Phrase(en: "A policy, clause by clause", zh: "逐条查看政策")
      )
    ],
    subcommands: { [bringIn, list, show, help] }
  )

  static let file = Argument(
    ValueKind<String>.file(),
    help: Phrase(
      en: "A policy file, such as data/policies/NAME.jsonl",
      zh: "政策文件，例如 data/policies/NAME.jsonl"
    )
  )
  static let id = Argument(
    .text(Phrase(en: "POLICY", zh: "政策")),
    help: Phrase(en: "The policy's id or name", zh: "政策的编号或名称")
  )
  static let operation = Argument(
    optional: ValueKind<String>.text(Phrase(en: "OPERATION", zh: "操作")),
    help: Phrase(en: "The operation of a clause", zh: "条款的操作")
  )

  private static let bringIn = Command<World>(
    "import",
    summary: Phrase(en: "Take a policy file into the ledger", zh: "将政策文件导入账本"),
    examples: [
      Example(
        "brandledger policy import data/policies/liangshan-2008.jsonl",
        Phrase(en: "A policy of the library", zh: "导入政策库中的一份政策")
      )
    ],
    arguments: [file]
  ) { session, arguments in
    let path = arguments[file]
    let policy = PolicyFile.read(try UserFiles.read(path), fileName: path)
    guard !policy.diagnostics.contains(where: { $0.severity == .error }) else {
      throw Diagnostics(policy.diagnostics)
    }
    var notes = policy.diagnostics
    var count = 0
    let commit = try session.write { snapshot in
      let editor = session.editor(snapshot)
      for draft in policy.drafts {
        let place = Place(file: path)
        _ = try editor.add(draft, at: place, merging: true)
      }
      notes += editor.diagnostics
      guard !notes.contains(where: { $0.severity == .error }) else { throw Diagnostics(notes) }
      count = editor.changes.count
      return editor.changes
    }
    Failure.tell(notes, session)
    if count == 0 {
      session.say(Phrase(en: "the ledger has all of it already", zh: "账本中已有全部内容"))
    }
    session.said(
      commit,
      Phrase(en: "imported \(count) records of \(path)", zh: "已导入 \(path) 的 \(count) 条记录")
    )
    return nil
  }

  private static let list = Command<World>(
    "list",
    summary: Phrase(en: "List the policies of the ledger", zh: "列出账本中的政策"),
    examples: [
      Example(
        "brandledger policy list -O md",
        Phrase(en: "As a table for a document", zh: "输出 Markdown 表格")
      )
    ]
  ) { session, _ in
    let snapshot = try session.snapshot()
    let records = try snapshot.table(Policy.self).records
    if session.isForPrograms {
      try session.show(records: records.map(\.line))
      return nil
    }
    let names = ["id", "name", "document", "issuer", "inForceFrom", "inForceUntil", "repealedOn"]
    try session.show(ListCommand.table(Policy.schema, records, names, snapshot))
    return nil
  }

  private static let show = Command<World>(
    "show",
    summary: Phrase(en: "Show a policy clause by clause", zh: "逐条显示政策"),
    examples: [
      Example(
        "brandledger policy show example-2024",
        Phrase(en: "The example policy", zh: "查看示例政策")
      )
    ],
    arguments: [id]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let policy = try session.record(arguments[id], Policy.schema, in: snapshot)
    let clauses = try snapshot.table(Clause.self).records.filter {
      $0[Clause.policy] == policy.id
    }
    if session.isForPrograms {
      try session.show(records: [policy.line] + clauses.map(\.line))
      return nil
    }
    let fields = try Policy.schema.fields.compactMap { field -> Report.Field? in
      let cell = RecordCells.cell(try FieldPath(field.name, Policy.schema, snapshot), policy)
      return cell == .empty ? nil : Report.Field(field.name, field.label, cell)
    }
    var blocks: [Report.Block] = [.fields(fields)]
    for clause in clauses {
      let number = clause[Clause.number] ?? ""
      let text = clause[Clause.text] ?? ""
      let name = clause[Clause.operation] ?? ""
      let operation = Operations.named(name)
      let values = clause[Clause.arguments].map { String(decoding: $0.text, as: UTF8.self) } ?? ""
      let scope = (clause[Clause.for] ?? []).joined(separator: "、")
      blocks.append(.heading(Phrase(en: number, zh: number)))
      blocks.append(.paragraph(Phrase(en: text, zh: text)))
      var lines = ["\(operation?.stage.rawValue ?? "") · \(name) \(values)"]
      if !scope.isEmpty { lines.append("→ \(scope)") }
      blocks.append(.tree(lines.map { Report.Node(Phrase(en: $0, zh: $0)) }))
    }
    try session.show(
      Report(
        title: policy[Policy.name].map { Phrase(en: $0, zh: $0) },
        blocks
      )
    )
    return nil
  }

  private static let help = Command<World>(
    "operations",
    summary: Phrase(en: "Show what a clause can do", zh: "查看条款可用的操作"),
    examples: [
      Example(
        "brandledger policy operations pot",
        Phrase(en: "A pot shared pro rata", zh: "预算池按比例分配")
      )
    ],
    arguments: [operation]
  ) { session, arguments in
    guard let name = arguments[operation] else {
      try session.show(operations())
      return nil
    }
    guard let declaration = Operations.named(name) else {
      throw arguments.refusal(
        of: operation,
        expected: Phrase(en: "an operation", zh: "操作名称"),
        suggestion: nearestName(to: name, among: Operations.all.map(\.name))
      )
    }
    try session.show(report(declaration))
    return nil
  }

  private static func operations() -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("stage", Phrase(en: "stage", zh: "环节")),
      Column("name", Phrase(en: "operation", zh: "操作"), overflow: .keep),
      Column("meaning", Phrase(en: "meaning", zh: "含义"), overflow: .wrap),
    ])
    for operation in Operations.all {
      table.append([
        .phrase(operation.stage.label, code: operation.stage.rawValue), .text(operation.name),
        .phrase(operation.meaning, code: operation.meaning.en),
      ])
    }
    return table
  }

  private static func report(_ operation: OperationDeclaration) -> Report {
    var table = Presentation.Table(columns: [
      Column("name", Phrase(en: "argument", zh: "参数"), overflow: .keep),
      Column("type", Phrase(en: "takes", zh: "取值"), overflow: .wrap),
      Column("required", Phrase(en: "required", zh: "必填")),
      Column("meaning", Phrase(en: "meaning", zh: "含义"), overflow: .wrap),
    ])
    for parameter in operation.parameters {
      table.append([
        .text(parameter.name), .phrase(parameter.expectation, code: parameter.type),
        .boolean(parameter.requirement == .required),
        .phrase(parameter.meaning, code: parameter.meaning.en),
      ])
    }
    return Report(
      title: Phrase(en: operation.name, zh: operation.name),
      [
        .paragraph(operation.meaning),
        .table(table),
        .heading(Phrase(en: "Example", zh: "示例")),
        .paragraph(Phrase(en: operation.example, zh: operation.example)),
        .paragraph(operation.exampleMeaning),
      ]
    )
  }
}
