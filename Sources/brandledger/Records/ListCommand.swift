import Bilingual
import CommandLine
import Ledger
import Presentation

/// `list KIND`: the records of a kind, filtered, sorted, in chosen columns.
enum ListCommand {
  static let conditions = Option(
    repeated: "where",
    .text(Phrase(en: "CONDITION", zh: "条件")),
    short: "w",
    help: Phrase(
      en: "FIELD=VALUE, also != >= <= > < and ~ (contains); several must all hold",
      zh: "字段=值，也可用 != >= <= > < 和 ~（包含）；多个条件须同时满足"
    )
  )
  static let columns = Option(
    "columns",
    .text(Phrase(en: "FIELDS", zh: "字段")),
    short: "c",
    help: Phrase(
      en: "Fields with commas between them, such as id,holder,holder.town; 'all' for all",
      zh: "逗号分隔的字段，例如 id,holder,holder.town；all 为全部"
    )
  )
  static let sort = Option(
    "sort",
    .text(Phrase(en: "FIELDS", zh: "字段")),
    short: "s",
    help: Phrase(
      en: "Fields to sort by; a minus before one turns its order round: --sort=-awarded",
      zh: "排序字段；前加减号为倒序，例如 --sort=-awarded"
    )
  )
  static let limit = Option(
    "limit",
    .integer(Phrase(en: "N", zh: "条数"), in: 1...Int.max),
    short: "n",
    help: Phrase(en: "At most so many records", zh: "最多显示条数")
  )

  static let command = Command<World>(
    "list",
    aliases: ["ls"],
    section: Section.records,
    summary: Phrase(en: "List the records of a kind", zh: "列出某种记录"),
    examples: [
      Example(
        "brandledger list enterprise --where town=吕四港镇 --columns id,name,sector",
        Phrase(en: "The enterprises of a town", zh: "列出某镇的企业")
      ),
      Example(
        "brandledger list recognition --where 'awarded>=2025-01-01' --sort=-awarded -O csv",
        Phrase(en: "The titles of the year, newest first, for a spreadsheet", zh: "本年荣誉，倒序，输出 CSV")
      ),
      Example(
        "brandledger list trademark --where owner.town=汇龙镇 --where status=registered -n 10",
        Phrase(en: "Marks by a field of their owner", zh: "按注册人所在镇区筛选商标")
      ),
    ],
    arguments: [RecordArguments.kind],
    options: [conditions, columns, sort, limit]
  ) { session, arguments in
    let schema = arguments[RecordArguments.kind]
    let snapshot = try session.snapshot()
    let query = try Query(
      schema,
      where: arguments[conditions],
      sort: names(arguments[sort]),
      limit: arguments[limit],
      snapshot
    )
    let records = try query.records(snapshot)
    let wanted = names(arguments[columns])
    if session.isForPrograms, wanted.isEmpty || wanted == ["all"] {
      try session.show(records: records.map(\.line))
      return nil
    }
    let fields =
      wanted.isEmpty
      ? usual(schema, records, isWhole: session.outputFormat == .csv)
      : wanted == ["all"] ? schema.fields.map(\.name) : wanted
    let words = session.outputFormat == .csv ? ReferenceWords(snapshot) : nil
    try session.show(table(schema, records, fields, snapshot, words))
    return nil
  }

  /// The records as a table; with words one that may be imported.
  static func table(
    _ schema: Schema,
    _ records: [Record],
    _ fields: [String],
    _ snapshot: Snapshot,
    _ words: ReferenceWords? = nil
  ) throws -> Presentation.Table {
    var faults: [Diagnostic] = []
    let paths = try fields.compactMap { name -> (FieldPath, String)? in
      do {
        return (try FieldPath(name, schema, snapshot), name)
      } catch let fault as Diagnostic {
        faults.append(fault)
        return nil
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    let count = Phrase(en: "\(records.count, of: "record")", zh: "共 \(records.count) 条")
    return Presentation.Table(
      title: schema.label,
      columns: paths.map { RecordCells.column($0.0, named: $0.1) },
      rows: try records.map { record in
        try paths.map { path, _ in
          try words.map { try RecordCells.cell(path, record, $0) } ?? RecordCells.cell(path, record)
        }
      },
      notes: [count]
    )
  }

  /// The columns that are shown where none are named: the first that any record has a value in.
  private static func usual(_ schema: Schema, _ records: [Record], isWhole: Bool) -> [String] {
    guard !isWhole else { return schema.fields.map(\.name) }
    let used = schema.fields.filter { field in
      if case .object = field.type.form { return false }
      return field.isRequired || records.contains { $0.has(field) }
    }
    return used.prefix(8).map(\.name)
  }

  /// Reads names with commas between them.
  static func names(_ typed: String?) -> [String] {
    (typed ?? "").split(whereSeparator: { $0 == "," || $0 == "\u{FF0C}" || $0 == "、" })
      .map { Folding.trim(String($0)) }.filter { !$0.isEmpty }
  }
}
