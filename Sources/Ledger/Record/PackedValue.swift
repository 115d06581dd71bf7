import JSONLines

/// Where a value stands within its line, in eight bytes: a ledger holds many of them.
struct PackedValue: Sendable {
  /// The longest line whose values can be told.
  static let maximumLength = 1 << 30

  /// Nothing: the line has no such member.
  static let missing = PackedValue(bits: 0)

  // From the lowest bit: type (3), escaped (1), length (30), offset from the line's start (30).
  private let bits: UInt64

  private init(bits: UInt64) {
    self.bits = bits
  }

  /// Packs a value of a line that is not longer than ``maximumLength``.
  init(_ raw: RawJSON, inLineAt start: Int) {
    bits =
      UInt64(raw.kind.rawValue) | (raw.isEscaped ? 8 : 0)
      | UInt64(raw.end - raw.start) << 4 | UInt64(raw.start - start) << 34
  }

  /// Whether the line has the member, `null` or not.
  var isSeen: Bool { bits != 0 }

  /// Whether it has a value; `null` is none.
  var isValue: Bool { bits & 7 != 0 }

  /// The value where it stands among the bytes; `nil` where there is none.
  func raw(inLineAt start: Int) -> RawJSON? {
    guard isValue, let kind = RawJSON.Kind(rawValue: UInt8(bits & 7)) else { return nil }
    let first = start + Int(bits >> 34)
    let length = Int(bits >> 4 & (1 << 30 - 1))
    return RawJSON(kind: kind, isEscaped: bits & 8 != 0, start: first, end: first + length)
  }
}
