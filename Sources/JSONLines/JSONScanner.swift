/// A strict reader of RFC 8259 over bytes that makes no copies.
///
/// It walks one value and says where its parts stand. Everything that the RFC forbids is an error,
/// and so are duplicate keys, lone surrogates and bytes that are not UTF-8; numbers are kept as they
/// were written, so that no digit is lost.
public struct JSONScanner: Sendable {
  /// How deeply arrays and objects may be nested.
  public static let maximumDepth = 256

  /// The offset of the next byte to read.
  public private(set) var index: Int
  /// The offset behind the last byte that may be read.
  public let end: Int
  private var depth = 0

  /// Creates a scanner of a range of bytes.
  ///
  /// - Parameter range: The bytes of one value, with blanks around it.
  public init(_ range: Range<Int>) {
    index = range.lowerBound
    end = range.upperBound
  }

  /// Walks the one object of a line and hands out its members.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that hold the line.
  ///   - member: Takes the key and the value of each member, in order.
  /// - Throws: The first fault; duplicate keys among the members handed out are the caller's to find,
  ///   since it looks each of them up anyway.
  public mutating func object(
    _ bytes: Span<UInt8>,
    member: (_ key: RawJSON, _ value: RawJSON) throws(JSONError) -> Void
  ) throws(JSONError) {
    skipBlanks(bytes)
    guard index < end else { throw JSONError(.emptyLine, at: index) }
    guard bytes[index] == UInt8(ascii: "{") else {
      throw JSONError(startsWithMark(bytes) ? .byteOrderMark : .notAnObject, at: index)
    }
    try members(bytes, member: member)
    try finish(bytes)
  }

  /// Walks one value of any type to the end of the range.
  ///
  /// - Parameter bytes: The bytes that hold the value.
  /// - Returns: Where the value stands.
  /// - Throws: The first fault.
  public mutating func document(_ bytes: Span<UInt8>) throws(JSONError) -> RawJSON {
    skipBlanks(bytes)
    guard index < end else { throw JSONError(.emptyLine, at: index) }
    guard !startsWithMark(bytes) else { throw JSONError(.byteOrderMark, at: index) }
    let value = try value(bytes)
    try finish(bytes)
    return value
  }

  /// Walks the elements of an array that was scanned before.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that hold the array.
  ///   - element: Takes each element, in order.
  /// - Throws: The first fault.
  public mutating func array(
    _ bytes: Span<UInt8>,
    element: (RawJSON) throws(JSONError) -> Void
  ) throws(JSONError) {
    skipBlanks(bytes)
    try elements(bytes, element: element)
    try finish(bytes)
  }

  private func startsWithMark(_ bytes: Span<UInt8>) -> Bool {
    end - index >= 3 && bytes[index] == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
  }

  private mutating func finish(_ bytes: Span<UInt8>) throws(JSONError) {
    skipBlanks(bytes)
    guard index == end else { throw JSONError(.trailingText, at: index) }
  }

