/// The keys of one object, to find one that stands there twice.
struct KeySet {
  private var few: [RawJSON] = []
  private var many: Set<[UInt8]> = []
  // Up to here comparing bytes one by one is faster than hashing them.
  private static let limit = 16

  /// Adds a key.
  ///
  /// - Parameters:
  ///   - key: Where the key stands.
  ///   - bytes: The bytes that were scanned.
  /// - Returns: Whether it is new; keys are equal when their bytes are, escapes resolved.
  mutating func insert(_ key: RawJSON, _ bytes: Span<UInt8>) -> Bool {
    guard many.isEmpty else { return many.insert(Self.name(key, bytes)).inserted }
    for other in few where Self.areEqual(key, other, bytes) { return false }
    few.append(key)
    if few.count > Self.limit {
      many = Set(few.map { Self.name($0, bytes) })
    }
    return true
  }

  private static func name(_ key: RawJSON, _ bytes: Span<UInt8>) -> [UInt8] {
    let content = (key.start + 1)..<(key.end - 1)
    return key.isEscaped
      ? Escapes.resolve(bytes, content) : bytes.extracting(content).copied
  }

  private static func areEqual(_ a: RawJSON, _ b: RawJSON, _ bytes: Span<UInt8>) -> Bool {
    if a.isEscaped || b.isEscaped { return name(a, bytes) == name(b, bytes) }
    guard a.end - a.start == b.end - b.start else { return false }
    for offset in 0..<(a.end - a.start) where bytes[a.start + offset] != bytes[b.start + offset] {
      return false
    }
    return true
  }
}
