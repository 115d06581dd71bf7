/// Numbers words in the order in which they are first asked for.
package struct WordNumbers {
  // One more than the number; 0 where a slot is free.
  private var slots: [(word: UInt64, number: Int32)]
  private var used: Int32 = 0

  /// Starts with no words.
  ///
  /// - Parameter expected: About how many come, so that the table need not grow.
  package init(expecting expected: Int = 0) {
    var count = 1024
    while expected * 2 > count { count *= 2 }
    slots = Array(repeating: (0, 0), count: count)
  }

  /// How many words have a number.
  package var count: Int { Int(used) }

  /// The number of a word.
  ///
  /// - Parameter word: The word.
  /// - Returns: Its number, counted from 0.
  package mutating func number(_ word: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Self.hash(word) & mask
    while slots[index].number != 0 {
      if slots[index].word == word { return Int(slots[index].number) - 1 }
      index = (index + 1) & mask
    }
    used += 1
    slots[index] = (word, used)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for slot in old where slot.number != 0 {
      var index = Self.hash(slot.word) & (slots.count - 1)
      while slots[index].number != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }

  private static func hash(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
