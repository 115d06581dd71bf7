import Ledger
import Presentation

/// Tables for the public: a column is in them only where every field on its way is declared public.
enum PublicTable {
  /// The names among those given that the public may see.
  static func names(_ names: [String], of schema: Schema, _ snapshot: Snapshot) throws -> [String] {
    try names.filter { name in
      try FieldPath(name, schema, snapshot).fields.allSatisfy { $0.privacy == .public }
    }
  }

  /// The records as a table of those columns that the public may see.
  static func table(
    _ schema: Schema,
    _ records: [Record],
    _ wanted: [String],
    _ snapshot: Snapshot
  ) throws -> Presentation.Table {
    try ListCommand.table(schema, records, try names(wanted, of: schema, snapshot), snapshot)
  }
}
