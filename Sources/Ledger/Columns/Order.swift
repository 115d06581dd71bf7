/// How the lines of a file follow each other: which have the same record, and where new ids begin.
struct Order: Sendable {
  /// Each line and the next one of the same record, in order.
  let pairs: Block<UInt64>
  /// How many lines it is of.
  let lines: Int
  /// The greatest id; a greater one is new, unless there are others.
  let maximum: ShortText
  /// Whether ids may be greater than the greatest, see ``IDOrder``.
  let hasOthers: Bool
}

extension Order {
  /// Finds the pairs among the lines of some places.
  ///
  /// - Parameters:
  ///   - orders: What is known of the order of ids in each of the last segments.
  ///   - places: All lines.
  ///   - known: What was kept of the segments before; none where there are none.
  init(_ orders: [IDOrder], _ places: Places, after known: Order?) {
    lines = places.segments.reduce(0) { $0 + $1.count }
    maximum = orders.reduce(known?.maximum ?? .empty) { $0 < $1.maximum ? $1.maximum : $0 }
    hasOthers = orders.contains(where: \.hasOthers) || known?.hasOthers == true
    var suspects: [UInt32]? = []
    if !orders.isEmpty {
      suspects =
        known?.hasOthers == true ? nil : places.suspects(orders, after: known?.maximum ?? .empty)
    }
    if suspects == nil, let known {
      suspects = (known.lines..<max(lines, known.lines)).map { UInt32($0) }
    }
    guard suspects?.isEmpty != true else {
      pairs = known?.pairs ?? Block([])
      return
    }
    let found = SuccessionFinder(places).pairs(suspects.map { HashMarks($0, of: places) })
    pairs = known.map { Self.merge($0.pairs, found, behind: $0.lines) } ?? found
  }

  /// Adds the pairs that end in new lines to those that are known.
  private static func merge(_ known: Block<UInt64>, _ found: Block<UInt64>, behind lines: Int)
    -> Block<UInt64>
  {
    guard found.count > 0 else { return known }
    var merged = Growing<UInt64>(capacity: known.count + found.count)
    var next = 0
    for index in 0..<found.count where Int(found[index] & 0xFFFF_FFFF) >= lines {
      while next < known.count, known[next] < found[index] {
        merged.append(known[next])
        next += 1
      }
      merged.append(found[index])
    }
    while next < known.count {
      merged.append(known[next])
      next += 1
    }
    return merged.finish()
  }
}

extension SuccessionFinder {
  /// Creates a finder of all lines of some places.
  init(_ places: Places) {
    // Hashes that were kept are proven now, which is work for all cores.
    let hashes = Workers.map(places.segments.count) { places.segments[$0].hashes }
    self.init(hashes: hashes) { places.areSame($0) }
  }
}
