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
      try session.show(records: hits.count) { places in
        hits[places].map { hit in
          JSONValue.object([
            JSONMember("kind", .string(hit.record.schema.kind)),
            JSONMember("id", .string(hit.record.id.text)),
            JSONMember("field", .string(hit.field)),
            JSONMember("record", .object(hit.record.members)),
          ]).text
        }
      }
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
        .text(excerpt(hit.text, around: arguments[text])),
      ])
    }
    try session.show(table)
    return nil
  }
  /// What stands around the text that was found: a receipt is long, and shown to nobody as a whole.
  private static func excerpt(_ text: String, around wanted: String) -> String {
    guard text.count > longest else { return text }
    let line = Array(text)
    let key = Folding.key(wanted)
    // The last place from which the text is still found behind it.
    var (low, high) = (0, line.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Folding.key(String(line[middle...])).contains(key) { low = middle } else { high = middle }
    }
    let start = max(0, low - longest / 4)
    let end = min(line.count, start + longest)
    return (start > 0 ? "…" : "") + String(line[start..<end]) + (end < line.count ? "…" : "")
  }

  private static let longest = 80
}
