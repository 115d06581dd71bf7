import JSONLines

/// Says of bytes whether they may hold a folded text, without making texts of them.
///
/// Folding works character by character, so what stands in a row in the folded form stands in a row in the
/// bytes, but for letters in capitals and for what folding takes away or changes. Where it cannot tell, it says
/// that they may.
struct TextMatcher: Sendable {
  private let needle: [UInt8]
  // Bytes with this bit set are compared: letters stand in the needle in their lower case.
  private let cases: [UInt8]
  // Whether the text has only characters that nothing else becomes when both are compared.
  private let isPlain: Bool

  /// Creates a matcher.
  ///
  /// - Parameter key: A folded text, not empty.
  init(_ key: String) {
    needle = Array(key.utf8)
    cases = needle.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? 0x20 : 0 }
    isPlain = ByteFolding.isPlain(key)
  }

  /// Memory in which a text is folded; it is used again and again.
  struct Scratch {
    fileprivate var bytes: [UInt8] = []
  }

  /// Whether a range may hold the text.
  ///
  /// - Parameters:
  ///   - range: Whole characters of JSON text, at least one.
  ///   - buffer: The memory, which does not change during the call.
  ///   - scratch: Memory for folding.
  /// - Returns: Whether it may.
  @unsafe func mayStand(
    in range: Range<Int>,
    _ buffer: UnsafeRawBufferPointer,
    _ scratch: inout Scratch
  ) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    let last = needle.count - 1
    let head = SIMD16<UInt8>(repeating: needle[0])
    let tail = SIMD16<UInt8>(repeating: needle[last])
    let headCase = SIMD16<UInt8>(repeating: cases[0])
    let tailCase = SIMD16<UInt8>(repeating: cases[last])
    var hides = false
    var isEscaped = false
    var offset = range.lowerBound
    // Sixteen places at once, as long as the memory reaches; what follows the range is told apart by `stands`.
    while offset < range.upperBound, offset + 16 + last <= buffer.count {
      let bytes = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      let ends = unsafe buffer.loadUnaligned(
        fromByteOffset: offset + last,
        as: SIMD16<UInt8>.self
      )
      let fits = ((bytes | headCase) .== head) .& ((ends | tailCase) .== tail)
      var mask = ByteMask(fits)
      while let place = mask.popFirst() {
        if unsafe stands(at: offset + place, before: range.upperBound, buffer) { return true }
      }
      if ByteMask(Self.odd(bytes)).isAny {
        hides = true
        isEscaped = isEscaped || ByteMask(bytes .== Self.backslash).isAny
      }
      offset += 16
    }
    while offset < range.upperBound {
      if unsafe stands(at: offset, before: range.upperBound, buffer) { return true }
      switch unsafe buffer[offset] {
      case 0x5C: (hides, isEscaped) = (true, true)
      case 0x20, 0xC0..<0xE4, 0xEA...: hides = true
      default: break
      }
      offset += 1
    }
    guard hides else { return false }
    // What is written with escapes is another text.
    guard isPlain, !isEscaped, unsafe ByteFolding.fold(range, buffer, into: &scratch.bytes) else {
      return true
    }
    let needle = needle
    // The text is lent within the closure only.
    return unsafe scratch.bytes.withUnsafeBytes { text in
      unsafe ByteSearch.first(needle, text, 0..<text.count) != nil
    }
  }

  private static var backslash: SIMD16<UInt8> { SIMD16<UInt8>(repeating: 0x5C) }

  /// Blanks, escapes, and all that is neither ASCII nor nearly certainly Chinese.
  @inline(__always)
  private static func odd(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    // Vectors of one type on both sides: anything else is compared byte by byte.
    let blank = SIMD16<UInt8>(repeating: 0x20)
    let limit = SIMD16<UInt8>(repeating: 0xC0)
    let han = SIMD16<UInt8>(repeating: 0xE4)
    let width = SIMD16<UInt8>(repeating: 6)
    return (bytes .== blank) .| (bytes .== backslash)
      .| ((bytes .>= limit) .& ((bytes &- han) .>= width))
  }

  private func stands(at offset: Int, before end: Int, _ buffer: UnsafeRawBufferPointer) -> Bool {
    guard offset + needle.count <= end else { return false }
    for index in needle.indices
    where unsafe buffer[offset + index] | cases[index] != needle[index] {
      return false
    }
    return true
  }
}
