/// A hash of bytes, the same in every run.
///
/// Caches keep it. Equal hashes never stand for equal bytes.
enum ByteHash {
  @inline(__always)
  static func hash(_ start: UnsafeRawPointer, _ count: Int) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    // Never behind `count`: whole words first, then the rest byte by byte.
    while offset + 8 <= count {
      hash = mix(hash ^ (unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < count {
      rest = rest << 8 | UInt64(unsafe start.load(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    hash = mix(hash ^ rest)
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

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 29
  }
}
