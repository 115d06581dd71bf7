/// A hash of bytes, the same in every run.
///
/// Caches keep it. Equal hashes never stand for equal bytes.
enum ByteHash {
  /// Hashes a text that is short and whole.
  @inline(__always)
  static func hash(_ text: ShortText, _ count: Int) -> UInt32 {
    let hash = text.hash(UInt64(truncatingIfNeeded: count))
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// Hashes bytes that can be read.
  static func hash(_ start: UnsafeRawPointer, _ count: Int) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: count)
    var offset = 0
    // Never behind `count`: whole pieces first, then the rest byte by byte.
    repeat {
      let rest = count - offset
      let piece =
        rest >= ShortText.maximumCount
        ? unsafe ShortText(loading: start + offset, ShortText.maximumCount)
        : unsafe ShortText(copying: start + offset, rest)
      hash = piece.hash(hash)
      offset += ShortText.maximumCount
    } while offset < count
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// Hashes the bytes of a text.
  static func hash(_ bytes: [UInt8]) -> UInt32 {
    hash(bytes.span)
  }

  /// Hashes bytes.
  static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    // The pointer is used within the closure only.
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else {
        return unsafe hash(UnsafeRawPointer(bitPattern: 8).unsafelyUnwrapped, 0)
      }
      return unsafe hash(start, buffer.count)
    }
  }
}
