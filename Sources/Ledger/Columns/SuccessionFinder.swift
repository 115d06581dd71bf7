/// Finds lines with the same id among all lines of a file.
struct SuccessionFinder: Sendable {
  let hashes: [Block<UInt32>]
  /// Whether the two lines of each pair have the same id, byte for byte.
  let areSame: @Sendable ([UInt64]) -> [Bool]

  /// Finds the pairs of a line and the next one of the same record, in order.
  ///
  /// - Parameter marks: The hashes of all lines that may have the id of an earlier line, and perhaps a few
  ///   others; all hashes where none are given.
  /// - Returns: The earlier line in the upper half, the later in the lower.
  func pairs(_ marks: HashMarks? = nil) -> Block<UInt64> {
    let entries = entries(marks)
    let total = entries.reduce(0) { $0 + $1.count }
    let cores = total > 100_000 ? Workers.cores : 1
    // Parts of the hashes that take little memory to be put in order.
    let parts = max(cores, total >> 20)
    let found = Workers.map(cores) { core in
      var pairs: [UInt64] = []
      for part in parts * core / cores..<parts * (core + 1) / cores {
        var mine = Growing<UInt64>(capacity: total / parts + 16)
        for block in entries {
          for index in 0..<block.count
          where (Int(block[index] >> 32) * parts) >> 32 == part { mine.append(block[index]) }
        }
        pairs += Self.neighbours(LineOrder.sorted(mine.finish()))
      }
      return pairs
    }
    // In order before they are looked at: half of the lines then stand side by side.
    let pairs = LineOrder.sorted(Block(found.flatMap(\.self)))
    return verified((0..<pairs.count).map { pairs[$0] }, entries)
  }

  /// Each line and the next one with the same hash, where lines are in the order of their hashes.
  private static func neighbours(_ entries: Block<UInt64>) -> [UInt64] {
    var pairs: [UInt64] = []
    for index in 1..<max(entries.count, 1) {
      let (old, new) = (entries[index - 1], entries[index])
      guard old >> 32 == new >> 32 else { continue }
      pairs.append(old << 32 | new & 0xFFFF_FFFF)
    }
    return pairs
  }

  /// The lines that have a mark, each below the hash of its id.
  private func entries(_ marks: HashMarks?) -> [Block<UInt64>] {
    var bases: [Int] = [0]
    for block in hashes { bases.append(bases[bases.count - 1] + block.count) }
    let starts = bases
    return Workers.map(hashes.count) { index in
      let (base, count) = (starts[index], hashes[index].count)
      var entries = Growing<UInt64>(capacity: marks == nil ? count : count / 8)
      unsafe hashes[index].withPointer { hashes in
        for line in 0..<count {
          // A block has as many hashes as lines were counted.
          let hash = unsafe hashes[line]
          guard marks?.contains(hash) ?? true else { continue }
          entries.append(UInt64(hash) << 32 | UInt64(base + line))
        }
      }
      return entries.finish()
    }
  }

  /// Puts right the pairs of lines whose ids only have the same hash.
  ///
  /// - Parameters:
  ///   - found: Each line and the next one with the same hash, in order.
  ///   - entries: All lines that may be in a pair, each below its hash; those with the same hash in order.
  /// - Returns: The pairs of lines with the same id, in order.
  private func verified(_ found: [UInt64], _ entries: [Block<UInt64>]) -> Block<UInt64> {
    let isRight = Workers.mapParts(of: found, ifMoreThan: 10_000) { areSame(Array($0)) }
      .flatMap(\.self)
    guard isRight.contains(false) else { return Block(found) }
    var wrong: Set<UInt32> = []
    // Most hashes are right: a bit says so before the set is asked.
    let mask = 1 << 16 - 1
    var marks = LineSet(none: mask + 1)
    for index in found.indices where !isRight[index] {
      let hash = hash(found[index])
      wrong.insert(hash)
      marks.insert(Int(hash) & mask)
    }
    var pairs = found.filter { pair in
      let hash = hash(pair)
      return !(marks.contains(Int(hash) & mask) && wrong.contains(hash))
    }
    // Few lines have these hashes: each is compared with those before it, the nearest first.
    var known: [UInt32: [UInt32]] = [:]
    for block in entries {
      for index in 0..<block.count {
        let hash = UInt32(truncatingIfNeeded: block[index] >> 32)
        guard marks.contains(Int(hash) & mask), wrong.contains(hash) else { continue }
        let line = UInt32(truncatingIfNeeded: block[index])
        let before = known[hash] ?? []
        if let old = before.last(where: { areSame([UInt64($0) << 32 | UInt64(line)])[0] }) {
          pairs.append(UInt64(old) << 32 | UInt64(line))
        }
        known[hash] = before.filter { !areSame([UInt64($0) << 32 | UInt64(line)])[0] } + [line]
      }
    }
    return LineOrder.sorted(Block(pairs))
  }

  /// The hash of a pair's lines.
  private func hash(_ pair: UInt64) -> UInt32 {
    var line = Int(pair & 0xFFFF_FFFF)
    for block in hashes {
      if line < block.count { return block[line] }
      line -= block.count
    }
    preconditionFailure("a pair of lines that are not there")
  }
}

/// Puts words that end in lines into the order of their upper halves; those with the same one stay in order.
enum LineOrder {
  static func sorted(_ words: Block<UInt64>) -> Block<UInt64> {
    guard words.count > 1000 else { return Block((0..<words.count).map { words[$0] }.sorted()) }
    var here = words
    // Eleven bits at a time, from the lowest.
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
