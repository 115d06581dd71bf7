extension Places {
  /// Finds the lines that may have the id of an earlier line of the file.
  ///
  /// - Parameters:
  ///   - orders: What is known of the order of ids in each of the last segments.
  ///   - greatest: The greatest id of the segments before.
  /// - Returns: The lines; `nil` where they are so many that looking at all lines is faster.
  func suspects(_ orders: [IDOrder], after greatest: ShortText = .empty) -> [UInt32]? {
    var suspects: [UInt32] = []
    var maximum = greatest
    let segments = segments.suffix(orders.count)
    let bases = bases.suffix(orders.count)
    let total = segments.reduce(0) { $0 + $1.count }
    let known = orders.reduce(0) { $0 + $1.suspects.count }
    guard known <= total / 4 else { return nil }
    suspects.reserveCapacity(known)
    for (index, order) in zip(segments.indices, orders) {
      let first = suspects.count
      for place in 0..<order.suspects.count {
        suspects.append(UInt32(bases[index]) + order.suspects[place])
      }
      // The others ascend: only those before the first that is greater than all earlier ones can be old.
      var next = 0
      var line = 0
      let isFirst = maximum == .empty
      while !isFirst, line < segments[index].count {
        if next < order.suspects.count, Int(order.suspects[next]) == line {
          next += 1
        } else if let id = shortID(bases[index] + line), maximum < id.text {
          break
        } else {
          suspects.append(UInt32(bases[index] + line))
          guard suspects.count - first <= segments[index].count / 2 else { return nil }
        }
        line += 1
      }
      if maximum < order.maximum { maximum = order.maximum }
    }
    return suspects
  }
}

/// Some hashes, and perhaps a few others with the same lowest bits.
struct HashMarks: Sendable {
  private var marks: LineSet
  private let mask: Int

  /// Takes the hashes of some lines of a file.
  init(_ lines: [UInt32], of places: Places) {
    var bits = 16
    while bits < 22, 1 << bits < lines.count * 256 { bits += 1 }
    mask = 1 << bits - 1
    marks = LineSet(none: 1 << bits)
    let hashes = places.segments.map(\.hashes)
    for line in lines {
      let (segment, line) = places.place(Int(line))
      marks.insert(Int(hashes[segment][line]) & mask)
    }
  }

  @inline(__always)
  func contains(_ hash: UInt32) -> Bool { marks.contains(Int(hash) & mask) }
}
