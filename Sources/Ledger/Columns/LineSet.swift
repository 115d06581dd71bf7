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
    forEachWord(in: range, flipped: 0) { first, bits in
      var word = bits
      while word != 0 {
        body(first + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }

  /// Hands out the lines of a range that are not in the set, in order.
  @inline(__always)
  func forEachOther(in range: Range<Int>, _ body: (Int) -> Void) {
    forEachWord(in: range, flipped: .max) { first, bits in
      var word = bits
      while word != 0 {
        body(first + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }

  /// How many lines of a range are in the set.
  func count(in range: Range<Int>) -> Int {
    var count = 0
    forEachWord(in: range, flipped: 0) { _, word in count += word.nonzeroBitCount }
    return count
  }

  /// Hands out the bits of a range, 64 at a time, with the line of the first of them.
  @inline(__always)
  private func forEachWord(
    in range: Range<Int>,
    flipped: UInt64,
    _ body: (Int, UInt64) -> Void
  ) {
    guard !range.isEmpty else { return }
    var index = range.lowerBound >> 6
    let last = (range.upperBound - 1) >> 6
    while index <= last {
      var word = words[index] ^ flipped
      if index == range.lowerBound >> 6 { word &= .max << UInt64(range.lowerBound & 63) }
      if index == last, range.upperBound & 63 != 0 {
        word &= 1 << UInt64(range.upperBound & 63) - 1
      }
      body(index << 6, word)
      index += 1
    }
  }
}
