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

  // Four vectors for each piece: the bytes that are the same in every line and zeros where values stand;
  // which bytes those are; which belong to values; which of them must be ASCII, since they are read.
  private let pieces: UnsafeMutablePointer<SIMD16<UInt8>>
  private let members: UnsafeMutablePointer<Member>
  // The values among them that are read.
  private let values: UnsafeMutablePointer<(slot: Int, place: FieldPlace)>
  private var valueCount = 0
  private(set) var memberCount = 0
  private(set) var pieceCount = 0
  /// How many lines in a row did not have it.
  private var misses = 0
  private var patience = 4

  init() {
    let count = Self.maximumCount / 16 * 4
    unsafe pieces = .allocate(capacity: count)
    unsafe pieces.initialize(repeating: SIMD16(repeating: 0), count: count)
    unsafe members = .allocate(capacity: Self.maximumFields)
    unsafe values = .allocate(capacity: Self.maximumFields)
  }

  deinit {
    // All hold plain values, which need no farewell.
    unsafe pieces.deallocate()
    unsafe members.deallocate()
    unsafe values.deallocate()
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
      // Two pieces at once; both lie within what can be read, and the number of pieces is even.
      let first = unsafe bad(start, index)
      let second = unsafe bad(start, index &+ 1)
      let both = first | second
      // Both are sixteen bytes.
      let words = unsafe unsafeBitCast(both, to: SIMD2<UInt64>.self)
      if words.x | words.y != 0 {
        misses += 1
        if let place = Self.first(first) { return count(before: index * 16 + place) }
        return count(before: index * 16 + 16 + (Self.first(second) ?? 16))
      }
      index &+= 2
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
    var index = edge / 32 * 2
    var first = unsafe bad(start, index) & Self.mask(from: edge - index * 16)
    var second = unsafe bad(start, index + 1) & Self.mask(from: edge - index * 16 - 16)
    while true {
      if let place = Self.first(first) { return self.count(before: index * 16 + place) }
      if let place = Self.first(second) { return self.count(before: index * 16 + 16 + place) }
      index += 2
      // Both pieces lie within what can be read, and the number of pieces is even.
      guard index < pieceCount else { return memberCount }
      first = unsafe bad(start, index)
      second = unsafe bad(start, index + 1)
    }
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
    let bytes = unsafe start.loadUnaligned(fromByteOffset: index &* 16, as: SIMD16<UInt8>.self)
    let piece = unsafe pieces + index &* 4
    let special =
      (bytes .== Bytes.quote) .| (bytes .== Bytes.backslash) .| (bytes .< Bytes.blank)
    // Both are sixteen bytes; each byte of a mask is 0 or 0xFF.
    let stops = unsafe unsafeBitCast(special, to: SIMD16<UInt8>.self)
    return unsafe ((bytes ^ piece[0]) & piece[1]) | (stops & piece[2]) | (bytes & piece[3])
  }

  /// The first byte that is not zero.
  private static func first(_ bytes: SIMD16<UInt8>) -> Int? {
    ByteMask(bytes .!= SIMD16<UInt8>(repeating: 0)).first
  }

  /// How many members end at or before an offset.
  private func count(before offset: Int) -> Int {
    var count = 0
    while count < memberCount, member(count).end <= offset { count += 1 }
    return count
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
    pieceCount = (end + 31) / 32 * 2
    // Within the pieces, whose number was just set.
    unsafe pieces.update(repeating: SIMD16(repeating: 0), count: pieceCount * 4)
    for offset in 0..<end {
      let byte = unsafe start.load(fromByteOffset: offset, as: UInt8.self)
      unsafe pieces[offset / 16 * 4][offset % 16] = byte
      unsafe pieces[offset / 16 * 4 + 1][offset % 16] = 0xFF
    }
    for index in 0..<memberCount {
      let member = member(index)
      let isRead = isStrict || read >> UInt64(member.slot) & 1 == 1
      for offset in member.end - member.place.count + 1..<member.end - 1 {
        unsafe pieces[offset / 16 * 4][offset % 16] = 0
        unsafe pieces[offset / 16 * 4 + 1][offset % 16] = 0
        unsafe pieces[offset / 16 * 4 + 2][offset % 16] = 0xFF
        if isRead { unsafe pieces[offset / 16 * 4 + 3][offset % 16] = 0x80 }
      }
    }
  }
}
