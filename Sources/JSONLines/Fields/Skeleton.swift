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
    /// The offset behind the value, counted from the start of the line.
    let end: Int
    /// One bit for each key so far.
    let seen: UInt64
  }

  // Four vectors for each piece: the bytes that are the same in every line and zeros where values stand;
  // which bytes those are; which belong to values; which of them must be ASCII, since they are read.
  private let pieces: UnsafeMutablePointer<SIMD16<UInt8>>
  private let members: UnsafeMutablePointer<Member>
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
  }

  deinit {
    // Both hold plain values, which need no farewell.
    unsafe pieces.deallocate()
    unsafe members.deallocate()
  }

  /// Whether a line that is walked should be kept as the next one.
  var isStale: Bool { pieceCount == 0 || misses >= patience }

  @inline(__always)
  func member(_ index: Int) -> Member {
    precondition(index < memberCount)
    return unsafe members[index]
  }

  /// Finds how many members a line has in common with it.
  ///
  /// - Parameter start: The line, of which ``maximumCount`` bytes can be read.
  /// - Returns: How many members, from the first, are the same but for the texts.
  @inline(__always)
  mutating func match(_ start: UnsafeRawPointer) -> Int {
    var index = 0
    while index < pieceCount {
      // The piece lies within what can be read.
      let bytes = unsafe start.loadUnaligned(fromByteOffset: index * 16, as: SIMD16<UInt8>.self)
      let piece = unsafe pieces + index * 4
      let special =
        (bytes .== Bytes.quote) .| (bytes .== Bytes.backslash) .| (bytes .< Bytes.blank)
      // Both are sixteen bytes; each byte of a mask is 0 or 0xFF.
      let stops = unsafe unsafeBitCast(special, to: SIMD16<UInt8>.self)
      let bad =
        unsafe ((bytes ^ piece[0]) & piece[1]) | (stops & piece[2]) | (bytes & piece[3])
      let words = unsafe unsafeBitCast(bad, to: SIMD2<UInt64>.self)
      if words.x | words.y != 0 {
        misses += 1
        let place =
          words.x != 0
          ? words.x.trailingZeroBitCount >> 3 : 8 + words.y.trailingZeroBitCount >> 3
        return count(before: index * 16 + place)
      }
      index += 1
    }
    misses = 0
    if patience > 4 { patience -= 1 }
    return memberCount
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
    pieceCount = 0
    misses = 0
    patience = min(patience * 2, 64)
  }

  /// Takes the next member of the line.
  ///
  /// - Returns: Whether there was room for it.
  mutating func append(_ member: Member) -> Bool {
    guard memberCount < Self.maximumFields, member.end <= Self.maximumCount else { return false }
    unsafe (members + memberCount).initialize(to: member)
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
    pieceCount = (end + 15) / 16
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
