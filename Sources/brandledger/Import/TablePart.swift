import Bilingual
import Exchange
import Ledger

/// Some rows of a table, whose columns fill the fields of a kind.
struct TablePart: ImportPart {
  let path: String
  let schema: Schema
  let table: TableReader
  let mapping: HeaderMapping
  /// The kind's own fields, by name.
  let fields: [String: FieldDefinition]

  func read(_ foresight: inout Foresight, _ take: (ImportRow) -> Void) throws {
    var table = table
    do {
      while let row = try table.next() {
        take(ImportRow(line: row.line, content: content(of: row, &foresight)))
      }
    } catch {
      throw Diagnostics(Diagnostic(error))
    }
  }

  private func content(of row: Row, _ foresight: inout Foresight) -> ImportRow.Content {
    guard row.problems.isEmpty else { return .problems(row.problems.map { Diagnostic($0) }) }
    let values = values(of: row)
    guard !mapping.leavesOut(row), !values.isEmpty else {
      return .leftOut
    }
    // What is wrong with a cell that fills no field hurts nobody.
    let faults = values.flatMap { value in
      value.columns.compactMap { row.cells[$0.index].problem }
    }
    guard faults.isEmpty else {
      return .problems(faults.map { Self.named(Diagnostic($0), values) })
    }
    let remarks = row.remarks.map { error in
      var remark = Diagnostic(error)
      remark.severity = .warning
      return remark
    }
    let assignments = values.map { value in
      let assignment = assignment(of: value)
      return fields[value.field].map { foresight.read(assignment, as: $0) } ?? assignment
    }
    let place = Ledger.Place(file: path, line: row.line)
    let foreseen = foresight.foresee(assignments, at: place)
    // The values are seldom asked for again, and many rows wait at a time: only the row is kept.
    let record = ImportRecord(remarks: remarks, foreseen: foreseen) { editor in
      let values = self.values(of: row)
      return try editor.add(schema, values.map(assignment(of:)), at: place, merging: true)
    } named: { diagnostic in
      Self.named(diagnostic, self.values(of: row))
    }
    return .record(record)
  }

  private func values(of row: Row) -> [Exchange.FieldValue] {
    mapping.values(of: row).filter { !Self.isNothing($0.text) }
  }

  private func assignment(of value: Exchange.FieldValue) -> Assignment {
    Assignment(value.field, value.text, at: Ledger.Place(of: value, path))
  }

  /// Whether a cell says in words that it holds nothing.
  private static func isNothing(_ text: String) -> Bool {
    switch text.utf8.first ?? 0 {
    // Most texts begin with what none of these does.
    case 0x30...0x39, 0x41...0x4D, 0x4F...0x5A, 0xE4...0xE9: false
    default: ["n/a", "-", "—", "/", "null"].contains(Folding.key(text))
    }
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
