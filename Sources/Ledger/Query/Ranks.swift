import JSONLines

/// The order of the distinct values at the end of a path, so that sorting compares numbers only.
///
/// Rows without a value come last in either order.
struct Ranks {
  private let columns: Columns
  private let slot: Int
  // By segment and code.
  private var ranks: [[UInt32]]

  init(_ path: FieldPath, _ columns: Columns, isDescending: Bool) {
    self.columns = columns
    slot = columns.schema.slot(of: path.fields[0])
    var all: [(value: JSONValue?, segment: Int, code: Int)] = []
    ranks = []
    for (index, segment) in columns.segments.enumerated() {
      let values = segment.column(slot).values
      ranks.append(Array(repeating: 0, count: values.count))
      for code in 0..<values.count {
        let root = code == 0 ? nil : values.value(code, as: JSONValue.self)
        all.append((path.values(from: root).first, index, code))
      }
    }
    let type = path.elementType
    all.sort { type.order($0.value, $1.value) < 0 }
    var rank: UInt32 = 0
    for (index, item) in all.enumerated() {
      if index > 0, type.order(all[index - 1].value, item.value) != 0 { rank += 1 }
      ranks[item.segment][item.code] = item.value == nil ? .max : isDescending ? ~rank - 1 : rank
    }
  }

  /// The rank of a row.
  subscript(row: Int) -> UInt32 {
    let (segment, line) = columns.place(row)
    return ranks[segment][Int(columns.segments[segment].column(slot).codes[line])]
  }
}
