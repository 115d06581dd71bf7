/// Rows in an order, four bytes for each: of millions no other list is made.
struct RowList: RandomAccessCollection, Sendable {
  private var rows: [UInt32] = []

  init(capacity: Int) {
    rows.reserveCapacity(capacity)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { rows.count }

  subscript(position: Int) -> Int { Int(rows[position]) }

  mutating func append(_ row: Int) {
    rows.append(UInt32(row))
  }

  /// The first of them, which alone are kept.
  func first(_ count: Int) -> RowList {
    guard count < rows.count else { return self }
    var list = RowList(capacity: count)
    list.rows += rows[..<count]
    return list
  }
}

extension Columns {
  /// Puts rows into the order in which their ids first appeared.
  func list(_ chosen: LineSet) -> RowList {
    var list = RowList(capacity: chosen.count)
    forEach(of: chosen) { list.append($0) }
    return list
  }
}
