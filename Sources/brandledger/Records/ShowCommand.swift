import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `show ID`: one record with all its fields, and who refers to it.
enum ShowCommand {
  static let words = Argument(
    repeated: ValueKind<String>.text(Phrase(en: "[KIND] ID", zh: "[种类] 编号")),
    atLeast: 1,
    help: Phrase(
      en: "The id of a record, or its name; the kind where a name needs it",
      zh: "记录的编号或名称；名称有歧义时先写种类"
    )
  )

  static let command = Command<World>(
    "show",
    section: Section.records,
    summary: Phrase(en: "Show a record and what refers to it", zh: "显示一条记录及引用它的记录"),
    examples: [
      Example(
        "brandledger show 启东市示例海润水产有限公司",
        Phrase(en: "A record by its name", zh: "按名称显示")
      ),
      Example(
        "brandledger show scheme well-known-trademark",
        Phrase(en: "A record of a kind by its id", zh: "按种类和编号显示")
      ),
    ],
    arguments: [words]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let record = try RecordFinder.record(arguments[words], snapshot, session)
    if session.isForPrograms {
      try session.show(json: record.line)
      return nil
    }
    try session.show(try report(record, snapshot))
    return nil
  }

  private static func report(_ record: Record, _ snapshot: Snapshot) throws -> Report {
    let schema = record.schema
    let fields = try schema.fields.compactMap { field -> Report.Field? in
      let path = try FieldPath(field.name, schema, snapshot)
      let cell = RecordCells.cell(path, record)
      guard cell != .empty else { return nil }
      return Report.Field(field.name, field.label, cell)
    }
    var blocks: [Report.Block] = [.fields(fields)]
    let papers = AttachmentCommand.papers(
      of: record,
      try snapshot.table(Attachment.self).records
    )
    if !papers.isEmpty {
      blocks.append(
        .heading(
          Phrase(en: "Papers: \(papers.count)", zh: "材料：\(papers.count) 份")
        )
      )
      let names = ["id", "title", "name", "type", "bytes"]
      let table = try ListCommand.table(Attachment.schema, papers, names, snapshot)
      blocks.append(.table(Presentation.Table(columns: table.columns, rows: table.rows)))
    }
    let users = try References.users(of: record, in: snapshot)
    for (kind, group) in Dictionary(grouping: users, by: \.schema.kind).sorted(by: {
      $0.key < $1.key
    }) {
      guard let schema = snapshot.catalog[kind] else { continue }
      let shown = schema.fields.filter { field in
        field.referredKind != record.schema.kind && group.contains { $0.has(field) }
      }
      let names = shown.prefix(5).map(\.name)
      blocks.append(
        .heading(
          Phrase(
            en: "\(schema.label.en): \(group.count)",
            zh: "\(schema.label.zh)：\(group.count) 条"
          )
        )
      )
      let table = try ListCommand.table(schema, Array(group.prefix(20)), names, snapshot)
      blocks.append(.table(Presentation.Table(columns: table.columns, rows: table.rows)))
    }
    return Report(
      title: Phrase(en: "\(schema.label.en) \(record.id)", zh: "\(schema.label.zh) \(record.id)"),
      blocks
    )
  }
}
