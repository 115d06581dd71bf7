import JSONLines

/// The hashes by which keys are found: texts that are equal as Swift compares them have the same.
struct KeyHash {
  /// Under this every key stands that has a text whose hash cannot be told.
  static let wild: UInt32 = 0x5749_4C44

  private(set) var value: UInt32 = 0

  /// Adds the hash of the next field's folded value.
  mutating func add(_ hash: UInt32) {
    value = (value &* 0x9E37_79B1) ^ hash ^ value >> 15
  }

  /// Hashes folded texts, one for each field; `nil` where it cannot be told.
  static func of(_ keys: [String]) -> UInt32? {
    var hash = KeyHash()
    for key in keys {
      guard let next = of(key) else { return nil }
      hash.add(next)
    }
    return hash.value
  }

  /// Hashes a folded text; `nil` where its hash cannot be told.
  static func of(_ key: String) -> UInt32? {
    let plain = Array(key.utf8)
    guard !isPlain(plain) else { return ByteHash.hash(plain) }
    var bytes: [UInt8] = []
    for character in key {
      let scalars = character.unicodeScalars
      if let scalar = scalars.first, scalars.count == 1, isPlain(scalar) {
        bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else if scalars.contains(where: isAlias) {
        return nil
      } else {
        // An é may be one scalar or two; either way it is one character.
        bytes += Array(UTF8.encodedReplacementCharacter)
      }
    }
    return ByteHash.hash(bytes)
  }

  /// Hashes a folded text of ASCII and Chinese; `nil` for any other.
  static func ofPlain(_ key: [Unicode.Scalar]) -> UInt32? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(key.count * 3)
    for scalar in key {
      let value = scalar.value
      if value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: value))
        continue
      }
      guard (0x4000...0x9FFF).contains(value) else { return nil }
      // Three bytes of UTF-8.
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
    return ByteHash.hash(bytes)
  }

  /// Whether there is nothing but ASCII and Chinese from U+4000 to U+9FFF: no other text is equal to it.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x00..<0x80: index += 1
      case 0xE4...0xE9: index += 3
      default: return false
      }
    }
    return true
  }

  /// Whether no other scalar but an alias is equal to it.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || (0x3001...0x301F).contains(scalar.value)
      || (0x4000...0x9FFF).contains(scalar.value)
  }

  /// Whether it is equal to a plain one: compatibility ideographs, and a few signs.
  private static func isAlias(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x037E, 0x1FEF, 0x212A, 0x2329, 0x232A, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
    default: false
    }
  }
}

/// Folds the values of many lines and hashes what comes out.
struct FoldedHash {
  private var text = [UInt8](repeating: 0, count: 512)

  /// Hashes a value as ``FieldDefinition/key(of:)`` folds that of its field.
  ///
  /// - Parameters:
  ///   - raw: A value that was read.
  ///   - canonical: The form of the field's texts, where there is one.
  ///   - buffer: The memory in which it stands.
  /// - Returns: The hash of the folded text; `nil` where it cannot be told.
  @unsafe mutating func hash(
    _ raw: RawJSON,
    as canonical: Canonical?,
    _ buffer: UnsafeRawBufferPointer
  ) -> UInt32? {
    if let canonical {
      let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
      guard raw.kind == .string, !raw.isEscaped,
        canonical.isPlain(span.extracting(raw.start + 1..<raw.end - 1))
      else {
        let value = JSONValue(raw, in: span)
        return KeyHash.of(Folding.key(canonical.form(value.string ?? value.text.span.text)))
      }
    }
    return unsafe hash(raw, buffer)
  }

  /// Hashes a value as ``Folding/key(_:)`` folds its text.
  ///
  /// - Parameters:
  ///   - raw: A value that was read.
  ///   - buffer: The memory in which it stands.
  /// - Returns: The hash of the folded text; `nil` where it cannot be told.
  @unsafe mutating func hash(_ raw: RawJSON, _ buffer: UnsafeRawBufferPointer) -> UInt32? {
    if raw.kind == .string, !raw.isEscaped, let hash = unsafe shortHash(raw, buffer) {
      return hash
    }
    guard raw.kind == .string, !raw.isEscaped, raw.end - raw.start < text.count,
      let count = unsafe fold(raw.start + 1..<raw.end - 1, buffer)
    else {
      let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
      let value = JSONValue(raw, in: span)
      return KeyHash.of(Folding.key(value.string ?? value.text.span.text))
    }
    return ByteHash.hash(text.span.extracting(0..<count))
  }

  /// The hash of a short text of visible ASCII, which is folded by words; `nil` for any other.
  private func shortHash(_ raw: RawJSON, _ buffer: UnsafeRawBufferPointer) -> UInt32? {
    let count = raw.end - raw.start - 2
    precondition(raw.start >= 0 && raw.end <= buffer.count)
    guard count <= ShortText.maximumCount, let base = buffer.baseAddress else { return nil }
    // The text stands within the buffer, between its quotes.
    let short = unsafe ShortText(copying: base + raw.start + 1, count)
    return short.lowered(count).map { ByteHash.hash($0, count) }
  }

  /// Folds ASCII and Chinese and returns how many bytes come out; `nil` where there is anything else.
  private mutating func fold(_ range: Range<Int>, _ buffer: UnsafeRawBufferPointer) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    precondition(range.count <= text.count)
    // Lent once for all bytes: no more come out than go in.
    return unsafe text.withUnsafeMutableBufferPointer { text in
      unsafe Self.fold(range, buffer, into: text)
    }
  }

  private static func fold(
    _ range: Range<Int>,
    _ buffer: UnsafeRawBufferPointer,
    into text: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      // Below the end of the range, which the buffer holds.
      let byte = unsafe buffer[index]
      switch byte {
      case 0x20, 0x09...0x0D: index += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        unsafe text[count] = byte | 0x20
        count += 1
        index += 1
      case 0x00..<0x80:
        unsafe text[count] = byte
        count += 1
        index += 1
      case 0xE4...0xE9:
        guard index + 2 < range.upperBound else { return nil }
        unsafe text[count] = byte
        unsafe text[count + 1] = buffer[index + 1]
        unsafe text[count + 2] = buffer[index + 2]
        count += 3
        index += 3
      default: return nil
      }
    }
    return count
  }
}
