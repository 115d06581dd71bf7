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
    let finder = RowFinder(target)
    let nextSlot = schema.slot(of: next)
    return finder.rows(columns, slot).map { rows in
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

/// Counts combinations of groups.
struct Tally {
  private(set) var rows: [Totals.Row] = []

  init(_ columns: Columns, _ chosen: LineSet, _ groupings: [Grouping]) {
    let sizes = groupings.map(\.values.count)
    let cells = sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    let isDense = sizes.reduce(1.0) { $0 * Double($1) } <= Double(1 << 22)
    let parts = Workers.map(columns.count > 100_000 ? columns.segments.count : 1) { part in
      let mine = columns.count > 100_000 ? part..<part + 1 : columns.segments.indices
      var sums = isDense ? [Int](repeating: 0, count: cells) : []
      var sparse: [[UInt32]: Int] = [:]
      for index in mine {
        let base = columns.bases[index]
        let codes = groupings.map { columns.segments[index].column($0.slot).codes }
        let maps = groupings.map { $0.groups[index] }
        let count = columns.lineCount(index)
        chosen.forEach(in: base..<base + count) { line in
          if isDense {
            var cell = 0
            for key in 0..<maps.count {
              cell = cell &* sizes[key] &+ Int(maps[key][Int(codes[key][line - base])])
            }
            sums[cell] += 1
          } else {
            let groups = maps.indices.map { maps[$0][Int(codes[$0][line - base])] }
            sparse[groups, default: 0] += 1
          }
        }
      }
      return (sums, sparse)
    }
    var found: [([UInt32], Int)] = []
    if isDense {
      for cell in 0..<cells {
        let count = parts.reduce(0) { $0 + $1.0[cell] }
        guard count > 0 else { continue }
        var groups = [UInt32](repeating: 0, count: sizes.count)
        var rest = cell
        for key in sizes.indices.reversed() {
          groups[key] = UInt32(rest % sizes[key])
          rest /= sizes[key]
        }
        found.append((groups, count))
      }
    } else {
      var all: [[UInt32]: Int] = [:]
      for part in parts { all.merge(part.1, uniquingKeysWith: +) }
      found = all.map { ($0.key, $0.value) }
    }
    rows = found.map { groups, count in
      let values = zip(groups, groupings).map { $1.values[Int($0)] }
      return Totals.Row(values: values, count: count)
    }.sorted(by: Self.precedes)
  }

  private static func precedes(_ a: Totals.Row, _ b: Totals.Row) -> Bool {
    for (left, right) in zip(a.values, b.values) {
      let order = Query.order(left, right)
      if order != 0 { return order < 0 }
    }
    return false
  }
}
