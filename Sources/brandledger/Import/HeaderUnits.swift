import Bilingual
import Exchange
import Ledger
import Portfolio

/// The units in the headers of a table, as far as they change what its numbers mean.
struct HeaderUnits: Sendable {
  /// What is put behind a number without a unit of its own, by field and column.
  private let suffixes: [Key: String]
  /// The columns of money that are called as the ledger calls it, in fen.
  private let fens: Set<Key>
  /// The units that do not fit the field of their column.
  let misfits: [Diagnostic]
  /// The units that columns have from the lines above the header, by the places of the columns.
  let above: [Int: String]
  /// The columns whose unit is another one than that of the whole table.
  let contradictions: [Diagnostic]

  private struct Key: Hashable {
    let field: String
    let column: Int
  }

  /// Looks at the columns that fill the fields of a kind.
  ///
  /// - Parameters:
  ///   - mapping: The columns.
  ///   - units: What the lines above the header name; it counts for the sums whose column names no unit.
  ///   - schema: The kind.
  ///   - path: The path of the file.
  init(_ mapping: HeaderMapping, _ units: [TableUnit], _ schema: Schema, _ path: String) {
    var suffixes: [Key: String] = [:]
    var fens: Set<Key> = []
    var misfits: [Diagnostic] = []
    var contradictions: [Diagnostic] = []
    var above: [Int: String] = [:]
    let isToldApart = mapping.fields.contains("unit")
    let sums = Self.sums(units)
    for (name, column) in mapping.cellColumns {
      guard let field = schema.field(at: name) else { continue }
      if case .money = field.type.form, Folding.trim(column.name).hasSuffix("Fen") {
        fens.insert(Key(field: name, column: column.index))
      }
      let mayBeSum = Self.isSum(field, isToldApart: isToldApart)
      let common = column.unit == nil && mayBeSum ? sums.first : nil
      if common != nil, sums.count > 1 {
        misfits.append(.unitsAbove(sums, column, path))
        continue
      }
      guard let unit = column.unit ?? common?.name else { continue }
      if let common { above[column.index] = common.name }
      switch Self.use(of: unit, in: field, isToldApart: isToldApart) {
      case .plain: break
      case .suffix(let suffix): suffixes[Key(field: name, column: column.index)] = suffix
      case .misfit:
        misfits.append(.headerUnit(unit, column, field, path))
        continue
      }
      if common == nil, Self.isMoney(unit), let other = sums.first,
        sums.contains(where: { Self.own($0.name) != Self.own(unit) })
      {
        contradictions.append(.unitContradiction(unit, other, column, path))
      }
    }
    self.suffixes = suffixes
    self.fens = fens
    self.misfits = misfits
    self.above = above
    self.contradictions = contradictions
  }

  /// The units of money among those above a header, each once; 人民币 tells the currency of another one.
  private static func sums(_ units: [TableUnit]) -> [TableUnit] {
    var seen: Set<String> = []
    let sums = units.filter { isMoney($0.name) && seen.insert(own($0.name)).inserted }
    let others = sums.filter { $0.name != "人民币" }
    return others.isEmpty ? sums : others
  }

  /// Whether the numbers of a field are sums, or values of which no column tells the units.
  static func isSum(_ field: FieldDefinition, isToldApart: Bool) -> Bool {
    switch field.type.form {
    case .money: true
    case .text:
      field.type.name == FieldType.capital.name
        || field.type.name == FieldType.decimal.name && field.name == "value" && !isToldApart
    default: false
    }
  }

  /// Whether every number means what it says.
  var isEmpty: Bool { suffixes.isEmpty && fens.isEmpty }

  /// The text of a value, with the unit of its column behind a number that has none.
  func text(of value: Exchange.FieldValue) -> String {
    guard value.isCell, let column = value.columns.first,
      let suffix = suffixes[Key(field: value.field, column: column.index)],
      Folding.isBareNumber(value.text)
    else { return value.text }
    return Folding.trim(value.text) + suffix
  }

  /// Whether a value is a number of which nobody knows whether it is in fen, as its column is called, or in yuan.
  func isInFenOrYuan(_ value: Exchange.FieldValue) -> Bool {
    guard value.isCell, let column = value.columns.first,
      fens.contains(Key(field: value.field, column: column.index))
    else { return false }
    return Folding.isBareNumber(value.text)
  }

  /// What a unit means for the numbers of a field.
  private enum Use {
    case plain
    case suffix(String)
    case misfit
  }

