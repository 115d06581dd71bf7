/// A JSON value in memory; members keep their order and numbers every digit.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number of 64 bits.
  case integer(Int64)
  /// Any other number, as it is written.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object([JSONMember])
}

/// A key and its value.
public struct JSONMember: Hashable, Sendable {
  /// The key.
  public var key: String
  /// The value.
  public var value: JSONValue

  /// Creates a member.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// Compares texts by their bytes, numbers by their digits, members with their order.
  ///
  /// `String` compares by canonical equivalence; a name that was typed anew in another form is a change.
  public static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.number(let a), .number(let b)): a.utf8.elementsEqual(b.utf8)
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }
}

extension JSONMember {
  /// Compares keys by their bytes, and values.
  public static func == (a: JSONMember, b: JSONMember) -> Bool {
    a.key.utf8.elementsEqual(b.key.utf8) && a.value == b.value
  }
}

extension JSONValue {
  /// Reads one JSON text strictly.
  ///
  /// - Parameter text: The text of one value.
  /// - Throws: The first fault.
  public init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads one JSON text strictly.
  ///
  /// - Parameter bytes: The bytes of one value.
  /// - Throws: The first fault.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    let span = bytes.span
    var scanner = JSONScanner(0..<bytes.count)
    self.init(try scanner.document(span), in: span)
  }

  /// Copies a value that was scanned.
  ///
  /// - Parameters:
  ///   - raw: Where the value stands.
  ///   - bytes: The bytes that were scanned.
  public init(_ raw: RawJSON, in bytes: Span<UInt8>) {
    switch raw.kind {
    case .null: self = .null
    case .boolean: self = .boolean(raw.boolean(in: bytes) ?? false)
    case .integer:
      self =
        raw.integer(in: bytes).map(JSONValue.integer)
        ?? .number(bytes.extracting(raw.start..<raw.end).text)
    case .decimal: self = .number(bytes.extracting(raw.start..<raw.end).text)
    case .string: self = .string(raw.string(in: bytes) ?? "")
    case .array:
      var elements: [JSONValue] = []
      var scanner = JSONScanner(raw.start..<raw.end)
      // The bytes were found right by the scan that gave `raw`.
      try? scanner.array(bytes) { (element) throws(JSONError) in
        elements.append(JSONValue(element, in: bytes))
      }
      self = .array(elements)
    case .object:
      var members: [JSONMember] = []
      var scanner = JSONScanner(raw.start..<raw.end)
      try? scanner.object(bytes) { (key, value) throws(JSONError) in
        members.append(JSONMember(key.string(in: bytes) ?? "", JSONValue(value, in: bytes)))
      }
      self = .object(members)
    }
  }

  /// The member with a key, compared by bytes; `nil` where this is no object or has no such key.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    // `==` is quick, and true wherever the bytes are the same.
    return members.first { $0.key == key && $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The text of a string.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a whole number of 64 bits.
  public var integer: Int64? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The value of `true` or `false`.
  public var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The elements of an array.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object.
  public var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }
}
