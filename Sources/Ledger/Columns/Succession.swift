/// Which line is the latest of its record.
struct Succession: Sendable {
  /// Each line that has a later one of the same record in the upper half, the next of them in the lower;
  /// in order.
  let pairs: Block<UInt64>
  /// The lines that count: the latest of their records, and no ends.
  let live: LineSet
  /// Those that come after another line of the same record.
  let later: LineSet

  /// Takes pairs in order; those beyond the lines are left out.
  init(_ pairs: Block<UInt64>, total: Int, removals: [Int]) {
    var live = LineSet(all: total)
    var later = LineSet(none: total)
    var known = 0
    for index in 0..<pairs.count {
      let new = Int(pairs[index] & 0xFFFF_FFFF)
      let old = Int(pairs[index] >> 32)
      guard new < total, old < total else { continue }
      live.remove(old)
      later.insert(new)
      known += 1
    }
    for line in removals where line < total { live.remove(line) }
    self.pairs =
      known == pairs.count
      ? pairs
      : Block((0..<pairs.count).map { pairs[$0] }.filter { Int($0 & 0xFFFF_FFFF) < total })
    self.live = live
    self.later = later
  }

  /// Whether no record has two lines.
  var isPlain: Bool { pairs.count == 0 }

  /// The line that comes next of the same record.
  func next(_ line: Int) -> Int? {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pairs[middle] >> 32) < line { low = middle + 1 } else { high = middle }
    }
    guard low < pairs.count, Int(pairs[low] >> 32) == line else { return nil }
    return Int(pairs[low] & 0xFFFF_FFFF)
  }

  /// Finds the latest line of a record.
  func latest(_ line: Int) -> Int {
    if live.contains(line) { return line }
    var line = line
    while let later = next(line) { line = later }
    return line
  }
}
