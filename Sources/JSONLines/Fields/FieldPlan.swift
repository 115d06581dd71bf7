/// Which members of JSON lines a ``FieldScanner`` reads, and how strictly it looks at the others.
public struct FieldPlan: Sendable {
  /// How many keys a plan can hold.
  static let maximumKeys = 64

  /// The keys, those that usually stand first in a line first.
  let keys: [[UInt8]]
  /// One bit a key: whether its value is read.
  let read: UInt64
  /// The same without the watched key, for which nobody waits.
  let wanted: UInt64
  /// The key that is read wherever it stands, though lines rarely have it.
  let watched: WatchedKey?
  let isStrict: Bool

  /// Creates a plan.
  ///
  /// - Parameters:
  ///   - keys: All keys that lines usually have, in their usual order.
  ///   - wanted: The indices of the keys whose values are read.
  ///   - watched: The index of a key that is read as well, though lines rarely have it.
  ///   - isStrict: Whether every byte of a line is judged; else a line is left behind its last wanted
  ///     value, and what stands there is only searched for the watched key.
  /// - Precondition: There are at most ``maximumKeys`` keys, no two the same.
  public init(keys: [[UInt8]], wanted: [Int], watched: Int? = nil, isStrict: Bool) {
    precondition(keys.count <= Self.maximumKeys, "a line has more keys than a plan can hold")
    self.keys = keys
    self.watched = watched.map { WatchedKey($0, keys[$0]) }
    let bit: UInt64 = watched.map { 1 << UInt64($0) } ?? 0
    read = wanted.reduce(bit) { $0 | 1 << UInt64($1) }
    self.wanted = read & ~bit
    self.isStrict = isStrict
  }
}

/// A key that is searched for among bytes that are not read otherwise.
struct WatchedKey: Sendable {
  let slot: Int
  /// The key within its quotes.
  let needle: [UInt8]
  /// Two places within the needle whose bytes are looked for first: seldom both fit by chance.
  let first: Int
  let second: Int

  init(_ slot: Int, _ key: [UInt8]) {
    self.slot = slot
    needle = [UInt8(ascii: "\"")] + key + [UInt8(ascii: "\"")]
    first = needle.count / 3
    second = min(needle.count / 3 + 2, needle.count - 1, 15)
  }
}

/// A key within its quotes as machine words, to be compared at once.
struct KeyPattern {
  /// The longest key that fits, quotes counted.
  static let maximumLength = 24

  let words: (UInt64, UInt64, UInt64)
  let masks: (UInt64, UInt64, UInt64)
  let length: Int

  /// Packs a key; one that is too long fits nothing.
  init(_ key: [UInt8]) {
    let text = [UInt8(ascii: "\"")] + key + [UInt8(ascii: "\"")]
    length = text.count
    var words: [UInt64] = [0, 0, 0]
    var masks: [UInt64] = [0, 0, 0]
    for (index, byte) in text.prefix(Self.maximumLength).enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
      masks[index / 8] |= 0xFF << UInt64(index % 8 * 8)
    }
    self.words = (words[0], words[1], words[2])
    self.masks = (masks[0], masks[1], masks[2])
  }
}
