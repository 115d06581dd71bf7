/// Where a JSON value stands among the bytes that were scanned, and of which type it is.
///
/// Nothing is decoded until it is asked for: a scan of a million lines makes no text.
public struct RawJSON: Hashable, Sendable {
  /// The type of a JSON value, numbers told apart by whether they have a fraction or exponent.
  public enum Kind: UInt8, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean
    /// A number without fraction or exponent; it may be larger than 64 bits.
    case integer
    /// A number with a fraction or an exponent.
    case decimal
    /// A string.
    case string
    /// An array.
    case array
    /// An object.
    case object
  }

  /// The type.
  public let kind: Kind
  /// Whether a string contains a backslash.
  public let isEscaped: Bool
  /// The offset of the first byte; of a string, its opening quote.
  public let start: Int
  /// The offset behind the last byte; of a string, behind its closing quote.
  public let end: Int

  /// Creates a reference to a value that was scanned.
  public init(kind: Kind, isEscaped: Bool = false, start: Int, end: Int) {
    self.kind = kind
    self.isEscaped = isEscaped
    self.start = start
    self.end = end
  }
}

extension RawJSON {
  /// Decodes a string; `nil` for a value of another type.
  ///
  /// - Parameter bytes: The bytes that were scanned.
  /// - Returns: The text with its escapes resolved.
  public func string(in bytes: Span<UInt8>) -> String? {
    guard kind == .string else { return nil }
    let content = (start + 1)..<(end - 1)
    guard isEscaped else {
      return bytes.extracting(content).text
    }
    return Escapes.resolve(bytes, content).span.text
  }

  /// Reads an integer; `nil` for another type or a number beyond 64 bits.
  ///
  /// - Parameter bytes: The bytes that were scanned.
  /// - Returns: The exact value.
  public func integer(in bytes: Span<UInt8>) -> Int64? {
    guard kind == .integer else { return nil }
    var index = start
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var value: Int64 = 0
    while index < end {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let digit = Int64(bytes[index] &- UInt8(ascii: "0"))
      // Summing on the negative side reaches Int64.min as well.
      let (sum, carry) = product.subtractingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      value = sum
      index += 1
    }
    guard !isNegative else { return value }
    let (positive, overflow) = Int64(0).subtractingReportingOverflow(value)
    return overflow ? nil : positive
  }

  /// Reads `true` or `false`; `nil` for another type.
  ///
  /// - Parameter bytes: The bytes that were scanned.
  /// - Returns: The truth value.
  public func boolean(in bytes: Span<UInt8>) -> Bool? {
    kind == .boolean ? bytes[start] == UInt8(ascii: "t") : nil
  }

  /// Compares the content of an unescaped string with bytes.
  ///
  /// - Parameters:
  ///   - text: The bytes to compare with.
  ///   - bytes: The bytes that were scanned.
  /// - Returns: Whether they are the same.
  public func equals(_ text: [UInt8], in bytes: Span<UInt8>) -> Bool {
    guard end - start - 2 == text.count else { return false }
    for offset in text.indices where bytes[start + 1 + offset] != text[offset] { return false }
    return true
  }

  /// Copies the value's bytes as they stand.
  ///
  /// - Parameter bytes: The bytes that were scanned.
  /// - Returns: The JSON text of the value.
  public func copy(from bytes: Span<UInt8>) -> [UInt8] {
    bytes.extracting(start..<end).copied
  }
}

extension Span<UInt8> {
  /// The bytes as text; bytes that are not UTF-8 become U+FFFD.
  public var text: String {
    // The pointer is used within the closure only.
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes as an array.
  public var copied: [UInt8] {
    // The pointer is used within the closure only.
    unsafe withUnsafeBufferPointer { unsafe [UInt8]($0) }
  }
}
