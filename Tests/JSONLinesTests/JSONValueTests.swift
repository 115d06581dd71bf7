import JSONLines
import Testing

struct JSONValueTests {
  @Test func `texts are the same when their bytes are`() {
    let composed = JSONValue.string("\u{E9}")
    let decomposed = JSONValue.string("e\u{301}")
    #expect(composed != decomposed)
    #expect(composed == .string("\u{E9}"))
    #expect(JSONValue.array([composed]) != .array([decomposed]))
    #expect(JSONMember("\u{E9}", .null) != JSONMember("e\u{301}", .null))
    #expect(Set([composed, decomposed, composed]).count == 2)
  }

  @Test func `values of different types or order are different`() {
    #expect(JSONValue.integer(1) != .number("1"))
    #expect(JSONValue.number("1.0") != .number("1.00"))
    #expect(JSONValue.null != .boolean(false))
    #expect(JSONValue.array([]) != .object([]))
    let a = JSONMember("a", .integer(1))
    let b = JSONMember("b", .integer(2))
    #expect(JSONValue.object([a, b]) != .object([b, a]))
    #expect(JSONValue.object([a, b]) == .object([a, b]))
  }

  @Test func `a member is found by its key among members only`() throws {
    let value = try JSONValue(parsing: #"{"a":{"b":[1,true,"x",null]}}"#)
    #expect(value["a"]?["b"]?.array?.map(\.integer) == [1, nil, nil, nil])
    #expect(value["a"]?["b"]?.array?.map(\.boolean) == [nil, true, nil, nil])
    #expect(value["a"]?["b"]?.array?.map(\.string) == [nil, nil, "x", nil])
    #expect(value["b"] == nil)
    #expect(JSONValue.array([value])["a"] == nil)
    #expect(value.members?.map(\.key) == ["a"])
  }
}
