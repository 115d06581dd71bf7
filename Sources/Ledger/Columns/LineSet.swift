/// Some of the lines of a file, one bit each.
struct LineSet: Sendable {
  private(set) var words: [UInt64]
  private(set) var total: Int

  /// Creates a set with every line in it.
  init(all total: Int) {
    self.total = total
    words = Array(repeating: .max, count: (total + 63) / 64)
    if total % 64 != 0 { words[words.count - 1] = 1 << UInt64(total % 64) - 1 }
  }

  /// Creates a set with no line in it.
  init(none total: Int) {
    self.total = total
    words = Array(repeating: 0, count: (total + 63) / 64)
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  @inline(__always)
  func contains(_ line: Int) -> Bool {
    words[line >> 6] >> UInt64(line & 63) & 1 == 1
  }

  @inline(__always)
  mutating func insert(_ line: Int) {
    words[line >> 6] |= 1 << UInt64(line & 63)
  }

  @inline(__always)
  mutating func remove(_ line: Int) {
    words[line >> 6] &= ~(1 << UInt64(line & 63))
  }

  /// Takes away the lines of a range that are not accepted.
  @inline(__always)
  mutating func filter(in range: Range<Int>, _ accepts: (Int) -> Bool) {
    var copy = self
    forEach(in: range) { if !accepts($0) { copy.remove($0) } }
    self = copy
  }

  /// Hands out the lines of a range that are in the set, in order.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Int) -> Void) {
    guard !range.isEmpty else { return }
    var index = range.lowerBound >> 6
    let last = (range.upperBound - 1) >> 6
    while index <= last {
      var word = words[index]
      if index == range.lowerBound >> 6 { word &= .max << UInt64(range.lowerBound & 63) }
      if index == last, range.upperBound & 63 != 0 {
        word &= 1 << UInt64(range.upperBound & 63) - 1
      }
      while word != 0 {
        body(index << 6 + word.trailingZeroBitCount)
        word &= word - 1
      }
      index += 1
    }
  }
}
