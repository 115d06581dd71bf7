import Bilingual
import JSONLines

/// Who refers to whom.
public enum References {
  /// Finds the records that refer to a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - snapshot: The records.
  /// - Returns: Those that name its id, by kind, in file order.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func users(of record: Record, in snapshot: Snapshot) throws -> [Record] {
    var users: [Record] = []
    for schema in snapshot.catalog.schemas {
      let fields = schema.fields.filter { $0.referredKind == record.schema.kind }
      guard !fields.isEmpty else { continue }
      if let file = try snapshot.file(schema), file.isLarge {
        users += try naming(record.id, fields, snapshot.columns(schema, fields))
        continue
      }
      users += try snapshot.table(schema).records.filter { other in
        fields.contains { field in
          (other[field]?.texts ?? []).contains { RecordID($0) == record.id }
        }
      }
    }
    return users
  }

  /// Finds the rows of a large file that name an id: each distinct value is looked at once.
  private static func naming(_ id: RecordID, _ fields: [FieldDefinition], _ columns: Columns) throws
    -> [Record]
  {
    let plain = Array("\"\(id.text)\"".utf8)
    var found = LineSet(none: columns.live.total)
    for (index, segment) in columns.segments.enumerated() {
      for field in fields {
        let column = segment.column(columns.schema.slot(of: field))
        let names = (0..<column.values.count).map { code in
          code > 0
            && column.values.withText(code) { text in
              guard text.isPlainString else {
                return (column.values.value(code, as: JSONValue.self)?.texts ?? [])
                  .contains { RecordID($0) == id }
              }
              return text.count == plain.count && plain.indices.allSatisfy { text[$0] == plain[$0] }
            }
        }
        guard names.contains(true) else { continue }
        columns.insert(&found, index, column, names)
      }
    }
    return try columns.ordered(found).map { try columns.record($0) }
  }

  /// Refuses to take away what another record names.
  ///
  /// - Parameters:
  ///   - changes: What is to be written.
  ///   - snapshot: The records that stand.
  /// - Throws: ``Diagnostics`` with the first twenty records that would refer to nothing.
  public static func refuseLone(_ changes: [Change], in snapshot: Snapshot) throws {
    let left = try left(by: changes, in: snapshot)
    guard !left.isEmpty else { return }
    throw Diagnostics(
      left.prefix(20).map { user, removed in
        Diagnostic(
          "still-referred-to",
          Phrase(
            en: "\(user.schema.kind) \(user.id) refers to \(removed)",
            zh: "\(user.schema.label.zh) \(user.id) 引用了 \(removed)"
          ),
          help: Phrase(en: "change or remove it first", zh: "请先修改或删除该记录"),
          at: user.place
        )
      }
    )
  }

  /// Finds the records that would refer to nothing after changes.
  ///
  /// - Parameters:
  ///   - changes: What is to be written.
  ///   - snapshot: The records that stand.
  /// - Returns: The records that stand then, each with the removed one that it names.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func left(by changes: [Change], in snapshot: Snapshot) throws
    -> [(user: Record, removed: RecordID)]
  {
    var removed: [String: Set<RecordID>] = [:]
    for case .remove(let schema, let id, _) in changes {
      removed[schema.kind, default: []].insert(id)
    }
    guard !removed.isEmpty else { return [] }
    let after = snapshot.applying(changes)
    var left: [(user: Record, removed: RecordID)] = []
    for schema in snapshot.catalog.schemas {
      let fields = schema.fields.filter { removed[$0.referredKind ?? ""] != nil }
      guard !fields.isEmpty else { continue }
      for record in try after.table(schema).records {
        for field in fields {
          let ids = (record[field]?.texts ?? []).map { RecordID($0) }
          left += ids.filter { removed[field.referredKind ?? ""]?.contains($0) == true }
            .map { (record, $0) }
        }
      }
    }
    return left
  }
}
