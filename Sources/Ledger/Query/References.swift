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
      users += try snapshot.table(schema).records.filter { other in
        fields.contains { field in
          (other[field]?.texts ?? []).contains { RecordID($0) == record.id }
        }
      }
    }
    return users
  }
}
