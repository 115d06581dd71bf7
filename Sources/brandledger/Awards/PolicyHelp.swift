import Awards
import Bilingual
import CommandLine
import Presentation

/// `policy help`: what a clause can do, as the operations themselves declare it.
enum PolicyHelp {
  static let operation = Argument(
    optional: ValueKind<String>.text(Phrase(en: "OPERATION", zh: "操作")),
    help: Phrase(en: "The operation of a clause", zh: "条款的操作")
  )

  static let command = Command<World>(
    "help",
    summary: Phrase(en: "Show what a clause can do", zh: "查看条款可用的操作"),
    examples: [
      Example(
        "brandledger policy help pot",
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
