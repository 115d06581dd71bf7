import JSONLines

extension Totals.Key {
  /// The index of the first field that is a list.
  var listIndex: Int? {
    fields.firstIndex { field in
      if case .list = field.type.form { true } else { false }
    }
  }

  /// The key as far as its first list: by whole lists the lines are grouped.
  var upToList: Self {
    guard let index = listIndex, index < fields.count - 1 else { return self }
    return Self(fields: Array(fields[...index]), part: nil)
  }

  /// Returns the values at the end of the path for a group of lines; `nil` for none.
  fileprivate func values(_ group: JSONValue?, _ rest: FieldPath?) -> [JSONValue?] {
    guard let rest else { return [group] }
    var seen: Set<JSONValue> = []
    let values = rest.values(from: group).compactMap { value -> JSONValue? in
      guard value != .null else { return nil }
      guard let part else { return value }
      return value.string.map { .string(String($0.prefix(part.length))) }
    }.filter { seen.insert($0).inserted }
    return values.isEmpty ? [nil] : values
  }
}

extension Totals {
  /// Counts what was counted by whole lists for each of their values.
  ///
  /// - Parameters:
  ///   - rows: The counts by the keys as far as their first lists.
  ///   - keys: The whole keys.
  ///   - snapshot: The records.
  /// - Returns: The counts, in the order of their values.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  static func spread(_ rows: [Row], _ keys: [Key], _ snapshot: Snapshot) throws -> [Row] {
    guard keys.contains(where: \.isManifold) else { return rows }
    let rests = try keys.map { key in
      try key.listIndex.map { try FieldPath(Array(key.fields[$0...]), snapshot) }
    }
    var counts: [[JSONValue?]: Int] = [:]
    for row in rows {
      var combinations: [[JSONValue?]] = [[]]
      for (index, key) in keys.enumerated() {
        let values = key.values(row.values[index], rests[index])
        combinations = combinations.flatMap { start in values.map { start + [$0] } }
      }
      for values in combinations { counts[values, default: 0] += row.count }
    }
    return counts.map { Row(values: $0, count: $1) }.sorted { a, b in
      for (key, (left, right)) in zip(keys, zip(a.values, b.values)) {
        let order = key.field.type.element.order(left, right)
        if order != 0 { return order < 0 }
      }
      return false
    }
  }
}
