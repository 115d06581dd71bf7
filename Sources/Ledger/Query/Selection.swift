import JSONLines

/// The rows that fulfil conditions, found on columns.
struct Selection {
  private var filters: [Filter]
  /// Those of texts that differ from record to record, of which no column is made.
  private var textFilters: [Filter] = []

  /// Reads conditions.
  ///
  /// - Throws: ``Diagnostics`` with the faults found before and every condition that is wrong.
  init(
    _ schema: Schema,
    where conditions: [String],
    _ snapshot: Snapshot,
    _ before: [Diagnostic] = []
  ) throws {
    var faults = before
    var filters: [Filter] = []
    for typed in conditions {
      do {
        filters.append(try Filter(typed, schema, snapshot))
      } catch let fault as Diagnostic {
        faults.append(fault)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    self.filters = filters
  }

  init(_ filters: [Filter]) {
    self.filters = filters
  }

  /// Finds out which conditions are asked of columns and which of the lines themselves.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - snapshot: The records.
  /// - Throws: ``Diagnostics`` where the file cannot be read.
  mutating func prepare(_ schema: Schema, _ snapshot: Snapshot) throws {
    guard filters.contains(where: \.isOfText), let file = try snapshot.file(schema), file.isLarge
    else { return }
    let lines = try file.lines()
    let isVaried = try filters.map {
      try $0.isOfText && lines.isVaried(schema.slot(of: $0.path.field))
    }
    textFilters = zip(filters, isVaried).filter(\.1).map(\.0)
    filters = zip(filters, isVaried).filter { !$1 }.map(\.0)
  }

  /// The fields whose columns are needed.
  var fields: [FieldDefinition] { filters.map { $0.path.fields[0] } }

  /// The fields from the records to the values, one path for each condition.
  var paths: [[FieldDefinition]] { filters.map(\.path.fields) }

  /// Finds the rows; each condition is asked once for each distinct value.
  func rows(_ columns: Columns, _ snapshot: Snapshot) throws -> LineSet {
    var chosen = columns.live
    for filter in filters {
      let accepted = try Self.accepted(filter, filter.path.fields[...], columns, snapshot)
      let slot = columns.schema.slot(of: filter.path.fields[0])
      for (index, isAccepted) in accepted.enumerated() where isAccepted.contains(false) {
        let column = columns.segments[index].column(slot)
        let base = columns.bases[index]
        chosen.filter(in: base..<base + column.codes.count) { line in
          isAccepted[Int(column.codes[line - base])]
        }
      }
    }
    guard case .file(let lines) = columns.origin, !textFilters.isEmpty else { return chosen }
    return try rows(among: chosen, lines)
  }

  /// Finds the lines among some that fulfil the conditions of texts.
  private func rows(among chosen: LineSet, _ lines: Lines) throws -> LineSet {
    let schema = lines.source.schema
    let filters = textFilters
    let fields = LineFields(lines, filters.map { schema.slot(of: $0.path.field) })
    var rows: [Int] = []
    chosen.forEach(in: 0..<chosen.total) { rows.append($0) }
    let parts = Workers.mapParts(of: rows, ifMoreThan: 1024) { rows in
      Result { () throws -> [Int] in
        var found: [Int] = []
        try fields.visit(rows) { place, bytes, value in
          let isAccepted = filters.indices.allSatisfy { index in
            let value = value(index).map { JSONValue($0, in: bytes) }
            return filters[index].accepts(values: value.map { [$0] } ?? [])
          }
          if isAccepted { found.append(rows[place]) }
        }
        return found
      }
    }
    var found = LineSet(none: chosen.total)
    for part in parts { for row in try part.get() { found.insert(row) } }
    return found
  }

  /// Whether each code of the first of some fields leads to values that are accepted, by segment.
  private static func accepted(
    _ filter: Filter,
    _ fields: ArraySlice<FieldDefinition>,
    _ columns: Columns,
    _ snapshot: Snapshot
  ) throws -> [[Bool]] {
    guard let field = fields.first else { return [] }
    let slot = columns.schema.slot(of: field)
    let rest = fields.dropFirst()
    if let next = rest.first, case .reference(let kind) = field.type.form,
      let schema = snapshot.catalog[kind]
    {
      let target = try snapshot.columns(schema, [next])
      let inner = try accepted(filter, rest, target, snapshot)
      let nextSlot = schema.slot(of: next)
      let none = filter.accepts(values: [])
      return try snapshot.rows(columns, slot, in: target).map { rows in
        rows.map { row in
          guard row >= 0 else { return none }
          let (index, line) = target.place(Int(row))
          return inner[index][Int(target.segments[index].column(nextSlot).codes[line])]
        }
      }
    }
    // The end of the path, or a list of references, which may lead to several values.
    let depth = filter.path.fields.count - fields.count
    return columns.segments.map { segment in
      let values = segment.column(slot).values
      return (0..<values.count).map { code in
        let value = code == 0 ? nil : values.value(code, as: JSONValue.self)
        return filter.accepts(values: filter.path.values(from: value, at: depth))
      }
    }
  }
}
