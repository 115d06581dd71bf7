/// Numbers by hash: tables with free places, eight bytes each.
///
/// There are many tables, each of which grows by itself and by half: few places are free, and little is copied at a time.
struct OrdinalMap: Sendable {
  fileprivate struct Table: Sendable {
    // The hash, and behind it the number and one; 0 is free.
    var slots: [UInt64] = []
    var count = 0
  }

  private var tables = [Table](repeating: Table(), count: 1 << Self.tableBits)
  private static let tableBits = 8
  /// What was read of places that were touched; it says nothing.
  private var touched: UInt64 = 0

  /// Adds a number.
  mutating func insert(_ hash: UInt32, _ ordinal: Int) {
    precondition(ordinal < UInt32.max)
    let mixed = Self.mix(hash)
    tables[Self.table(mixed)].insert(UInt64(hash) << 32 | UInt64(ordinal + 1), mixed)
  }

  /// Touches where hashes are looked for, before each is asked for: many then wait for memory at once.
  mutating func touch(_ hashes: ArraySlice<UInt32>) {
    var sum: UInt64 = 0
    for hash in hashes {
      let mixed = Self.mix(hash)
      let table = Self.table(mixed)
      let count = tables[table].slots.count
      if count > 0 { sum ^= tables[table].slots[Table.start(mixed, count)] }
    }
    // It is kept, so that reading it is not left out.
    touched = sum
  }

  /// Returns the numbers of a hash in ascending order, no number twice.
  func ordinals(_ hash: UInt32) -> [Int] {
    var found: [Int] = []
    visit(hash) { ordinal in
      found.append(ordinal)
      return true
    }
    return found.count > 1 ? Set(found).sorted() : found
  }

  /// Whether there is a number of a hash.
  func contains(_ hash: UInt32) -> Bool {
    var isFound = false
    visit(hash) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// Whether there may be a number of a key, whose hash cannot always be told.
  func mayContain(_ hash: UInt32?) -> Bool {
    hash.map { contains($0) || contains(KeyHash.wild) } ?? true
  }

  /// Hands out the numbers of a hash until the body wants no more.
  @inline(__always)
  private func visit(_ hash: UInt32, _ body: (Int) -> Bool) {
    let mixed = Self.mix(hash)
    let slots = tables[Self.table(mixed)].slots
    guard !slots.isEmpty else { return }
    var slot = Table.start(mixed, slots.count)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash), !body(Int(slots[slot] & 0xFFFF_FFFF) - 1) { return }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
  }

  fileprivate static func mix(_ hash: UInt32) -> UInt64 { UInt64(hash) &* 0x9E37_79B9_7F4A_7C15 }

  private static func table(_ mixed: UInt64) -> Int { Int(mixed >> UInt64(64 - tableBits)) }
}

extension OrdinalMap.Table {
  /// The place among so many where a hash is looked for first.
  static func start(_ mixed: UInt64, _ count: Int) -> Int {
    // Other bits than those that tell the table.
    Int(((mixed >> 24 & 0xFFFF_FFFF) &* UInt64(count)) >> 32)
  }

  mutating func insert(_ entry: UInt64, _ mixed: UInt64) {
    if (count + 1) * 4 > slots.count * 3 { grow() }
    put(entry, mixed)
    count += 1
  }

  private mutating func put(_ entry: UInt64, _ mixed: UInt64) {
    var slot = Self.start(mixed, slots.count)
    while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(8, old.count + old.count / 2))
    for entry in old where entry != 0 {
      put(entry, OrdinalMap.mix(UInt32(truncatingIfNeeded: entry >> 32)))
    }
  }
}
