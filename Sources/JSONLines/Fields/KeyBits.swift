/// The indices of some of the keys of a plan, in ascending order, one bit for each.
public struct KeyBits: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var bits: UInt64

  /// Takes one bit for each key, the lowest for the first.
  @inlinable
  public init(_ bits: UInt64) {
    self.bits = bits
  }

  /// Takes the first of them away and returns it; `nil` where there is none left.
  @inlinable
  public mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    defer { bits &= bits &- 1 }
    return bits.trailingZeroBitCount
  }
}
