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
    let ranks = groupings.map { Self.ranks($0.values) }
    rows = found.map { groups, count in
      (zip(groups, ranks).map { $1[Int($0)] }, groups, count)
    }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map { _, groups, count in
      let values = zip(groups, groupings).map { $1.values[Int($0)] }
      return Totals.Row(values: values, count: count)
    }
  }

  /// The rank of each group of a key in the order of their values.
  private static func ranks(_ values: [JSONValue?]) -> [Int] {
    let order = values.indices.sorted { Query.order(values[$0], values[$1]) < 0 }
    var ranks = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated().dropFirst() {
      let before = order[place - 1]
      let isSame = Query.order(values[before], values[index]) == 0
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
    let steps = strides
    let parts = parts(columns)
    let sums = Workers.map(parts.count) { part in
      var sums = [UInt32](repeating: 0, count: cells)
      for index in parts[part] {
        let keys = groupings.enumerated().map { key, grouping in
          CellKey(
            codes: columns.segments[index].column(grouping.slot).codes,
            places: grouping.groups[index].map { $0 * UInt32(steps[key]) }
          )
        }
        let lines = columns.bases[index]..<columns.bases[index] + columns.lineCount(index)
        count(keys, chosen, lines, &sums)
      }
      return sums
    }
    var found: [(groups: [UInt32], count: Int)] = []
    for cell in 0..<cells {
      let count = sums.reduce(0) { $0 + Int($1[cell]) }
      guard count > 0 else { continue }
      let groups = sizes.indices.map { UInt32(cell / steps[$0] % sizes[$0]) }
      found.append((groups, count))
    }
    return found
  }

  /// A key of a segment: the code of each line, and the place that each code stands for.
  private struct CellKey {
    let codes: Block<UInt32>
    let places: [UInt32]
  }

  /// Lines are counted some at a time, key after key, so that each key is a walk through memory.
  private static let chunk = 4096

  private static func count(
    _ keys: [CellKey],
    _ chosen: LineSet,
    _ lines: Range<Int>,
    _ sums: inout [UInt32]
  ) {
    var cells = [UInt32](repeating: 0, count: chunk)
    var first = lines.lowerBound
    while first < lines.upperBound {
      let end = min(first + chunk, lines.upperBound)
      for index in 0..<end - first { cells[index] = 0 }
      for key in keys { add(key, from: first - lines.lowerBound, end - first, &cells) }
      chosen.forEach(in: first..<end) { line in
        sums[Int(cells[line - first])] &+= 1
      }
      first = end
    }
  }

  @inline(never)
  private static func add(
    _ key: CellKey,
    from offset: Int,
    _ count: Int,
    _ cells: inout [UInt32]
  ) {
    precondition(offset + count <= key.codes.count && count <= cells.count)
    let places = key.places
    unsafe key.codes.withPointer { codes in
      unsafe places.withUnsafeBufferPointer { places in
        unsafe cells.withUnsafeMutableBufferPointer { cells in
          for index in 0..<count {
            // Within the codes and the cells, as was just checked; a code may be anything.
            let code = Int(unsafe codes[offset &+ index])
            precondition(code < places.count)
            unsafe cells[index] &+= places[code]
          }
        }
      }
    }
  }

  private static func sparse(_ columns: Columns, _ chosen: LineSet, _ groupings: [Grouping])
    -> [(groups: [UInt32], count: Int)]
  {
    let parts = parts(columns)
    let sums = Workers.map(parts.count) { part in
      var sums: [[UInt32]: Int] = [:]
      for index in parts[part] {
        let base = columns.bases[index]
        let codes = groupings.map { columns.segments[index].column($0.slot).codes }
        let maps = groupings.map { $0.groups[index] }
        chosen.forEach(in: base..<base + columns.lineCount(index)) { line in
          let groups = maps.indices.map { maps[$0][Int(codes[$0][line - base])] }
          sums[groups, default: 0] += 1
        }
      }
      return sums
    }
    var all: [[UInt32]: Int] = [:]
    for part in sums { all.merge(part, uniquingKeysWith: +) }
    return all.map { ($0.key, $0.value) }
  }
}
