import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
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
    discussion: Phrase(
      en: """
        Also finds the words in which policies are told, such as recertRate, voucher or nextRound: the \
        operation, argument, fact or field that stands for each. 'file' shows how a policy file is written.
        """,
      zh: "也可查询政策常用术语（如 recertRate、voucher、nextRound）由哪个操作、参数、事实或字段表达。"
        + "“file”说明政策文件的写法。"
    ),
    examples: [
      Example(
        "brandledger policy help pot",
        Phrase(en: "A pot shared pro rata", zh: "预算池按比例分配")
      ),
      Example(
        "brandledger policy help file",
        Phrase(en: "A whole policy file to begin from", zh: "可作起点的完整政策文件")
      ),
    ],
    arguments: [operation]
  ) { session, arguments in
    guard let name = arguments[operation] else {
      try session.show(operations())
      session.say(
        Phrase(
          en:
            "'policy help OPERATION' tells its arguments, 'policy help file' how a policy file is written",
          zh: "policy help 操作名 列出其参数；policy help file 说明政策文件的写法"
        )
      )
      return nil
    }
    guard name != file else {
      try session.show(frame())
      return nil
    }
    guard let declaration = Operations.named(name) else {
      let found = PolicyVocabulary.search(name)
      if !found.isEmpty {
        try session.show(places(found))
        return nil
      }
      throw arguments.refusal(
        of: operation,
        expected: Phrase(en: "an operation", zh: "操作名称"),
        suggestion: nearestName(
          to: name,
          among: Operations.all.map(\.name) + PolicyVocabulary.terms.map(\.name)
        )
      )
    }
    try session.show(report(declaration))
    return nil
  }

  private static let file = "file"

  /// How a policy file is written.
  private static func frame() -> Report {
    Report(
      title: Phrase(en: "A policy file", zh: "政策文件"),
      [
        .paragraph(
          Phrase(
            en:
              "Every line is an object that begins with \"record\": a policy, then its clauses in their "
              + "order, each with the number and the wording that the document gives it, then examples of "
              + "what must come out.",
            zh: "每行一个对象，以 \"record\" 开头：先是政策（policy），再依次是条款（clause，附原文条款号和条文），"
              + "最后是示例（example，列出事实与应得结果）。"
          )
        ),
        .paragraph(
          Phrase(
            en:
              "A clause gets its id from its policy and number; 'for' names the clauses to which it applies, "
              + "all of them where it is left out. 'kinds policy' and 'kinds clause' list every key, 'policy "
              + "help OPERATION' what stands in 'arguments'. What no operation can say is kept as "
              + "'unexpressed'.",
            zh: "条款编号由政策编号和条款号组成；for 列出所适用的条款，缺省为全部。kinds policy、kinds clause 列出全部键，"
              + "policy help 操作名 列出 arguments 的内容。没有操作可表达的条文用 unexpressed 保留。"
          )
        ),
        .heading(Phrase(en: "Versions", zh: "版本")),
        .paragraph(
          Phrase(
            en:
              "The day of the fact says which version governs it: the one in force on that day by "
              + "'inForceFrom', 'inForceUntil' and 'repealedOn'. One that another 'replaces' ends on the "
              + "day before the other's first. With 'retroactiveFrom' that first day lies before "
              + "'inForceFrom', and the newer version governs the facts from it on; only what the older one "
              + "had sealed for such a fact stands, and is not paid again.",
            zh: "事实发生之日有效的版本（按 inForceFrom、inForceUntil、repealedOn）适用于该事实。被 replaces 所列的版本"
              + "至后续版本首日的前一日止。填写 retroactiveFrom 的，首日早于 inForceFrom，自该日起的事实适用新版本；"
              + "旧版本对此类事实已核定的奖励不变，也不重复奖励。"
          )
        ),
        .paragraph(
          Phrase(
            en:
              "A fact of a day between two versions, on which none holds, is undecided and paid by neither: "
              + "people decide, and put the dates of the versions right. 'policy check' finds such gaps, and "
              + "days that two versions claim.",
            zh: "两个版本之间无有效版本之日的事实为待定，任何版本均不奖励，须由人决定并更正版本日期。"
              + "policy check 检查此类空档和重叠。"
          )
        ),
        .heading(Phrase(en: "A file to begin from", zh: "完整示例")),
      ]
        + PolicyFile.sample.split(separator: "\n").map {
          .paragraph(Phrase(en: String($0), zh: String($0)))
        }
        + [
          .heading(
            Phrase(
              en: "What an example may expect of a clause and fact",
              zh: "示例中 expect 可写的内容"
            )
          ),
          .table(table(PolicyFile.expected)),
          .paragraph(
            Phrase(
              en:
                "'policy check FILE' finds what is wrong with it, 'policy test FILE' runs its examples, "
                + "'policy import FILE' takes it into the ledger.",
              zh: "policy check 文件 检查错误，policy test 文件 运行示例，policy import 文件 导入账本。"
            )
          ),
        ]
    )
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

  /// What each term is expressed by.
  private static func places(_ terms: [PolicyVocabulary.Term]) -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("term", Phrase(en: "term", zh: "术语"), overflow: .keep),
      Column("place", Phrase(en: "expressed by", zh: "表达方式"), overflow: .wrap),
      Column("meaning", Phrase(en: "meaning", zh: "含义"), overflow: .wrap),
    ])
    for term in terms {
      let (place, meaning) = told(term.place)
      table.append([
        .text(term.name), .phrase(place, code: place.en), .phrase(meaning, code: meaning.en),
      ])
    }
    return table
  }

  private static func told(_ place: PolicyVocabulary.Place) -> (place: Phrase, meaning: Phrase) {
    let fixed = Operations.named("fixed")?.parameters ?? []
    let nothing = Phrase(en: "", zh: "")
    switch place {
    case .operation(let name, let argument):
      let operation = Operations.named(name)
      guard let argument else {
        return (
          Phrase(en: "operation \(name)", zh: "操作 \(name)"), operation?.meaning ?? nothing
        )
      }
      return (
        Phrase(en: "operation \(name), argument \(argument)", zh: "操作 \(name) 的参数 \(argument)"),
        operation?.parameters.first { $0.name == argument }?.meaning ?? nothing
      )
    case .facts(let kind):
      return (
        Phrase(en: "facts of kind \(kind)", zh: "\(kind) 类事实"),
        Kinds.catalog[kind]?.meaning ?? fixed.first { $0.name == "facts" }?.meaning ?? nothing
      )
    case .filter(let name, let kind):
      return (
        Phrase(en: "filter \(name) on \(kind)", zh: "\(kind) 类事实的条件 \(name)"),
        fixed.first { $0.name == name }?.meaning ?? nothing
      )
    case .figure(let name):
      return (
        Phrase(en: "figure \(name)", zh: "数据项 \(name)"),
        Phrase(
          en: "A figure that brackets, conditions and limits read, as \"figure\":\"\(name)\".",
          zh: "分档、条件和上限可引用的数据项，写作 \"figure\":\"\(name)\"。"
        )
      )
    case .field(let name, let kind):
      return (
        Phrase(en: "field \(name) of \(kind)", zh: "\(kind) 记录的字段 \(name)"),
        Kinds.catalog[kind]?.field(named: name)?.meaning ?? nothing
      )
    }
  }

  private static func report(_ operation: OperationDeclaration) -> Report {
    Report(
      title: Phrase(en: operation.name, zh: operation.name),
      [
        .paragraph(operation.meaning),
        .table(self.table(operation.parameters)),
        .heading(Phrase(en: "Example", zh: "示例")),
        .paragraph(Phrase(en: operation.example, zh: operation.example)),
        .paragraph(operation.exampleMeaning),
      ]
    )
  }

  /// What can be given, one row each.
  private static func table(_ parameters: [ParameterDefinition]) -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("name", Phrase(en: "argument", zh: "参数"), overflow: .keep),
      Column("type", Phrase(en: "takes", zh: "取值"), overflow: .wrap),
      Column("required", Phrase(en: "required", zh: "必填")),
      Column("default", Phrase(en: "else", zh: "缺省")),
      Column("meaning", Phrase(en: "meaning", zh: "含义"), overflow: .wrap),
    ])
    tell(parameters, in: &table)
    return table
  }

  /// A row for each parameter, and below that of an object one for each of its own.
  private static func tell(
    _ parameters: [ParameterDefinition],
    in table: inout Presentation.Table,
    under name: String = ""
  ) {
    for parameter in parameters {
      table.append([
        .text(name + parameter.name), .phrase(parameter.expectation, code: parameter.type),
        .boolean(parameter.requirement == .required),
        standard(parameter),
        .phrase(parameter.meaning, code: parameter.meaning.en),
      ])
      tell(parameter.members, in: &table, under: name + parameter.name + ".")
    }
  }

  private static func standard(_ parameter: ParameterDefinition) -> Cell {
    guard case .standard(let value) = parameter.requirement else { return .empty }
    return .text(value.string ?? String(decoding: value.text, as: UTF8.self))
  }
}
