import JSONLines
import Testing

struct AcceptanceTests {
  @Test(arguments: [
    Acceptance("null", .null),
    Acceptance("true", .boolean(true)),
    Acceptance(" false ", .boolean(false)),
    Acceptance("\t\r\n[ ]\t\r\n", .array([])),
    Acceptance("{ }", .object([])),
    Acceptance("[[],[[]]]", .array([.array([]), .array([.array([])])])),
    Acceptance("[null , 1\t,\r\"x\"]", .array([.null, .integer(1), .string("x")])),
    Acceptance("{\"\":0}", .object([JSONMember("", .integer(0))])),
    Acceptance(
      "{\"b\":1,\"a\":{\"b\":2}}",
      .object([
        JSONMember("b", .integer(1)),
        JSONMember("a", .object([JSONMember("b", .integer(2))])),
      ])
    ),
    Acceptance(
      "{\"a\":[],\"A\":{},\"a \":\"\"}",
      .object([
        JSONMember("a", .array([])),
        JSONMember("A", .object([])),
        JSONMember("a ", .string("")),
      ])
    ),
  ])
  func `every structure of RFC 8259 is read in its order`(row: Acceptance) throws {
    #expect(try JSONValue(parsing: row.text) == row.value)
  }

  @Test(arguments: [
    Acceptance("0", .integer(0)),
    Acceptance("-0", .integer(0)),
    Acceptance("7", .integer(7)),
    Acceptance("-12", .integer(-12)),
    Acceptance("10", .integer(10)),
    Acceptance("9007199254740993", .integer(9_007_199_254_740_993)),
    Acceptance("9223372036854775807", .integer(.max)),
    Acceptance("-9223372036854775808", .integer(.min)),
    Acceptance("9223372036854775808", .number("9223372036854775808")),
    Acceptance("-9223372036854775809", .number("-9223372036854775809")),
    Acceptance("92233720368547758070", .number("92233720368547758070")),
    Acceptance("0.0", .number("0.0")),
    Acceptance("-0.10", .number("-0.10")),
    Acceptance("1e5", .number("1e5")),
    Acceptance("1E+05", .number("1E+05")),
    Acceptance("1.25e-300", .number("1.25e-300")),
    Acceptance("0e0", .number("0e0")),
    Acceptance("1e999999", .number("1e999999")),
    Acceptance(
      "0.1000000000000000055511151231257827",
      .number("0.1000000000000000055511151231257827")
    ),
  ])
  func `a number keeps every digit`(row: Acceptance) throws {
    #expect(try JSONValue(parsing: row.text) == row.value)
  }

  @Test(arguments: [
    Acceptance(#""""#, .string("")),
    Acceptance(#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
    Acceptance(#""\u0000\u001F\u007f""#, .string("\u{0}\u{1F}\u{7F}")),
    Acceptance(#""\u00E9\u4e2d\uFFFF""#, .string("\u{E9}中\u{FFFF}")),
    Acceptance(#""\ud800\udc00\uDBFF\uDFFF""#, .string("\u{10000}\u{10FFFF}")),
    Acceptance(#""\ud83e\udd80x""#, .string("🦀x")),
    Acceptance(#""\\u0041""#, .string("\\u0041")),
    Acceptance(#""\u005C\u0022""#, .string("\\\"")),
    Acceptance("\"\u{7F}\u{80}\u{7FF}\"", .string("\u{7F}\u{80}\u{7FF}")),
    Acceptance("\"\u{800}\u{D7FF}\u{E000}\u{FFFD}\"", .string("\u{800}\u{D7FF}\u{E000}\u{FFFD}")),
    Acceptance(
      "\"\u{10000}\u{3FFFF}\u{40000}\u{FFFFF}\u{10FFFF}\"",
      .string("\u{10000}\u{3FFFF}\u{40000}\u{FFFFF}\u{10FFFF}")
    ),
    Acceptance("\"a\u{2028}b\u{2029}c\u{85}\"", .string("a\u{2028}b\u{2029}c\u{85}")),
    Acceptance("\"e\u{301}\"", .string("e\u{301}")),
  ])
  func `a string is read scalar by scalar`(row: Acceptance) throws {
    #expect(try JSONValue(parsing: row.text) == row.value)
  }

  @Test func `every scalar of Unicode stands in a string as itself`() throws {
    var scalars = String.UnicodeScalarView()
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
      scalars.append(scalar)
    }
    let text = String(scalars)
    #expect(try JSONValue(parsing: "\"\(text)\"") == .string(text))
  }

  @Test func `every code unit that is no surrogate is read from its escape`() throws {
    for unit in UInt16.min...UInt16.max where unit & 0xF800 != 0xD800 {
      let digits = String(unit, radix: 16)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      let scalar = try #require(Unicode.Scalar(unit))
      let value = try JSONValue(parsing: "\"\\u\(padded)\"")
      guard value == .string(String(scalar)) else {
        Issue.record("\\u\(padded) is read as \(value)")
        return
      }
    }
  }

  @Test func `brackets may be nested as deeply as the limit says`() throws {
    let depth = JSONScanner.maximumDepth
    let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var value = try JSONValue(parsing: arrays)
    for _ in 1..<depth {
      value = try #require(value.array?.first)
    }
    #expect(value == .array([]))
    let objects =
      String(repeating: "{\"a\":", count: depth - 1) + "{}"
      + String(repeating: "}", count: depth - 1)
    #expect(throws: Never.self) { try JSONValue(parsing: objects) }
    // Siblings do not add up.
    let siblings = "[" + Array(repeating: "[[]]", count: depth).joined(separator: ",") + "]"
    #expect(try JSONValue(parsing: siblings).array?.count == depth)
  }

  @Test func `many keys of one object are told apart`() throws {
    let keys = (0..<1_000).map { "\"k\($0)\":\($0)" }
    let value = try JSONValue(parsing: "[{" + keys.joined(separator: ",") + "}]")
    #expect(value.array?.first?["k999"] == .integer(999))
    #expect(value.array?.first?.members?.map(\.key) == (0..<1_000).map { "k\($0)" })
  }
}
