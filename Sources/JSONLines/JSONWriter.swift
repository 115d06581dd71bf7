/// Writes JSON without blanks, one value after the other, into bytes.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  // Whether the next element or member needs a comma before it.
  private var needsComma = false

  /// Creates a writer with nothing written.
  ///
  /// - Parameter capacity: How many bytes are expected.
  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends the line end of JSON lines and starts a new value.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes an object.
  ///
  /// - Parameter body: Writes its members with ``member(_:_:)-(String,JSONValue)`` and the like.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    bracket(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array.
  ///
  /// - Parameter body: Writes its elements.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    bracket(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Writes a value, as an element or on its own.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: word("null")
    case .boolean(let truth): word(truth ? "true" : "false")
    case .integer(let number): word(String(number))
    case .number(let text): word(text)
    case .string(let text): string(text)
    case .array(let elements):
      array { writer in
        for element in elements { writer.value(element) }
      }
    case .object(let members):
      object { writer in
        for member in members { writer.member(member.key, member.value) }
      }
    }
  }

  /// Writes a string, as an element or on its own.
  public mutating func string(_ text: String) {
    separate()
    Escapes.write(text.utf8, to: &bytes)
    needsComma = true
  }

  /// Writes a whole number, as an element or on its own.
  public mutating func integer(_ number: Int64) {
    word(String(number))
  }

  /// Copies JSON text that is known to be right.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Writes a key; its value must follow.
  public mutating func key(_ key: String) {
    separate()
    Escapes.write(key.utf8, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member of an object.
  public mutating func member(_ key: String, _ value: JSONValue) {
    self.key(key)
    self.value(value)
  }

  /// Writes a member whose value is a string.
  public mutating func member(_ key: String, _ text: String) {
    self.key(key)
    string(text)
  }

  /// Writes a member whose value is a whole number.
  public mutating func member(_ key: String, _ number: Int64) {
    self.key(key)
    integer(number)
  }

  /// Writes a member whose key and value are JSON text that is known to be right.
  public mutating func member(rawKey key: ArraySlice<UInt8>, rawValue value: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: key)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: value)
    needsComma = true
  }

  /// Writes a member whose key has nothing to escape, and whose value is JSON text that is known to be right.
  public mutating func member(plainKey key: [UInt8], rawValue value: ArraySlice<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: key)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: value)
    needsComma = true
  }

  private mutating func word(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func bracket(
    _ open: UInt8,
    _ close: UInt8,
    _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }
}

extension JSONValue {
  /// The value as JSON text without blanks.
  public var text: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }
}
