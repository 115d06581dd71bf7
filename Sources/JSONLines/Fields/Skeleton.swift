/// The beginning of a line that was walked: most lines after it have the same keys and as long values.
///
/// It ends behind a text; values that are no texts, and texts with escapes, are not within it.
@safe struct Skeleton: ~Copyable {
  /// How many bytes it covers at most: pieces of sixteen.
  static let maximumCount = 256
  static let maximumFields = 24

  /// A member of the line, and everything before it.
  struct Member {
    let slot: Int
    let place: FieldPlace
    /// One bit for each key so far.
    let seen: UInt64
    /// How many values so far are read.
    let readCount: Int

    /// The offset behind the value, counted from the start of the line.
    var end: Int { place.offset &+ place.count }
  }

  private let pieces: UnsafeMutablePointer<Piece>
  private let members: UnsafeMutablePointer<Member>
  // The values among them that are read.
  private let values: UnsafeMutablePointer<(slot: Int, place: FieldPlace)>
  private var valueCount = 0
  // For each offset how many members end at or before it.
  private let counts: UnsafeMutablePointer<UInt8>
  private(set) var memberCount = 0
  private(set) var pieceCount = 0
  /// How many lines in a row did not have it.
  private var misses = 0
  private var patience = 4

  init() {
    let count = Self.maximumCount / 16
    unsafe pieces = .allocate(capacity: count)
    unsafe pieces.initialize(repeating: Piece(), count: count)
    unsafe members = .allocate(capacity: Self.maximumFields)
    unsafe values = .allocate(capacity: Self.maximumFields)
    unsafe counts = .allocate(capacity: Self.maximumCount)
    unsafe counts.initialize(repeating: 0, count: Self.maximumCount)
  }

  deinit {
    // All hold plain values, which need no farewell.
    unsafe pieces.deallocate()
    unsafe members.deallocate()
    unsafe values.deallocate()
    unsafe counts.deallocate()
  }

  /// Whether a line that is walked should be kept as the next one.
  var isStale: Bool { pieceCount == 0 || misses >= patience }

  @inline(__always)
  func member(_ index: Int) -> Member {
    precondition(index < memberCount)
    return unsafe members[index]
  }

  @inline(__always)
  func value(_ index: Int) -> (slot: Int, place: FieldPlace) {
    precondition(index < valueCount)
    return unsafe values[index]
  }

  /// Finds how many members a line has in common with it.
  ///
  /// - Parameter start: The line, of which ``maximumCount`` bytes can be read.
  /// - Returns: How many members, from the first, are the same but for the texts.
  @inline(__always)
  mutating func match(_ start: UnsafeRawPointer) -> Int {
    var index = 0
    while index < pieceCount {
      // Four pieces at once; all lie within what can be read, and their number is a multiple of four.
      let first = unsafe bad(start, index) | bad(start, index &+ 1)
      let second = unsafe bad(start, index &+ 2) | bad(start, index &+ 3)
      guard Self.isNothing(first | second) else {
        let count = unsafe count(of: start, from: index)
        misses = count == memberCount ? 0 : misses + 1
        return count
      }
      index &+= 4
    }
    misses = 0
    if patience > 4 { patience -= 1 }
    return memberCount
  }

  /// Finds how many members a line has in common with it from one of them on.
  ///
  /// - Parameters:
  ///   - start: Where the line would begin if it were like this one before those members, ``maximumCount``
  ///     bytes of which can be read.
  ///   - count: How many members come before, fewer than there are.
  /// - Returns: How many members there are up to the first that differs.
  func match(_ start: UnsafeRawPointer, behind count: Int) -> Int {
    // The line's first byte is no part of its first member.
    let edge = count > 0 ? member(count - 1).end : 1
    let index = edge / 16
    let first = unsafe bad(start, index) & Self.mask(from: edge - index * 16)
    if let place = Self.first(first) { return self.count(before: index * 16 + place) }
    return unsafe self.count(of: start, from: index + 1)
  }

  /// How many members there are up to the first that differs, where those before a piece do not.
  private func count(of start: UnsafeRawPointer, from piece: Int) -> Int {
    // All pieces lie within what can be read.
    for index in piece..<max(piece, pieceCount) {
      if let place = unsafe Self.first(bad(start, index)) {
        return count(before: index * 16 + place)
      }
    }
    return memberCount
  }

  /// All bits of the bytes of a piece from one on.
  private static func mask(from place: Int) -> SIMD16<UInt8> {
    let places = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    let edge = SIMD16<UInt8>(repeating: UInt8(clamping: place))
    // Each byte of a mask is 0 or 0xFF.
    return unsafe unsafeBitCast(places .>= edge, to: SIMD16<UInt8>.self)
  }

  /// How many members there are up to that of a key and with it; as many as before where it has none.
  func index(behind slot: Int, from count: Int) -> Int {
    for index in count..<max(memberCount, count) where member(index).slot == slot {
      return index + 1
    }
    return count
  }

