/// The fast way through a line. Every function returns the offset behind what it read, or ``slow`` where
/// the line has to be read by the strict reader; none ever reads at or behind ``FieldScanner/end``, since
/// each reads at most 64 bytes from an offset that is not beyond ``FieldScanner/limit``. Those that change
/// nothing are `mutating` all the same: for any other call the whole scanner would be copied.
extension FieldScanner {
  /// The line is not in the form that can be walked by words.
  static var slow: Int { -1 }

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    // Callers keep to offsets below `end`.
    unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  func word(_ offset: Int) -> UInt64 {
    // Callers keep to offsets up to `limit` + 48.
    unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  func vector(_ offset: Int) -> SIMD16<UInt8> {
    // Callers keep to offsets up to `limit` + 48.
    unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// Walks a line and returns the offset of its line end.
  @inline(__always)
  mutating func fastLine(_ start: Int) -> Int {
    guard start <= limit, byte(start) == UInt8(ascii: "{") else { return Self.slow }
    guard start + Skeleton.maximumCount <= end else {
      return members(start, from: start + 1, expecting: 0, isFirst: true)
    }
    guard !skeleton.isStale else { return learn(start) }
    let count = unsafe skeleton.match(base + start)
    guard count > 0 else { return resume(start, 0) }
    let last = skeleton.member(count - 1)
    for index in 0..<last.readCount {
      let value = skeleton.value(index)
      // The slot is the index of one of the keys, the row that of a line of the batch.
      unsafe places[value.slot &* Self.batchSize &+ row] = value.place
    }
    seen = last.seen
    guard count == skeleton.memberCount else { return resume(start, count) }
    if !isStrict, seen & wanted == wanted { return tail(start + last.end) }
    return members(start, from: start + last.end, expecting: last.slot + 1, isFirst: false)
  }

  /// Walks a line whose form is kept.
  @inline(never)
  private mutating func learn(_ start: Int) -> Int {
    skeleton.clear()
    let end = members(start, from: start + 1, expecting: 0, isFirst: true, isLearning: true)
    if end >= 0 { unsafe skeleton.finish(base + start, read: read, isStrict: isStrict) }
    return end
  }

  /// Walks a line from where it leaves the skeleton: the member that differs by itself, then on with the
  /// skeleton, which stands a little further on or back from there.
  ///
  /// - Parameters:
  ///   - start: The line.
  ///   - count: How many members of the skeleton it has.
  /// - Returns: The offset of the line end, or ``slow``.
  @inline(never)
  private mutating func resume(_ start: Int, _ count: Int) -> Int {
    var count = count
    var isFirst = count == 0
    var offset = isFirst ? start + 1 : start + skeleton.member(count - 1).end
    var expected = isFirst ? 0 : skeleton.member(count - 1).slot + 1
    while true {
      offset = member(start, offset, expecting: expected, isFirst: isFirst)
      guard offset >= 0, walked.slot != Self.closed else { return offset }
      if !isStrict, seen & wanted == wanted { return tail(offset) }
      isFirst = false
      if walked.slot >= 0 {
        expected = walked.slot + 1
        count = skeleton.index(behind: walked.slot, from: count)
      }
      // Where the line would begin if it had been like the skeleton up to here.
      let shifted = offset - (count > 0 ? skeleton.member(count - 1).end : 0)
      guard count < skeleton.memberCount, shifted >= 0, shifted + Skeleton.maximumCount <= end,
        count > 0 || byte(offset) == UInt8(ascii: ",")
      else { break }
      let found = unsafe skeleton.match(base + shifted, behind: count)
      guard found > count else { break }
      let last = skeleton.member(found - 1)
      let before = count > 0 ? skeleton.member(count - 1) : nil
      let new = last.seen & ~(before?.seen ?? 0)
      guard seen & new == 0 else { return Self.slow }
      seen |= new
      for index in (before?.readCount ?? 0)..<last.readCount {
        let value = skeleton.value(index)
        // The slot is the index of one of the keys, the row that of a line of the batch.
        unsafe places[value.slot * Self.batchSize + row] = value.place.moved(by: shifted - start)
      }
      offset = shifted + last.end
      if !isStrict, seen & wanted == wanted { return tail(offset) }
      expected = last.slot + 1
      count = found
      if found == skeleton.memberCount { break }
    }
    return members(start, from: offset, expecting: expected, isFirst: false)
  }

  /// Walks the members of a line and returns the offset of its line end.
  ///
  /// - Parameters:
  ///   - start: The line.
  ///   - offset: The first key, or what stands behind a value.
  ///   - expected: The key that usually comes next.
  ///   - isFirst: Whether a key stands there.
  ///   - isLearning: Whether the form of the line is taken.
  /// - Returns: The offset, or ``slow``.
  private mutating func members(
    _ start: Int,
    from offset: Int,
    expecting expected: Int,
    isFirst: Bool,
    isLearning: Bool = false
  ) -> Int {
    var offset = offset
    var expected = expected
    var isFirst = isFirst
    var isRegular = isLearning
    while true {
      offset = member(start, offset, expecting: expected, isFirst: isFirst)
      guard offset >= 0, walked.slot != Self.closed else { return offset }
      if walked.slot >= 0 { expected = walked.slot + 1 }
      isFirst = false
      if isRegular { isRegular = keep(walked.slot, walked.start, offset, of: start) }
      if !isStrict, seen & wanted == wanted { return tail(offset) }
    }
  }

  /// What ``walked`` says where an object ended.
  private static var closed: Int { -2 }

  /// Walks one member, and says in ``walked`` which.
  ///
  /// - Parameters:
  ///   - start: The line.
  ///   - offset: The key, or what stands behind the value before.
  ///   - expected: The key that usually comes next.
  ///   - isFirst: Whether the key stands there.
  /// - Returns: The offset behind its value, or of the line end where there is no other member; or ``slow``.
  @inline(__always)
  private mutating func member(
    _ start: Int,
    _ offset: Int,
    expecting expected: Int,
    isFirst: Bool
  ) -> Int {
    var offset = offset
    guard offset <= limit else { return Self.slow }
    if !isFirst {
      offset = blanks(offset)
      switch byte(offset) {
      case UInt8(ascii: ","): offset = blanks(offset + 1)
      case UInt8(ascii: "}"):
        walked.slot = Self.closed
        return byte(offset + 1) == 0x0A ? offset + 1 : Self.slow
      default: return Self.slow
      }
    }
    guard offset <= limit, byte(offset) == UInt8(ascii: "\"") else { return Self.slow }
    var slot = key(offset, from: expected)
    var valueStart: Int
    if slot >= 0 {
      // The slot is the index of one of the patterns.
      valueStart = unsafe offset + patterns[slot].length
    } else {
      // A key that nobody asks for, unless it is written with escapes.
      guard !isStrict, !hasLongKeys else { return Self.slow }
      let quote = string(offset + 1, isRead: false, skipsEscapes: false)
      guard quote >= 0 else { return Self.slow }
      valueStart = quote + 1
      slot = -1
    }
    guard valueStart <= limit else { return Self.slow }
    valueStart = blanks(valueStart)
    guard byte(valueStart) == UInt8(ascii: ":") else { return Self.slow }
    valueStart = blanks(valueStart + 1)
    guard valueStart >= 0, valueStart <= limit else { return Self.slow }
    let bit: UInt64 = slot >= 0 ? 1 << UInt64(slot) : 0
    guard seen & bit == 0 else { return Self.slow }
    if slot >= 0, slot == watchedSlot { return Self.slow }
    let valueEnd = value(valueStart, slot, start, isWanted: wanted & bit != 0)
    guard valueEnd >= 0, valueEnd <= limit else { return Self.slow }
    seen |= bit
    walked = (slot, valueStart)
    return valueEnd
  }

  /// Keeps a member for the form of the line.
  ///
  /// - Returns: Whether the next one may be kept as well.
  private mutating func keep(_ slot: Int, _ valueStart: Int, _ valueEnd: Int, of line: Int) -> Bool
  {
    guard slot >= 0, byte(valueStart) == UInt8(ascii: "\"") else { return false }
    // A text that nobody reads may have escapes, and then another text as long may not be one.
    for offset in valueStart..<valueEnd where byte(offset) == UInt8(ascii: "\\") { return false }
    return skeleton.append(
      slot,
      FieldPlace(.string, start: valueStart, end: valueEnd, inLineAt: line),
      isRead: read >> UInt64(slot) & 1 == 1,
      seen: seen
    )
  }
}
