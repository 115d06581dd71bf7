/// Keys and values on the fast way through a line, see `fastLine`.
extension FieldScanner {
  /// Steps over at most two blanks; a line with more is read the slow way.
  @inline(__always)
  func blanks(_ offset: Int) -> Int {
    var offset = offset
    if byte(offset) == 0x20 {
      offset += 1
      if byte(offset) == 0x20 { offset += 1 }
    }
    return offset
  }

  /// Finds the key at an offset: usually it is the next one.
  @inline(__always)
  func key(_ offset: Int, from expected: Int) -> Int {
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
  mutating func value(_ start: Int, _ slot: Int, _ line: Int, isWanted: Bool) -> Int {
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
  private mutating func scalar(_ start: Int) -> (RawJSON.Kind, Int) {
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

  private mutating func integer(_ start: Int) -> Int {
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
  private mutating func array(_ start: Int) -> Int {
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
