import JSONLines

/// A converter from UTF-16 to UTF-8.
struct UTF16Decoder {
  /// Which of the two bytes of a unit comes first.
  let highByteFirst: Bool

  /// Converts bytes up to the first that belong to no whole character.
  ///
  /// - Parameter bytes: The bytes, which begin with a character.
  /// - Returns: The UTF-8, and how many bytes were converted.
  func decode(_ bytes: Span<UInt8>) -> (text: [UInt8], count: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2)
    var offset = 0
    while offset < bytes.count, let (scalar, length) = scalar(in: bytes, at: offset) {
      output.append(contentsOf: scalar.utf8)
      offset += length
    }
    return (output, offset)
  }

  /// The scalar at an offset and its length in bytes; `nil` for half of one.
  private func scalar(in bytes: Span<UInt8>, at offset: Int) -> (Unicode.Scalar, length: Int)? {
    guard let unit = unit(in: bytes, at: offset) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 2) }
    guard UTF16.isLeadSurrogate(unit), let trail = self.unit(in: bytes, at: offset + 2),
      UTF16.isTrailSurrogate(trail)
    else { return nil }
    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
    return Unicode.Scalar(value).map { ($0, 4) }
  }

  private func unit(in bytes: Span<UInt8>, at offset: Int) -> UInt16? {
    guard offset + 1 < bytes.count else { return nil }
    let first = UInt16(bytes[offset])
    let second = UInt16(bytes[offset + 1])
    return highByteFirst ? first << 8 | second : second << 8 | first
  }
}
