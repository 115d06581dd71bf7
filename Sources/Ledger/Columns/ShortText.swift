/// The first 24 bytes of a text as machine words, zeros behind its end.
struct ShortText: Equatable {
  /// The longest text that fits.
  static let maximumCount = 24

  let words: (UInt64, UInt64, UInt64)

  static let empty = ShortText(words: (0, 0, 0))

  private init(words: (UInt64, UInt64, UInt64)) {
    self.words = words
  }

  /// Takes three words.
  init(words: [UInt64]) {
    self.words = (words[0], words[1], words[2])
  }

  /// The words.
  var list: [UInt64] { [words.0, words.1, words.2] }

  /// Loads a text from memory of which 24 bytes can be read.
  @inline(__always)
  init(loading start: UnsafeRawPointer, _ count: Int) {
    // 24 bytes can be read, and what stands behind the text is masked away.
    let first = unsafe start.loadUnaligned(as: UInt64.self)
    if count <= 8 {
      words = (first & Self.mask(count), 0, 0)
      return
    }
    let second = unsafe start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    if count <= 16 {
      words = (first, second & Self.mask(count - 8), 0)
      return
    }
    let third = unsafe start.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    words = (first, second, third & Self.mask(min(count - 16, 8)))
  }

  /// Copies a text from memory of which no byte behind its end can be read.
  @inline(__always)
  init(copying start: UnsafeRawPointer, _ count: Int) {
    // Every load lies within the text; where two overlap, what the first one has is shifted out of the second.
    switch count {
    case 16...:
      let end = min(count, Self.maximumCount)
      let third = end > 16 ? unsafe Self.word(start, end - 8) &>> Self.bits(24 - end) : 0
      words = unsafe (Self.word(start, 0), Self.word(start, 8), third)
    case 8..<16:
      let second = count > 8 ? unsafe Self.word(start, count - 8) &>> Self.bits(16 - count) : 0
      words = unsafe (Self.word(start, 0), second, 0)
    case 4..<8:
      let first = unsafe start.loadUnaligned(as: UInt32.self).littleEndian
      let last = unsafe start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian
      words = (UInt64(first) | (UInt64(last) &>> Self.bits(8 - count)) &<< 32, 0, 0)
    case 1..<4:
      let first = unsafe start.load(as: UInt8.self)
      let middle = unsafe start.load(fromByteOffset: count / 2, as: UInt8.self)
      let last = unsafe start.load(fromByteOffset: count - 1, as: UInt8.self)
      words = (
        UInt64(first) | UInt64(middle) &<< Self.bits(count / 2)
          | UInt64(last) &<< Self.bits(count - 1),
        0, 0
      )
    default: words = (0, 0, 0)
    }
  }

  @inline(__always)
  private static func word(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    // The caller keeps to the text.
    unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  private static func bits(_ bytes: Int) -> UInt64 { UInt64(truncatingIfNeeded: bytes &* 8) }

  /// Copies a text of at most 24 bytes.
  init(_ text: Span<UInt8>) {
    self = unsafe text.withUnsafeBytes { buffer in
      // A text without bytes has no address, and then none is read.
      unsafe buffer.baseAddress.map { unsafe ShortText(copying: $0, buffer.count) } ?? .empty
    }
  }

  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    // Shifting by 64 would shift by nothing.
    count == 0 ? 0 : .max &>> UInt64(truncatingIfNeeded: 64 &- count &* 8)
  }

  @inline(__always)
  static func == (a: ShortText, b: ShortText) -> Bool {
    (a.words.0 ^ b.words.0) | (a.words.1 ^ b.words.1) | (a.words.2 ^ b.words.2) == 0
  }

  /// Whether the bytes come before others.
  @inline(__always)
  static func < (a: ShortText, b: ShortText) -> Bool {
    if a.words.0 != b.words.0 { return a.words.0.byteSwapped < b.words.0.byteSwapped }
    if a.words.1 != b.words.1 { return a.words.1.byteSwapped < b.words.1.byteSwapped }
    return a.words.2.byteSwapped < b.words.2.byteSwapped
  }

  /// The same text with capitals as small letters; `nil` where it holds anything but visible ASCII.
  ///
  /// - Parameter count: How many bytes the text has.
  /// - Returns: The small letters.
  func lowered(_ count: Int) -> ShortText? {
    guard let first = Self.lowered(words.0, of: min(count, 8)),
      let second = Self.lowered(words.1, of: min(max(count - 8, 0), 8)),
      let third = Self.lowered(words.2, of: min(max(count - 16, 0), 8))
    else { return nil }
    return ShortText(words: (first, second, third))
  }

  /// The same for the first bytes of a word; those behind them are zero.
  @inline(__always)
  private static func lowered(_ word: UInt64, of count: Int) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    // What stands behind the text counts as visible.
    let bytes = word | ~mask(count) & ones &* 0x21
    // Of ASCII bytes below the first visible one the difference has its highest bit.
    guard (bytes | (bytes &- ones &* 0x21)) & high == 0 else { return nil }
    // With these added a byte from "A" on has its highest bit, and one behind "Z".
    let capitals = (word &+ ones &* 0x3F) & ~(word &+ ones &* 0x25) & high
    return word | capitals >> 2
  }

  /// Whether one of the bytes is a byte other than zero.
  @inline(__always)
  func has(_ byte: UInt8) -> Bool {
    words.0.marks(of: byte) | words.1.marks(of: byte) | words.2.marks(of: byte) != 0
  }

  /// A hash of the bytes and of what came before them.
  @inline(__always)
  func hash(_ seed: UInt64) -> UInt64 {
    let one = Self.fold(words.0 ^ 0xA076_1D64_78BD_642F, words.1 ^ 0xE703_7ED1_A0B4_28DB ^ seed)
    return Self.fold(one ^ words.2, 0x8EBC_6AF0_9C88_C6E3)
  }

  @inline(__always)
  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}

extension UInt64 {
  /// Marks the bytes of a word that are a byte, by their highest bits; above the lowest mark there may be wrong ones.
  @inline(__always)
  func marks(of byte: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let other = self ^ UInt64(byte) &* ones
    return (other &- ones) & ~other & ones << 7
  }
}
