import JSONLines

/// Counts combinations of groups.
struct Tally {
  private(set) var rows: [Totals.Row] = []

  init(_ columns: Columns, _ chosen: LineSet, _ groupings: [Grouping]) {
    let sizes = groupings.map(\.values.count)
    let isDense = sizes.reduce(1.0) { $0 * Double($1) } <= Double(Self.mostCells)
    let found =
      isDense
      ? Self.dense(columns, chosen, groupings, sizes)
      : Self.sparse(columns, chosen, groupings)
    let ranks = groupings.map { Self.ranks($0) }
    rows = found.map { groups, count in
      (zip(groups, ranks).map { $1[Int($0)] }, groups, count)
    }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map { _, groups, count in
      let values = zip(groups, groupings).map { $1.values[Int($0)] }
      return Totals.Row(values: values, count: count)
    }
  }

  /// The rank of each group of a key in the order of their values.
  private static func ranks(_ grouping: Grouping) -> [Int] {
    let values = grouping.values
    let type = grouping.type
    let order = values.indices.sorted { type.order(values[$0], values[$1]) < 0 }
    var ranks = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated().dropFirst() {
      let before = order[place - 1]
      let isSame = type.order(values[before], values[index]) == 0
      ranks[index] = ranks[before] + (isSame ? 0 : 1)
    }
    return ranks
  }

  /// So many combinations are counted each in its own place.
  private static let mostCells = 1 << 22

  /// The segments that each core reads.
  private static func parts(_ columns: Columns) -> [Range<Int>] {
    columns.count > 100_000
      ? columns.segments.indices.map { $0..<$0 + 1 } : [columns.segments.indices]
  }

  private static func dense(
    _ columns: Columns,
    _ chosen: LineSet,
    _ groupings: [Grouping],
    _ sizes: [Int]
  ) -> [(groups: [UInt32], count: Int)] {
    let cells = sizes.reduce(1, *)
    // What each group of a key adds to the place of a combination.
    var strides = [Int](repeating: 1, count: sizes.count)
    for key in sizes.indices.dropLast().reversed() {
      strides[key] = strides[key + 1] * sizes[key + 1]
    }
    let steps = strides.map { UInt32($0) }
    let parts = parts(columns)
    let sums = Workers.map(parts.count) { part in
      var counter = CellCounter(cells)
      for index in parts[part] {
        let base = columns.bases[index]
        counter.count(
          zip(groupings, steps).map { ($0.parts[index], $1) },
          chosen,
          base..<base + columns.lineCount(index)
        )
      }
      return counter.sums
    }
    var found: [(groups: [UInt32], count: Int)] = []
    for cell in 0..<cells {
      let count = sums.reduce(0) { $0 + Int($1[cell]) }
      guard count > 0 else { continue }
      let groups = sizes.indices.map { UInt32(cell / strides[$0] % sizes[$0]) }
      found.append((groups, count))
    }
    return found
  }

  private static func sparse(_ columns: Columns, _ chosen: LineSet, _ groupings: [Grouping])
    -> [(groups: [UInt32], count: Int)]
  {
    let parts = parts(columns)
    let sums = Workers.map(parts.count) { part in
      var sums: [[UInt32]: Int] = [:]
      for index in parts[part] {
        let base = columns.bases[index]
        let keys = groupings.map { $0.parts[index] }
        chosen.forEach(in: base..<base + columns.lineCount(index)) { line in
          sums[keys.map { $0[line - base] }, default: 0] += 1
        }
      }
      return sums
    }
    var all: [[UInt32]: Int] = [:]
    for part in sums { all.merge(part, uniquingKeysWith: +) }
    return all.map { ($0.key, $0.value) }
  }
}
