import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Portfolio
import Presentation

/// `count KIND --by FIELDS`: how many records have which values.
enum CountCommand {
  static let keys = Option(
    "by",
    .text(Phrase(en: "FIELDS", zh: "字段")),
    short: "b",
    help: Phrase(
      en:
        "What to count by, with commas between: status, owner.town, registeredOn.year, awarded.month",
      zh: "统计维度，逗号分隔，例如 status,owner.town,registeredOn.year,awarded.month"
    )
  )

  static let heldOn = Option(
    "held-on",
    .text(Phrase(en: "DATE", zh: "日期")),
    help: Phrase(
      en:
        "Of recognitions: only the titles held on this day, each once however often it was renewed",
      zh: "仅用于荣誉：只统计该日仍持有的荣誉，多次复审的只计一次"
    )
  )

  static let command = Command<World>(
    "count",
    section: Section.records,
    summary: Phrase(en: "Count records by their values", zh: "按取值统计记录数"),
    examples: [
      Example(
        "brandledger count trademark --by registeredOn.year,kind,owner.town",
        Phrase(en: "Registrations by year, kind and town of the owner", zh: "按年份、种类和注册人所在镇区统计商标注册")
      ),
      Example(
        "brandledger count recognition --by scheme.level --where 'awarded>=2025-01-01' -O csv",
        Phrase(en: "The titles of the year by level", zh: "本年荣誉按级别统计")
      ),
      Example(
        "brandledger count recognition --by scheme --held-on 2025-12-31",
        Phrase(en: "The titles held on a day by scheme", zh: "某日持有的荣誉按项目统计")
      ),
    ],
    arguments: [RecordArguments.kind],
    options: [keys, ListCommand.conditions, heldOn]
  ) { session, arguments in
    let schema = arguments[RecordArguments.kind]
    let snapshot = try session.snapshot()
    let totals = try Totals(
      schema,
      by: ListCommand.names(arguments[keys]),
      where: arguments[ListCommand.conditions],
      among: try arguments[heldOn].map { try held(on: $0, schema, arguments, snapshot) },
      snapshot
    )
    if totals.total == 0 {
      let query = try Query(schema, where: arguments[ListCommand.conditions], snapshot)
      try session.tellUnknownNames(in: query, snapshot)
    }
    try session.show(table(schema, totals, try names(totals, snapshot)))
    return nil
  }

  private static func held(
    on typed: String,
    _ schema: Schema,
    _ arguments: Arguments,
    _ snapshot: Snapshot
  ) throws -> [Int] {
    guard let day = PartialDate(typed: typed)?.day, schema === Recognition.schema else {
      throw arguments.refusal(
        of: heldOn,
        expected: Phrase(
          en: "a day such as 2025-12-31, with recognitions",
          zh: "日期（如 2025-12-31），且种类须为荣誉"
        )
      )
    }
    return try Holdings.rows(on: day, in: snapshot)
  }

  private static func table(
    _ schema: Schema,
    _ totals: Totals,
    _ names: [[JSONValue: String]]
  ) -> Presentation.Table {
    var table = Presentation.Table(
      title: schema.label,
      columns: totals.keys.map(column) + [
        Column("count", Phrase(en: "count", zh: "数量"), .trailing)
      ]
    )
    for row in totals.rows {
      let cells = zip(zip(row.values, totals.keys), names).map { cell($0.0, $0.1, $1) }
      table.append(cells + [.integer(Int64(row.count))])
    }
    if !totals.keys.isEmpty {
      let label: Cell = .phrase(Phrase(en: "total", zh: "合计"), code: "total")
      let blanks = Array(repeating: Cell.empty, count: totals.keys.count - 1)
      table.setFooter([label] + blanks + [.integer(Int64(totals.total))])
    }
    if totals.keys.contains(where: \.isManifold) {
      table.notes.append(
        Phrase(
          en: "a record counts once for each of its values, in the total once",
          zh: "有多个值的记录在每个值下各计一次，合计只计一次"
        )
      )
    }
    return table
  }

  private static func column(_ key: Totals.Key) -> Column {
    let labels = key.fields.map(\.label) + [key.part?.label].compactMap(\.self)
    return Column(
      (key.fields.map(\.name) + [key.part?.rawValue].compactMap(\.self)).joined(separator: "."),
      Phrase(
        en: labels.map(\.en).joined(separator: " "),
        zh: labels.map(\.zh).joined()
      )
    )
  }

  private static func cell(
    _ value: JSONValue?,
    _ key: Totals.Key,
    _ names: [JSONValue: String]
  ) -> Cell {
    guard let value else { return .empty }
    switch key.field.type.form {
    case .money: return value.integer.map { .money(fen: $0) } ?? .json(value.text)
    case .integer: return value.integer.map { .integer($0) } ?? .json(value.text)
    case .boolean: return value.boolean.map { .boolean($0) } ?? .json(value.text)
    case .choice(let choices):
      if let choice = choices.first(where: { $0.code == value.string }) {
        return .phrase(choice.label, code: choice.code)
      }
    case .reference:
      if let name = names[value], let id = value.string {
        return .phrase(Phrase(en: name, zh: name), code: id)
      }
    case .list:
      if let texts = value.array?.compactMap(\.string), texts.count == value.array?.count {
        return .texts(texts)
      }
    case .text, .date, .object: break
    }
    return value.string.map { .text($0) } ?? .json(value.text)
  }

  /// The names of the records that the counted values refer to, by key.
  private static func names(_ totals: Totals, _ snapshot: Snapshot) throws -> [[JSONValue: String]]
  {
    try totals.keys.enumerated().map { index, key in
      guard case .reference(let kind) = key.field.type.form, let schema = snapshot.catalog[kind],
        let name = schema.names.first
      else { return [:] }
      var names: [JSONValue: String] = [:]
      for row in totals.rows {
        guard let value = row.values[index], names[value] == nil, let id = value.string,
          let record = try snapshot.record(RecordID(id), schema)
        else { continue }
        names[value] = record[name]?.string
      }
      return names
    }
  }
}
