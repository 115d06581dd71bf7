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

  private struct Key: Hashable {
    let field: String
    let column: Int
  }

  /// Looks at the columns that fill the fields of a kind.
  init(_ mapping: HeaderMapping, _ schema: Schema, _ path: String) {
    var suffixes: [Key: String] = [:]
    var fens: Set<Key> = []
    var misfits: [Diagnostic] = []
    for (name, column) in mapping.cellColumns {
      guard let field = schema.field(at: name) else { continue }
      if case .money = field.type.form, Folding.trim(column.name).hasSuffix("Fen") {
        fens.insert(Key(field: name, column: column.index))
      }
      guard let unit = column.unit else { continue }
      switch Self.use(of: unit, in: field, isToldApart: mapping.fields.contains("unit")) {
      case .plain: break
      case .suffix(let suffix): suffixes[Key(field: name, column: column.index)] = suffix
      case .misfit: misfits.append(.headerUnit(unit, column, field, path))
      }
    }
    self.suffixes = suffixes
    self.fens = fens
    self.misfits = misfits
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
    let own = ["人民币", "rmb", "cny"].reduce(key) { $0.replacing($1, with: "") }
    let isMoney =
      key.contains { "元币".contains($0) } || own.isEmpty || ["usd", "yuan"].contains(own)
    switch field.type.form {
    case .money:
      if own.isEmpty || own == "元" || own == "yuan" { return .plain }
      return fits("1" + own, field) ? .suffix(own) : .misfit
    case .integer: return isMoney || key.contains { "百千万亿".contains($0) } ? .misfit : .plain
    case .text where field.type.name == FieldType.decimal.name:
      return isToldApart || !isMoney && !key.contains { "百千万亿".contains($0) } ? .plain : .misfit
    default: return .plain
    }
  }

  private static func fits(_ text: String, _ field: FieldDefinition) -> Bool {
    if case .success = field.type.parse(text) { true } else { false }
  }
}

extension Schema {
  /// The field that a column may fill, of the kind or of what it refers to.
  fileprivate func field(at path: String) -> FieldDefinition? {
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
}
