import Bilingual
import CommandLine
import Exchange
import Ledger
import Portfolio

/// The rows of a table, whose columns fill the fields of a kind.
struct TableSource: ImportSource {
  let path: String
  private(set) var findings: [Diagnostic] = []
  private let schema: Schema
  private var table: TableReader
  private let fresh: TableReader
  private let mapping: HeaderMapping
  private let units: HeaderUnits
  /// The kind's own fields among those that are filled.
  private let fields: [String: FieldDefinition]
  /// The column of each field, where rows may be taken as lines.
  private let columns: [(field: FieldDefinition, column: Int)]?
  /// The fields in which 无 says that there is nothing.
  private let wordless: Set<String>
  /// The columns without a name, which fill none.
  private let unnamed: [Exchange.Column]

  init(
    _ session: Session,
    _ schema: Schema,
    _ bytes: Bytes,
    _ arguments: Arguments,
    isEachAskedFor: Bool
  ) throws {
    self.schema = schema
    path = arguments[ImportCommand.file]
    do {
      table = try TableReader(
        ForeignRows.open(bytes, session, schema, arguments),
        headerLine: arguments[ImportCommand.headerLine]
      )
      fresh = table
      var rules = try MappingRules(options: arguments[ImportCommand.map], origin: "--map")
      if let file = arguments[ImportCommand.mapping] {
        let text = try SourceText(UserFiles.read(file), origin: file)
        rules = rules.overriding(try MappingRules(text))
      }
      mapping = try HeaderMapping(table.header, targets: Self.targets(schema), rules: rules)
    } catch let error as ExchangeError {
      throw Diagnostics(Diagnostic(error))
    } catch let errors as ExchangeErrors {
      throw Diagnostics(errors.errors.map { Diagnostic($0) })
    }
    fields = mapping.fields.reduce(into: [:]) { fields, name in
      fields[name] = name.contains(".") ? nil : schema.field(named: name)
    }
    units = HeaderUnits(mapping, table.units, schema, path)
    guard units.misfits.isEmpty else { throw Diagnostics(units.misfits) }
    let plain = isEachAskedFor || !units.isEmpty ? nil : mapping.plainColumns
    let known = plain?.compactMap { [fields] name, column in fields[name].map { ($0, column) } }
    columns = known?.count == plain?.count ? known : nil
    wordless = Set(mapping.fields.filter { schema.field(at: $0)?.isEmptyByWord == true })
    unnamed = mapping.ignored.filter { Folding.trim($0.name).isEmpty }
    try judgeIgnored(session)
  }

  /// Refuses a table that fills no field, and tells of the columns that fill none.
  private mutating func judgeIgnored(_ session: Session) throws {
    let ignored = mapping.ignored.filter { !$0.name.isEmpty && !RefusedRows.isReason($0.name) }
    let unused = ignored.map { column in
      // Running numbers are no field, however like the names are.
      let near =
        ["序号", "行号"].contains(Folding.key(column.name))
        ? nil : mapping.nearestField(to: column, without: [CommonField.id.definition.name])
      return (column: column, near: near)
    }
    let warnings = unused.compactMap { column, near in
      near.map { Diagnostic.unusedColumn(column, $0.field, $0.name, path) }
    }
    guard !mapping.fields.isEmpty else {
      let line = likelyHeader()
      throw Diagnostics(
        [.noKnownColumn(ignored.map(\.name), schema, path, header: line)]
          + (line == nil ? warnings : [])
      )
    }
    findings = units.contradictions + warnings
    let names = unused.filter { $0.near == nil }.map(\.column.name)
    guard !names.isEmpty else { return }
    session.say(
      Phrase(
        en: "columns left out: \(names.joined(separator: ", "))",
        zh: "未使用的列：\(names.joined(separator: "、"))"
      )
    )
  }

  /// The first of the next lines whose cells name several fields, where a title stands above the header.
  private func likelyHeader() -> Int? {
    var rows = fresh
    for _ in 0..<20 {
      guard let row = try? rows.next() else { return nil }
      let header = Header(row, origin: path)
      let mapping = try? HeaderMapping(header, targets: Self.targets(schema))
      if let mapping, mapping.fields.count > 1 { return row.line }
    }
    return nil
  }

