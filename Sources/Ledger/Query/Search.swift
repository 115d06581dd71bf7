import JSONLines

/// Finds a text anywhere in a ledger.
public enum Search {
  /// A record that holds the text, and the field that does.
  public struct Hit: Sendable {
    /// The record.
    public let record: Record
    /// The first field whose value holds the text.
    public let field: String
    /// That value as text.
    public let text: String
  }

  /// Finds the records that hold a text, compared folded.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - snapshot: The records.
  /// - Returns: The hits by kind, in file order.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func find(_ text: String, in snapshot: Snapshot) throws -> [Hit] {
    let key = Folding.key(text)
    guard !key.isEmpty else { return [] }
    var hits: [Hit] = []
    for schema in snapshot.catalog.schemas {
      for record in try snapshot.table(schema).records {
        for member in record.members {
          let value = member.value.string ?? member.value.text.span.text
          guard Folding.key(value).contains(key) else { continue }
          hits.append(Hit(record: record, field: member.key, text: value))
          break
        }
      }
    }
    return hits
  }
}
