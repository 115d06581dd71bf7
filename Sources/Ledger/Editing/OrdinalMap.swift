/// Numbers by hash: a table with free places, eight bytes each.
struct OrdinalMap {
  private var slots = [UInt64](repeating: 0, count: 16)
  private var count = 0

  /// Adds a number.
  mutating func insert(_ hash: UInt32, _ ordinal: Int) {
    precondition(ordinal < UInt32.max)
    if (count + 1) * 4 > slots.count * 3 { grow() }
    put(UInt64(hash) << 32 | UInt64(ordinal + 1))
    count += 1
  }

  /// Returns the numbers of a hash in ascending order, no number twice.
  func ordinals(_ hash: UInt32) -> [Int] {
    var found: [Int] = []
    var slot = start(hash)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) { found.append(Int(slots[slot] & 0xFFFF_FFFF) - 1) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return found.count > 1 ? Set(found).sorted() : found
  }

  /// Whether there is a number of a hash.
  func contains(_ hash: UInt32) -> Bool {
    var slot = start(hash)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// Whether there may be a number of a key, whose hash cannot always be told.
  func mayContain(_ hash: UInt32?) -> Bool {
    hash.map { contains($0) || contains(KeyHash.wild) } ?? true
  }

  private func start(_ hash: UInt32) -> Int {
    Int(hash &* 0x9E37_79B1) & (slots.count - 1)
  }

  private mutating func put(_ entry: UInt64) {
    var slot = start(UInt32(truncatingIfNeeded: entry >> 32))
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { put(entry) }
  }
}
