/// Finds bytes among many.
public enum ByteSearch {
  /// Finds the first place of some bytes.
  ///
  /// - Parameters:
  ///   - needle: The bytes, at least one.
  ///   - buffer: Memory that does not change during the call.
  ///   - range: Where to look.
  /// - Returns: The offset of the first byte; `nil` where they stand nowhere in the range.
  @unsafe public static func first(
    _ needle: [UInt8],
    _ buffer: UnsafeRawBufferPointer,
    _ range: Range<Int>
  ) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count && !needle.isEmpty)
    let last = needle.count - 1
    let head = SIMD16<UInt8>(repeating: needle[0])
    let tail = SIMD16<UInt8>(repeating: needle[last])
    var offset = range.lowerBound
    // Sixteen places at once, as long as the needle at the last of them lies within the range.
    while offset + 16 + last <= range.upperBound {
      let fits =
        (unsafe buffer.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self) .== head)
        .& (unsafe buffer.loadUnaligned(fromByteOffset: offset + last, as: SIMD16<UInt8>.self)
          .== tail)
      var mask = ByteMask(fits)
      while let place = mask.popFirst() {
        if unsafe stands(needle, buffer, offset + place) { return offset + place }
      }
      offset += 16
    }
    while offset + last < range.upperBound {
      if unsafe stands(needle, buffer, offset) { return offset }
      offset += 1
    }
    return nil
  }

  private static func stands(
    _ needle: [UInt8],
    _ buffer: UnsafeRawBufferPointer,
    _ offset: Int
  ) -> Bool {
    for index in needle.indices where unsafe buffer[offset + index] != needle[index] {
      return false
    }
    return true
  }
}
