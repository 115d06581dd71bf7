import Bilingual
import JSONLines
import Ledger
import Presentation

/// How the values of records are shown.
enum RecordCells {
  /// Returns what to show for the values at the end of a path.
  static func cell(_ path: FieldPath, _ record: Record) -> Cell {
    let values = path.values(of: record)
    if case .list(let element) = path.field.type.form {
      return values.isEmpty ? .empty : .list(values.map { cell($0, element, path) })
    }
    return values.first.map { cell($0, path.field.type, path) } ?? .empty
  }

  private static func cell(_ value: JSONValue, _ type: FieldType, _ path: FieldPath) -> Cell {
    switch type.form {
    case .money: return value.integer.map { .money(fen: $0) } ?? .json(value.text)
    case .integer: return value.integer.map { .integer($0) } ?? .json(value.text)
    case .boolean: return value.boolean.map { .boolean($0) } ?? .json(value.text)
    case .date: return .date(value.string ?? "")
    case .choice(let choices):
      guard let choice = choices.first(where: { $0.code == value.string }) else { break }
      return .phrase(choice.label, code: choice.code)
    case .reference:
      guard let name = path.name(of: value), let id = value.string else { break }
      return .phrase(Phrase(en: name, zh: name), code: id)
    case .object: return .json(value.text)
    case .text, .list: break
    }
    return value.string.map { .text($0) } ?? .json(value.text)
  }

  /// Returns what to write for the values at the end of a path into a table that may be imported: what is referred to is
  /// named so that the import finds it.
  static func cell(_ path: FieldPath, _ record: Record, _ words: ReferenceWords) throws -> Cell {
    guard path.field.referredKind != nil else { return cell(path, record) }
    let texts = try path.values(of: record).map { value in
      try words.word(for: value, in: path.field) ?? path.name(of: value) ?? value.string ?? ""
    }
    if case .list = path.field.type.form { return texts.isEmpty ? .empty : .texts(texts) }
    return texts.first.map { .text($0) } ?? .empty
  }

  /// Returns the values at the end of a path as a message says them: by name, not by id.
  static func words(_ path: FieldPath, _ record: Record) -> Phrase {
    let cell = cell(path, record)
    return Phrase(en: cell.text(in: .english), zh: cell.text(in: .chinese))
  }

  /// Returns the column of a field.
  static func column(_ path: FieldPath) -> Column {
    let labels = path.fields.map(\.label)
    let isMoney = if case .money = path.field.type.form { true } else { false }
    let label = Phrase(
      en: labels.map(\.en).joined(separator: " ") + (isMoney ? " (CNY)" : ""),
      zh: labels.map(\.zh).joined() + (isMoney ? "(元)" : "")
    )
    let key = path.fields.map(\.name).joined(separator: ".")
    switch path.field.type.form {
    case .money, .integer: return Column(key, label, .trailing)
    default:
      return Column(key, label, overflow: key == "id" ? .keep : .truncate)
    }
  }
}
