import Bilingual
import Exchange
import JSONLines
import Ledger
import Portfolio

/// Some rows of a table, whose columns fill the fields of a kind.
struct TablePart: ImportPart {
  let path: String
  let schema: Schema
  let table: TableReader
  let mapping: HeaderMapping
  let units: HeaderUnits
  /// The kind's own fields, by name.
  let fields: [String: FieldDefinition]
  /// The column of each field, where every field takes one as it stands and nobody asks for each record; else `nil`.
  let columns: [(field: FieldDefinition, column: Int)]?
  /// The fields in which 无 says that there is nothing.
  let wordless: Set<String>
  /// The columns without a name.
  let unnamed: [Exchange.Column]

  func read(_ foresight: inout Foresight, _ take: (ImportRow) -> Void) throws {
    var table = table
    // Who reads the file again has the memory again.
    defer { table.giveBack() }
    let cells = columns.map { foresight.cells($0) }
    do {
      while true {
        if let cells { takeLines(&table, cells, &foresight, take) }
        guard let row = try table.next() else { return }
        let content = content(of: row) { foresee($0, $1, &foresight) }
        take(ImportRow(line: row.line, content: content))
      }
    } catch {
      throw Diagnostics(Diagnostic(error))
    }
  }

  /// Takes new records as lines, up to the first row that has to be read.
  private func takeLines(
    _ table: inout TableReader,
    _ cells: [Foresight.Cell],
    _ foresight: inout Foresight,
    _ take: (ImportRow) -> Void
  ) {
    var lines: [UInt8] = []
    var places: [RowPlace] = []
    let names = (columns ?? []).filter { ClosingRow.concerns($0.field) }.map(\.column)
    let dates = (columns ?? []).filter { $0.field.isDate }.map(\.column)
    let words = (columns ?? []).filter { wordless.contains($0.field.name) }.map(\.column)
    let header = table.header.columns.map { Array($0.name.utf8) }
    table.skipPlainRows { place, row, bytes in
      var row = row
      for cell in cells where Self.isNothing(bytes.extracting(row[cell.column])) {
        row[cell.column] = 0..<0
      }
      guard !Self.repeats(header, row, bytes) else { return false }
      // What stands in a column without a name is told.
      guard unnamed.allSatisfy({ Self.isNothing(bytes.extracting(row[$0.index])) }) else {
        return false
      }
      guard names.allSatisfy({ !ClosingRow.isTold(by: bytes.extracting(row[$0])) }) else {
        return false
      }
      guard words.allSatisfy({ !Self.saysNone(bytes.extracting(row[$0])) }) else { return false }
      // A month that may have lost its zero is told.
      guard dates.allSatisfy({ !Self.isLostMonth(bytes.extracting(row[$0])) }) else {
        return false
      }
      guard foresight.write(cells, of: row, in: bytes, to: &lines) else { return false }
      places.append(place)
      return true
    }
    for sight in foresight.look(atMade: lines) {
      switch sight {
      case .line(let line):
        let place = places[line.number]
        take(
          ImportRow(
            line: place.line,
            content: content(at: place) { foresee($0, $1, &foresight) }
          )
        )
      case .lines(let lines):
        let here = Array(places[lines.number..<lines.number + lines.count])
        let rows = ImportRow.Content.lines(lines) { index in
          ImportRow(line: here[index].line, content: self.content(at: here[index]) { _, _ in nil })
        }
        take(ImportRow(line: here[0].line, content: rows))
      }
    }
  }

  /// Reads a row that was skipped.
  private func content(
    at place: RowPlace,
    foreseeing foresee: (Row, [Exchange.FieldValue]) -> Foreseen?
  ) -> ImportRow.Content {
    do {
      return try table.row(at: place).map { content(of: $0, foreseeing: foresee) } ?? .leftOut
    } catch {
      return .problems([Diagnostic(error)])
    }
  }

