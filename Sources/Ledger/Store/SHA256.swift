/// The hash SHA-256 (FIPS 180-4), fed piece by piece.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
    0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  private var block: [UInt8] = []
  private var length: UInt64 = 0

  /// Starts a hash of nothing.
  public init() {
    block.reserveCapacity(64)
  }

  /// Hashes bytes at once.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The hash in lower-case hexadecimal digits.
  public static func hash(_ bytes: [UInt8]) -> String {
    hash(bytes.span)
  }

  /// Hashes bytes at once.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The hash in lower-case hexadecimal digits.
  public static func hash(_ bytes: Span<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Adds bytes.
  ///
  /// - Parameter bytes: The bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    length &+= UInt64(bytes.count)
    var index = 0
    while index < bytes.count {
      if block.isEmpty, bytes.count - index >= 64 {
        let whole = (bytes.count - index) / 64 * 64
        Self.compress(bytes.extracting(index..<index + whole), &state)
        index += whole
        continue
      }
      block.append(bytes[index])
      index += 1
      if block.count == 64 { flush() }
    }
  }

  /// Ends the hash.
  ///
  /// - Returns: The hash in lower-case hexadecimal digits.
  public consuming func finish() -> String {
    let bits = length &* 8
    block.append(0x80)
    if block.count == 64 { flush() }
    while block.count != 56 {
      block.append(0)
      if block.count == 64 { flush() }
    }
    for place in 0..<8 { block.append(UInt8(truncatingIfNeeded: bits &>> UInt64(56 - place * 8))) }
    flush()
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for word in state {
      for place in 0..<8 { digits.append(Self.digits[Int(word &>> UInt32(28 - place * 4) & 0xF)]) }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private mutating func flush() {
    let full = block
    Self.compress(full.span, &state)
    block.removeAll(keepingCapacity: true)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
