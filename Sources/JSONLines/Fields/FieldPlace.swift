/// Where the value of a field stands in its line, in eight bytes.
public struct FieldPlace: Sendable {
  /// The longest line whose values can be told.
  public static let maximumLine = 1 << 30

  /// No value, or `null`.
  public static let missing = FieldPlace(bits: 0)

  // From the lowest bit: type (3), escaped (1), length (30), offset from the line's start (30).
  @usableFromInline let bits: UInt64

  @inlinable
  init(bits: UInt64) {
    self.bits = bits
  }

  @inline(__always)
  init(_ kind: RawJSON.Kind, start: Int, end: Int, inLineAt line: Int) {
    bits =
      kind == .null
      ? 0
      : UInt64(kind.rawValue) | UInt64(truncatingIfNeeded: end - start) << 4
        | UInt64(truncatingIfNeeded: start - line) << 34
  }

  /// Packs a value of a line that is not longer than ``maximumLine``.
  ///
  /// - Parameters:
  ///   - raw: The value.
  ///   - line: The offset of the line.
  public init(_ raw: RawJSON, inLineAt line: Int) {
    let plain = FieldPlace(raw.kind, start: raw.start, end: raw.end, inLineAt: line)
    bits = plain.bits | (raw.kind != .null && raw.isEscaped ? 8 : 0)
  }

  /// The same value, so many bytes further on in its line.
  func moved(by distance: Int) -> FieldPlace {
    FieldPlace(bits: bits &+ UInt64(truncatingIfNeeded: distance) << 34)
  }

  /// Whether there is a value.
  @inlinable public var isValue: Bool { bits != 0 }

  /// Whether it is a string without a backslash.
  @inlinable public var isPlainString: Bool { bits & 15 == 4 }

  /// Whether it is a string.
  @inlinable public var isString: Bool { bits & 7 == 4 }

  /// How many bytes the value has, quotes among them.
  @inlinable public var count: Int { Int(truncatingIfNeeded: bits >> 4 & (1 << 30 - 1)) }

  /// The offset of the first byte, counted from the start of the line.
  @inlinable public var offset: Int { Int(truncatingIfNeeded: bits >> 34) }

  /// The value where it stands among the bytes; `nil` where there is none.
  ///
  /// - Parameter line: The offset of the line.
  /// - Returns: The value.
  public func raw(inLineAt line: Int) -> RawJSON? {
    guard isValue, let kind = RawJSON.Kind(rawValue: UInt8(truncatingIfNeeded: bits & 7)) else {
      return nil
    }
    let start = line + offset
    return RawJSON(kind: kind, isEscaped: bits & 8 != 0, start: start, end: start + count)
  }
}
