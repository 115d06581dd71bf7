/// Finds lines with the same id among all lines of a file.
struct SuccessionFinder: Sendable {
  let hashes: [Block<UInt32>]
  /// Whether the two lines of each pair have the same id, byte for byte.
  let areSame: @Sendable ([UInt64]) -> [Bool]

  /// Finds the pairs of a line and the next one of the same record, in order.
  func pairs() -> Block<UInt64> {
    let total = hashes.reduce(0) { $0 + $1.count }
    // Parts of about two thousand lines: their tables fit into the nearest cache.
    var bits = 0
    while bits < 14, total >> bits > 2048 { bits += 1 }
    let parts = 1 << bits
    let shift = UInt64(32 - bits)
    var bounds = [Int](repeating: 0, count: parts + 1)
    for block in hashes {
      unsafe block.withPointer { pointer in
        for index in 0..<pointer.count {
          let hash = unsafe pointer[index]
          bounds[Int(UInt64(hash) >> shift) + 1] += 1
        }
      }
    }
    for part in 0..<parts { bounds[part + 1] += bounds[part] }
    let sorted = scatter(total, shift, bounds)
    let finalBounds = bounds
    let cores = total > 100_000 ? Workers.cores : 1
    let found = Workers.map(cores) { core in
      find(sorted, finalBounds, parts * core / cores..<parts * (core + 1) / cores)
    }
    return LineOrder.sorted(found)
  }

  /// Orders lines by part, within a part as they stand; each as hash and line in one word.
  private func scatter(_ total: Int, _ shift: UInt64, _ bounds: [Int]) -> Block<UInt64> {
    var places = bounds
    return unsafe Block<UInt64>(uninitialized: total) { pointer in
      var line: UInt64 = 0
      for block in hashes {
        unsafe block.withPointer { hashes in
          for index in 0..<hashes.count {
            let hash = unsafe hashes[index]
            let part = Int(UInt64(hash) >> shift)
            // Each part has as many places as were counted for it.
            unsafe pointer[places[part]] = UInt64(hash) << 32 | line
            places[part] += 1
            line += 1
          }
        }
      }
    }
  }

  /// Finds the pairs within some parts; lines of a part are in order.
  func find(_ sorted: Block<UInt64>, _ bounds: [Int], _ parts: Range<Int>) -> [UInt64] {
    var found: [UInt64] = []
    var hashes: [UInt32] = []
    var table: [UInt32] = []
    for part in parts {
      let range = bounds[part]..<bounds[part + 1]
      var size = 16
      while size < range.count * 2 { size *= 2 }
      table = Array(repeating: 0, count: size)
      for index in range {
        let entry = sorted[index]
        let hash = entry >> 32
        var slot = Int(hash) & (size - 1)
        while table[slot] != 0 {
          let other = sorted[range.lowerBound + Int(table[slot]) - 1]
          if other >> 32 == hash {
            found.append(other << 32 | entry & 0xFFFF_FFFF)
            hashes.append(UInt32(truncatingIfNeeded: hash))
            break
          }
          slot = (slot + 1) & (size - 1)
        }
        table[slot] = UInt32(index - range.lowerBound + 1)
      }
    }
    return verified(found, hashes, sorted, bounds[parts.lowerBound]..<bounds[parts.upperBound])
  }

  /// Puts right the pairs of lines whose ids only have the same hash.
  private func verified(
    _ found: [UInt64],
    _ hashes: [UInt32],
    _ sorted: Block<UInt64>,
    _ range: Range<Int>
  ) -> [UInt64] {
    let isRight = areSame(found)
    guard isRight.contains(false) else { return found }
    var wrong: Set<UInt32> = []
    // Most hashes are right: a bit says so before the set is asked.
    let mask = 1 << 16 - 1
    var marks = LineSet(none: mask + 1)
    for index in found.indices where !isRight[index] {
      wrong.insert(hashes[index])
      marks.insert(Int(hashes[index]) & mask)
    }
    var pairs: [UInt64] = []
    for index in found.indices {
      let isWrong = marks.contains(Int(hashes[index]) & mask) && wrong.contains(hashes[index])
      if !isWrong { pairs.append(found[index]) }
    }
    // Few lines have these hashes: each is compared with those before it, the nearest first.
    var known: [UInt32: [UInt32]] = [:]
    for index in range {
      let hash = UInt32(truncatingIfNeeded: sorted[index] >> 32)
      guard marks.contains(Int(hash) & mask), wrong.contains(hash) else { continue }
      let line = UInt32(truncatingIfNeeded: sorted[index])
      let before = known[hash] ?? []
      if let old = before.last(where: { areSame([UInt64($0) << 32 | UInt64(line)])[0] }) {
        pairs.append(UInt64(old) << 32 | UInt64(line))
      }
      known[hash] = before.filter { !areSame([UInt64($0) << 32 | UInt64(line)])[0] } + [line]
    }
    return pairs
  }
}
