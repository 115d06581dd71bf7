import JSONLines

/// Lines by the hash of a key: a look-up reads one small part of it, and proves only that.
final class KeyTable: Sendable {
  /// Hashes are told apart by so many of their upper bits first.
  private let bits: Int
  /// Where each part begins.
  private let bounds: Block<UInt32>
  /// The checksum of each part; none where the table was made by this process.
  private let sums: Block<UInt64>?
  /// The lower bits of the hash, then the line's offset; within a part in the order of the file.
  private let entries: Block<UInt64>

  private static let offsetBits = 40
  // With these the lower bits of a hash, and its part, tell all of it.
  private static let leastBits = 8
  private static let partSize = 128

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - read: What was read of the file, in order.
  ///   - index: Which of the keys that were read.
  ///   - old: The keys of the lines before, in order.
  init(_ read: [KeyReader.Result], _ index: Int, after old: [KeyTable] = []) {
    let added = read.map { (base: $0.base, entries: $0.entries[index]) }
    let before = old.reduce(0) { $0 + $1.entries.count }
    let total = added.reduce(before) { $0 + $1.entries.count }
    var bits = Self.leastBits
    while bits < 24, total >> bits > Self.partSize { bits += 1 }
    let shift = UInt64(32 - bits)
    // A count for each part, and behind them where the next entry of each belongs.
    let places = Zeroed<UInt32>((1 << bits) + 1)
    let last = 1 << bits
    Self.visit(old, added) { hash, _ in unsafe places.start[Int(hash >> shift) + 1] += 1 }
    for part in 0..<last { unsafe places.start[part + 1] += places.start[part] }
    self.bits = bits
    // There is a place for each part and one more.
    bounds = Block((0...last).map { unsafe places.start[$0] })
    entries = unsafe Block(uninitialized: total) { pointer in
      Self.visit(old, added) { hash, offset in
        let part = Int(hash >> shift)
        // Each part has as many places as were counted for it.
        let place = unsafe Int(places.start[part])
        unsafe pointer[place] = (hash & 0xFF_FFFF) << UInt64(Self.offsetBits) | UInt64(offset)
        unsafe places.start[part] += 1
      }
    }
    sums = nil
  }

  /// Takes a table of a cache file; each part is proven when it is asked for.
  ///
  /// Where one begins or its checksum was altered, that fits no entries: neither has to be proven by itself.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - first: The first of its blocks.
  init?(_ file: CacheFile, at first: Int) {
    guard let bounds = file.unproven(first, of: UInt32.self),
      let sums = file.unproven(first + 1, of: UInt64.self),
      let entries = file.unproven(first + 2, of: UInt64.self),
      bounds.count > (1 << Self.leastBits), (bounds.count - 1).nonzeroBitCount == 1,
      sums.count == bounds.count - 1, Int(bounds[bounds.count - 1]) == entries.count
    else { return nil }
    let bits = (bounds.count - 1).trailingZeroBitCount
    guard bits <= 24 else { return nil }
    self.bits = bits
    self.bounds = bounds
    self.sums = sums
    self.entries = entries
  }

  @inline(__always)
  private static func visit(
    _ old: [KeyTable],
    _ added: [(base: Int, entries: [UInt64])],
    _ body: (_ hash: UInt64, _ offset: Int) -> Void
  ) {
    for table in old { table.visit(body) }
    for part in added {
      for entry in part.entries { body(entry >> 32, part.base + Int(entry & 0xFFFF_FFFF)) }
    }
  }

  @inline(__always)
  private func visit(_ body: (_ hash: UInt64, _ offset: Int) -> Void) {
    for part in 0..<bounds.count - 1 {
      let upper = UInt64(part) << UInt64(32 - bits)
      for index in Int(bounds[part])..<Int(bounds[part + 1]) {
        let entry = entries[index]
        // Both tell the bits between them; they are the same.
        let hash = upper | entry >> UInt64(Self.offsetBits)
        body(hash, Int(entry & (1 << UInt64(Self.offsetBits) - 1)))
      }
    }
  }

  /// Finds lines.
  ///
  /// - Parameter hash: The hash of a key.
  /// - Returns: Where lines begin that may have the key, in order; `nil` where the table was altered.
  func offsets(_ hash: UInt32) -> [Int]? {
    let part = Int(UInt64(hash) >> UInt64(32 - bits))
    guard let range = proven(part) else { return nil }
    let low = UInt64(hash & 0xFF_FFFF)
    var offsets: [Int] = []
    for index in range {
      let entry = entries[index]
      guard entry >> UInt64(Self.offsetBits) == low else { continue }
      offsets.append(Int(entry & (1 << UInt64(Self.offsetBits) - 1)))
    }
    return offsets
  }

  /// Says whether a line may have a key; `nil` where the table was altered.
  func mayHave(_ hash: UInt32, isOneOfFew: Bool) -> Bool? {
    guard isOneOfFew, let sums, entries.count > Self.fewEntries else {
      return offsets(hash).map { !$0.isEmpty }
    }
    let part = Int(UInt64(hash) >> UInt64(32 - bits))
    guard let range = range(part) else { return nil }
    let low = UInt64(hash & 0xFF_FFFF)
    return unsafe entries.withCopy(range) { copy in
      guard unsafe Checksum.of(UnsafeRawBufferPointer(copy)) ^ Self.mark(part) == sums[part] else {
        return nil
      }
      return unsafe copy.contains { $0 >> UInt64(Self.offsetBits) == low }
    }
  }

  /// How many keys there are.
  var count: Int { entries.count }

  /// Says that very many keys are about to be looked for.
  func expectLookups() {
    // The entries are lent for the call.
    unsafe entries.withPointer { unsafe Pages.expect(UnsafeRawBufferPointer($0)) }
  }

  /// The pages of so few entries are soon mapped.
  private static let fewEntries = 1 << 16

  private func range(_ part: Int) -> Range<Int>? {
    let (start, end) = (Int(bounds[part]), Int(bounds[part + 1]))
    return start <= end && end <= entries.count ? start..<end : nil
  }

  /// Where the entries of a part stand; `nil` where they were altered.
  private func proven(_ part: Int) -> Range<Int>? {
    guard let range = range(part) else { return nil }
    guard let sums, Self.sum(entries, range) ^ Self.mark(part) != sums[part] else { return range }
    return nil
  }

  /// Whether no part was altered.
  var isProven: Bool {
    (0..<bounds.count - 1).allSatisfy { proven($0) != nil }
  }

  /// Makes the checksum of a part another one at every place: of one that was never written all is zero.
  private static func mark(_ part: Int) -> UInt64 { UInt64(part + 1) &* 0x9E37_79B9_7F4A_7C15 }

  private static func sum(_ entries: Block<UInt64>, _ range: Range<Int>) -> UInt64 {
    unsafe entries.withPointer { all in
      // The range lies within the entries: bounds are checked before they are used.
      unsafe Checksum.of(
        UnsafeRawBufferPointer(
          rebasing: UnsafeRawBufferPointer(all)[
            range.lowerBound * 8..<range.upperBound * 8
          ]
        )
      )
    }
  }
}

extension KeyTable {
  /// How many blocks of a cache file a table takes.
  static let blockCount = 3

  /// The blocks of a cache file.
  var blocks: [CacheBlock] {
    let sums = Block(
      (0..<bounds.count - 1).map { part in
        Self.sum(entries, Int(bounds[part])..<Int(bounds[part + 1])) ^ Self.mark(part)
      }
    )
    return [CacheBlock(bounds), CacheBlock(sums), CacheBlock(unproven: entries)]
  }
}
