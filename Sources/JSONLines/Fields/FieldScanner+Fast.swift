/// The fast way through a line. Every function returns the offset behind what it read, or ``slow`` where
/// the line has to be read by the strict reader; none ever reads at or behind ``FieldScanner/end``, since
/// each reads at most 64 bytes from an offset that is not beyond ``FieldScanner/limit``.
extension FieldScanner {
  /// The line is not in the form that can be walked by words.
  static var slow: Int { -1 }

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    // Callers keep to offsets below `end`.
    unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  private func word(_ offset: Int) -> UInt64 {
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
    guard count > 0 else { return members(start, from: start + 1, expecting: 0, isFirst: true) }
    for index in 0..<count {
      let member = skeleton.member(index)
      // The slot is the index of one of the keys, the row that of a line of the batch.
      unsafe places[member.slot * Self.batchSize + row] = member.place
    }
    let last = skeleton.member(count - 1)
    seen = last.seen
    if !isStrict, seen & wanted == wanted { return tail(start + last.end) }
    return members(start, from: start + last.end, expecting: last.slot + 1, isFirst: false)
  }

  /// Walks a line whose skeleton is kept.
  @inline(never)
  private mutating func learn(_ start: Int) -> Int {
    skeleton.clear()
    let end = members(start, from: start + 1, expecting: 0, isFirst: true, isLearning: true)
    if end >= 0 {
      unsafe skeleton.finish(base + start, read: read, isStrict: isStrict)
    }
    return end
  }

