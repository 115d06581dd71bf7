public import Bilingual
import JSONLines
public import Ledger
import Portfolio

/// A fact that is missing in a record, named as people know it.
public struct MissingValue: Hashable, Sendable {
  /// The record that lacks it.
  public let record: RecordID
  /// The field's key.
  public let field: String
  /// The field's name.
  public let label: Phrase
  /// The kind of record.
  public let kind: Phrase?

  /// The need in words: the field, of which record.
  public var phrase: Phrase {
    Phrase(
      en: "\(label.en) of \(kind.map { "\($0.en) " } ?? "")\(record)",
      zh: "\(kind.map { "\($0.zh) " } ?? "")\(record) 的\(label.zh)"
    )
  }

  var json: JSONValue {
    .object([
      JSONMember("record", .string(record.text)),
      JSONMember("field", .string(field)),
      JSONMember(
        "label",
        .object([
          JSONMember("en", .string(label.en)), JSONMember("zh", .string(label.zh)),
        ])
      ),
    ])
  }
}

/// Finds the records and fields that inputs name.
struct Archive {
  let snapshot: Snapshot

  /// The record of an id, among all kinds, those of facts and recipients first.
  func record(_ id: RecordID) throws -> Record? {
    for schema in snapshot.catalog.schemas {
      if let record = try snapshot.table(schema)[id] { return record }
    }
    return nil
  }

  func need(_ input: Input) throws -> MissingValue {
    let record = try record(input.record)
    return MissingValue(
      record: input.record,
      field: input.field,
      label: record?.schema.field(named: input.field)?.label ?? input.label,
      kind: record?.schema.label
    )
  }
}