  private func content(
    of row: Row,
    foreseeing foresee: (Row, [Exchange.FieldValue]) -> Foreseen?
  ) -> ImportRow.Content {
    guard row.problems.isEmpty else { return .problems(row.problems.map { Diagnostic($0) }) }
    let values = values(of: row)
    guard !mapping.leavesOut(row), !values.isEmpty else {
      return .leftOut
    }
    // What is wrong with a cell that fills no field hurts nobody.
    let faults = values.flatMap { value in
      let isDate = if case .date = fields[value.field]?.type.form { true } else { false }
      return value.columns.compactMap { row.cells[$0.index].problem }
        .filter { ($0.code != .monthNumber || isDate) && $0.code != .mergedCell }
    }
    if let value = values.first(where: { isLostMonth($0) }) {
      let place = Exchange.Place(origin: path, position: value.position)
      return .problems([named(Diagnostic(.month(Folding.key(value.text), at: place)), values)])
    }
    guard faults.isEmpty else {
      return .problems(faults.map { named(Diagnostic($0), values) })
    }
    if let value = values.first(where: { isClosing($0) }) {
      return .problems([.closingRow(value.text, at: Ledger.Place(of: value, path))])
    }
    if repeatsHeader(row) {
      return .problems([.headerTwice(at: Ledger.Place(file: path, line: row.line))])
    }
    if let value = values.first(where: { units.isInFenOrYuan($0) }) {
      let name = value.columns.first?.name ?? value.field
      return .problems([.fenOrYuan(name, value.text, at: Ledger.Place(of: value, path))])
    }
    var remarks = row.remarks.map { error in
      var remark = Diagnostic(error)
      remark.severity = .warning
      return remark
    }
    for column in unnamed {
      let text = row.cells[column.index].text
      guard !Self.isNothing(text), !Folding.trim(text).isEmpty else { continue }
      remarks.append(.unnamedColumn(column, row, path))
    }
    let place = Ledger.Place(file: path, line: row.line)
    // The values are seldom asked for again, and many rows wait at a time: only the row is kept.
    var record = ImportRecord(remarks: remarks, foreseen: foresee(row, values)) { editor in
      let values = self.values(of: row)
      return try editor.add(schema, values.map(assignment(of:)), at: place, merging: true)
    } named: { diagnostic in
      named(diagnostic, self.values(of: row))
    }
    record.unlessSame = mergedSum(values, row).map { named(Diagnostic($0), values) }
    return .record(record)
  }

  /// What is said of a sum that stands in a cell which is merged with that of a row above.
  private func mergedSum(_ values: [Exchange.FieldValue], _ row: Row) -> ExchangeError? {
    for value in values {
      let faults = value.columns.compactMap { row.cells[$0.index].problem }
      guard let fault = faults.first(where: { $0.code == .mergedCell }) else { continue }
      if let field = schema.field(at: value.field),
        HeaderUnits.isSum(field, isToldApart: false)
      {
        return fault
      }
    }
    return nil
  }

  /// Whether a row only names the columns again, as on every page of a table that was printed.
  private func repeatsHeader(_ row: Row) -> Bool {
    zip(row.cells, table.header.columns).allSatisfy { cell, column in
      cell.text.isEmpty || Folding.trim(cell.text) == Folding.trim(column.name)
    }
  }

  private static func repeats(_ header: [[UInt8]], _ row: [Range<Int>], _ bytes: Span<UInt8>)
    -> Bool
  {
    for (name, range) in zip(header, row) where !range.isEmpty {
      guard range.count == name.count else { return false }
      for index in name.indices where bytes[range.lowerBound + index] != name[index] {
        return false
      }
    }
    return true
  }

  /// Whether a date is 2025.1, which a spreadsheet makes of 2025.10 too.
  private func isLostMonth(_ value: Exchange.FieldValue) -> Bool {
    guard value.isCell, fields[value.field]?.isDate == true else { return false }
    var text = Folding.key(value.text)
    return text.withUTF8 { bytes in
      // The buffer is lent for the closure only.
      unsafe Self.isLostMonth(Span(_unsafeElements: bytes))
    }
  }

  private static func isLostMonth(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 6, bytes[4] == UInt8(ascii: "."), bytes[5] == UInt8(ascii: "1") else {
      return false
    }
    for index in 0..<4 where bytes[index] &- UInt8(ascii: "0") > 9 { return false }
    return true
  }

  private func foresee(
    _ row: Row,
    _ values: [Exchange.FieldValue],
    _ foresight: inout Foresight
  ) -> Foreseen? {
    let assignments = values.map { value in
      let assignment = assignment(of: value)
      return fields[value.field].map { foresight.read(assignment, as: $0) } ?? assignment
    }
    return foresight.foresee(assignments, at: Ledger.Place(file: path, line: row.line))
  }

