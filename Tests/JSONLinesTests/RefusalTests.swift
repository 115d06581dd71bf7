import JSONLines
import Testing

struct RefusalTests {
  private func expect(_ row: Refusal) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: row.bytes) }
    #expect(error == JSONError(row.code, at: row.offset))
  }

  @Test(arguments: [
    Refusal("", .emptyLine, at: 0),
    Refusal(" \t\r\n", .emptyLine, at: 4),
    Refusal("[", .unexpectedEnd, at: 1),
    Refusal("[1", .unexpectedEnd, at: 2),
    Refusal("[1,", .unexpectedEnd, at: 3),
    Refusal("{", .unexpectedEnd, at: 1),
    Refusal("{\"a\"", .unexpectedEnd, at: 4),
    Refusal("{\"a\":", .unexpectedEnd, at: 5),
    Refusal("{\"a\":1", .unexpectedEnd, at: 6),
    Refusal("{\"a\":1,", .unexpectedEnd, at: 7),
    Refusal("\"abc", .unexpectedEnd, at: 4),
    Refusal("]", .unexpectedByte, at: 0),
    Refusal("}", .unexpectedByte, at: 0),
    Refusal(",", .unexpectedByte, at: 0),
    Refusal("[,1]", .unexpectedByte, at: 1),
    Refusal("[1,,2]", .unexpectedByte, at: 3),
    Refusal("[1}", .unexpectedByte, at: 2),
    Refusal("[1 2]", .unexpectedByte, at: 3),
    Refusal("[\"a\":1]", .unexpectedByte, at: 4),
    Refusal("[1,]", .trailingComma, at: 3),
    Refusal("[1, \t]", .trailingComma, at: 5),
    Refusal("{\"a\":1,}", .trailingComma, at: 7),
    Refusal("{,}", .unexpectedByte, at: 1),
    Refusal("{\"a\":1,,}", .unexpectedByte, at: 7),
    Refusal("{a:1}", .unexpectedByte, at: 1),
    Refusal("{1:1}", .unexpectedByte, at: 1),
    Refusal("{'a':1}", .unexpectedByte, at: 1),
    Refusal("{\"a\",1}", .unexpectedByte, at: 4),
    Refusal("{\"a\" 1}", .unexpectedByte, at: 5),
    Refusal("{\"a\"::1}", .unexpectedByte, at: 5),
    Refusal("{\"a\":}", .unexpectedByte, at: 5),
    Refusal("{\"a\":1 \"b\":2}", .unexpectedByte, at: 7),
    Refusal("{\"a\":1]", .unexpectedByte, at: 6),
    Refusal("{\"a\":1;}", .unexpectedByte, at: 6),
    Refusal("{\"a\"\u{FF1A}1}", .unexpectedByte, at: 4),
    Refusal("[1\u{FF0C}2]", .unexpectedByte, at: 2),
    Refusal("'a'", .unexpectedByte, at: 0),
    Refusal("\u{201C}a\u{201D}", .unexpectedByte, at: 0),
    Refusal("/**/1", .unexpectedByte, at: 0),
    Refusal("[1]//", .trailingText, at: 3),
    Refusal("{}{}", .trailingText, at: 2),
    Refusal("1 2", .trailingText, at: 2),
    Refusal("[]]", .trailingText, at: 2),
    Refusal("\"a\"\"b\"", .trailingText, at: 3),
    Refusal("[]\u{0}", .trailingText, at: 2),
    Refusal("\u{0}[]", .unexpectedByte, at: 0),
    Refusal("[\u{0}]", .unexpectedByte, at: 1),
    // Blanks other than the four of the RFC are no blanks.
    Refusal("[\u{C}]", .unexpectedByte, at: 1),
    Refusal("[\u{A0}]", .unexpectedByte, at: 1),
    Refusal("[1\u{2028}]", .unexpectedByte, at: 2),
    Refusal("\u{3000}1", .unexpectedByte, at: 0),
  ])
  func `what is no structure of JSON is refused at its byte`(row: Refusal) {
    expect(row)
  }

  @Test(arguments: [
    Refusal("nul", .unexpectedEnd, at: 3),
    Refusal("[tru]", .badLiteral, at: 1),
    Refusal("[nulls]", .unexpectedByte, at: 5),
    Refusal("truefalse", .trailingText, at: 4),
    Refusal("True", .badLiteral, at: 0),
    Refusal("[NULL]", .badLiteral, at: 1),
    Refusal("[undefined]", .badLiteral, at: 1),
    Refusal("[NaN]", .badLiteral, at: 1),
    Refusal("Infinity", .badLiteral, at: 0),
    Refusal("[-Infinity]", .badNumber, at: 1),
    Refusal("[True]", .badLiteral, at: 1),
    Refusal("[falsy]", .badLiteral, at: 1),
    Refusal("[是]", .unexpectedByte, at: 1),
  ])
  func `a word that is not true, false or null is refused`(row: Refusal) {
    expect(row)
  }

  @Test(arguments: [
    Refusal("-", .unexpectedEnd, at: 1),
    Refusal("1.", .unexpectedEnd, at: 2),
    Refusal("1e", .unexpectedEnd, at: 2),
    Refusal("1e+", .unexpectedEnd, at: 3),
    Refusal("[-]", .badNumber, at: 1),
    Refusal("[--1]", .badNumber, at: 1),
    Refusal("[+1]", .badNumber, at: 1),
    Refusal("[.5]", .badNumber, at: 1),
    Refusal("[-.5]", .badNumber, at: 1),
    Refusal("[1.]", .badNumber, at: 1),
    Refusal("[1.e5]", .badNumber, at: 1),
    Refusal("[1e]", .badNumber, at: 1),
    Refusal("[1e+]", .badNumber, at: 1),
    Refusal("[1e1.5]", .unexpectedByte, at: 4),
    Refusal("[1.2.3]", .unexpectedByte, at: 4),
    Refusal("[01]", .badNumber, at: 1),
    Refusal("[-01]", .badNumber, at: 1),
    Refusal("[00]", .badNumber, at: 1),
    Refusal("[00.5]", .badNumber, at: 1),
    Refusal("[1_000]", .unexpectedByte, at: 2),
    Refusal("[0x1F]", .unexpectedByte, at: 2),
    Refusal("[1 000]", .unexpectedByte, at: 3),
    Refusal("[50万]", .unexpectedByte, at: 3),
    Refusal("[\u{FF11}]", .unexpectedByte, at: 1),
    Refusal("[\u{0661}]", .unexpectedByte, at: 1),
  ])
  func `a number outside the grammar is refused`(row: Refusal) {
    expect(row)
  }

  @Test(arguments: [
    Refusal(#"["\a"]"#, .badEscape, at: 2),
    Refusal(#"["\x41"]"#, .badEscape, at: 2),
    Refusal(#"["\'"]"#, .badEscape, at: 2),
    Refusal(#"["\0"]"#, .badEscape, at: 2),
    Refusal(#"["\U0041"]"#, .badEscape, at: 2),
    Refusal(#"["x\ "]"#, .badEscape, at: 3),
    Refusal(#"["\u"]"#, .badEscape, at: 2),
    Refusal(#"["\u004"]"#, .badEscape, at: 2),
    Refusal(#"["\u00g0"]"#, .badEscape, at: 2),
    Refusal(#"["\u+041"]"#, .badEscape, at: 2),
    Refusal(#"["\u 041"]"#, .badEscape, at: 2),
    Refusal(#"["\中"]"#, .badEscape, at: 2),
    Refusal(#"["\ud800"]"#, .loneSurrogate, at: 2),
    Refusal(#"["\uDBFFx"]"#, .loneSurrogate, at: 2),
    Refusal(#"["\udc00"]"#, .loneSurrogate, at: 2),
    Refusal(#"["\uDFFF\uD800"]"#, .loneSurrogate, at: 2),
    Refusal(#"["\ud800\ud800"]"#, .loneSurrogate, at: 2),
    Refusal(#"["\ud800\u0041"]"#, .loneSurrogate, at: 2),
    Refusal(#"["\ud800\n"]"#, .loneSurrogate, at: 2),
    Refusal(#"["\ud800\\udc00"]"#, .loneSurrogate, at: 2),
    Refusal(#"["\ud800\udc0"]"#, .badEscape, at: 8),
    Refusal(#"["ab\ud83e\udd80\ud83e"]"#, .loneSurrogate, at: 16),
    Refusal(#"{"\ud800":1}"#, .loneSurrogate, at: 2),
  ])
  func `an escape that RFC 8259 does not have is refused at its backslash`(row: Refusal) {
    expect(row)
  }

  @Test(arguments: UInt8(0)..<0x20)
  func `a control character in a string is refused`(byte: UInt8) {
    expect(Refusal(quoted([0x61, byte]), .controlCharacter, at: 3))
    expect(Refusal([0x7B] + quoted([byte]).dropFirst(), .controlCharacter, at: 2))
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x41],
      [0xC2, 0xC2, 0x80], [0xDF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE4, 0xB8],
      [0xE4, 0xB8, 0x41], [0xE4, 0x41, 0xAD], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xEF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0xA6], [0xF0, 0x9F, 0xA6, 0x22],
      [0xF0, 0x9F, 0x41, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF4, 0xBF, 0xBF, 0xBF],
      [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xFE, 0xFF],
      // 启 in GBK and in UTF-16.
      [0xC6, 0xF4], [0x2F, 0x54, 0xD8],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are refused at the lead byte`(bytes: [UInt8]) {
    // The last row has two bytes of ASCII before the fault.
    let lead = bytes.firstIndex { $0 >= 0x80 } ?? 0
    expect(Refusal(quoted(bytes), .invalidUTF8, at: 2 + lead))
    expect(Refusal(quoted(Array("中".utf8) + bytes), .invalidUTF8, at: 5 + lead))
  }

  @Test(arguments: [
    Refusal(#"{"a":1,"a":1}"#, .duplicateKey, at: 7),
    Refusal(#"{"a":1,"b":2,"a":3}"#, .duplicateKey, at: 13),
    Refusal(#"{"a":1,"\u0061":2}"#, .duplicateKey, at: 7),
    Refusal(#"{"\u0061":1,"a":2}"#, .duplicateKey, at: 12),
    Refusal(#"{"\u0061":1,"\u0061":2}"#, .duplicateKey, at: 12),
    Refusal(#"{"":1,"":2}"#, .duplicateKey, at: 6),
    Refusal(#"{"/":1,"\/":2}"#, .duplicateKey, at: 7),
    Refusal(#"{"🦀":1,"\ud83e\udd80":2}"#, .duplicateKey, at: 10),
    Refusal(#"{"o":{"x":1,"x":2}}"#, .duplicateKey, at: 12),
    Refusal(#"[[{"x":{"y":[],"y":{}}}]]"#, .duplicateKey, at: 15),
  ])
  func `a key that stands twice in one object is refused at the second`(row: Refusal) {
    expect(row)
  }

  @Test func `a repeated key is found among many`() {
    let keys = (0..<40).map { "\"k\($0)\":0," }.joined()
    for twice in [0, 15, 16, 17, 39] {
      let escaped = "\"\\u006b\(twice)\":1}"
      expect(Refusal("{" + keys + "\"k\(twice)\":1}", .duplicateKey, at: 1 + keys.utf8.count))
      expect(Refusal("{" + keys + escaped, .duplicateKey, at: 1 + keys.utf8.count))
    }
  }

  @Test func `keys that only look alike are two keys`() throws {
    let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"] == .integer(1))
    #expect(value["e\u{301}"] == .integer(2))
  }

  @Test(arguments: [
    Refusal("\u{FEFF}{}", .byteOrderMark, at: 0),
    Refusal("\u{FEFF}", .byteOrderMark, at: 0),
    Refusal(" \u{FEFF}1", .byteOrderMark, at: 1),
    Refusal("{}\u{FEFF}", .trailingText, at: 2),
    Refusal([0xFF, 0xFE, 0x7B, 0x00], .invalidUTF8, at: 0),
  ])
  func `a byte order mark is refused`(row: Refusal) {
    expect(row)
  }

  @Test func `brackets nested beyond the limit are refused at the first too many`() {
    let limit = JSONScanner.maximumDepth
    for count in [limit + 1, limit + 2, 100_000] {
      expect(Refusal(String(repeating: "[", count: count), .tooDeep, at: limit))
    }
    let objects = String(repeating: "{\"a\":", count: limit + 1)
    expect(Refusal(objects, .tooDeep, at: limit * 5))
    let mixed = "[" + String(repeating: "[],", count: limit) + String(repeating: "[", count: limit)
    expect(Refusal(mixed, .tooDeep, at: 1 + limit * 3 + limit - 1))
  }

  @Test func `a line cut anywhere is said to end too early`() {
    let bytes = Array(richLine.utf8)
    #expect(throws: Never.self) { try JSONValue(parsing: bytes) }
    for count in 1..<bytes.count {
      let cut = Array(bytes[..<count])
      let error = #expect(throws: JSONError.self) { try JSONValue(parsing: cut) }
      #expect(error == JSONError(.unexpectedEnd, at: count))
    }
  }

  @Test func `a line with any one byte of ASCII taken out or doubled never crashes the reader`() {
    let bytes = Array(richLine.utf8)
    for index in bytes.indices {
      for byte in [nil, 0x00, 0x22, 0x2C, 0x5C, 0x5D, 0x7D, 0x80, 0xE4, 0xFF] as [UInt8?] {
        var other = bytes
        other.replaceSubrange(index...index, with: byte.map { [$0] } ?? [])
        do throws(JSONError) {
          let value = try JSONValue(parsing: other)
          let again = try JSONValue(parsing: value.text)
          #expect(again == value)
        } catch {
          #expect((0...other.count).contains(error.offset))
        }
      }
    }
  }
}