  private mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> RawJSON {
    guard index < end else { throw JSONError(.unexpectedEnd, at: index) }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "\""):
      return try string(bytes)
    case UInt8(ascii: "{"):
      try nestedObject(bytes)
      return RawJSON(kind: .object, start: start, end: index)
    case UInt8(ascii: "["):
      try elements(bytes) { (_) throws(JSONError) in }
      return RawJSON(kind: .array, start: start, end: index)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let isInteger = try number(bytes)
      return RawJSON(kind: isInteger ? .integer : .decimal, start: start, end: index)
    case UInt8(ascii: "t"):
      try word("true", bytes)
      return RawJSON(kind: .boolean, start: start, end: index)
    case UInt8(ascii: "f"):
      try word("false", bytes)
      return RawJSON(kind: .boolean, start: start, end: index)
    case UInt8(ascii: "n"):
      try word("null", bytes)
      return RawJSON(kind: .null, start: start, end: index)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      throw JSONError(.badLiteral, at: index)
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      throw JSONError(.badNumber, at: index)
    case 0x80... where UTF8Validation.length(bytes, index, end) == 0:
      throw JSONError(.invalidUTF8, at: index)
    default:
      throw JSONError(.unexpectedByte, at: index)
    }
  }

  /// Walks an object below the top level, where nobody else looks for duplicate keys.
  private mutating func nestedObject(_ bytes: Span<UInt8>) throws(JSONError) {
    var keys = KeySet()
    try members(bytes) { (key, _) throws(JSONError) in
      guard keys.insert(key, bytes) else { throw JSONError(.duplicateKey, at: key.start) }
    }
  }

  private mutating func members(
    _ bytes: Span<UInt8>,
    member: (_ key: RawJSON, _ value: RawJSON) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter()
    index += 1
    skipBlanks(bytes)
    if index < end, bytes[index] == UInt8(ascii: "}") {
      index += 1
      depth -= 1
      return
    }
    while true {
      guard index < end else { throw JSONError(.unexpectedEnd, at: index) }
      guard bytes[index] == UInt8(ascii: "\"") else {
        let isClosed = bytes[index] == UInt8(ascii: "}")
        throw JSONError(isClosed ? .trailingComma : .unexpectedByte, at: index)
      }
      let key = try string(bytes)
      skipBlanks(bytes)
      try expect(UInt8(ascii: ":"), bytes)
      skipBlanks(bytes)
      let value = try value(bytes)
      try member(key, value)
      skipBlanks(bytes)
      guard try more(UInt8(ascii: "}"), bytes) else { break }
    }
    depth -= 1
  }

  private mutating func elements(
    _ bytes: Span<UInt8>,
    element: (RawJSON) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter()
    index += 1
    skipBlanks(bytes)
    if index < end, bytes[index] == UInt8(ascii: "]") {
      index += 1
      depth -= 1
      return
    }
    while true {
      if index < end, bytes[index] == UInt8(ascii: "]") {
        throw JSONError(.trailingComma, at: index)
      }
      try element(try value(bytes))
      skipBlanks(bytes)
      guard try more(UInt8(ascii: "]"), bytes) else { break }
    }
    depth -= 1
  }

  /// Steps over a comma and says that more follows, or over the closing bracket.
  private mutating func more(_ close: UInt8, _ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    guard index < end else { throw JSONError(.unexpectedEnd, at: index) }
    let byte = bytes[index]
    guard byte == UInt8(ascii: ",") || byte == close else {
      throw JSONError(.unexpectedByte, at: index)
    }
    index += 1
    guard byte != close else { return false }
    skipBlanks(bytes)
    return true
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    guard depth <= Self.maximumDepth else { throw JSONError(.tooDeep, at: index) }
  }

  private mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(JSONError) {
    guard index < end else { throw JSONError(.unexpectedEnd, at: index) }
    guard bytes[index] == byte else { throw JSONError(.unexpectedByte, at: index) }
    index += 1
  }

  private mutating func word(_ word: StaticString, _ bytes: Span<UInt8>) throws(JSONError) {
    let start = index
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < end else { throw JSONError(.unexpectedEnd, at: index) }
      // The offset is below the word's own length.
      let expected = unsafe word.utf8Start[offset]
      guard bytes[index] == expected else { throw JSONError(.badLiteral, at: start) }
      index += 1
    }
  }

  /// Walks a number and returns whether it is written without fraction and exponent.
  private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    let start = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let first = index
    try digits(bytes, start)
    if bytes[first] == UInt8(ascii: "0"), index - first > 1 {
      throw JSONError(.badNumber, at: start)
    }
    var isInteger = true
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      isInteger = false
      try digits(bytes, start)
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      isInteger = false
      if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      try digits(bytes, start)
    }
    return isInteger
  }

  private mutating func digits(_ bytes: Span<UInt8>, _ start: Int) throws(JSONError) {
    let first = index
    while index < end, bytes[index] &- UInt8(ascii: "0") <= 9 { index += 1 }
    guard index > first else {
      throw index == end
        ? JSONError(.unexpectedEnd, at: index) : JSONError(.badNumber, at: start)
    }
  }

  private mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> RawJSON {
    let start = index
    var isEscaped = false
    index += 1
    while true {
      skipPlain(bytes)
      guard index < end else { break }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return RawJSON(kind: .string, isEscaped: isEscaped, start: start, end: index)
      case UInt8(ascii: "\\"):
        isEscaped = true
        try escape(bytes)
      case 0x00..<0x20:
        throw JSONError(.controlCharacter, at: index)
      case 0x20..<0x80:
        index += 1
      default:
        let length = UTF8Validation.length(bytes, index, end)
        guard length > 0 else {
          throw UTF8Validation.isCut(bytes, index, end)
            ? JSONError(.unexpectedEnd, at: end) : JSONError(.invalidUTF8, at: index)
        }
        index += length
      }
    }
    throw JSONError(.unexpectedEnd, at: end)
  }

  /// Steps over the letters of a text that need no closer look, sixteen at a time where there are as many.
  @inline(__always)
  private mutating func skipPlain(_ bytes: Span<UInt8>) {
    while index + 16 <= end {
      // The load is checked against the bytes that there are.
      let piece = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: index,
        as: SIMD16<UInt8>.self
      )
      // Below a blank are the control characters and, taken as signed, all that is not ASCII.
      let signed = unsafe unsafeBitCast(piece, to: SIMD16<Int8>.self)
      let stops =
        (piece .== Bytes.quote) .| (piece .== Bytes.backslash)
        .| (signed .< SIMD16<Int8>(repeating: 0x20))
      if let found = ByteMask(stops).first {
        index += found
        return
      }
      index += 16
    }
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONError) {
    guard index + 1 < end else { throw JSONError(.unexpectedEnd, at: end) }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 2
    case UInt8(ascii: "u"):
      let start = index
      let unit = try codeUnit(bytes)
      guard unit & 0xF800 == 0xD800 else { return }
      let isHigh = unit & 0xFC00 == 0xD800
      // What a torn line lacks may have been the other half.
      if isHigh, index == end || (index + 1 == end && bytes[index] == UInt8(ascii: "\\")) {
        throw JSONError(.unexpectedEnd, at: end)
      }
      guard isHigh, index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u"), try codeUnit(bytes) & 0xFC00 == 0xDC00
      else { throw JSONError(.loneSurrogate, at: start) }
    default:
      throw JSONError(.badEscape, at: index)
    }
  }

  /// Walks `\uXXXX` and returns its value.
  private mutating func codeUnit(_ bytes: Span<UInt8>) throws(JSONError) -> UInt16 {
    for offset in 2..<6 {
      guard index + offset < end else { throw JSONError(.unexpectedEnd, at: end) }
      guard Escapes.digit(bytes[index + offset]) != nil else {
        throw JSONError(.badEscape, at: index)
      }
    }
    index += 6
    return Escapes.hexadecimal(bytes, index - 4)
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }
}
