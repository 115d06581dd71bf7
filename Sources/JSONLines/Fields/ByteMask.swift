/// Which of sixteen bytes were found, one byte each.
@frozen public struct ByteMask {
  @usableFromInline var low: UInt64
  @usableFromInline var high: UInt64

  /// Takes what a comparison of vectors found.
  @inlinable
  @inline(__always)
  public init(_ mask: SIMDMask<SIMD16<Int8>>) {
    // Both are sixteen bytes; each byte of a mask is 0 or 0xFF.
    let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    low = words.x
    high = words.y
  }

  /// Whether any byte was found.
  @inlinable public var isAny: Bool {
    @inline(__always) get { low | high != 0 }
  }

  /// The index of the first byte found.
  @inlinable public var first: Int? {
    @inline(__always) get {
      if low != 0 { return low.trailingZeroBitCount >> 3 }
      return high != 0 ? 8 + high.trailingZeroBitCount >> 3 : nil
    }
  }

  /// Takes the first byte found away.
  @inlinable
  @inline(__always)
  public mutating func popFirst() -> Int? {
    guard let index = first else { return nil }
    if low != 0 {
      low &= ~(0xFF << UInt64(index * 8))
    } else {
      high &= ~(0xFF << UInt64((index - 8) * 8))
    }
    return index
  }
}
