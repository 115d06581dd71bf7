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
      en:
        "Fields to sort by; a minus before one turns its order round: --sort=-awarded; who has no value comes last",
      zh: "排序字段；前加减号为倒序，例如 --sort=-awarded；无值的记录始终在最后"
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
    discussion: Phrase(
      en: """
        In CSV a text that a spreadsheet would take for a formula has an apostrophe before it, which 'import' \
        takes off again; several values of one field have semicolons between them, in double quotes one \
        that has commas of its own; a reference is the name, or the id where the name is not one record's \
        alone; control characters are shown as \\u{…}, and every other character stays what it is. A \
        terminal shows whatever is invisible or turns text round as \\u{…} too.
        """,
      zh: """
        在 CSV 中，电子表格会当作公式的文本前加一个撇号，导入时去掉；一个字段的多个值以分号分隔，自身含逗号的值\
        加双引号；引用写名称，名称不唯一时写编号；控制字符写作 \\u{…}，其余字符原样保留。在终端上，不可见的或\
        改变文字方向的字符也写作 \\u{…}。
        """
    ),
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
    let found = try query.found(snapshot)
    if found.count == 0 { try session.tellUnknownNames(in: query, snapshot) }
    let wanted = names(arguments[columns])
    if session.isForPrograms, wanted.isEmpty || wanted == ["all"] {
      try session.show(records: found.count) { try found.records(at: $0).map(\.line) }
      return nil
    }
    let fields =
      wanted.isEmpty
      ? try usual(schema, found, isWhole: session.outputFormat == .csv)
      : wanted == ["all"] ? schema.fields.map(\.name) : wanted
    let words = session.outputFormat == .csv ? ReferenceWords(snapshot) : nil
    let paths = try paths(fields, schema, snapshot)
    try session.show(head(schema, paths, found.count), rows: found.count) { places in
      try found.records(at: places).map { record in
        try paths.map { path in
          try words.map { try RecordCells.cell(path, record, $0) } ?? RecordCells.cell(path, record)
        }
      }
    }
    return nil
  }

  /// The records as a table; with words one that may be imported.
  static func table(
    _ schema: Schema,
    _ records: [Record],
    _ fields: [String],
    _ snapshot: Snapshot
  ) throws -> Presentation.Table {
    let paths = try paths(fields, schema, snapshot)
    var table = head(schema, paths, records.count)
    for record in records { table.append(paths.map { RecordCells.cell($0, record) }) }
    return table
  }

  /// The title, the columns and the count, without rows.
  private static func head(_ schema: Schema, _ paths: [FieldPath], _ count: Int)
    -> Presentation.Table
  {
    Presentation.Table(
      title: schema.label,
      columns: paths.map { RecordCells.column($0) },
      notes: [Phrase(en: "\(count, of: "record")", zh: "共 \(count) 条")]
    )
  }

  /// Finds the fields of columns, or says of all that are not there.
  private static func paths(_ fields: [String], _ schema: Schema, _ snapshot: Snapshot) throws
    -> [FieldPath]
  {
    var faults: [Diagnostic] = []
    let paths = try fields.compactMap { name -> FieldPath? in
      do {
        return try FieldPath(name, schema, snapshot)
      } catch let fault as Diagnostic {
        faults.append(fault)
        return nil
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return paths
  }

  /// The columns that are shown where none are named: the first that any record has a value in.
  private static func usual(_ schema: Schema, _ found: Found, isWhole: Bool) throws -> [String] {
    guard !isWhole else { return schema.fields.map(\.name) }
    let fields = schema.fields.filter { field in
      if case .object = field.type.form { false } else { true }
    }
    let used = Set(try found.used(among: fields).map(\.name))
    return fields.filter { $0.isRequired || used.contains($0.name) }.prefix(8).map(\.name)
  }

  /// Reads names with commas between them.
  static func names(_ typed: String?) -> [String] {
    (typed ?? "").split(whereSeparator: { $0 == "," || $0 == "\u{FF0C}" || $0 == "、" })
      .map { Folding.trim(String($0)) }.filter { !$0.isEmpty }
  }
}
