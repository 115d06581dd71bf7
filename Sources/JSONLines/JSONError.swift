/// What is wrong with a text that should be JSON, and at which byte.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public let code: Code
  /// The offset of the first byte at fault, from the start of the bytes that were read.
  public let offset: Int

  /// Creates an error at a byte.
  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

extension JSONError {
  /// The name of a fault; its raw value is what programs may rely on.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable name.
    public let rawValue: String

    /// Creates a code from its stable name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    private init(_ name: String) {
      rawValue = name
    }

    /// The text ends inside a value.
    public static let unexpectedEnd = Code("json-unexpected-end")
    /// A byte that cannot stand here.
    public static let unexpectedByte = Code("json-unexpected-byte")
    /// A comma before a closing bracket.
    public static let trailingComma = Code("json-trailing-comma")
    /// More text after the value.
    public static let trailingText = Code("json-trailing-text")
    /// A word that is not `true`, `false` or `null`.
    public static let badLiteral = Code("json-bad-literal")
    /// A number that RFC 8259, section 6, does not allow.
    public static let badNumber = Code("json-bad-number")
    /// A control character inside a string that should be escaped.
    public static let controlCharacter = Code("json-control-character")
    /// A backslash before a character that needs none or is not allowed one.
    public static let badEscape = Code("json-bad-escape")
    /// Half of a surrogate pair.
    public static let loneSurrogate = Code("json-lone-surrogate")
    /// Bytes that are not UTF-8.
    public static let invalidUTF8 = Code("json-invalid-utf8")
    /// The same key twice in one object.
    public static let duplicateKey = Code("json-duplicate-key")
    /// Arrays and objects nested deeper than ``JSONScanner/maximumDepth``.
    public static let tooDeep = Code("json-too-deep")
    /// A byte order mark.
    public static let byteOrderMark = Code("json-byte-order-mark")
    /// An empty line where a value is expected.
    public static let emptyLine = Code("json-empty-line")
    /// A line whose value is not an object.
    public static let notAnObject = Code("json-not-an-object")
    /// A number that is not a whole one of 64 bits where one is needed.
    public static let notAnInteger = Code("json-not-an-integer")
  }
}
