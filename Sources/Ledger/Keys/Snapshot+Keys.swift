import JSONLines

extension Snapshot {
  /// The file of a kind of which records are found by their keys; `nil` where they are all in memory.
  func keyedFile(_ schema: Schema) throws -> DataFile? {
    guard let file = try file(schema), file.isLarge else { return nil }
    return file
  }

  /// Finds the records of a kind that have a name, compared folded.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - schema: The kind.
  ///   - limit: At how many lines of a large file to look, at the most.
  /// - Returns: The records, in the order in which their ids first appeared.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func records(named name: String, _ schema: Schema, limit: Int = .max) throws -> [Record] {
    let key = Folding.key(name)
    func accepts(_ record: Record) -> Bool {
      schema.names.contains { field in
        (record[field]?.texts ?? []).contains { Folding.key($0) == key }
      }
    }
    guard !schema.names.isEmpty else { return [] }
    guard let file = try keyedFile(schema), let hash = KeyHash.of(key) else {
      return try table(schema).records.filter(accepts)
    }
    return try file.records(.name, hash, limit: limit, accepts)
  }

  /// Leaves of very many folded names those that a record of a large file may have, by their hashes only.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - schema: The kind.
  /// - Returns: Those that are worth a look, in the same order.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func possibleNames(_ names: [[Unicode.Scalar]], _ schema: Schema) throws -> [String] {
    func text(_ name: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(name)) }
    guard let file = try keyedFile(schema), !schema.names.isEmpty else { return names.map(text) }
    let hashes = names.map { KeyHash.ofPlain($0) }
    let isPossible = try file.mayHave(.name, hashes)
    return zip(names, isPossible).filter(\.1).map { text($0.0) }
  }

  /// Whether all records of a kind are in memory, or soon are: its file is a small one.
  ///
  /// - Parameter schema: The kind.
  /// - Returns: Whether it costs little to look at each of them.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func isSmall(_ schema: Schema) throws -> Bool {
    try keyedFile(schema) == nil
  }
}

extension DataFile {
  /// Finds the records that have the same values in some fields.
  ///
  /// - Parameters:
  ///   - keys: The values, folded.
  ///   - hash: Their hash.
  ///   - fields: The fields.
  ///   - isMerged: Whether those are meant that were merged into others, as they were last.
  /// - Returns: The records, in the order in which their ids first appeared.
  /// - Throws: ``Diagnostics`` where the file cannot be read.
  func records(
    with keys: [String],
    _ hash: UInt32,
    in fields: [FieldDefinition],
    isMerged: Bool = false
  ) throws -> [Record] {
    let schema = source.schema
    let isIdentity = schema.identities.contains { $0.elementsEqual(fields, by: ===) }
    let field: KeyField =
      isIdentity
      ? .identity(fields, schema)
      : .values(fields.map { schema.slot(of: $0) }, needsAll: true)
    return try records(field, hash, isMerged: isMerged) { record in
      zip(fields, keys).allSatisfy { $0.key(of: record[$0]) == $1 }
    }
  }
}
