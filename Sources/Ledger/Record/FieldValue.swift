public import JSONLines

/// A type that a field's value can be read as and written from.
public protocol FieldValue: Sendable {
  /// Reads a stored value; `nil` where it has another shape.
  static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> Self?
  /// The value as it is stored.
  var json: JSONValue { get }
}

extension String: FieldValue {
  /// Reads a string.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> String? {
    raw.string(in: bytes)
  }
  /// The value as it is stored.
  public var json: JSONValue { .string(self) }
}

extension Int64: FieldValue {
  /// Reads a whole number.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> Int64? {
    raw.integer(in: bytes)
  }
  /// The value as it is stored.
  public var json: JSONValue { .integer(self) }
}

extension Int: FieldValue {
  /// Reads a whole number.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> Int? {
    raw.integer(in: bytes).map(Int.init)
  }
  /// The value as it is stored.
  public var json: JSONValue { .integer(Int64(self)) }
}

extension Bool: FieldValue {
  /// Reads `true` or `false`.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> Bool? {
    raw.boolean(in: bytes)
  }
  /// The value as it is stored.
  public var json: JSONValue { .boolean(self) }
}

extension RecordID: FieldValue {
  /// Reads a reference.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> RecordID? {
    raw.string(in: bytes).map { RecordID($0) }
  }
  /// The value as it is stored.
  public var json: JSONValue { .string(text) }
}

extension JSONValue: FieldValue {
  /// Reads any value.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> JSONValue? {
    JSONValue(raw, in: bytes)
  }
  /// The value itself.
  public var json: JSONValue { self }
}

extension Array: FieldValue where Element: FieldValue {
  /// Reads an array; `nil` where one of its elements has another shape.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> [Element]? {
    guard raw.kind == .array else { return nil }
    var result: [Element] = []
    var isWhole = true
    var scanner = JSONScanner(raw.start..<raw.end)
    // The bytes were found right by the scan that gave `raw`.
    try? scanner.array(bytes) { (element) throws(JSONError) in
      if let value = Element.read(element, in: bytes) {
        result.append(value)
      } else {
        isWhole = false
      }
    }
    return isWhole ? result : nil
  }
  /// The value as it is stored.
  public var json: JSONValue { .array(map(\.json)) }
}
