import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio
import Presentation

/// `policy show`: a policy clause by clause, with what each argument means.
enum PolicyShow {
  static let command = Command<World>(
    "show",
    summary: Phrase(en: "Show a policy clause by clause, in words", zh: "逐条显示政策及参数含义"),
    examples: [
      Example(
        "brandledger policy show data/policies/zhengzhou-2007.jsonl",
        Phrase(en: "A policy before it is imported", zh: "查看尚未导入的政策")
      )
    ],
    arguments: [PolicyCommand.source]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let source = try PolicyCommand.source(arguments[PolicyCommand.source], session, snapshot)
    let errors = source.faults.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    if session.isForPrograms {
      try session.show(records: (source.policies + source.clauses).map(\.line))
      return nil
    }
    let schemes = try snapshot.table(Scheme.self)
    var blocks: [Report.Block] = []
    for policy in source.policies {
      blocks.append(.fields(try fields(policy, snapshot)))
      let clauses = source.clauses.filter { $0[Clause.policy] == policy.id }
      for clause in inOrder(clauses) { blocks += block(clause, schemes) }
    }
    let title = source.policies.first?[Policy.name].map { Phrase(en: $0, zh: $0) }
    try session.show(Report(title: title, blocks))
    return nil
  }

  /// By their order; clauses without one come behind, as they stand in the file.
  private static func inOrder(_ clauses: [Record]) -> [Record] {
    clauses.sorted { $0[Clause.order] ?? .max < $1[Clause.order] ?? .max }
  }

  private static func fields(_ policy: Record, _ snapshot: Snapshot) throws -> [Report.Field] {
    try Policy.schema.fields.compactMap { field in
      let cell = RecordCells.cell(try FieldPath(field.name, Policy.schema, snapshot), policy)
      return cell == .empty ? nil : Report.Field(field.name, field.label, cell)
    }
  }

  private static func block(_ clause: Record, _ schemes: Ledger.Table) -> [Report.Block] {
    let number = clause[Clause.number] ?? clause.id.text
    let text = clause[Clause.text] ?? ""
    let words = ClauseWords(clause, schemes: schemes)
    let name = clause[Clause.operation] ?? ""
    let operation = Report.Node(
      Phrase(
        en: [words.operation?.stage.label.en, name, words.operation?.meaning.en]
          .compactMap(\.self).joined(separator: " · "),
        zh: [words.operation?.stage.label.zh, name, words.operation?.meaning.zh]
          .compactMap(\.self).joined(separator: " · ")
      ),
      words.arguments.map(node)
    )
    let scope = (clause[Clause.for] ?? []).joined(separator: "、")
    let governs = Report.Node(Phrase(en: "applies to \(scope)", zh: "适用于 \(scope)"))
    return [
      .heading(Phrase(en: number, zh: number)),
      .paragraph(Phrase(en: text, zh: text)),
      .tree([operation] + (scope.isEmpty ? [] : [governs])),
    ]
  }

  private static func node(_ argument: ClauseWords.Argument) -> Report.Node {
    let isStandard = argument.isStandard
    return Report.Node(
      Phrase(
        en: "\(argument.path) = \(argument.value)" + (argument.names.map { " (\($0.en))" } ?? "")
          + "\(isStandard ? " (as nothing is said)" : ""): " + argument.meaning.en,
        zh: "\(argument.path) = \(argument.value)" + (argument.names.map { "（\($0.zh)）" } ?? "")
          + "\(isStandard ? "（缺省）" : "")：" + argument.meaning.zh
      )
    )
  }
}
