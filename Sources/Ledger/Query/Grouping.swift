import JSONLines

/// Which group each code of a column belongs to, for one key of ``Totals``.
struct Grouping {
  /// The slot of the column.
  let slot: Int
  /// By segment and code.
  let groups: [[UInt32]]
  /// What each group stands for; group 0 is no value.
  let values: [JSONValue?]

  init(_ key: Totals.Key, _ schema: Schema, _ columns: Columns, _ snapshot: Snapshot) throws {
    var names = GroupNames()
    slot = schema.slot(of: key.fields[0])
    groups = try Self.groups(key.fields[...], key.part, columns, snapshot, &names)
    values = names.values
  }

  private static func groups(
    _ fields: ArraySlice<FieldDefinition>,
    _ part: Totals.DatePart?,
    _ columns: Columns,
    _ snapshot: Snapshot,
    _ names: inout GroupNames
  ) throws -> [[UInt32]] {
    guard let field = fields.first else { return [] }
    let slot = columns.schema.slot(of: field)
    let rest = fields.dropFirst()
    guard let next = rest.first else {
      return columns.segments.map { segment in
        let values = segment.column(slot).values
        return (0..<values.count).map { code in
          names.group(code == 0 ? nil : values.value(code, as: JSONValue.self), part)
        }
      }
    }
    guard let schema = field.referredKind.flatMap({ snapshot.catalog[$0] }) else { return [] }
    let target = try snapshot.columns(schema, [next])
    let inner = try groups(rest, part, target, snapshot, &names)
    let nextSlot = schema.slot(of: next)
    return try snapshot.rows(columns, slot, in: target).map { rows in
      rows.map { row in
        guard row >= 0 else { return 0 }
        let (index, line) = target.place(Int(row))
        return inner[index][Int(target.segments[index].column(nextSlot).codes[line])]
      }
    }
  }
}

/// The distinct values of a key, numbered; 0 is none.
private struct GroupNames {
  private(set) var values: [JSONValue?] = [nil]
  private var groups: [JSONValue: UInt32] = [:]

  mutating func group(_ value: JSONValue?, _ part: Totals.DatePart?) -> UInt32 {
    guard var value, value != .null else { return 0 }
    if let part {
      guard let text = value.string, [4, 7, 10].contains(text.utf8.count) else { return 0 }
      value = .string(String(text.prefix(part.length)))
    }
    if let group = groups[value] { return group }
    let group = UInt32(values.count)
    groups[value] = group
    values.append(value)
    return group
  }
}