  /// Which bytes of a piece of a line differ from it where they must not.
  @inline(__always)
  private func bad(_ start: UnsafeRawPointer, _ index: Int) -> SIMD16<UInt8> {
    // The caller keeps to the pieces and to what can be read.
    unsafe pieces[index].bad(
      start.loadUnaligned(fromByteOffset: index &* 16, as: SIMD16<UInt8>.self)
    )
  }

  @inline(__always)
  private static func isNothing(_ bytes: SIMD16<UInt8>) -> Bool {
    // Both are sixteen bytes.
    let words = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return words.x | words.y == 0
  }

  /// The first byte that is not zero.
  private static func first(_ bytes: SIMD16<UInt8>) -> Int? {
    ByteMask(bytes .!= SIMD16<UInt8>(repeating: 0)).first
  }

  /// How many members end at or before an offset.
  @inline(__always)
  private func count(before offset: Int) -> Int {
    precondition(offset >= 0 && offset < Self.maximumCount)
    // There is a count for each offset.
    return Int(unsafe counts[offset])
  }

  /// Forgets the line, to take another one member by member.
  mutating func clear() {
    memberCount = 0
    valueCount = 0
    pieceCount = 0
    misses = 0
    patience = min(patience * 2, 64)
  }

  /// Takes the next member of the line.
  ///
  /// - Parameters:
  ///   - slot: The index of its key.
  ///   - place: Its value, a text.
  ///   - isRead: Whether the value is read.
  ///   - seen: One bit for each key so far.
  /// - Returns: Whether there was room for it.
  mutating func append(_ slot: Int, _ place: FieldPlace, isRead: Bool, seen: UInt64) -> Bool {
    guard memberCount < Self.maximumFields, place.offset + place.count <= Self.maximumCount else {
      return false
    }
    if isRead {
      unsafe (values + valueCount).initialize(to: (slot, place))
      valueCount += 1
    }
    unsafe (members + memberCount).initialize(
      to: Member(slot: slot, place: place, seen: seen, readCount: valueCount)
    )
    memberCount += 1
    return true
  }

  /// Takes the bytes of the line.
  ///
  /// - Parameters:
  ///   - start: The line, of which ``maximumCount`` bytes can be read.
  ///   - read: One bit for each key whose value is read.
  ///   - isStrict: Whether every text must be UTF-8.
  mutating func finish(_ start: UnsafeRawPointer, read: UInt64, isStrict: Bool) {
    guard memberCount > 0 else { return }
    let end = member(memberCount - 1).end
    pieceCount = (end + 63) / 64 * 4
    // Within the pieces, whose number was just set.
    unsafe pieces.update(repeating: Piece(), count: pieceCount)
    for offset in 0..<end {
      let byte = unsafe start.load(fromByteOffset: offset, as: UInt8.self)
      unsafe pieces[offset / 16].fix(offset % 16, byte)
    }
    var known = 0
    for offset in 0..<Self.maximumCount {
      while known < memberCount, self.member(known).end <= offset { known += 1 }
      // There is a count for each offset.
      unsafe counts[offset] = UInt8(truncatingIfNeeded: known)
    }
    for index in 0..<memberCount {
      let member = member(index)
      let isRead = isStrict || read >> UInt64(member.slot) & 1 == 1
      for offset in member.end - member.place.count + 1..<member.end - 1 {
        unsafe pieces[offset / 16].free(offset % 16, isASCII: isRead)
      }
    }
  }
}

/// Sixteen bytes of a line that was walked: which of them every line must have, and what the others may be.
private struct Piece {
  // The byte that must stand there, where `isFixed` is all ones; else one that must not.
  private var byte = SIMD16<UInt8>(repeating: 0xFF)
  private var isFixed = SIMD16<UInt8>(repeating: 0)
  // What turns the bytes that are allowed into the numbers from `least` on.
  private var turn = SIMD16<UInt8>(repeating: 0)
  private var least = SIMD16<Int8>(repeating: .min)

  /// Asks for a byte at a place.
  mutating func fix(_ place: Int, _ byte: UInt8) {
    self.byte[place] = byte
    isFixed[place] = 0xFF
  }

  /// Allows every byte of a text at a place, of texts that are read those of ASCII only.
  mutating func free(_ place: Int, isASCII: Bool) {
    byte[place] = UInt8(ascii: "\"")
    isFixed[place] = 0
    turn[place] = isASCII ? 0 : 0x80
    least[place] = isASCII ? 0x20 : .min + 0x20
  }

  /// Marks the bytes that are not as they must be, and backslashes.
  @inline(__always)
  func bad(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
    // All of these are sixteen bytes; each byte of a mask is 0 or 0xFF.
    let isByte = unsafe unsafeBitCast(bytes .== byte, to: SIMD16<UInt8>.self)
    let isBackslash = unsafe unsafeBitCast(bytes .== Bytes.backslash, to: SIMD16<UInt8>.self)
    let turned = unsafe unsafeBitCast(bytes ^ turn, to: SIMD16<Int8>.self)
    let isLess = unsafe unsafeBitCast(turned .< least, to: SIMD16<UInt8>.self)
    return (isByte ^ isFixed) | isBackslash | isLess
  }
}