  private func values(of row: Row) -> [Exchange.FieldValue] {
    mapping.values(of: row).filter { value in
      !Self.isNothing(value.text)
        && !(wordless.contains(value.field) && Self.saysNone(value.text))
    }
  }

  private func assignment(of value: Exchange.FieldValue) -> Assignment {
    Assignment(value.field, units.text(of: value), at: Ledger.Place(of: value, path))
  }

  /// Whether a cell is empty, or says in words that it holds nothing.
  private static func isNothing(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty else { return true }
    guard !saysSomething(cell[0]) else { return false }
    let text = cell.text
    return isNothing(text) || Folding.trim(text).isEmpty
  }

  /// Whether a cell says in words that it holds nothing.
  private static func isNothing(_ text: String) -> Bool {
    guard !saysSomething(text.utf8.first ?? 0) else { return false }
    let key = Folding.key(text)
    return ["n/a", "null"].contains(key) || !key.isEmpty && key.allSatisfy { "-—–/".contains($0) }
  }

  /// Whether a cell says 无 or 暂无.
  private static func saysNone(_ text: String) -> Bool { ["无", "暂无"].contains(Folding.key(text)) }

  /// The same of a text in UTF-8; of nearly all the length or the first byte tells that they do not.
  private static func saysNone(_ cell: Span<UInt8>) -> Bool {
    guard 3...12 ~= cell.count else { return false }
    return switch cell[0] {
    case 0x20, 0x09, 0xC2, 0xE3, 0xE6: saysNone(cell.text)
    default: false
    }
  }

  /// Whether a text begins with what no word for nothing begins with, as most texts do.
  private static func saysSomething(_ first: UInt8) -> Bool {
    switch first {
    case 0x30...0x39, 0x41...0x4D, 0x4F...0x5A, 0xE4...0xE9: true
    default: false
    }
  }

  /// Whether the name of an enterprise is that of a total or a signature below the table.
  private func isClosing(_ value: Exchange.FieldValue) -> Bool {
    let field = fields[String(value.field.prefix { $0 != "." })]
    return field.map(ClosingRow.concerns) ?? false && ClosingRow.isTold(by: value.text)
  }

  /// Names the column in what is told of a cell, and how a code that the table writes otherwise is translated.
  private func named(_ diagnostic: Diagnostic, _ values: [Exchange.FieldValue]) -> Diagnostic {
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
    if diagnostic.name == "bad-value", fields[value.field]?.isDate == true,
      let number = Int(Folding.key(value.text)), 20_000...70_000 ~= number
    {
      // Day 25569 of a spreadsheet is 1970-01-01.
      let day = Day(ordinal: number - 25_569)
      diagnostic.help = Phrase(
        en:
          "that is how spreadsheets count the day \(day): show the column as dates there and save "
          + "again, or --map '\(name):\(value.text)=\(day)'",
        zh: "这是电子表格对 \(day) 的计数：请将该列设为日期格式后重新保存，或 --map '\(name):\(value.text)=\(day)'"
      )
    }
    if diagnostic.help == nil, diagnostic.severity == .error, fields[value.field]?.isOfCodes == true
    {
      let rule = "--map '\(name):\(value.text)=…'"
      diagnostic.help = Phrase(
        en: "if the table writes it otherwise, say what it means: \(rule)",
        zh: "如表中另有写法，可指明其含义：\(rule)"
      )
    }
    return diagnostic
  }
}

extension FieldDefinition {
  /// Whether 无 says in it that there is nothing, and not that there are none or that it is not so.
  var isEmptyByWord: Bool {
    switch type.form {
    case .text: type.name != FieldType.decimal.name
    case .date, .reference, .list: true
    default: false
    }
  }

  /// Whether it holds a date.
  fileprivate var isDate: Bool {
    if case .date = type.form { true } else { false }
  }

  /// Whether it holds codes, numbers or dates, which tables may write in words.
  fileprivate var isOfCodes: Bool {
    switch type.form {
    case .choice, .boolean, .integer, .list, .date: referredKind == nil
    default: false
    }
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
