import Bilingual
import CommandLine
import JSONLines
import Ledger
import Presentation

/// `find TEXT`: a text anywhere in the ledger.
enum FindCommand {
  static let text = Argument(
    .text(Phrase(en: "TEXT", zh: "文字")),
    help: Phrase(
      en: "What to look for; width, case and blanks do not matter",
      zh: "要查找的文字，不分全半角、大小写和空格"
    )
  )

  static let command = Command<World>(
    "find",
    section: Section.records,
    summary: Phrase(en: "Find a text in any field of any record", zh: "在所有记录的所有字段中查找"),
    examples: [
      Example(
        "brandledger find 电动工具",
        Phrase(en: "Everything about power tools", zh: "查找与电动工具有关的记录")
      )
    ],
    arguments: [text]
  ) { session, arguments in
    let hits = try Search.find(arguments[text], in: session.snapshot())
    if session.isForPrograms {
      try session.show(records: hits.map(\.record.line))
      return nil
    }
    var table = Presentation.Table(
      columns: [
        Column("kind", Phrase(en: "kind", zh: "种类")),
        Column("id", CommonField.id.definition.label, overflow: .keep),
        Column("name", Phrase(en: "name", zh: "名称")),
        Column("field", Phrase(en: "found in", zh: "所在字段")),
        Column("text", Phrase(en: "text", zh: "内容")),
      ],
      notes: [Phrase(en: "\(hits.count, of: "record")", zh: "共 \(hits.count) 条")]
    )
    for hit in hits {
      let schema = hit.record.schema
      let label = schema.field(named: hit.field)?.label
      table.append([
        .phrase(schema.label, code: schema.kind),
        .text(hit.record.id.text),
        schema.names.first.flatMap { hit.record[$0]?.string }.map { .text($0) } ?? .empty,
        label.map { .phrase($0, code: hit.field) } ?? .text(hit.field),
        .text(hit.text),
      ])
    }
    try session.show(table)
    return nil
  }
}