  /// Walks the members of a line and returns the offset of its line end.
  ///
  /// - Parameters:
  ///   - start: The line.
  ///   - offset: The first key, or what stands behind a value.
  ///   - expected: The key that usually comes next.
  ///   - isFirst: Whether a key stands there.
  ///   - isLearning: Whether the skeleton of the line is taken.
  /// - Returns: The offset, or ``slow``.
  @inline(__always)
  private mutating func members(
    _ start: Int,
    from offset: Int,
    expecting expected: Int,
    isFirst: Bool,
    isLearning: Bool = false
  ) -> Int {
    var offset = offset
    var expected = expected
    var isKey = isFirst
    var isRegular = isLearning
    while true {
      if !isKey {
        offset = blanks(offset)
        switch byte(offset) {
        case UInt8(ascii: ","): offset = blanks(offset + 1)
        case UInt8(ascii: "}"):
          return byte(offset + 1) == 0x0A ? offset + 1 : Self.slow
        default: return Self.slow
        }
      }
      isKey = false
      guard offset <= limit, byte(offset) == UInt8(ascii: "\"") else { return Self.slow }
      var slot = key(offset, from: expected)
      var valueStart: Int
      if slot >= 0 {
        // The slot is the index of one of the patterns.
        valueStart = unsafe offset + patterns[slot].length
        expected = slot + 1
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
      let isWanted = wanted & bit != 0
      let valueEnd = value(valueStart, slot, start, isWanted: isWanted)
      guard valueEnd >= 0, valueEnd <= limit else { return Self.slow }
      seen |= bit
      if isRegular {
        isRegular = keep(slot, valueStart, valueEnd, of: start)
      }
      if !isStrict, isWanted, seen & wanted == wanted {
        return tail(valueEnd)
      }
      offset = valueEnd
    }
  }

  /// Keeps a member for the skeleton.
  ///
  /// - Returns: Whether the next one may be kept as well.
  private mutating func keep(_ slot: Int, _ valueStart: Int, _ valueEnd: Int, of line: Int) -> Bool
  {
    guard slot >= 0, byte(valueStart) == UInt8(ascii: "\"") else { return false }
    // A text that nobody reads may have escapes, and then another text as long may not be one.
    for offset in valueStart..<valueEnd where byte(offset) == UInt8(ascii: "\\") { return false }
    return skeleton.append(
      Skeleton.Member(
        slot: slot,
        place: FieldPlace(.string, start: valueStart, end: valueEnd, inLineAt: line),
        end: valueEnd - line,
        seen: seen
      )
    )
  }

  /// Steps over at most two blanks; a line with more is read the slow way.
  @inline(__always)
  private func blanks(_ offset: Int) -> Int {
    var offset = offset
    if byte(offset) == 0x20 {
      offset += 1
      if byte(offset) == 0x20 { offset += 1 }
    }
    return offset
  }

  /// Finds the key at an offset: usually it is the next one.
  @inline(__always)
  private func key(_ offset: Int, from expected: Int) -> Int {
    let first = word(offset)
    let count = keyCount
    var slot = expected
    while slot < count {
      if fits(slot, offset, first) { return slot }
      slot += 1
    }
    slot = 0
    while slot < min(expected, count) {
      if fits(slot, offset, first) { return slot }
      slot += 1
    }
    return -1
  }

  @inline(__always)
  private func fits(_ slot: Int, _ offset: Int, _ first: UInt64) -> Bool {
    // The slot is below the number of keys.
    let pattern = unsafe patterns + slot
    guard unsafe first & pattern.pointee.masks.0 == pattern.pointee.words.0 else { return false }
    let length = unsafe pattern.pointee.length
    guard length > 8 else { return true }
    guard unsafe word(offset + 8) & pattern.pointee.masks.1 == pattern.pointee.words.1 else {
      return false
    }
    guard length > 16 else { return true }
    guard length <= KeyPattern.maximumLength else { return false }
    return unsafe word(offset + 16) & pattern.pointee.masks.2 == pattern.pointee.words.2
  }

  /// Walks a value and keeps it where it is wanted.
  @inline(__always)
  private func value(_ start: Int, _ slot: Int, _ line: Int, isWanted: Bool) -> Int {
    let isRead = isWanted || isStrict
    let kind: RawJSON.Kind
    let end: Int
    switch byte(start) {
    case UInt8(ascii: "\""):
      let quote = string(start + 1, isRead: isRead, skipsEscapes: !isRead)
      guard quote >= 0 else { return Self.slow }
      kind = .string
      end = quote + 1
    case UInt8(ascii: "["):
      kind = .array
      end = isRead ? array(start) : nested(start)
    case UInt8(ascii: "{"):
      guard !isRead else { return Self.slow }
      kind = .object
      end = nested(start)
    default:
      (kind, end) = scalar(start)
    }
    if isWanted, end >= 0 {
      // The slot is the index of one of the keys, the row that of a line of the batch.
      unsafe places[slot * Self.batchSize + row] =
        FieldPlace(kind, start: start, end: end, inLineAt: line)
    }
    return end
  }

  /// Walks a number without fraction, or a word.
  private func scalar(_ start: Int) -> (RawJSON.Kind, Int) {
    switch byte(start) {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return (.integer, integer(start))
    case UInt8(ascii: "t"):
      return (.boolean, word(start) & 0xFFFF_FFFF == 0x6575_7274 ? start + 4 : Self.slow)
    case UInt8(ascii: "f"):
      return (.boolean, word(start) & 0xFF_FFFF_FFFF == 0x65_736C_6166 ? start + 5 : Self.slow)
    case UInt8(ascii: "n"):
      return (.null, word(start) & 0xFFFF_FFFF == 0x6C6C_756E ? start + 4 : Self.slow)
    default:
      return (.null, Self.slow)
    }
  }

  private func integer(_ start: Int) -> Int {
    var offset = start
    if byte(offset) == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    while offset <= limit, byte(offset) &- UInt8(ascii: "0") <= 9 { offset += 1 }
    guard offset > first, offset <= limit else { return Self.slow }
    if byte(first) == UInt8(ascii: "0"), offset - first > 1 { return Self.slow }
    switch byte(offset) {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20: return offset
    default: return Self.slow
    }
  }

  /// Walks an array of strings, numbers and words without blanks.
  private func array(_ start: Int) -> Int {
    var offset = start + 1
    if byte(offset) == UInt8(ascii: "]") { return offset + 1 }
    while true {
      guard offset <= limit else { return Self.slow }
      if byte(offset) == UInt8(ascii: "\"") {
        let quote = string(offset + 1, isRead: true, skipsEscapes: false)
        guard quote >= 0 else { return Self.slow }
        offset = quote + 1
      } else {
        offset = scalar(offset).1
      }
      guard offset >= 0, offset <= limit else { return Self.slow }
      switch byte(offset) {
      case UInt8(ascii: ","): offset += 1
      case UInt8(ascii: "]"): return offset + 1
      default: return Self.slow
      }
    }
  }
}
