import Bilingual
import CommandLine
import Ledger
import Portfolio
import Presentation

/// `kinds [KIND]`: what may be kept, drawn from the declarations.
enum KindsCommand {
  static let kind = Argument(
    optional: RecordArguments.kindValue,
    help: Phrase(en: "Show the fields of this kind", zh: "显示该种类的字段")
  )

  static let command = Command<World>(
    "kinds",
    section: Section.records,
    summary: Phrase(en: "List the kinds of record, or the fields of one", zh: "列出记录种类或某种类的字段"),
    examples: [
      Example(
        "brandledger kinds recognition",
        Phrase(en: "The fields of a title won", zh: "荣誉记录的字段")
      )
    ],
    arguments: [kind]
  ) { session, arguments in
    try session.show(arguments[kind].map(fields) ?? kinds())
    return nil
  }

  private static func kinds() -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("kind", Phrase(en: "kind", zh: "种类"), overflow: .keep),
      Column("label", Phrase(en: "name", zh: "名称")),
      Column("file", Phrase(en: "file", zh: "文件"), overflow: .keep),
      Column("meaning", Phrase(en: "meaning", zh: "含义"), overflow: .wrap),
    ])
    for schema in Kinds.catalog.schemas {
      table.append([
        .text(schema.kind), .phrase(schema.label, code: schema.label.en), .text(schema.file),
        .phrase(schema.meaning, code: schema.meaning.en),
      ])
    }
    return table
  }

  private static func fields(_ schema: Schema) -> Presentation.Table {
    var table = Presentation.Table(
      title: schema.label,
      columns: [
        Column("name", Phrase(en: "field", zh: "字段"), overflow: .keep),
        Column("label", Phrase(en: "name", zh: "名称")),
        Column("type", Phrase(en: "takes", zh: "取值"), overflow: .wrap),
        Column("required", Phrase(en: "required", zh: "必填")),
        Column("privacy", Phrase(en: "seen by", zh: "公开范围")),
        Column("meaning", Phrase(en: "meaning", zh: "含义"), overflow: .wrap),
      ],
      notes: [schema.meaning]
    )
    for field in schema.fields {
      table.append([
        .text(field.name), .phrase(field.label, code: field.label.en),
        .phrase(field.type.expectation, code: field.type.name), .boolean(field.isRequired),
        .phrase(seen(field.privacy), code: field.privacy.rawValue),
        .phrase(field.meaning, code: field.meaning.en),
      ])
    }
    return table
  }

  private static func seen(_ privacy: Privacy) -> Phrase {
    switch privacy {
    case .public: Phrase(en: "the public", zh: "公开")
    case .internal: Phrase(en: "the office", zh: "内部")
    case .personal: Phrase(en: "the handler", zh: "个人信息")
    }
  }
}
