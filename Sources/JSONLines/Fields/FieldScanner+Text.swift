extension FieldScanner {
  /// Walks a string from behind its opening quote.
  ///
  /// - Parameters:
  ///   - start: The offset of the first byte behind the quote.
  ///   - isRead: Whether the text is read, so that it has to be UTF-8.
  ///   - skipsEscapes: Whether what stands behind a backslash is stepped over; else such a string is slow.
  /// - Returns: The offset of the closing quote.
  @inline(__always)
  mutating func string(_ start: Int, isRead: Bool, skipsEscapes: Bool) -> Int {
    var offset = start
    var high: UInt64 = 0
    while true {
      guard offset <= limit else { return Self.slow }
      let bytes = vector(offset)
      let stops =
        (bytes .== Bytes.quote) .| (bytes .== Bytes.backslash) .| (bytes .< Bytes.blank)
      let mask = ByteMask(stops)
      if isRead {
        // Both are sixteen bytes.
        let words = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
        high |= words.x | words.y
      }
      guard let found = mask.first else {
        offset += 16
        continue
      }
      offset += found
      if byte(offset) == UInt8(ascii: "\"") { break }
      // A backslash is slow or stepped over; a control character is always slow.
      guard skipsEscapes, byte(offset) == UInt8(ascii: "\\"), byte(offset + 1) >= 0x20 else {
        return Self.slow
      }
      offset += 2
    }
    guard isRead, high & 0x8080_8080_8080_8080 != 0 else { return offset }
    return isUTF8(start, offset) ? offset : Self.slow
  }

  /// Whether bytes are well-formed UTF-8 (Unicode 15, table 3-7).
  private mutating func isUTF8(_ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end {
      let lead = byte(offset)
      if lead < 0x80 {
        offset += 1
        continue
      }
      // The closing quote stops a sequence that is cut: it continues none.
      let second = byte(offset + 1)
      switch lead {
      case 0xE1...0xEC, 0xEE...0xEF:
        guard second & 0xC0 == 0x80, byte(offset + 2) & 0xC0 == 0x80 else { return false }
        offset += 3
      case 0xC2...0xDF:
        guard second & 0xC0 == 0x80 else { return false }
        offset += 2
      case 0xE0, 0xED:
        let isRight = lead == 0xE0 ? (0xA0...0xBF) ~= second : (0x80...0x9F) ~= second
        guard isRight, byte(offset + 2) & 0xC0 == 0x80 else { return false }
        offset += 3
      case 0xF0...0xF4:
        let isRight =
          lead == 0xF0
          ? (0x90...0xBF) ~= second : lead == 0xF4 ? (0x80...0x8F) ~= second : second & 0xC0 == 0x80
        guard isRight, byte(offset + 2) & 0xC0 == 0x80, byte(offset + 3) & 0xC0 == 0x80 else {
          return false
        }
        offset += 4
      default: return false
      }
    }
    return true
  }

  /// Steps over an array or an object that nobody reads.
  mutating func nested(_ start: Int) -> Int {
    var offset = start
    var depth = 0
    while offset <= limit {
      switch byte(offset) {
      case UInt8(ascii: "\""):
        offset = string(offset + 1, isRead: false, skipsEscapes: true)
        guard offset >= 0 else { return Self.slow }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return offset + 1 }
      case 0x00..<0x20: return Self.slow
      default: break
      }
      offset += 1
    }
    return Self.slow
  }

  /// Finds the line end behind the last wanted value, and whether the watched key may stand before it.
  @inline(__always)
  mutating func tail(_ start: Int) -> Int {
    // What goes on is no value, such as truex or "a"b.
    switch byte(start) {
    case UInt8(ascii: ","), UInt8(ascii: "}"), 0x20: break
    default: return Self.slow
    }
    let one = SIMD16<UInt8>(repeating: watchedBytes.0)
    let two = SIMD16<UInt8>(repeating: watchedBytes.1)
    var offset = start
    while true {
      guard offset <= limit else { return Self.slow }
      let low = stops(offset, one, two)
      let high = stops(offset + 16, one, two)
      guard ByteMask(low .| high).isAny else {
        offset += 32
        continue
      }
      for half in 0..<2 {
        var mask = ByteMask(half == 0 ? low : high)
        while let found = mask.popFirst() {
          let place = offset + half * 16 + found
          switch byte(place) {
          case 0x0A:
            return byte(place - 1) == UInt8(ascii: "}") ? place : Self.slow
          case UInt8(ascii: "\\"):
            // A key may be written with escapes of this kind.
            if byte(place + 1) == UInt8(ascii: "u") { return Self.slow }
          default:
            if isWatchedKey(place - watchedFirst, from: start) { return Self.slow }
          }
        }
      }
      offset += 32
    }
  }

  @inline(__always)
  private func stops(_ offset: Int, _ one: SIMD16<UInt8>, _ two: SIMD16<UInt8>)
    -> SIMDMask<SIMD16<Int8>>
  {
    let bytes = vector(offset)
    let key = (bytes .== one) .& (vector(offset + watchedStep) .== two)
    return (bytes .== Bytes.lineEnd) .| (bytes .== Bytes.backslash) .| key
  }

  private func isWatchedKey(_ offset: Int, from start: Int) -> Bool {
    guard let needle = plan.watched?.needle, offset >= start, offset + needle.count <= end else {
      return false
    }
    return needle.indices.allSatisfy { byte(offset + $0) == needle[$0] }
  }
}
