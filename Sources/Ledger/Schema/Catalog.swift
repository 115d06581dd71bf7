import Bilingual

/// All kinds of record that a ledger may hold.
public struct Catalog: Sendable {
  /// The schemas, in the order in which they are shown.
  public let schemas: [Schema]

  /// Creates a catalog.
  ///
  /// - Parameter schemas: One schema a kind, no two with the same name or file.
  public init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  /// Finds a schema by its kind as it stands in files.
  ///
  /// - Parameter kind: The kind's name.
  /// - Returns: The schema; `nil` where there is no such kind.
  public subscript(kind: String) -> Schema? {
    schemas.first { $0.kind.utf8.elementsEqual(kind.utf8) }
  }

  /// Finds a schema by what a person typed: name, plural, label in either language.
  ///
  /// - Parameter typed: What was typed.
  /// - Returns: The schema; `nil` where no kind is called so.
  public func schema(named typed: String) -> Schema? {
    let key = Folding.key(typed)
    return schemas.first { schema in
      let stem = String(schema.file.prefix { $0 != "." })
      return [schema.kind, stem, schema.label.en, schema.label.zh].contains {
        Folding.key($0) == key
      }
    }
  }
}
