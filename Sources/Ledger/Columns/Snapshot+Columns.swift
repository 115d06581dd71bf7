import JSONLines

extension Snapshot {
  /// Returns chosen fields of all records of a kind, without a look at the other bytes of their lines.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - fields: The fields.
  /// - Returns: The columns.
  /// - Throws: ``Diagnostics`` with every line of which a wanted value cannot be read.
  public func columns(_ schema: Schema, _ fields: [FieldDefinition]) throws -> Columns {
    try columns(schema, fields, keepsNames: false)
  }

  /// Returns chosen fields of all records of a kind.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - fields: The fields.
  ///   - behind: Fields that are needed behind the first segments only.
  ///   - segments: How many those are.
  ///   - keepsNames: Whether somebody is about to look for ids.
  /// - Returns: The columns.
  /// - Throws: ``Diagnostics`` with every line of which a wanted value cannot be read.
  func columns(
    _ schema: Schema,
    _ fields: [FieldDefinition],
    behind: [FieldDefinition] = [],
    segments: Int = 0,
    keepsNames: Bool = false
  ) throws -> Columns {
    let slots = Set(fields.map { schema.slot(of: $0) })
    if let file = try file(schema), file.isLarge {
      let others = Set(behind.map { schema.slot(of: $0) }).subtracting(slots)
      let lines = try file.lines(slots, behind: (others, segments), keepsNames: keepsNames) {
        seed(schema, $0)
      }
      return Columns(lines)
    }
    return Columns(schema, try table(schema).records, slots: slots)
  }

  /// Returns chosen fields of all records of a kind that need be right for some rows only.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - fields: The fields.
  ///   - rows: The rows, of other columns of the kind.
  /// - Returns: The columns.
  /// - Throws: ``Diagnostics`` with every line of which a wanted value cannot be read.
  public func columns(
    _ schema: Schema,
    _ fields: [FieldDefinition],
    in rows: [Int]
  ) throws -> Columns {
    try columns(schema, fields, among: rows)
  }

  func columns(
    _ schema: Schema,
    _ fields: [FieldDefinition],
    among rows: some Collection<Int>
  ) throws -> Columns {
    guard let file = try file(schema), file.isLarge else { return try columns(schema, fields) }
    return Columns(try file.lines(Set(fields.map { schema.slot(of: $0) }), in: rows))
  }

  /// Returns chosen fields of those records of a kind only whose value of one field is accepted.
  ///
  /// Every byte of their lines is judged, so that the records can be read later.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - fields: The fields.
  ///   - field: One of them.
  ///   - accepts: Is asked for each distinct value, and for none.
  /// - Returns: The columns, with rows for those records alone.
  /// - Throws: ``Diagnostics`` with every line of which a wanted value cannot be read.
  public func columns<Value>(
    _ schema: Schema,
    _ fields: [FieldDefinition],
    where field: Field<Value>,
    _ accepts: @escaping @Sendable (Value?) -> Bool
  ) throws -> Columns {
    let slots = Set(fields.map { schema.slot(of: $0) })
    guard let file = try file(schema), file.isLarge else {
      return Columns(schema, try table(schema).records.filter { accepts($0[field]) }, slots: slots)
    }
    return try file.columns(slots, where: field, accepts) { seed(schema, $0) }
  }

  /// Returns chosen fields of all records of a kind to which others refer, every byte of whose lines is judged.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - fields: The fields.
  /// - Returns: The columns.
  /// - Throws: ``Diagnostics`` with every line that cannot be read.
  public func judgedColumns(_ schema: Schema, _ fields: [FieldDefinition]) throws -> Columns {
    guard let file = try file(schema), file.isLarge else { return try columns(schema, fields) }
    let slots = Set(fields.map { schema.slot(of: $0) })
    return Columns(try file.lines(slots, isStrict: true, keepsNames: true))
  }
}

extension Snapshot {
  /// Reads what a path through references leads to, the last first, so that each file is read once.
  func prepare(_ path: [FieldDefinition]) throws {
    for index in path.indices.dropFirst().reversed() {
      guard case .reference(let kind) = path[index - 1].type.form, let target = catalog[kind] else {
        continue
      }
      _ = try columns(target, [path[index]], keepsNames: true)
    }
  }

  /// The ids of the kind to which a field refers, as values of the field, where that is worth while.
  private func seed(_ schema: Schema, _ slot: Int) -> Seed? {
    guard case .reference(let kind) = schema.fields[slot].type.form, kind != schema.kind,
      let target = catalog[kind], let file = try? file(target), file.isLarge,
      let own = try? self.file(schema)
    else { return nil }
    return file.seed(forFileOf: own.source.size)
  }
}

extension Snapshot {
  /// Finds a record by its id; of a large file only ids are read.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - schema: The kind.
  /// - Returns: The record; `nil` where none of the kind has the id.
  /// - Throws: ``Diagnostics`` where the file or the record's line cannot be read.
  public func record(_ id: RecordID, _ schema: Schema) throws -> Record? {
    guard let file = try file(schema), file.isLarge, !isRead(schema) else {
      return try table(schema)[id]
    }
    return try file.record(id)
  }
}