  /// The fields that a column may fill: those of the kind, and those of what they refer to.
  private static func targets(_ schema: Schema) -> [FieldTarget] {
    schema.fields.flatMap { field in
      let inner = field.referredKind.flatMap { Kinds.catalog[$0] }?.fields ?? []
      let own = FieldTarget(
        name: field.name,
        labels: [field.label.en, field.label.zh],
        aliases: field.aliases
      )
      return [own] + inner.map { FieldTarget(name: "\(field.name).\($0.name)") }
    }
  }

  mutating func part() throws -> (any ImportPart)? {
    do {
      return try table.part().map { part in
        TablePart(
          path: path,
          schema: schema,
          table: part,
          mapping: mapping,
          units: units,
          fields: fields,
          columns: columns,
          wordless: wordless,
          unnamed: unnamed
        )
      }
    } catch {
      throw Diagnostics(Diagnostic(error))
    }
  }

  func refused(_ reasons: [Int: String], in language: Language) throws -> [UInt8] {
    var rows = RefusedRows(
      header: fresh.header,
      delimiter: fresh.delimiter,
      reasonsIn: language,
      units: units.above
    )
    var table = fresh
    do {
      while let row = try table.next() {
        if let reason = reasons[row.line] { rows.append(row, because: reason) }
      }
    } catch {
      throw Diagnostics(Diagnostic(error))
    }
    return rows.bytes
  }
}

extension Diagnostic {
  /// Says that a column fills no field, though its name is near to one.
  fileprivate static func unusedColumn(
    _ column: Exchange.Column,
    _ field: String,
    _ name: String,
    _ path: String
  ) -> Diagnostic {
    Diagnostic(
      "unused-column",
      Phrase(
        en: "the column '\(column.name)' fills no field and is left out",
        zh: "列“\(column.name)”不对应任何字段，未导入"
      ),
      help: Phrase(
        en: "did you mean '\(name)'? --map '\(column.name)=\(field)' reads it, "
          + "--map '\(column.name)=-' leaves it out",
        zh: "是否指“\(name)”？--map '\(column.name)=\(field)' 读入该列，--map '\(column.name)=-' 忽略该列"
      ),
      severity: .warning,
      at: Ledger.Place(
        file: path,
        line: column.position.line,
        column: column.position.column
      )
    )
  }

  /// Says that something stands in a column without a name.
  static func unnamedColumn(_ column: Exchange.Column, _ row: Row, _ path: String) -> Diagnostic {
    let cell = row.cells[column.index]
    return Diagnostic(
      "unnamed-column",
      Phrase(
        en: "column \(column.index + 1) has no name in the header: '\(cell.text)' is left out",
        zh: "第 \(column.index + 1) 列没有表头：“\(cell.text)”未导入"
      ),
      help: Phrase(
        en: "name the column in the header, or say what it is: "
          + "--map 'column \(column.index + 1)=FIELD', or =- to leave it out",
        zh: "请在表头为该列命名，或指明其字段：--map '第\(column.index + 1)列=字段'（=- 表示忽略）"
      ),
      severity: .warning,
      at: Ledger.Place(file: path, line: cell.position.line, column: cell.position.column)
    )
  }

  /// Says that none of a table's columns fills a field.
  fileprivate static func noKnownColumn(
    _ names: [String],
    _ schema: Schema,
    _ path: String,
    header line: Int?
  ) -> Diagnostic {
    let fields = schema.fields.dropFirst()
    return Diagnostic(
      "no-known-column",
      Phrase(
        en: "no column is a field of kind \(schema.kind): \(names.joined(separator: ", "))",
        zh: "没有一列对应\(schema.label.zh)的字段：\(names.joined(separator: "、"))"
      ),
      help: line.map { line in
        Phrase(
          en: "line \(line) looks like the header: --header-line \(line) reads it",
          zh: "第 \(line) 行像是表头：可用 --header-line \(line) 指定"
        )
      }
        ?? Phrase(
          en: "--header-line names the line of the header, --map COLUMN=FIELD a column's field; "
            + "the fields: \(fields.map(\.name).joined(separator: ", "))",
          zh: "可用 --header-line 指定表头行，--map 列=字段 指定字段；可用字段："
            + fields.map(\.label.zh).joined(separator: "、")
        ),
      at: Ledger.Place(file: path)
    )
  }
}
