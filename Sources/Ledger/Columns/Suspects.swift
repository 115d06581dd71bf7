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

extension SuccessionFinder {
  private static let fewSuspects = 100_000

  /// Finds the pairs of a line and the next one of the same record, in order.
  ///
  /// - Parameter suspects: All lines that may have the id of an earlier line.
  /// - Returns: The earlier line in the upper half, the later in the lower.
  func pairs(suspects: [UInt32]) -> Block<UInt64> {
    guard !suspects.isEmpty else { return Block([]) }
    var bases: [Int] = []
    var total = 0
    for block in hashes {
      bases.append(total)
      total += block.count
    }
    // Only lines matter whose hash some suspect has; a few others slip through.
    var bits = 16
    while bits < 22, 1 << bits < suspects.count * 256 { bits += 1 }
    let mask = 1 << bits - 1
    var marks = LineSet(none: 1 << bits)
    // Of few suspects every hash is known, so that none slips through.
    var exact: Set<UInt32>? = suspects.count <= Self.fewSuspects ? [] : nil
    var block = 0
    for line in suspects {
      if Int(line) < bases[block] { block = 0 }
      while block + 1 < bases.count, Int(line) >= bases[block + 1] { block += 1 }
      let hash = hashes[block][Int(line) - bases[block]]
      marks.insert(Int(hash) & mask)
      exact?.insert(hash)
    }
    let isMarked = marks
    let known = exact
    let starts = bases
    let cores = total > 100_000 ? Workers.cores : 1
    let some = Workers.map(hashes.count) { index in
      var entries = Growing<UInt64>()
      let base = UInt64(starts[index])
      unsafe hashes[index].withPointer { hashes in
        for line in 0..<hashes.count {
          let hash = unsafe hashes[line]
          guard isMarked.contains(Int(hash) & mask), known?.contains(hash) ?? true else { continue }
          entries.append(UInt64(hash) << 32 | base + UInt64(line))
        }
      }
      return entries.finish()
    }
    let found = Workers.map(cores) { core in
      var mine = Growing<UInt64>()
      for entries in some {
        for index in 0..<entries.count
        where (Int(entries[index] >> 32) * cores) >> 32 == core { mine.append(entries[index]) }
      }
      let part = mine.finish()
      return find(part, [0, part.count], 0..<1)
    }
    return LineOrder.sorted(found)
  }
}

/// Puts pairs of lines into the order of the first.
enum LineOrder {
  static func sorted(_ pairs: [[UInt64]]) -> Block<UInt64> {
    let all = pairs.flatMap(\.self)
    guard all.count > 1000 else { return Block(all.sorted()) }
    var here = Block(all)
    // Eleven bits at a time, from the lowest; no line is first in two pairs.
    for shift in [32, 43, 54] as [UInt64] {
      var bounds = [Int](repeating: 0, count: 2049)
      for index in 0..<here.count { bounds[Int(here[index] >> shift & 2047) + 1] += 1 }
      for index in 0..<2048 { bounds[index + 1] += bounds[index] }
      let source = here
      here = unsafe Block(uninitialized: source.count) { target in
        for index in 0..<source.count {
          let part = Int(source[index] >> shift & 2047)
          // Each part has as many places as were counted for it.
          unsafe target[bounds[part]] = source[index]
          bounds[part] += 1
        }
      }
    }
    return here
  }
}
