import Bilingual
import CommandLine
import Exchange
import Ledger
import Portfolio

/// The rows of a table, whose columns fill the fields of a kind.
struct TableSource: ImportSource {
  let path: String
  private let schema: Schema
  private var table: TableReader
  private let fresh: TableReader
  private let mapping: HeaderMapping

  init(_ session: Session, _ schema: Schema, _ arguments: Arguments) throws {
    self.schema = schema
    path = arguments[ImportCommand.file]
    do {
      table = try TableReader(
        ForeignRows.open(session, schema, arguments),
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
    tellIgnored(session)
  }

  private func tellIgnored(_ session: Session) {
    let names = mapping.ignored.map(\.name).filter { !$0.isEmpty }
    guard !names.isEmpty else { return }
    session.say(
      Phrase(
        en: "columns left out: \(names.joined(separator: ", "))",
        zh: "未使用的列：\(names.joined(separator: "、"))"
      )
    )
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

  mutating func next() throws -> ImportRow? {
    guard let row = try nextRow() else { return nil }
    guard row.problems.isEmpty else {
      return ImportRow(line: row.line, problems: row.problems.map { Diagnostic($0) })
    }
    let values = mapping.values(of: row).filter { !Self.isNothing($0.text) }
    guard !mapping.leavesOut(row), !values.isEmpty else {
      return ImportRow(line: row.line, isLeftOut: true)
    }
    // What is wrong with a cell that fills no field hurts nobody.
    let faults = values.flatMap { value in
      value.columns.compactMap { row.cells[$0.index].problem }
    }
    guard faults.isEmpty else {
      return ImportRow(line: row.line, problems: faults.map { Self.named(Diagnostic($0), values) })
    }
    let schema = schema
    let path = path
    let remarks = row.remarks.map { error in
      var remark = Diagnostic(error)
      remark.severity = .warning
      return remark
    }
    let assignments = values.map {
      Assignment($0.field, $0.text, at: Ledger.Place(of: $0, path)).read(for: schema)
    }
    return ImportRow(line: row.line, remarks: remarks) { editor in
      try editor.add(
        schema,
        assignments,
        at: Ledger.Place(file: path, line: row.line),
        merging: true
      )
    } named: { diagnostic in
      Self.named(diagnostic, values)
    }
  }

  private mutating func nextRow() throws -> Row? {
    do {
      return try table.next()
    } catch {
      throw Diagnostics(Diagnostic(error))
    }
  }

  /// Whether a cell says in words that it holds nothing.
  private static func isNothing(_ text: String) -> Bool {
    ["n/a", "-", "—", "/", "null"].contains(Folding.key(text))
  }

  private static func named(_ diagnostic: Diagnostic, _ values: [Exchange.FieldValue])
    -> Diagnostic
  {
    guard let place = diagnostic.place, let column = place.column,
      let value = values.first(where: {
        $0.position.line == place.line && $0.position.column == column
      }), let name = value.columns.first?.name
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.message = Phrase(
      en: "column '\(name)': \(diagnostic.message.en)",
      zh: "列“\(name)”：\(diagnostic.message.zh)"
    )
    return diagnostic
  }

  func refused(_ lines: Set<Int>) throws -> [UInt8] {
    var rows = RefusedRows(header: fresh.header)
    var copy = self
    copy.table = fresh
    while let row = try copy.nextRow() {
      if lines.contains(row.line) { rows.append(row) }
    }
    return rows.bytes
  }
}

extension Ledger.Place {
  /// The place of a cell.
  init(of value: Exchange.FieldValue, _ path: String) {
    self.init(file: path, line: value.position.line, column: value.position.column)
  }
}

extension Diagnostic {
  /// Tells what is wrong with a foreign file.
  init(_ error: ExchangeError) {
    self.init(
      error.code.name,
      error.message,
      help: error.help,
      at: Ledger.Place(
        file: error.place.origin,
        line: error.place.position.line,
        column: error.place.position.column
      )
    )
  }
}