  private static func use(of unit: String, in field: FieldDefinition, isToldApart: Bool) -> Use {
    let key = Folding.key(unit)
    if field.type.name == FieldType.capital.name {
      return fits("1(\(key))", field) ? .suffix("(\(key))") : .misfit
    }
    let own = own(unit)
    let isMoney = isMoney(unit)
    switch field.type.form {
    case .money:
      if own == "元" { return .plain }
      return fits("1" + own, field) ? .suffix(own) : .misfit
    case .integer: return isMoney || key.contains { "百千万亿".contains($0) } ? .misfit : .plain
    case .text where field.type.name == FieldType.decimal.name:
      return isToldApart || !isMoney && !key.contains { "百千万亿".contains($0) } ? .plain : .misfit
    default: return .plain
    }
  }

  /// A unit without the currency in which sums are kept anyway.
  private static func own(_ unit: String) -> String {
    let own = ["人民币", "rmb", "cny"].reduce(Folding.key(unit)) { $0.replacing($1, with: "") }
    return own.isEmpty || own == "yuan" ? "元" : own
  }

  private static func isMoney(_ unit: String) -> Bool {
    Folding.key(unit).contains { "元币".contains($0) } || ["元", "usd"].contains(own(unit))
  }

  private static func fits(_ text: String, _ field: FieldDefinition) -> Bool {
    if case .success = field.type.parse(text) { true } else { false }
  }
}

extension Schema {
  /// The field that a column may fill, of the kind or of what it refers to.
  func field(at path: String) -> FieldDefinition? {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = parts.first, let field = field(named: first) else { return nil }
    guard parts.count == 2 else { return field }
    return field.referredKind.flatMap { Kinds.catalog[$0] }?.field(named: parts[1])
  }
}

extension Diagnostic {
  /// Says that the numbers of a column cannot be read in the unit that its header names.
  fileprivate static func headerUnit(
    _ unit: String,
    _ column: Exchange.Column,
    _ field: FieldDefinition,
    _ path: String
  ) -> Diagnostic {
    let isDecimal = field.type.name == FieldType.decimal.name
    return Diagnostic(
      "unit-misfit",
      Phrase(
        en: "the column '\(column.name)' is in \(unit), in which '\(field.name)' is not kept",
        zh: "列“\(column.name)”以“\(unit)”为单位，“\(field.label.zh)”不能按此单位读入"
      ),
      help: isDecimal && Folding.key(field.name) == "value"
        ? Phrase(
          en: "say the unit of the values: --map 'unit:=\(unit)'",
          zh: "请指明数值的单位：--map 'unit:=\(unit)'"
        )
        : Phrase(
          en: "convert the numbers and name their unit, or leave the column out: "
            + "--map '\(column.name)=-'",
          zh: "请换算数值并写明单位，或忽略该列：--map '\(column.name)=-'"
        ),
      at: Ledger.Place(file: path, line: column.position.line, column: column.position.column)
    )
  }

  /// Says that the lines above a header name several units for a column that names none.
  fileprivate static func unitsAbove(
    _ units: [TableUnit],
    _ column: Exchange.Column,
    _ path: String
  ) -> Diagnostic {
    let names = units.map(\.name)
    return Diagnostic(
      "unit-misfit",
      Phrase(
        en: "the lines above the header are in \(names.joined(separator: ", ")), "
          + "and the column '\(column.name)' does not say in which",
        zh: "表头上方写有多个单位（\(names.joined(separator: "、"))），列“\(column.name)”未写明用哪一个"
      ),
      help: Phrase(
        en: "name the unit in the header, as in '\(column.name)(\(names[0]))'",
        zh: "请在表头写明单位，如“\(column.name)(\(names[0]))”"
      ),
      at: Ledger.Place(file: path, line: column.position.line, column: column.position.column)
    )
  }

  /// Says that a column names another unit than the lines above the header.
  fileprivate static func unitContradiction(
    _ unit: String,
    _ above: TableUnit,
    _ column: Exchange.Column,
    _ path: String
  ) -> Diagnostic {
    Diagnostic(
      "unit-contradiction",
      Phrase(
        en: "the column '\(column.name)' is read in \(unit), though line \(above.position.line) "
          + "says \(above.name) for the table",
        zh: "列“\(column.name)”按“\(unit)”读入，而第 \(above.position.line) 行写明全表单位为“\(above.name)”"
      ),
      help: Phrase(
        en: "where the line holds, take the unit out of the header of the column",
        zh: "如应以全表单位为准，请去掉该列表头中的单位"
      ),
      severity: .warning,
      at: Ledger.Place(file: path, line: column.position.line, column: column.position.column)
    )
  }
}
