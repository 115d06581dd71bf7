import JSONLines

/// The order of the distinct values that some rows have at the end of a path, so that sorting compares numbers only.
///
/// Rows without a value come last in either order.
struct Ranks {
  private let columns: Columns
  // By segment.
  private let codes: [Codes]
  // By segment and code.
  private var ranks: [[UInt32]]

  init(_ path: FieldPath, _ columns: Columns, in rows: RowList, isDescending: Bool) {
    self.columns = columns
    let slot = columns.schema.slot(of: path.fields[0])
    var all: [(value: JSONValue?, segment: Int, code: Int)] = []
    let parts = columns.segments.map { $0.column(slot) }
    codes = parts.map(\.codes)
    ranks = parts.map { Array(repeating: 0, count: $0.values.count) }
    for row in rows {
      let (segment, line) = columns.place(row)
      ranks[segment][Int(codes[segment][line])] = 1
    }
    for (index, part) in parts.enumerated() {
      for code in 0..<part.values.count where ranks[index][code] > 0 {
        let root = code == 0 ? nil : part.values.value(code, as: JSONValue.self)
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
    return ranks[segment][Int(codes[segment][line])]
  }
}
