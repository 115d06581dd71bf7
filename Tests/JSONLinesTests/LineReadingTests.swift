import Bilingual
import JSONLines
import Testing

/// The reader of one line's object, which leaves its own keys to the caller.
struct LineReadingTests {
  private func members(_ text: String) throws(JSONError) -> [(String, RawJSON)] {
    let bytes = Array(text.utf8)
    let span = bytes.span
    var scanner = JSONScanner(0..<bytes.count)
    var members: [(String, RawJSON)] = []
    try scanner.object(span) { (key, value) throws(JSONError) in
      members.append((key.string(in: span) ?? "", value))
    }
    return members
  }

  @Test func `the members of a line are handed out with where they stand`() throws {
    let found = try members(#" {"id":"a-1", "名":[1,2] ,"n":-1.5,"x":null} "#)
    #expect(found.map(\.0) == ["id", "名", "n", "x"])
    #expect(found.map(\.1.kind) == [.string, .array, .decimal, .null])
    #expect(found.map(\.1.start) == [7, 20, 31, 40])
    #expect(found.map(\.1.end) == [12, 25, 35, 44])
  }

  @Test func `a key that stands twice is left to the caller at the top and refused below`() throws {
    #expect(try members(#"{"a":1,"a":2}"#).map(\.0) == ["a", "a"])
    let error = #expect(throws: JSONError.self) { try members(#"{"o":{"a":1,"a":2}}"#) }
    #expect(error == JSONError(.duplicateKey, at: 12))
  }

  @Test(arguments: [
    Refusal("", .emptyLine, at: 0),
    Refusal("  ", .emptyLine, at: 2),
    Refusal("[]", .notAnObject, at: 0),
    Refusal(" 1", .notAnObject, at: 1),
    Refusal("null", .notAnObject, at: 0),
    Refusal("\u{FEFF}{}", .byteOrderMark, at: 0),
    Refusal("{} {}", .trailingText, at: 3),
    Refusal("{", .unexpectedEnd, at: 1),
  ])
  func `a line that is not one object is refused`(row: Refusal) {
    let text = String(decoding: row.bytes, as: UTF8.self)
    let error = #expect(throws: JSONError.self) { try members(text) }
    #expect(error == JSONError(row.code, at: row.offset))
  }

  @Test func `offsets count from the start of the file`() throws {
    let bytes = Array("{\"a\":1}\n{\"a\":x}\n".utf8)
    let span = bytes.span
    var scanner = JSONScanner(8..<15)
    let error: JSONError?
    do throws(JSONError) {
      _ = try scanner.document(span)
      error = nil
    } catch let fault {
      error = fault
    }
    #expect(error == JSONError(.badLiteral, at: 13))
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("9223372036854775808", nil), ("-9223372036854775809", nil),
      ("9223372036854775810", nil), ("99999999999999999999999999", nil),
      ("18446744073709551616", nil), ("1.0", nil), ("1e2", nil), ("\"1\"", nil), ("true", nil),
    ] as [(String, Int64?)]
  )
  func `a whole number is read exactly or not at all`(text: String, value: Int64?) throws {
    let bytes = Array(text.utf8)
    let span = bytes.span
    var scanner = JSONScanner(0..<bytes.count)
    let raw = try scanner.document(span)
    #expect(raw.integer(in: span) == value)
    #expect(raw.copy(from: span) == bytes)
  }

  @Test func `a value gives nothing when it is asked for as another type`() throws {
    let bytes = Array("[true,\"true\",null]".utf8)
    let span = bytes.span
    var scanner = JSONScanner(0..<bytes.count)
    var booleans: [Bool?] = []
    var strings: [String?] = []
    try scanner.array(span) { (raw) throws(JSONError) in
      booleans.append(raw.boolean(in: span))
      strings.append(raw.string(in: span))
    }
    #expect(booleans == [true, nil, nil])
    #expect(strings == [nil, "true", nil])
  }

  @Test(arguments: JSONError.Code.all)
  func `every fault is told in both languages`(code: JSONError.Code) {
    let message = JSONError(code, at: 0).message
    #expect(!message.en.isEmpty)
    #expect(message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(message != JSONError(JSONError.Code(rawValue: "json-other"), at: 0).message)
  }
}

extension JSONError.Code {
  static let all: [JSONError.Code] = [
    .unexpectedEnd, .unexpectedByte, .trailingComma, .trailingText, .badLiteral, .badNumber,
    .controlCharacter, .badEscape, .loneSurrogate, .invalidUTF8, .duplicateKey, .tooDeep,
    .byteOrderMark, .emptyLine, .notAnObject, .notAnInteger,
  ]
}
